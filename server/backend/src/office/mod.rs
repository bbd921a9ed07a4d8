//! The office's side of accreditations: queue, panel, decisions, export.

mod checks;
mod decide;
mod duplicates;
mod export;
mod letters;
pub mod newcomers;
mod notes;
mod queue;
mod review;
mod words;

pub use decide::{approve, reinstate, reject, request_integration, revoke, suspend};
pub use duplicates::dismiss as dismiss_duplicate;
pub use export::export;
pub use newcomers::decide_newcomer;
pub use notes::save as save_notes;
pub use queue::{queue, queue_and_waiting, waiting};
pub use review::review;
