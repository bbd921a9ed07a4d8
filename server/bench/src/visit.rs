//! The first visit of a page: every byte its browser loads, compressed as it comes over the line.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use serde::Serialize;

use crate::html::{imported_by_script, loaded_by_page};
use crate::visitor::Visitor;

/// The pages that are measured, and who visits them.
const PAGES: [(&str, Option<&str>); 7] = [
    ("/", None),
    ("/upo", None),
    ("/upo/accreditamento", None),
    ("/upo/accreditamento/nazione", None),
    ("/accedi", None),
    ("/upo/area", Some("referente.demo")),
    ("/upo/ufficio/accreditamenti", Some("ufficio.upo")),
];

/// Bytes of one page's first visit, by kind.
#[derive(Debug, Default, Serialize)]
pub struct Visit {
    page: &'static str,
    wasm: usize,
    js: usize,
    css: usize,
    fonts: usize,
    html: usize,
    /// The icon.
    other: usize,
}

/// Visits every page, each as a browser with nothing in its cache.
pub async fn all(address: &str) -> Result<Vec<Visit>> {
    let mut visits = Vec::new();
    for (page, person) in PAGES {
        let mut visitor = match person {
            Some(name) => Visitor::logged_in(address, name).await?,
            None => Visitor::new(address).await?,
        };
        visits.push(visit(&mut visitor, page).await?);
    }
    Ok(visits)
}

async fn visit(visitor: &mut Visitor, page: &'static str) -> Result<Visit> {
    let mut visit = Visit { page, ..Visit::default() };
    visit.html = visitor.get(page, true).await?.body.len();
    let html = visitor.get(page, false).await?.text();
    let mut waiting: Vec<String> = loaded_by_page(&html).into_iter().collect();
    if waiting.is_empty() {
        bail!("{page} loads nothing: was the site built?");
    }
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(file) = waiting.pop() {
        let bytes = visitor.get(&file, true).await?.body.len();
        visit.add(&file, bytes);
        if file.ends_with(".js") {
            let imported = imported_by_script(&visitor.get(&file, false).await?.text());
            waiting.extend(imported.into_iter().filter(|file| seen.insert(file.clone())));
        }
    }
    Ok(visit)
}

impl Visit {
    fn add(&mut self, file: &str, bytes: usize) {
        let kind = match file.rsplit('.').next() {
            Some("wasm") => &mut self.wasm,
            Some("js") => &mut self.js,
            Some("css") => &mut self.css,
            Some("woff" | "woff2") => &mut self.fonts,
            _ => &mut self.other,
        };
        *kind += bytes;
    }
}
