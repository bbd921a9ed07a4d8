//! The figures as rows of tables.

use super::{Figures, OfDatabase, manifest};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A table's rows, cell by cell.
pub type Rows = Vec<Vec<String>>;

const KINDS: [&str; 5] = ["wasm", "js", "css", "fonts", "html"];
/// Pages before the log-in; the others are recorded.
const LIMITED: [&str; 4] = ["/", "/upo", "/upo/accreditamento", "/upo/accreditamento/nazione"];

/// Bytes of every first visit.
pub fn visits(figures: &Figures) -> Rows {
    let all = figures.visits.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().map(visit).collect()
}

fn visit(visit: &Value) -> Vec<String> {
    let page = visit["page"].as_str().unwrap_or_default();
    let bytes = |kind: &str| visit[kind].as_u64().unwrap_or_default();
    let limit = if LIMITED.contains(&page) { "320, WASM + JS 220" } else { "recorded" };
    let in_all: u64 = KINDS.iter().map(|kind| bytes(kind)).sum::<u64>() + bytes("other");
    let cells = KINDS.iter().map(|kind| kilobytes(bytes(kind)));
    [format!("`{page}`"), limit.to_owned()].into_iter().chain(cells).chain([kilobytes(in_all)]).collect()
}

/// Bytes of every part that is loaded when it is needed.
pub fn lazy_parts(site: &Path) -> Result<Rows> {
    let manifest = manifest(site)?;
    let needs = ["lazy", "forms_lazy"].into_iter().filter_map(|key| manifest[key].as_object()).flat_map(|parts| parts.values());
    let files: BTreeSet<&str> = needs.filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect();
    let mut rows = Rows::new();
    for address in files {
        let name = address.trim_start_matches("/assets/");
        let small = site.join("assets").join(format!("{name}.br"));
        let bytes = fs::metadata(&small).with_context(|| format!("cannot read {}", small.display()))?.len();
        rows.push(vec![format!("`{}`", name.split('.').next().unwrap_or(name)), kilobytes(bytes)]);
    }
    if rows.is_empty() {
        rows.push(vec!["there are none".to_owned(), String::new()]);
    }
    Ok(rows)
}

/// Server time, page by page.
pub fn times(figures: &Figures) -> Rows {
    let pages = |times: &Value| times.as_array().map_or(0, Vec::len);
    let count = figures.databases.iter().flat_map(|database| &database.times).map(|(_, times)| pages(times)).max().unwrap_or(0);
    let mut rows = Rows::new();
    for page in 0..count {
        for database in &figures.databases {
            rows.extend(database.times.iter().map(|(requests, times)| time(database, *requests, &times[page])));
        }
    }
    rows
}

fn time(database: &OfDatabase, requests: u64, time: &Value) -> Vec<String> {
    let page = time["page"].as_str().unwrap_or_default();
    let number = |name: &str| time[name].as_f64().unwrap_or_default();
    let limit = match (page, database.name) {
        ("reserved area", _) => "recorded",
        (_, "SQLite") => "25",
        _ => "40",
    };
    let ratio = if number("bare_p50") > 0.0 { number("p50") / number("bare_p50") } else { 0.0 };
    vec![
        page.to_owned(),
        grouped(requests),
        database.name.to_owned(),
        limit.to_owned(),
        format!("{:.1}", number("p50")),
        format!("{:.1}", number("p99")),
        format!("{:.2}", number("bare_p50")),
        format!("{ratio:.0}"),
    ]
}

/// What is written per second.
pub fn writing(figures: &Figures) -> Rows {
    let saves = |database: &OfDatabase| format!("{:.0}", database.autosaves["per_second"].as_f64().unwrap_or_default());
    vec![across(figures, &["autosaves per second"], saves)]
}

/// How long documents take to be typeset.
pub fn documents(figures: &Figures) -> Rows {
    let all = figures.documents.as_array().map(Vec::as_slice).unwrap_or_default();
    let row = |document: &Value| {
        let number = |name: &str| format!("{:.0}", document[name].as_f64().unwrap_or_default());
        let bytes = kilobytes(document["bytes"].as_u64().unwrap_or_default());
        let name = document["document"].as_str().unwrap_or_default().to_owned();
        vec![name, "150".to_owned(), number("p50"), number("p99"), number("first"), bytes]
    };
    all.iter().map(row).collect()
}

/// Memory of the server's process.
pub fn memory(figures: &Figures) -> Rows {
    vec![
        across(figures, &["idle", "80 MiB"], |database| mebibytes(database.idle.resident)),
        across(figures, &["idle, without pages of files", "recorded"], |database| mebibytes(database.idle.own)),
        across(figures, &["after the run", "recorded"], |database| mebibytes(database.after.resident)),
        across(figures, &["after the run, without pages of files", "recorded"], |database| mebibytes(database.after.own)),
    ]
}

fn across(figures: &Figures, names: &[&str], cell: impl Fn(&OfDatabase) -> String) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).chain(figures.databases.iter().map(cell)).collect()
}

/// Thousands of bytes, as visitors pay them.
fn kilobytes(bytes: u64) -> String {
    if bytes == 0 { "–".to_owned() } else { format!("{:.1}", bytes as f64 / 1000.0) }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.0} MiB", bytes as f64 / 1024.0 / 1024.0)
}

/// `100,000`
fn grouped(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(["999", "1,000", "100,000"], [999, 1_000, 100_000].map(grouped).each_ref().map(String::as_str));
        assert_eq!((kilobytes(0).as_str(), kilobytes(96_250).as_str()), ("–", "96.2"));
        assert_eq!(mebibytes(80 * 1024 * 1024), "80 MiB");
    }
}
