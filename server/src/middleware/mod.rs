//! What happens around every handler, one concern per file, outermost first.

pub mod guard;
pub mod headers;
pub mod limits;
pub mod panic;
pub mod rate;
pub mod trace;
pub mod visitor;
