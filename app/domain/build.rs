//! Embeds every profile of the folder `profiles`, so that an institution is added by adding a file and nothing else.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("profiles");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let rows: String = files.iter().map(|path| row(path)).collect();
    fs::write(Path::new(&variable("OUT_DIR")?).join("profiles.rs"), format!("&[\n{rows}]\n"))
}

fn row(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("    ({name:?}, include_str!({:?})),\n", path.display().to_string())
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
