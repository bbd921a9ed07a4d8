//! Where things are, how programs are started, and what must be installed.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The target triple of the browser's side.
pub const WASM: &str = "wasm32-unknown-unknown";
const NODE_AT_LEAST: u32 = 20;

/// The checkout's folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// Cargo's output folder, also when `CARGO_TARGET_DIR` moves it.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |moved| root().join(moved))
}

/// A folder for our own notes and intermediate files.
pub fn scratch() -> Result<PathBuf> {
    let folder = target().join("xtask");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// A line that tells the reader what happens now.
pub fn say(line: &str) {
    println!("▸ {line}");
}

/// A command that works in the checkout's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end and fails unless it went well.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// What a command prints, or its error output as the problem.
pub fn capture(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", shown(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}\n{}", shown(command), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}

/// The same as one trimmed text.
pub fn capture_line(command: &mut Command) -> Result<String> {
    Ok(String::from_utf8_lossy(&capture(command)?).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// The first of these programs found on `PATH` or in one of the further folders.
pub fn find(names: &[&str], folders: &[PathBuf]) -> Option<PathBuf> {
    find_in(names, &[search_path().as_slice(), folders].concat())
}

/// The folders of `PATH`.
pub fn search_path() -> Vec<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect()
}

/// The first of these programs found in one of the folders.
pub fn find_in(names: &[&str], folders: &[PathBuf]) -> Option<PathBuf> {
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A program of an npm package.
pub fn npm_program(name: &str) -> Command {
    command(root().join("node_modules/.bin").join(name))
}

/// Whether we are the superuser.
pub fn is_root() -> bool {
    capture_line(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// A short content hash, for file names and for "did this change?".
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part);
    }
    sum.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Checks the tools of a build and installs what is missing.
pub fn prepare() -> Result<()> {
    let rust = capture_line(Command::new("rustc").arg("--version")).context("Rust is missing: install it with rustup")?;
    let node = node_version()?;
    say(&format!("{rust}, Node {node}"));
    wasm_target()?;
    npm_packages()
}

fn node_version() -> Result<String> {
    let wanted = format!("install Node.js {NODE_AT_LEAST} or later, with npm");
    let version = capture_line(Command::new("node").arg("--version")).with_context(|| format!("Node.js is missing: {wanted}"))?;
    let version = version.trim_start_matches('v').to_owned();
    let major: u32 = version.split('.').next().and_then(|number| number.parse().ok()).unwrap_or(0);
    if major < NODE_AT_LEAST {
        bail!("Node.js {version} is too old: {wanted}");
    }
    Ok(version)
}

fn wasm_target() -> Result<()> {
    let libraries = capture_line(command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    say("installing Rust's WebAssembly target");
    run(command("rustup").args(["target", "add", WASM]))
}

fn npm_packages() -> Result<()> {
    // The stamp lives with what it speaks of: cargo's folder may be shared by several checkouts.
    let stamp = root().join("node_modules/.ponte-stamp");
    let wanted = hash([fs::read(root().join("package-lock.json"))?.as_slice()]);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say("installing the npm packages of package-lock.json");
    run(command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(&stamp, wanted).context("cannot note which npm packages are installed")
}

/// Packages are installed by the superuser of a Debian, and by nobody else.
fn may_install(is_root: bool, has_apt: bool, by_hand: &str) -> Result<()> {
    if is_root && has_apt { Ok(()) } else { bail!("{by_hand}") }
}

/// Installs Debian packages where that is possible, else says what to install by hand.
pub fn install_debian(packages: &[&str], by_hand: &str) -> Result<()> {
    may_install(is_root(), find(&["apt-get"], &[]).is_some(), by_hand)?;
    say(&format!("installing Debian's packages: {}", packages.join(" ")));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").stdout(Stdio::null());
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes"]).args(packages)).with_context(|| by_hand.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_installed_is_named_and_ends_the_run() {
        assert!(may_install(true, true, "install it").is_ok());
        for (is_root, has_apt) in [(false, true), (true, false), (false, false)] {
            let problem = may_install(is_root, has_apt, "Chromium is missing: install it").unwrap_err();
            assert_eq!(problem.to_string(), "Chromium is missing: install it");
        }
    }

    #[test]
    fn programs_are_looked_for_in_the_order_of_their_names() {
        let there = tempfile::tempdir().unwrap();
        for name in ["chromium-browser", "google-chrome"] {
            fs::write(there.path().join(name), "").unwrap();
        }
        let folders = [there.path().to_path_buf()];
        let names = ["chromium", "chromium-browser", "google-chrome"];
        assert_eq!(find_in(&names, &folders), Some(there.path().join("chromium-browser")));
        assert_eq!(find_in(&["firefox"], &folders), None);
    }
}
