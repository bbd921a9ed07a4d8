//! Reading the two tables of places: comma-separated, quotes where a value has a comma, a header line.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Country, Municipality};
use crate::codes::is_belfiore;

/// The municipalities in the order of their cadastral codes. Rows without a code (`ND`) are left out: no tax code names them.
pub(super) fn municipalities(csv: &str) -> Result<Vec<Municipality>, String> {
    let mut shared = Shared::default();
    let mut rows = rows("municipalities", csv, |[belfiore, name, other, province, region, _istat, postal, from, to]| {
        if !is_belfiore(belfiore) {
            return Some(None);
        }
        Some(Some(Municipality {
            belfiore: shared.text(belfiore),
            name: shared.text(name),
            other_name: shared.optional(other),
            province: shared.text(province),
            region: shared.text(region),
            postal_codes: shared.list(postal),
            valid_from: from.parse().ok()?,
            valid_to: optional_date(to)?,
        }))
    })?;
    rows.sort_by(|a, b| a.belfiore.cmp(&b.belfiore).then(a.valid_from.cmp(&b.valid_from)));
    Ok(rows)
}

/// The foreign states in the order of the table.
pub(super) fn countries(csv: &str) -> Result<Vec<Country>, String> {
    let mut shared = Shared::default();
    rows("countries", csv, |[belfiore, iso2, name_it, name_en, from, to]| {
        Some(Some(Country {
            belfiore: shared.text(belfiore),
            iso2: shared.optional(iso2),
            name_it: shared.text(name_it),
            name_en: shared.text(if name_en.is_empty() { name_it } else { name_en }),
            valid_from: from.parse().ok()?,
            valid_to: optional_date(to)?,
        }))
    })
}

/// The rows after the header; `read` gives `None` for one it cannot read, `Some(None)` for one to leave out.
fn rows<T, const N: usize>(
    table: &str,
    csv: &str,
    mut read: impl FnMut([&str; N]) -> Option<Option<T>>,
) -> Result<Vec<T>, String> {
    let mut rows = Vec::new();
    for (at, line) in csv.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty()) {
        let values = values(line);
        let columns: Option<[&str; N]> = values.iter().map(String::as_str).collect::<Vec<_>>().try_into().ok();
        match columns.and_then(&mut read) {
            Some(row) => rows.extend(row),
            None => return Err(format!("{table}: line {} cannot be read", at + 1)),
        }
    }
    rows.shrink_to_fit();
    Ok(rows)
}

/// The values of a line. A quote within quotes is doubled.
fn values(line: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut value = String::new();
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => value.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => values.push(std::mem::take(&mut value)),
            c => value.push(c),
        }
    }
    values.push(value);
    values
}

/// `Some(None)` for no date, `None` for one that cannot be read.
fn optional_date(text: &str) -> Option<Option<NaiveDate>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

/// Every text once: names and codes come back in many rows.
#[derive(Default)]
struct Shared(HashSet<Arc<str>>);

impl Shared {
    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        self.0.insert(text.clone());
        text
    }

    /// Texts separated by blanks.
    fn list(&mut self, text: &str) -> Vec<Arc<str>> {
        let mut list: Vec<Arc<str>> = text.split_whitespace().map(|text| self.text(text)).collect();
        list.shrink_to_fit();
        list
    }

    fn optional(&mut self, text: &str) -> Option<Arc<str>> {
        (!text.is_empty()).then(|| self.text(text))
    }
}
