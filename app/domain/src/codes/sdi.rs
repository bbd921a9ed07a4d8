//! The code of the exchange system for invoices (*codice destinatario*). Source: domain reference 2.2 `sdi_code`.

use super::shape::{compact, fits};
use crate::check::Problem;

code! {
    /// Seven letters and digits for a private recipient (`0000000` if none), six for a public office.
    SdiCode
}

impl SdiCode {
    /// Error: `SdiCode`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code = compact(text);
        if fits(&code, "xxxxxxx") || fits(&code, "xxxxxx") { Ok(Self(code)) } else { Err(Problem::SdiCode) }
    }

    /// Whether it is the code of a public office.
    pub fn is_public_office(&self) -> bool {
        self.0.len() == 6
    }
}
