//! The regulatory rules as pure functions: facts in, findings out. Source: domain reference 4.

mod finding;

pub use finding::{Finding, Level, Reason, Remedy, RuleId};
