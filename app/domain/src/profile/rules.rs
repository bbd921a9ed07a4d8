//! The values of the regulatory rules. Source: domain reference 4; the rules themselves are code of the nouns they guard.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kinds::Severity;

/// A rule's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub value: RuleValue,
    /// The graver one where the reference names two (adult and minor, curricular and extracurricular).
    pub severity: Severity,
}

/// One number, several, or whether the rule holds at all. Units are those of the reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RuleValue {
    Flag(bool),
    Number(i64),
    Numbers(Vec<i64>),
}

use Severity::{Block, Off, Warn};

/// Rule, default numbers (none: a plain yes), severity. Order of several numbers as in the reference.
const DEFAULTS: &[(&str, &[i64], Severity)] = &[
    ("R-01", &[10, 2], Block),
    ("R-02", &[12], Warn),
    ("R-03", &[], Off),
    ("R-04", &[60, 30, 14], Block),
    ("R-05", &[12, 24], Block),
    ("R-06", &[4], Warn),
    ("R-07", &[6, 12, 24], Block),
    ("R-08", &[], Block),
    ("R-09", &[12], Block),
    ("R-09b", &[1], Block),
    ("R-10", &[40, 36, 8], Block),
    ("R-11", &[], Block),
    ("R-12", &[300], Block),
    ("R-13", &[0], Off),
    ("R-14", &[3], Block),
    ("R-15", &[20], Warn),
    ("R-16", &[1], Block),
    ("R-17", &[-1, 5], Block),
    ("R-18", &[70], Warn),
    ("R-18s", &[30, 15], Block),
    ("R-19", &[], Warn),
    ("R-20", &[], Block),
    ("R-21", &[], Block),
    ("R-22", &[16], Warn),
    ("R-23", &[], Block),
    ("R-23b", &[2], Warn),
    ("R-23c", &[3], Warn),
    ("R-24", &[5, 8, 12], Block),
    ("R-25", &[210, 150, 90], Warn),
    ("R-26", &[75], Warn),
    ("R-27", &[], Block),
    ("R-28", &[16], Block),
    ("R-29", &[], Block),
    ("R-30", &[], Warn),
    ("R-31", &[25], Warn),
    ("R-32", &[50], Off),
    ("R-33", &[120, 24, 1, 24, 24], Off),
    ("R-34", &[], Block),
];

/// The rules as they are when a profile says nothing.
pub fn default_rules() -> BTreeMap<String, Rule> {
    DEFAULTS
        .iter()
        .map(|(id, numbers, severity)| ((*id).to_owned(), Rule { value: value(numbers), severity: *severity }))
        .collect()
}

fn value(numbers: &[i64]) -> RuleValue {
    match numbers {
        [] => RuleValue::Flag(true),
        [number] => RuleValue::Number(*number),
        several => RuleValue::Numbers(several.to_vec()),
    }
}
