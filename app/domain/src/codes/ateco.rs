//! ATECO codes of activity, by form only: no table with a clear licence. Source: domain reference 2.2 `ateco`.

use super::shape::{compact, is_digits};
use crate::check::Problem;

code! {
    /// A code of two to six digits in pairs: `62`, `62.0`, `62.01`, `62.01.0`, `62.01.00`.
    Ateco
}

impl Ateco {
    /// The code with its dots, which may be missing in `text` (all of them or none). Error: `Ateco`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = compact(text);
        let digits = text.replace('.', "");
        if !is_digits(&digits, 2, 6) || digits.starts_with("00") {
            return Err(Problem::Ateco);
        }
        let pairs: Vec<&str> = [0..2, 2..4, 4..6]
            .into_iter()
            .filter(|pair| pair.start < digits.len())
            .map(|pair| &digits[pair.start..pair.end.min(digits.len())])
            .collect();
        let code = pairs.join(".");
        if text == code || text == digits { Ok(Self(code)) } else { Err(Problem::Ateco) }
    }
}
