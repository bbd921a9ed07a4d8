//! Hosts with their requests, as a busy year would leave them.

mod host;
mod rows;
mod write;

pub use write::up_to;
