//! From a template and its facts to the bytes.

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::facts::Printable;
use crate::world::Desk;

/// Documents after which what was remembered of older ones is forgotten.
const REMEMBERED: usize = 10;

/// What is typeset, in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Template {
    ConventionIt,
    ConventionEn,
}

impl Template {
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::ConventionIt => "/convention.it.typ",
            Self::ConventionEn => "/convention.en.typ",
        }
    }
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    /// At least 1.
    pub pages: i64,
}

/// Why there is no document: our own mistake, as every text a form accepts can be set.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("the facts cannot be written: {0}")]
    Facts(String),
    #[error("typesetting: {0}")]
    Typesetting(String),
}

/// Sets a template with its facts. `key` names the document for good, `at` is the time it says it was made: both, with the
/// facts, decide every byte.
pub fn typeset(template: Template, facts: &impl Serialize, key: &str, at: DateTime<Utc>) -> Result<Pdf, Failure> {
    match set(template, Printable::of(facts)?, key, at) {
        Err(Failure::Typesetting(_)) => set(template, Printable::plain(facts)?, key, at),
        set => set,
    }
}

fn set(template: Template, Printable { facts, replaced }: Printable, key: &str, at: DateTime<Utc>) -> Result<Pdf, Failure> {
    let json = serde_json::json!({ "facts": facts, "replaced": replaced });
    let json = serde_json::to_vec(&json).map_err(|error| Failure::Facts(error.to_string()))?;
    let desk = Desk::new(template, json).ok_or_else(|| Failure::Typesetting("no such template".to_owned()))?;
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(|found| failed(&found))?;
    let bytes = typst_pdf::pdf(&document, &options(key, at)?).map_err(|found| failed(&found));
    comemo::evict(REMEMBERED);
    Ok(Pdf { bytes: bytes?, pages: i64::try_from(document.pages().len()).unwrap_or(1) })
}

fn options(key: &str, at: DateTime<Utc>) -> Result<PdfOptions, Failure> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|refused| Failure::Typesetting(refused.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(key.to_owned()),
        creator: Smart::Custom(Some("Ponte".to_owned())),
        timestamp: timestamp(at),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(at: DateTime<Utc>) -> Option<Timestamp> {
    let part = |value: u32| u8::try_from(value).ok();
    let (month, day) = (part(at.month())?, part(at.day())?);
    let (hour, minute, second) = (part(at.hour())?, part(at.minute())?, part(at.second())?);
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second).map(Timestamp::new_utc)
}

/// What the compiler said; its messages name the template's code, never what somebody typed.
fn failed(found: &[SourceDiagnostic]) -> Failure {
    Failure::Typesetting(found.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; "))
}
