//! V-PROT: protocol numbers, D.P.R. 445/2000 art. 57. Source: domain reference 5.

use chrono::{Datelike, NaiveDate};

use super::shape::is_digits;
use crate::check::Problem;

/// Fewest digits of the progressive number.
pub const MIN_DIGITS: i64 = 7;

/// A protocol number with its date. The number counts within the calendar year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    number: String,
    date: NaiveDate,
}

impl Protocol {
    /// `number` is `0000001` or `0000001/2025`, in which case the year has to be that of `date`.
    /// Errors: `NotANumber`, `TooShort`, `TooLong`, `OutOfRange` (the year), `DateInFuture`.
    pub fn parse(number: &str, date: NaiveDate, today: NaiveDate) -> Result<Self, Problem> {
        let number = number.trim();
        let (progressive, year) = number.split_once('/').map_or((number, None), |(progressive, year)| (progressive, Some(year)));
        if !is_digits(progressive, 1, usize::MAX) {
            return Err(Problem::NotANumber);
        }
        if progressive.len() < MIN_DIGITS as usize {
            return Err(Problem::TooShort { min: MIN_DIGITS });
        }
        if progressive.len() > 20 {
            return Err(Problem::TooLong { max: 20 });
        }
        if year.is_some_and(|year| year != date.year().to_string()) {
            let year = date.year().into();
            return Err(Problem::OutOfRange { min: year, max: year });
        }
        if date > today {
            return Err(Problem::DateInFuture);
        }
        Ok(Self { number: progressive.to_owned(), date })
    }

    /// The progressive number, zeros in front kept.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The day of registration.
    pub fn date(&self) -> NaiveDate {
        self.date
    }
}

impl std::fmt::Display for Protocol {
    /// `0000001/2025`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.date.year())
    }
}
