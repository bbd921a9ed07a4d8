//! `cargo xtask check`: format, lints and the rules about dependencies.

use crate::tools::{WASM, capture, capture_line, cargo, run, say};
use crate::wasm::{FLAGS, MODULES, Module};
use anyhow::{Result, bail};
use std::process::Stdio;

/// What may never reach the browser.
const SERVER_ONLY: [&str; 6] = ["axum", "tokio", "sqlx", "sea-orm", "typst", "lopdf"];
/// The oldest SQLite binding that the search and the migrations were tried with.
const SQLITE_AT_LEAST: (u32, u32) = (0, 37);

/// Everything, in order of speed.
pub fn check() -> Result<()> {
    say("checking the format");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    say("checking the dependencies");
    dependencies()?;
    say("linting the browser's side");
    let packages: Vec<&str> = MODULES.iter().flat_map(|module| ["--package", module.package]).collect();
    run(cargo().arg("clippy").args(&packages).args(["--target", WASM, "--config", FLAGS, "--", "-D", "warnings"]))?;
    say("linting everything else");
    let excluded: Vec<&str> = MODULES.iter().flat_map(|module| ["--exclude", module.package]).collect();
    run(cargo().args(["clippy", "--workspace", "--all-targets"]).args(&excluded).args(["--", "-D", "warnings"]))
}

fn dependencies() -> Result<()> {
    for (Module { package, .. }, name) in MODULES.iter().flat_map(|module| SERVER_ONLY.map(|name| (module, name))) {
        if in_tree(&["--package", package, "--target", WASM, "--edges", "normal"], name)? {
            bail!("{name} has come into the browser's side: see cargo tree -p {package} --target {WASM} -i {name}");
        }
    }
    // Two TLS providers in one program make it stop at its first connection.
    if in_tree(&["--package", "server"], "aws-lc-rs")? {
        bail!("aws-lc-rs has come into the server, whose one TLS provider is ring: see cargo tree -p server -i aws-lc-rs");
    }
    one_sqlite(&capture_line(cargo().args(["tree", "--package", "server", "--prefix", "none", "--format", "{p}"]))?)
}

/// cargo tells "not in the tree" apart from other problems by its words alone.
fn in_tree(scope: &[&str], name: &str) -> Result<bool> {
    let output = cargo().arg("tree").args(scope).args(["--invert", name]).stdin(Stdio::null()).output()?;
    let problem = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(!output.stdout.trim_ascii().is_empty());
    }
    if problem.contains("did not match any packages") {
        return Ok(false);
    }
    // Several versions match: it is there, and more than once.
    if problem.contains("ambiguous") {
        return Ok(true);
    }
    capture(cargo().arg("tree").args(scope)).map(drop)?;
    bail!("cargo tree could not tell whether {name} is there: {problem}");
}

fn one_sqlite(tree: &str) -> Result<()> {
    let mut versions: Vec<&str> = tree.lines().filter_map(|line| line.strip_prefix("libsqlite3-sys v")).collect();
    versions.iter_mut().for_each(|version| *version = version.split(' ').next().unwrap_or(version));
    versions.sort_unstable();
    versions.dedup();
    let number = |version: &str| {
        let mut parts = version.split('.').filter_map(|part| part.parse::<u32>().ok());
        parts.next().zip(parts.next())
    };
    match versions.as_slice() {
        [one] if number(one) >= Some(SQLITE_AT_LEAST) => Ok(()),
        _ => bail!("the server must have one libsqlite3-sys of at least 0.37, and has {versions:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::one_sqlite;

    #[test]
    fn one_recent_sqlite_passes_and_anything_else_does_not() {
        assert!(one_sqlite("sqlx-sqlite v0.9.0\nlibsqlite3-sys v0.37.1\nlibsqlite3-sys v0.37.1 (*)").is_ok());
        assert!(one_sqlite("libsqlite3-sys v0.30.1").is_err());
        assert!(one_sqlite("libsqlite3-sys v0.37.1\nlibsqlite3-sys v0.30.1").is_err());
        assert!(one_sqlite("").is_err());
    }
}
