//! `cargo xtask test`: everything that must hold before a change lands.

use crate::browser::{self, SERVER_PACKAGES};
use crate::postgres::{self, Cluster};
use crate::tally::{Tally, cargo_test};
use crate::{check, tools};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// A part that can run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Domain,
    Server,
    Browser,
}

impl Part {
    fn run(self) -> Result<Tally> {
        match self {
            Self::Domain => domain(),
            Self::Server => server(),
            Self::Browser => browser::journeys(),
        }
    }
}

/// One part.
pub fn one(part: Part) -> Result<()> {
    close(part.run()?, Vec::new())
}

/// Check, then every part. What fails does not hide what comes after it.
pub fn all() -> Result<()> {
    // Found, or installed, before the long builds.
    tools::prepare()?;
    postgres::programs()?;
    browser::chromium()?;
    let mut total = Tally::default();
    let mut problems = Vec::new();
    let start = Instant::now();
    if let Err(problem) = check::check() {
        eprintln!("{problem:#}");
        problems.push("check".to_owned());
    }
    println!("  check took {} s", start.elapsed().as_secs());
    for (name, part) in [("domain", Part::Domain), ("server", Part::Server), ("browser", Part::Browser)] {
        let start = Instant::now();
        match part.run() {
            Ok(tally) => total.add(tally),
            Err(problem) => {
                eprintln!("{problem:#}");
                problems.push(name.to_owned());
            }
        }
        println!("  {name} took {} s", start.elapsed().as_secs());
    }
    close(total, problems)
}

fn domain() -> Result<Tally> {
    let mut tally = cargo_test("testing the build tool", tools::cargo().args(["test", "--no-fail-fast", "--package", "xtask"]))?;
    let rules = ["test", "--no-fail-fast", "--package", "domain", "--package", "i18n", "--features", "domain/loader"];
    tally.add(cargo_test("testing the rules and the words", tools::cargo().args(rules))?);
    Ok(tally)
}

/// The same tests twice: each engine is as real as the other.
fn server() -> Result<Tally> {
    let tests = || {
        let mut cargo = tools::cargo();
        cargo.args(["test", "--no-fail-fast"]).args(SERVER_PACKAGES).env_remove("PONTE_TEST_DATABASE");
        cargo
    };
    let mut tally = cargo_test("testing use cases and HTTP on SQLite", &mut tests())?;
    let cluster = Cluster::start().context("the tests on PostgreSQL could not run")?;
    tally.add(cargo_test("testing use cases and HTTP on PostgreSQL", tests().env("PONTE_TEST_DATABASE", cluster.url()))?);
    Ok(tally)
}

/// Says what held, in words a person and a machine can read.
fn close(total: Tally, problems: Vec<String>) -> Result<()> {
    let failed = total.failed + problems.len() as u64;
    let skipped = if total.skipped > 0 { format!(", {} skipped", total.skipped) } else { String::new() };
    println!("\n{} passed, {failed} failed{skipped}", total.passed);
    match (failed, problems.as_slice()) {
        (0, _) if total.skipped > 0 => bail!("tests were left out; each must run or be deleted"),
        (0, _) if total.passed == 0 => bail!("no test ran"),
        (0, _) => Ok(()),
        (_, []) => bail!("tests failed; see above"),
        (_, names) => bail!("failed: {}; see above", names.join(", ")),
    }
}
