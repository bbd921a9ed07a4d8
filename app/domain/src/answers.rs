//! What a person typed, field by field, exactly as typed. A draft holds answers; only checked values reach columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Field name → text as typed. A flag is `"true"` or absent. Passwords are never answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// The text of `field`, empty if there is none.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Whether the flag `field` is set.
    pub fn flag(&self, field: &str) -> bool {
        self.get(field) == "true"
    }

    /// Sets one answer.
    pub fn set(&mut self, field: &str, text: impl Into<String>) {
        self.0.insert(field.to_owned(), text.into());
    }

    /// The same answers with one more: for building them in a chain.
    pub fn with(mut self, field: &str, text: impl Into<String>) -> Self {
        self.set(field, text);
        self
    }

    /// Whether `field` was ever answered, be it with nothing.
    pub fn has(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// Takes over every answer of `newer` whose field is in `fields`; a field of `fields` that `newer` lacks is answered
    /// with nothing (an unticked box is not posted). All other answers stay.
    pub fn replace(&mut self, fields: &[&str], newer: &Answers) {
        for field in fields {
            self.set(field, newer.get(field));
        }
    }

    /// Whether nothing at all has been typed.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Answers {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.into_iter().map(|(field, text)| (field.to_owned(), text.to_owned())).collect())
    }
}
