//! The server that is measured, and the program that measures it, as processes.

use crate::tools::{capture, command, run, scratch};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A demo server on a free port; dropping it stops it.
pub struct Server {
    process: Child,
    address: String,
    /// Held open: a server whose output nobody takes stops at its next line.
    _output: BufReader<ChildStdout>,
}

impl Server {
    /// Starts it and waits until it listens. Its log goes to a file.
    pub fn start(program: &Path, site: &Path, database: &str) -> Result<Self> {
        let log = scratch()?.join("bench-server.log");
        let mut server = command(program);
        server.env("PONTE_MODE", "demo").env("PONTE_ADDRESS", "127.0.0.1:0").env("PONTE_SITE", site);
        server.env("DATABASE_URL", database).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(fs::File::create(&log)?);
        let mut process = server.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let mut output = BufReader::new(process.stdout.take().context("a server without output")?);
        let mut line = String::new();
        output.read_line(&mut line)?;
        let Some(address) = line.trim().strip_prefix("listening on ").map(str::to_owned) else {
            let _ = process.wait();
            bail!("the server did not start:\n{}", fs::read_to_string(&log).unwrap_or_default());
        };
        Ok(Self { process, address, _output: output })
    }

    /// `http://…`
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The memory it holds now.
    pub fn memory(&self) -> Result<Memory> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
        let bytes = |name: &str| -> Result<u64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).with_context(|| format!("no {name}"))?;
            Ok(line.trim().trim_end_matches(" kB").trim().parse::<u64>()? * 1024)
        };
        Ok(Memory { resident: bytes("VmRSS:")?, own: bytes("RssAnon:")? })
    }
}

/// Memory of a process, in bytes.
#[derive(Clone, Copy)]
pub struct Memory {
    /// All that is resident.
    pub resident: u64,
    /// The same without pages of files, which the system can take back: the program's, and the database's where it is mapped.
    pub own: u64,
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked first, so that the database is closed in order.
        if run(Command::new("kill").args(["-TERM", &self.process.id().to_string()])).is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// What `ponte-bench` prints.
pub fn figures(program: &Path, words: &[&str], database: &str) -> Result<Value> {
    let printed = capture(command(program).args(words).env("DATABASE_URL", database))?;
    serde_json::from_slice(&printed).with_context(|| format!("ponte-bench {} printed something else", words.join(" ")))
}
