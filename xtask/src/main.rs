//! `cargo xtask …`: builds, runs and checks the project.

mod bench;
mod browser;
mod check;
mod postgres;
mod run;
mod site;
mod tally;
mod test;
mod tools;
mod wasm;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--release] [--fresh]         build, then serve the demo at http://127.0.0.1:3000
cargo xtask build [--release]                 build the site and the server only
cargo xtask site [--release]                  build the site only, and print its bytes
cargo xtask test [domain|server|browser]      everything that must hold, or one part of it
cargo xtask check                             format, lints and the dependency rules
cargo xtask bench [--write] [--built]         measure what docs/performance.md shows, and write it
cargo xtask screens                           take the pictures in docs/screens/";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        ["run", flags @ ..] => run::run(&run::Flags::parse(flags, &["--release", "--fresh"])?),
        ["build", flags @ ..] => run::build(&run::Flags::parse(flags, &["--release"])?).map(drop),
        ["site", flags @ ..] => run::site(&run::Flags::parse(flags, &["--release"])?).map(drop),
        ["test"] => test::all(),
        ["test", "domain"] => test::one(test::Part::Domain),
        ["test", "server"] => test::one(test::Part::Server),
        ["test", "browser"] => test::one(test::Part::Browser),
        ["check"] => check::check(),
        ["bench", flags @ ..] => bench::bench(flags),
        ["screens"] => browser::screens(),
        _ => bail!("{USAGE}"),
    }
}
