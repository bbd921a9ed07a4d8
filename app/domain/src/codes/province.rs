//! V-PROV. Source: domain reference 5 (the list of 2026; an update is a new list).

use crate::check::Problem;

/// The provinces of today, by car code, in alphabetical order.
pub const CURRENT: [&str; 107] = [
    "AG", "AL", "AN", "AO", "AP", "AQ", "AR", "AT", "AV", "BA", "BG", "BI", "BL", "BN", "BO", "BR", "BS", "BT", "BZ", "CA", "CB",
    "CE", "CH", "CL", "CN", "CO", "CR", "CS", "CT", "CZ", "EN", "FC", "FE", "FG", "FI", "FM", "FR", "GE", "GO", "GR", "IM", "IS",
    "KR", "LC", "LE", "LI", "LO", "LT", "LU", "MB", "MC", "ME", "MI", "MN", "MO", "MS", "MT", "NA", "NO", "NU", "OR", "PA", "PC",
    "PD", "PE", "PG", "PI", "PN", "PO", "PR", "PT", "PU", "PV", "PZ", "RA", "RC", "RE", "RG", "RI", "RM", "RN", "RO", "SA", "SI",
    "SO", "SP", "SR", "SS", "SU", "SV", "TA", "TE", "TN", "TO", "TP", "TR", "TS", "TV", "UD", "VA", "VB", "VC", "VE", "VI", "VR",
    "VT", "VV",
];

/// Provinces of the past: good for births only.
pub const BIRTH_ONLY: [&str; 10] = ["CI", "OG", "OT", "VS", "FO", "PS", "FU", "PL", "ZA", "VG"];

/// What stands for a province when somebody was born abroad.
pub const ABROAD: &str = "EE";

code! {
    /// The car code of a province.
    Province
}

impl Province {
    /// A province of today, for addresses. Error: `Province`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        Self::one_of(text, |code| CURRENT.contains(&code))
    }

    /// A province of a birth: of today, of the past, or `EE` for abroad. Error: `Province`.
    pub fn parse_for_birth(text: &str) -> Result<Self, Problem> {
        Self::one_of(text, |code| CURRENT.contains(&code) || BIRTH_ONLY.contains(&code) || code == ABROAD)
    }

    fn one_of(text: &str, known: impl Fn(&str) -> bool) -> Result<Self, Problem> {
        let code = text.trim().to_ascii_uppercase();
        if known(&code) { Ok(Self(code)) } else { Err(Problem::Province) }
    }
}
