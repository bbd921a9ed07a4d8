//! V-IBAN: accounts in Italy and San Marino. Source: domain reference 5.

use super::control_letter::control_letter;
use super::shape::{compact, fits};

/// Why an IBAN is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IbanProblem {
    /// Not the 27 characters of an Italian or Sammarinese account.
    #[error("not an Italian IBAN")]
    Form,
    /// The two digits after the country do not match.
    #[error("the check digits do not match")]
    CheckDigits,
    /// The letter in front of the bank's code (CIN) does not match: no other country's checker would notice.
    #[error("the control letter does not match")]
    ControlLetter,
}

code! {
    /// An Italian or Sammarinese IBAN, without spaces.
    Iban
}

impl Iban {
    /// An IBAN whose check digits and control letter are both right.
    pub fn parse(text: &str) -> Result<Self, IbanProblem> {
        let iban = compact(text);
        if !["IT", "SM"].iter().any(|country| fits(&iban, &format!("{country}ddaddddddddddxxxxxxxxxxxx"))) {
            return Err(IbanProblem::Form);
        }
        if remainder_97(&format!("{}{}", &iban[4..], &iban[..4])) != 1 {
            return Err(IbanProblem::CheckDigits);
        }
        if !iban[4..].starts_with(control_letter(&iban[5..])) {
            return Err(IbanProblem::ControlLetter);
        }
        Ok(Self(iban))
    }
}

/// The remainder by 97 of the number made by writing A as 10 … Z as 35.
fn remainder_97(text: &str) -> u32 {
    text.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, value| (rest * if value > 9 { 100 } else { 10 } + value) % 97)
}
