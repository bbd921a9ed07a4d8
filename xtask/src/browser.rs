//! The browser journeys: finding Chromium, running Playwright, counting its results.

use crate::run::Built;
use crate::site::{self, Care};
use crate::tally::Tally;
use crate::tools::{self, cargo, find, install_debian, npm_program, root, say, scratch, target};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "Chromium is missing: install it, or give its path in PONTE_CHROMIUM";

/// The browser to use; installed where that is possible.
pub fn chromium() -> Result<PathBuf> {
    if let Some(given) = std::env::var_os("PONTE_CHROMIUM").map(PathBuf::from) {
        if !given.is_file() {
            bail!("PONTE_CHROMIUM names {}, which is not there", given.display());
        }
        return Ok(given);
    }
    if let Some(found) = find(&NAMES, &[]) {
        return Ok(found);
    }
    install_debian(&["chromium"], BY_HAND)?;
    find(&NAMES, &[]).context(BY_HAND)
}

/// The packages whose tests need the server, as every cargo call names them: same packages, same features, one build.
pub const SERVER_PACKAGES: [&str; 14] = [
    "--package",
    "migrations",
    "--package",
    "documents",
    "--package",
    "signatures",
    "--package",
    "backend",
    "--package",
    "app",
    "--package",
    "server",
    "--package",
    "bench",
];

/// The site as it is shipped, and the server of the tests.
fn build() -> Result<Built> {
    tools::prepare()?;
    let site = site::build(Care::Release)?;
    say("compiling the server");
    tools::run(cargo().arg("build").args(SERVER_PACKAGES).args(["--bin", "ponte", "--tests"]))?;
    Ok(Built { server: target().join("debug/ponte"), site })
}

fn playwright(built: &Built, arguments: &[&str]) -> Result<Command> {
    let mut playwright = npm_program("playwright");
    playwright.args(["test", "--config", "end2end/playwright.config.ts"]).args(arguments);
    playwright.env("PONTE_CHROMIUM", chromium()?).env("PONTE_BIN", &built.server).env("PONTE_SITE", &built.site);
    playwright.env("PONTE_OUTPUT", scratch()?.join("browser"));
    Ok(playwright)
}

/// Every journey, in every project of the configuration.
pub fn journeys() -> Result<Tally> {
    let built = build()?;
    let report = scratch()?.join("browser.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    say("walking the journeys in Chromium");
    let mut playwright = playwright(&built, &[])?;
    let status = playwright.env("PONTE_REPORT", &report).stdin(Stdio::null()).status().context("cannot start Playwright")?;
    let report = fs::read(&report).context("Playwright left no report")?;
    let mut tally = counted(&serde_json::from_slice(&report)?);
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn counted(report: &Value) -> Tally {
    let number = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    Tally { passed: number("expected"), failed: number("unexpected") + number("flaky"), skipped: number("skipped") }
}

/// Takes the pictures of every page.
pub fn screens() -> Result<()> {
    let built = build()?;
    let pictures = root().join("docs/screens");
    fs::create_dir_all(&pictures)?;
    say("taking the pictures");
    tools::run(playwright(&built, &["--project", "screens"])?.env("PONTE_SCREENS", pictures))
}
