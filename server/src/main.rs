//! The program.

use std::process::ExitCode;

use server::config::Config;
use server::import::{Request, USAGE};

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // For people: what is wrong and why, without the place in the code.
            eprintln!("ponte: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let request = match words.split_first() {
        None => None,
        Some((command, rest)) if command == "import" => Some(Request::parse(rest)?),
        Some(_) => anyhow::bail!("{USAGE}"),
    };
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match request {
        Some(request) => runtime.block_on(server::import::run(config, request)),
        None => runtime.block_on(server::run(config)),
    }
}
