//! How long a document takes to be typeset, each with facts of its own.

use std::time::Instant;

use anyhow::{Result, anyhow};
use chrono::Utc;
use documents::{Convention, Promoter, Representative, SigningHost, SigningPerson, Template, typeset};
use serde::Serialize;

use crate::time::percentile;

/// Documents before those that count.
const WARM_UP: usize = 5;
/// Documents that count.
const MEASURED: usize = 200;

/// The times of one template, in milliseconds.
#[derive(Debug, Serialize)]
pub struct Typeset {
    document: &'static str,
    bytes: usize,
    /// The first of all: fonts are read then.
    first: f64,
    p50: f64,
    p99: f64,
}

/// Typesets the Convenzione in both languages.
pub fn all() -> Result<Vec<Typeset>> {
    let templates = [("Convenzione, Italian", Template::ConventionIt), ("Convenzione, English", Template::ConventionEn)];
    templates.into_iter().map(|(name, template)| times(name, template)).collect()
}

fn times(document: &'static str, template: Template) -> Result<Typeset> {
    let mut took = Vec::with_capacity(MEASURED);
    let (mut bytes, mut first) = (0, 0.0);
    for number in 0..WARM_UP + MEASURED {
        let facts = facts(number);
        let start = Instant::now();
        let pdf =
            typeset(template, &facts, &format!("convention {number}"), Utc::now()).map_err(|failure| anyhow!("{failure}"))?;
        let time = start.elapsed();
        match number {
            0 => first = time.as_secs_f64() * 1000.0,
            _ if number >= WARM_UP => took.push(time),
            _ => {}
        }
        bytes = pdf.bytes.len();
    }
    Ok(Typeset { document, bytes, first, p50: percentile(&mut took, 50), p99: percentile(&mut took, 99) })
}

fn facts(number: usize) -> Convention {
    let signer = |role: &str, name: String| SigningPerson { role: role.to_owned(), name };
    let representative = format!("Ada Fossati {number}");
    Convention {
        number: format!("2026/{number}"),
        promoter: Promoter {
            name: "Università del Piemonte Orientale".to_owned(),
            is_school: false,
            tax_code: "94021400026".to_owned(),
            address: "Via Duomo 6, 13100 Vercelli".to_owned(),
            signatory_title: "Rettrice o Rettore".to_owned(),
            tint: "#74204d".to_owned(),
        },
        host: SigningHost {
            name: format!("Officine di prova {number} S.r.l."),
            address: format!("Via dei Cattaneo {number}, 28100 Novara (NO)"),
            tax_code: Some("01234560025".to_owned()),
            vat_number: Some("01234560025".to_owned()),
            pec: Some(format!("officine{number}@pec.example")),
            ateco: Some("31.09.10".to_owned()),
            representative: Representative {
                name: representative.clone(),
                born_on: None,
                born_in: "Vercelli".to_owned(),
                tax_code: String::new(),
                office_held: "Amministratore unico".to_owned(),
            },
        },
        kind: "both".to_owned(),
        months: 36,
        area: "Scienze economiche e statistiche".to_owned(),
        renewal_months: Some(12),
        notice_days: 60,
        signers: vec![signer("Rappresentante legale", representative), signer("Rettrice", "Irene Valcamonti".to_owned())],
    }
}
