//! `cargo xtask run` and `build`: from a checkout to a running demo.

use crate::browser::SERVER_PACKAGES;
use crate::site::{self, Care};
use crate::tools::{self, cargo, command, root, say, target};
use anyhow::{Context, Result, bail};
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;

/// What was asked for.
pub struct Flags(Vec<String>);

impl Flags {
    /// Refuses what is not known, so that a typing error does not build the wrong thing.
    pub fn parse(words: &[&str], known: &[&str]) -> Result<Self> {
        if let Some(unknown) = words.iter().find(|word| !known.contains(word)) {
            bail!("{unknown} is not known here; there are {}", known.join(" "));
        }
        Ok(Self(words.iter().map(|word| (*word).to_owned()).collect()))
    }

    fn has(&self, flag: &str) -> bool {
        self.0.iter().any(|word| word == flag)
    }
}

/// What a build made.
pub struct Built {
    pub server: PathBuf,
    pub site: PathBuf,
}

/// Checks the tools, then builds the site.
pub fn site(flags: &Flags) -> Result<PathBuf> {
    tools::prepare()?;
    site::build(if flags.has("--release") { Care::Release } else { Care::Quick })
}

/// Checks the tools, then builds the site and the server.
pub fn build(flags: &Flags) -> Result<Built> {
    let release = flags.has("--release");
    let site = site(flags)?;
    say("compiling the server");
    let profile = if release { "release" } else { "dev" };
    tools::run(cargo().arg("build").args(SERVER_PACKAGES).args(["--bin", "ponte", "--profile", profile]))?;
    let server = target().join(if release { "release" } else { "debug" }).join("ponte");
    Ok(Built { server, site })
}

/// Builds, then becomes the demo server: its signals and its exit code are ours.
pub fn run(flags: &Flags) -> Result<()> {
    let built = build(flags)?;
    let data = root().join("data");
    if flags.has("--fresh") && data.exists() {
        say("deleting data/");
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    say("starting the demo");
    let mut server = command(&built.server);
    server.env("PONTE_MODE", "demo").env("PONTE_SITE", &built.site);
    for (name, value) in [("DATABASE_URL", "sqlite://data/ponte.sqlite"), ("PONTE_ADDRESS", "127.0.0.1:3000")] {
        if std::env::var_os(name).is_none() {
            server.env(name, value);
        }
    }
    Err(server.exec()).with_context(|| format!("cannot start {}", built.server.display()))
}
