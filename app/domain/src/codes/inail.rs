//! The insured position of a company at INAIL (PAT). Source: domain reference 2.2 `inail_pat`.

use super::shape::{compact, is_digits};
use crate::check::Problem;

code! {
    /// Eight to ten digits: the position, with or without its two control digits.
    InailPat
}

impl InailPat {
    /// The digits, without the stroke often written before the control digits. Error: `InailPat`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let digits = compact(text).replace(['/', '-'], "");
        if is_digits(&digits, 8, 10) { Ok(Self(digits)) } else { Err(Problem::InailPat) }
    }
}
