//! The number people know a convention or a project by.

use serde::{Deserialize, Serialize};

/// Progressive within an institution and a calendar year, shown as `2026/118`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number {
    pub year: i32,
    /// From 1.
    pub progressive: i64,
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.year, self.progressive)
    }
}

impl std::str::FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let (year, progressive) = text.split_once('/').ok_or(NotANumber)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(progressive) {
            return Err(NotANumber);
        }
        let progressive = progressive.parse().ok().filter(|number| *number > 0).ok_or(NotANumber)?;
        Ok(Self { year: year.parse().map_err(|_| NotANumber)?, progressive })
    }
}

/// Not written as `2026/118`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a number of the form 2026/118")]
pub struct NotANumber;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written() {
        let number = Number { year: 2026, progressive: 118 };
        assert_eq!(number.to_string(), "2026/118");
        assert_eq!("2026/118".parse(), Ok(number));
        for text in ["", "118", "2026/", "2026/0", "26/118", "2026/-1", "2026/+1", "2026/99999999999999999999"] {
            assert_eq!(text.parse::<Number>(), Err(NotANumber), "{text}");
        }
    }
}
