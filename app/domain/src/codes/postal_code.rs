//! V-CAP. Source: domain reference 5.

use super::shape::is_digits;
use crate::check::Problem;

code! {
    /// An Italian postal code: five digits, zeros in front kept.
    PostalCode
}

impl PostalCode {
    /// A code between 00010 and 98168. Inner spaces are not forgiven: they hide a missing digit. Error: `PostalCode`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let in_range = is_digits(text, 5, 5) && matches!(text.parse(), Ok(10..=98_168));
        if in_range { Ok(Self(text.to_owned())) } else { Err(Problem::PostalCode) }
    }
}
