//! V-VIES: VAT numbers of other countries. Source: domain reference 5.

mod checksum;

use super::shape::{compact, fits};
use crate::check::Problem;

/// Country, prefix of its numbers, shapes of what follows it. Spain's rule on its two ends stands in [`has_form`].
const FORMS: [(&str, &str, &[&str]); 28] = [
    ("AT", "AT", &["Udddddddd"]),
    ("BE", "BE", &["bddddddddd"]),
    ("BG", "BG", &["ddddddddd", "dddddddddd"]),
    ("CY", "CY", &["dddddddda"]),
    ("CZ", "CZ", &["dddddddd", "ddddddddd", "dddddddddd"]),
    ("DE", "DE", &["ddddddddd"]),
    ("DK", "DK", &["dddddddd"]),
    ("EE", "EE", &["ddddddddd"]),
    ("GR", "EL", &["ddddddddd"]),
    ("ES", "ES", &["xdddddddx"]),
    ("FI", "FI", &["dddddddd"]),
    ("FR", "FR", &["ffddddddddd"]),
    ("HR", "HR", &["ddddddddddd"]),
    ("HU", "HU", &["dddddddd"]),
    ("IE", "IE", &["dddddddw", "dddddddwi", "dsdddddw"]),
    ("IT", "IT", &["ddddddddddd"]),
    ("LT", "LT", &["ddddddddd", "dddddddddddd"]),
    ("LU", "LU", &["dddddddd"]),
    ("LV", "LV", &["ddddddddddd"]),
    ("MT", "MT", &["dddddddd"]),
    ("NL", "NL", &["nnnnnnnnnnnn"]),
    ("PL", "PL", &["dddddddddd"]),
    ("PT", "PT", &["ddddddddd"]),
    ("RO", "RO", &["dd", "ddd", "dddd", "ddddd", "dddddd", "ddddddd", "dddddddd", "ddddddddd", "dddddddddd"]),
    ("SE", "SE", &["dddddddddd01"]),
    ("SI", "SI", &["dddddddd"]),
    ("SK", "SK", &["dddddddddd"]),
    ("XI", "XI", &["ddddddddd", "dddddddddddd", "GDddd", "HAddd"]),
];

/// A VAT number or other identifier of a country that is not Italy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ForeignVat {
    text: String,
    in_the_union: bool,
}

impl ForeignVat {
    /// `country` is ISO 3166 alpha-2; Greece may also be given as `EL`, and Northern Ireland is `XI`.
    /// In the Union the prefix may be missing and is put in front; outside, 3–20 of `A-Z 0-9 . / -`.
    /// Error: `ForeignVatForm`.
    pub fn parse(country: &str, text: &str) -> Result<Self, Problem> {
        let country = compact(country);
        let text = compact(text);
        // numbers of Northern Ireland come from the United Kingdom and are in VIES all the same
        let country =
            if country == "GB" && has_form("XI", text.strip_prefix("XI").unwrap_or_default()) { "XI" } else { &country };
        let Some((_, prefix, _)) = FORMS.iter().find(|(iso2, prefix, _)| *iso2 == country || *prefix == country) else {
            return Self::outside(text);
        };
        let body = text.strip_prefix(prefix).unwrap_or(&text);
        if !has_form(prefix, body) {
            return Err(Problem::ForeignVatForm);
        }
        Ok(Self { text: format!("{prefix}{body}"), in_the_union: true })
    }

    fn outside(text: String) -> Result<Self, Problem> {
        let characters = text.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || b"./-".contains(&c));
        let fits = characters && (3..=20).contains(&text.len());
        if fits { Ok(Self { text, in_the_union: false }) } else { Err(Problem::ForeignVatForm) }
    }

    /// The normalised text, in the Union with its prefix.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the number breaks the checksum of its country: to be looked at, never a refusal.
    /// False where the country has none or where it does not apply to numbers of this shape.
    pub fn checksum_differs(&self) -> bool {
        self.in_the_union && !checksum::is_right(&self.text[..2], &self.text[2..])
    }
}

impl std::fmt::Display for ForeignVat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<ForeignVat> for String {
    fn from(number: ForeignVat) -> Self {
        number.text
    }
}

fn has_form(prefix: &str, body: &str) -> bool {
    let shaped = FORMS.iter().any(|(_, known, masks)| *known == prefix && masks.iter().any(|mask| fits(body, mask)));
    let two_digit_ends = body.starts_with(|c: char| c.is_ascii_digit()) && body.ends_with(|c: char| c.is_ascii_digit());
    shaped && !(prefix == "ES" && two_digit_ends)
}
