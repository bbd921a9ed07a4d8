//! Where it was measured: day, commit, machine.

use super::Figures;
use crate::tools::{capture_line, command};
use std::fs;
use std::process::Command;

/// The rows of the first table.
pub fn rows(figures: &Figures) -> Vec<Vec<String>> {
    let engines: Vec<&str> = figures.databases.iter().map(|database| database.version.as_str()).collect();
    let chromium = std::env::var("PONTE_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    vec![
        row("date", line(Command::new("date").args(["-u", "+%Y-%m-%d"]))),
        row("commit", commit()),
        row("processor, cores", format!("{}, {}", processor(), cores())),
        row("memory", memory()),
        row("SQLite, PostgreSQL", engines.join(", ")),
        row("Chromium", line(Command::new(chromium).arg("--version")).trim_start_matches("Chromium ").to_owned()),
    ]
}

/// Nothing where the program is missing.
fn line(command: &mut Command) -> String {
    capture_line(command).unwrap_or_default()
}

/// Says so if what was measured is not what was committed.
fn commit() -> String {
    let name = line(command("git").args(["rev-parse", "--short=10", "HEAD"]));
    let changed = line(command("git").args(["status", "--porcelain", "--untracked-files=no", "--", ":!docs"]));
    if changed.is_empty() { name } else { format!("{name}, with changes") }
}

fn processor() -> String {
    let all = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = all.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or_else(|| "unknown".to_owned(), |(_, name)| name.trim().to_owned())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn memory() -> String {
    let all = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = all.lines().find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    total.map_or_else(|| "unknown".to_owned(), |kibibytes| format!("{:.1} GiB", kibibytes / 1024.0 / 1024.0))
}
