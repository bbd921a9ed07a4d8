//! The training project: one traineeship of one person at one host. Source: domain reference 2.10, 3.6.

pub mod approvals;
mod approving;
pub mod content;
mod ctx;
pub mod form;
mod hash;
mod lifecycle;
pub mod snapshot;
mod state;
mod transition;

pub use ctx::{Ctx, Received};
pub use hash::ContentHash;
pub use state::{Effect, Event, Shown, State, Timer, offered_events};
