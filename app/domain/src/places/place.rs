//! What is known of a place.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes::PostalCode;
use crate::text::fold;

/// One period of an Italian municipality. Texts are shared between rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    pub belfiore: Arc<str>,
    pub name: Arc<str>,
    /// In the second language of the place, or of old.
    pub other_name: Option<Arc<str>>,
    /// Car code, of that period.
    pub province: Arc<str>,
    /// Empty where the province is no longer Italian.
    pub region: Arc<str>,
    /// Of current rows; empty if not known.
    pub postal_codes: Vec<Arc<str>>,
    /// Both days included; no end: still valid.
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
}

/// A foreign state. Italy is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    pub belfiore: Arc<str>,
    /// ISO 3166 alpha-2, where one exists today.
    pub iso2: Option<Arc<str>>,
    pub name_it: Arc<str>,
    /// The Italian name if there is no English one.
    pub name_en: Arc<str>,
    /// Both days included; no end: still valid.
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
}

/// A suggestion for the municipality of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    pub name: String,
    pub province: String,
    /// Empty if not known.
    pub postal_codes: Vec<String>,
}

impl From<&Municipality> for Town {
    fn from(row: &Municipality) -> Self {
        Self {
            name: row.name.to_string(),
            province: row.province.to_string(),
            postal_codes: row.postal_codes.iter().map(|code| code.to_string()).collect(),
        }
    }
}

/// A suggestion for a place of birth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BirthPlace {
    pub belfiore: String,
    pub name: String,
    /// `None` for a foreign state.
    pub province: Option<String>,
    /// The last day of a place that is no more (or no more of that name and province).
    pub until: Option<NaiveDate>,
}

/// A place of birth that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthPlaceRef<'a> {
    pub belfiore: &'a str,
    pub name: &'a str,
    /// As declared if it was ever that place's, else of the birth date. `None` for a foreign state.
    pub province: Option<&'a str>,
}

impl Municipality {
    /// Whether the code is one of the municipality's; always, if none is known.
    pub fn has_postal_code(&self, code: &PostalCode) -> bool {
        self.postal_codes.is_empty() || self.postal_codes.iter().any(|known| &**known == code.as_str())
    }

    /// Whether the row is of today.
    pub fn is_current(&self) -> bool {
        self.valid_to.is_none()
    }

    pub(super) fn is_valid(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|end| on <= end)
    }

    pub(super) fn is_named(&self, folded: &str) -> bool {
        fold(&self.name) == folded
    }
}

impl Country {
    pub(super) fn is_valid(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|end| on <= end)
    }
}
