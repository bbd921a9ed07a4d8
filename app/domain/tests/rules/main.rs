//! The rules of domain reference 4, each with the values on both sides of its threshold.

mod host;
mod term;
mod time;
mod tutors;

use chrono::NaiveDate;
use domain::profile::{Profile, default_rules};
use domain::rules::{Finding, Level, Other, Span};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a date")
}

fn span(start: &str, end: &str) -> Span {
    Span { start: day(start), end: day(end) }
}

fn profile() -> Profile {
    Profile { rules: default_rules(), ..Profile::default() }
}

/// So many others over the same period.
fn others(count: i64, start: &str, end: &str) -> Vec<Other> {
    (0..count).map(|_| Other { span: span(start, end), exempt: false }).collect()
}

/// Rule and level of each finding.
fn levels(findings: &[Finding]) -> Vec<(&str, Level)> {
    findings.iter().map(|finding| (finding.rule.code(), finding.level)).collect()
}
