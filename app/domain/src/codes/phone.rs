//! V-TEL. Source: domain reference 5.

use super::shape::is_digits;
use crate::check::Problem;

code! {
    /// A telephone number in the international form (E.164): `+390131283900`.
    Phone
}

impl Phone {
    /// A number as people write it; without a country it is Italian. Error: `Phone`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let dialled: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
        let digits = match (dialled.strip_prefix('+'), dialled.strip_prefix("00")) {
            (Some(digits), _) | (None, Some(digits)) => digits.to_owned(),
            (None, None) => format!("39{dialled}"),
        };
        let is_number = match digits.strip_prefix("39") {
            Some(national) => is_italian(national),
            None => is_digits(&digits, 7, 15) && !digits.starts_with('0'),
        };
        if is_number { Ok(Self(format!("+{digits}"))) } else { Err(Problem::Phone) }
    }
}

/// Land lines (which keep their zero), mobile and free numbers.
fn is_italian(number: &str) -> bool {
    (number.starts_with('0') && is_digits(number, 6, 11))
        || (number.starts_with('3') && is_digits(number, 9, 10))
        || (number.starts_with("800") && is_digits(number, 6, 9))
}
