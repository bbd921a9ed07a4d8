//! How many autosaves a second the server takes: several visitors at once, each typing on without a pause.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::Value;

use crate::visitor::Visitor;

const VISITORS: usize = 8;
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(5);

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Autosaves {
    visitors: usize,
    per_second: f64,
}

/// Lets every visitor save the name of a company, letter by letter, as the wizard does.
pub async fn per_second(address: &str) -> Result<Autosaves> {
    let start = Instant::now() + WARM_UP;
    let mut visitors = Vec::new();
    for number in 0..VISITORS {
        let typist = Typist::begin(address, number).await?;
        visitors.push(tokio::spawn(typist.save_between(start, start + MEASURED)));
    }
    let mut saved = 0;
    for visitor in visitors {
        saved += visitor.await.context("a visitor stopped")??;
    }
    Ok(Autosaves { visitors: VISITORS, per_second: f64::from(saved) / MEASURED.as_secs_f64() })
}

/// Somebody with a draft.
struct Typist {
    visitor: Visitor,
    number: usize,
    /// Version of the page.
    version: i64,
    /// What was typed last.
    name: String,
}

impl Typist {
    /// Begins a registration: the first save makes the draft and its cookie.
    async fn begin(address: &str, number: usize) -> Result<Self> {
        let mut visitor = Visitor::new(address).await?;
        let country = [("institution", "upo"), ("step", "nazione"), ("version", "0"), ("answers[country]", "IT")];
        visitor.post("/api/accreditation/autosave", &country).await?;
        Ok(Self { visitor, number, version: 0, name: String::new() })
    }

    /// Saves on and on; answers how many saves ended between the two moments.
    async fn save_between(mut self, start: Instant, end: Instant) -> Result<u32> {
        let mut saved = 0;
        let mut letters = 0;
        while Instant::now() < end {
            letters += 1;
            let name = format!("Officine di prova {} {letters}", self.number);
            self.save(name).await?;
            saved += u32::from((start..end).contains(&Instant::now()));
        }
        Ok(saved)
    }

    async fn save(&mut self, name: String) -> Result<()> {
        let version = self.version.to_string();
        let pairs = [
            ("institution", "upo"),
            ("step", "azienda"),
            ("department", ""),
            ("version", &version),
            ("base[legal_name]", &self.name),
            ("answers[legal_name]", &name),
        ];
        let answer = self.visitor.post("/api/accreditation/autosave", &pairs).await?;
        let saved: Value = serde_json::from_slice(&answer.body)?;
        if saved["conflict"].as_array().is_some_and(|fields| !fields.is_empty()) {
            bail!("a visitor met somebody else's text: {saved}");
        }
        self.version = saved["version"].as_i64().context("a save without a version")?;
        self.name = name;
        Ok(())
    }
}
