//! Counts what the test runners report.

use crate::tools::say;
use anyhow::{Context, Result};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Reads one of libtest's closing lines.
    fn of_line(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let mut tally = Self::default();
        for part in rest.split(';') {
            let (number, what) = part.trim().split_once(' ')?;
            match what {
                "passed" => tally.passed = number.parse().ok()?,
                "failed" => tally.failed = number.parse().ok()?,
                "ignored" => tally.skipped = number.parse().ok()?,
                _ => break,
            }
        }
        Some(tally)
    }
}

/// Runs a `cargo test`, showing and counting. A run that could not even start its tests counts as one failure.
pub fn cargo_test(title: &str, command: &mut Command) -> Result<Tally> {
    say(title);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let mut tally = Tally::default();
    for line in BufReader::new(child.stdout.take().context("no output to read")?).lines() {
        let line = line?;
        println!("{line}");
        tally.add(Tally::of_line(&line).unwrap_or_default());
    }
    if !child.wait()?.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 7 filtered out; finished in 0.41s";
        assert_eq!(Tally::of_line(line), Some(Tally { passed: 12, failed: 1, skipped: 2 }));
        assert_eq!(Tally::of_line("test domain::works ... ok"), None);
    }
}
