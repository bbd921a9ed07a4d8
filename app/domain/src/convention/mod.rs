//! The framework agreement of a promoter with a host. Source: domain reference 2.7, 3.3.

pub mod coverage;
mod kind;
mod number;
pub mod request;
pub mod stamp;
pub mod state;
mod term;
mod transition;
pub mod view;

pub use kind::ConventionKind;
pub use number::Number;
pub use state::{Ctx, Effect, Event, Shown, State, offered_events};
pub use term::Term;
