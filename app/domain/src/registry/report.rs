//! What a file would do, or did, line by line.

use serde::{Deserialize, Serialize};

use super::RegistryKind;
use super::header::HeaderProblem;
use crate::check::FieldError;

/// Problems that a report lists; what is beyond is counted only.
pub const PROBLEMS_MAX: usize = 1_000;

/// What a line does to the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    New,
    Changed,
    /// The registry says the same already.
    Same,
}

/// What is wrong with a line. Never carries what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineProblem {
    /// From 1, the header included, as an editor shows it.
    pub line: i64,
    /// The field is the column's name; empty for the line as a whole.
    pub problem: FieldError,
}

/// What a file would do to the registry, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub kind: RegistryKind,
    /// Why nothing was read at all.
    pub header: Vec<HeaderProblem>,
    /// Columns that were passed over.
    pub unused: Vec<String>,
    /// Lines with something in them, without the header.
    pub lines: i64,
    pub new: i64,
    pub changed: i64,
    pub same: i64,
    /// Lines that were passed over, each with a problem at least.
    pub broken: i64,
    /// Those that a complete file did not name any more.
    pub withdrawn: i64,
    /// The first of them, in the order of the file.
    pub problems: Vec<LineProblem>,
    /// It was done, not only tried.
    pub applied: bool,
}

impl Report {
    /// Of nothing read yet.
    pub fn of(kind: RegistryKind) -> Self {
        Self {
            kind,
            header: Vec::new(),
            unused: Vec::new(),
            lines: 0,
            new: 0,
            changed: 0,
            same: 0,
            broken: 0,
            withdrawn: 0,
            problems: Vec::new(),
            applied: false,
        }
    }

    /// Counts a line that can be taken.
    pub fn add(&mut self, outcome: Outcome) {
        self.lines += 1;
        match outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Same => self.same += 1,
        }
    }

    /// Counts a line that cannot, and lists why.
    pub fn add_broken(&mut self, line: i64, problems: Vec<FieldError>) {
        self.lines += 1;
        self.broken += 1;
        let room = PROBLEMS_MAX.saturating_sub(self.problems.len());
        self.problems.extend(problems.into_iter().take(room).map(|problem| LineProblem { line, problem }));
    }

    /// Something would change.
    pub fn does_something(&self) -> bool {
        self.new + self.changed + self.withdrawn > 0
    }
}
