//! The parts of the registration, of which a profile makes pages. Source: domain reference 3.0 `accreditation.steps`.

use serde::{Deserialize, Serialize};

/// One part of the registration wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Country,
    Ids,
    Company,
    Association,
    LegalSeat,
    OperatingSeat,
    Contact,
    LegalRep,
    Privacy,
    UserName,
    Summary,
}

impl Part {
    /// Every part, in the order of the addresses in the design.
    pub const ALL: [Part; 11] = [
        Part::Country,
        Part::Ids,
        Part::Company,
        Part::Association,
        Part::LegalSeat,
        Part::OperatingSeat,
        Part::Contact,
        Part::LegalRep,
        Part::Privacy,
        Part::UserName,
        Part::Summary,
    ];

    /// The part's word in the address (`/{i}/accreditamento/{slug}`).
    pub fn slug(self) -> &'static str {
        match self {
            Part::Country => "nazione",
            Part::Ids => "identificativi",
            Part::Company => "azienda",
            Part::Association => "associazione",
            Part::LegalSeat => "sede-legale",
            Part::OperatingSeat => "sede-operativa",
            Part::Contact => "referente",
            Part::LegalRep => "rappresentante",
            Part::Privacy => "privacy",
            Part::UserName => "utente",
            Part::Summary => "riepilogo",
        }
    }

    /// The part of an address word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.slug() == slug)
    }
}
