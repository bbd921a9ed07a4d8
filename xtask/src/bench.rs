//! `cargo xtask bench`: measures the release server and writes docs/performance.md.

mod document;
mod machine;
mod server;
mod tables;

use crate::browser::SERVER_PACKAGES;
use crate::postgres::Cluster;
use crate::run::{self, Built, Flags};
use crate::site;
use crate::tools::{self, cargo, root, say, scratch, target};
use anyhow::{Context, Result};
use serde_json::Value;
use server::{Memory, Server};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Requests in the office's list: few, and as many as it must bear.
const FEW: u64 = 1_000;
const MANY: u64 = 100_000;
/// Time between the start of the server and the look at its memory.
const IDLE: Duration = Duration::from_secs(10);

/// Everything that was measured.
#[derive(Default)]
pub struct Figures {
    /// `visits` of `ponte-bench`.
    visits: Value,
    /// `documents` of `ponte-bench`.
    documents: Value,
    /// By database, in the order of the document.
    databases: Vec<OfDatabase>,
}

/// What was measured on one database.
struct OfDatabase {
    /// As the document calls it.
    name: &'static str,
    /// As the engine calls itself.
    version: String,
    /// Requests and the `times` of `ponte-bench`.
    times: Vec<(u64, Value)>,
    /// `autosaves` of `ponte-bench`.
    autosaves: Value,
    /// The server's memory, before and after the requests.
    idle: Memory,
    after: Memory,
}

/// Measures, prints the document, and with `--write` puts it in its place. `--built` takes the last build as it is.
pub fn bench(flags: &[&str]) -> Result<()> {
    Flags::parse(flags, &["--write", "--built"])?;
    let programs = if flags.contains(&"--built") { programs(site::folder()) } else { build()? };
    let figures = programs.measure()?;
    let path = root().join("docs/performance.md");
    let before = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let after = document::filled(&before, &figures, &programs.site)?;
    println!("\n{after}");
    if flags.contains(&"--write") {
        fs::write(&path, after).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The server that is measured, and the program that measures it.
struct Programs {
    server: PathBuf,
    bench: PathBuf,
    site: PathBuf,
}

fn programs(site: PathBuf) -> Programs {
    let release = target().join("release");
    Programs { server: release.join("ponte"), bench: release.join("ponte-bench"), site }
}

fn build() -> Result<Programs> {
    let Built { site, .. } = run::build(&Flags::parse(&["--release"], &["--release"])?)?;
    say("compiling the measuring program");
    let bins = ["--package", "bench", "--bin", "ponte", "--bin", "ponte-bench", "--profile", "release"];
    tools::run(cargo().arg("build").args(SERVER_PACKAGES).args(bins))?;
    Ok(programs(site))
}

impl Programs {
    fn measure(&self) -> Result<Figures> {
        let folder = scratch()?.join("bench");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let mut figures = Figures::default();
        let file = format!("sqlite://{}", folder.join("ponte.sqlite").display());
        figures.visits = self.visits(&file)?;
        say("measuring the documents");
        figures.documents = server::figures(&self.bench, &["documents"], &file)?;
        figures.databases.push(self.on("SQLite", &file)?);
        let cluster = Cluster::start().context("nothing was measured on PostgreSQL")?;
        figures.databases.push(self.on("PostgreSQL", &cluster.url())?);
        fs::remove_dir_all(&folder)?;
        Ok(figures)
    }

    /// On the records of the demo, which the server makes at its first start.
    fn visits(&self, database: &str) -> Result<Value> {
        say("measuring the first visits");
        let server = Server::start(&self.server, &self.site, database)?;
        server::figures(&self.bench, &["visits", server.address()], database)
    }

    fn on(&self, name: &'static str, database: &str) -> Result<OfDatabase> {
        // The first start makes the tables; the filling wants them without anybody who writes.
        drop(Server::start(&self.server, &self.site, database)?);
        let version = server::figures(&self.bench, &["engine"], database)?.as_str().unwrap_or_default().to_owned();
        self.fill(name, FEW, database)?;
        let few = {
            let server = Server::start(&self.server, &self.site, database)?;
            self.times(&server, database)?
        };
        self.fill(name, MANY, database)?;
        let server = Server::start(&self.server, &self.site, database)?;
        std::thread::sleep(IDLE);
        let idle = server.memory()?;
        let many = self.times(&server, database)?;
        say("measuring the autosaves");
        let autosaves = server::figures(&self.bench, &["autosaves", server.address()], database)?;
        let after = server.memory()?;
        Ok(OfDatabase { name, version, times: vec![(FEW, few), (MANY, many)], autosaves, idle, after })
    }

    fn fill(&self, name: &str, requests: u64, database: &str) -> Result<()> {
        say(&format!("filling {name} with {requests} requests"));
        server::figures(&self.bench, &["fill", &requests.to_string()], database).map(drop)
    }

    fn times(&self, server: &Server, database: &str) -> Result<Value> {
        say("measuring the pages");
        server::figures(&self.bench, &["times", server.address()], database)
    }
}

/// The manifest of a built site.
fn manifest(site: &Path) -> Result<Value> {
    let path = site.join("manifest.json");
    let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(serde_json::from_slice(&text)?)
}
