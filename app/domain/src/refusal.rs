//! Why a step is not open: which rule, and what would satisfy it.

use serde::{Deserialize, Serialize};

/// A refused event. Codes only; the interface has the words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The event is unknown in that state.
    #[error("{event} is not possible in state {state}")]
    Illegal { state: String, event: String },
    /// A rule of the domain reference is not satisfied (`R-21`, `3.1`, …).
    #[error("rule {rule} is not satisfied")]
    Rule { rule: String },
    /// The note or reason is shorter than `min` characters.
    #[error("a note of at least {min} characters is needed")]
    NoteShort { min: i64 },
    /// A host with that identifier is registered already: the way in is *join*.
    #[error("already registered")]
    AlreadyRegistered,
}

impl Refusal {
    /// The refusal of an unknown pair of state and event.
    pub fn illegal(state: &str, event: &str) -> Self {
        Self::Illegal { state: state.to_owned(), event: event.to_owned() }
    }
}
