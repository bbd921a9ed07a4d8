//! The code of a public body in the index of public administrations. Source: domain reference 2.2 `ipa_code`.

use crate::check::Problem;

/// Longest code, in characters.
pub const MAX: usize = 20;

code! {
    /// One to twenty letters and digits, capitals kept as typed: the index itself is not consistent.
    IpaCode
}

impl IpaCode {
    /// The underscore is accepted too, as municipalities and regions have it (`c_f205`, `r_piemon`). Error: `IpaCode`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let characters = code.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
        let fits = characters && (1..=MAX).contains(&code.len()) && code != "_";
        if fits { Ok(Self(code)) } else { Err(Problem::IpaCode) }
    }
}
