//! Reading one field: mandatory or not, then its own check.

use chrono::{Datelike, NaiveDate};

use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::text::{clean_line, clean_text};

/// Reads the fields of one form.
pub struct Reader<'a> {
    pub checker: &'a mut Checker,
    pub answers: &'a Answers,
}

impl Reader<'_> {
    /// A mandatory answer, checked by `parse`.
    pub fn must<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        let text = self.answers.get(field);
        if text.trim().is_empty() {
            self.checker.add(field, Problem::Missing);
            return None;
        }
        self.checker.take(field, parse(text))
    }

    /// An answer that may be empty; `Some(None)` is an accepted empty one.
    pub fn may<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<Option<T>> {
        let text = self.answers.get(field);
        if text.trim().is_empty() {
            return Some(None);
        }
        self.checker.take(field, parse(text)).map(Some)
    }

    /// Mandatory when `needed`, otherwise it may be empty.
    pub fn when<T>(&mut self, needed: bool, field: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Option<Option<T>> {
        if needed { self.must(field, parse).map(Some) } else { self.may(field, parse) }
    }
}

/// One line of at most `max` characters.
pub fn line(max: usize) -> impl Fn(&str) -> Result<String, Problem> {
    move |text| clean_line(text, max)
}

/// Several lines of at most `max` characters.
pub fn lines(max: usize) -> impl Fn(&str) -> Result<String, Problem> {
    move |text| clean_text(text, max)
}

/// One of these codes.
pub fn choice(codes: &'static [&'static str]) -> impl Fn(&str) -> Result<String, Problem> {
    move |text| codes.iter().find(|code| **code == text).map(|code| (*code).to_owned()).ok_or(Problem::NotAChoice)
}

/// A whole number between 0 and `max`, inclusive; blanks and points between thousands are allowed.
pub fn whole_number(max: i64) -> impl Fn(&str) -> Result<i64, Problem> {
    move |text| {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if digits.is_empty() || digits.len() > 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Problem::NotANumber);
        }
        let number = digits.parse::<i64>().map_err(|_| Problem::NotANumber)?;
        if number > max { Err(Problem::OutOfRange { min: 0, max }) } else { Ok(number) }
    }
}

/// A calendar date, `YYYY-MM-DD` or `DD/MM/YYYY`, from 1900 to `latest` inclusive.
pub fn past_date(latest: NaiveDate) -> impl Fn(&str) -> Result<NaiveDate, Problem> {
    move |text| {
        let date = date(text)?;
        if date > latest {
            return Err(Problem::DateInFuture);
        }
        if date.year() < 1900 { Err(Problem::DateTooOld) } else { Ok(date) }
    }
}

/// A calendar date, `YYYY-MM-DD` (what a browser's date field posts) or `DD/MM/YYYY`.
pub fn date(text: &str) -> Result<NaiveDate, Problem> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [first, month, last] = parts.as_slice() else { return Err(Problem::NotADate) };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let number = |digits: &str, length: usize| {
        let fits = !digits.is_empty() && digits.len() <= length && digits.bytes().all(|b| b.is_ascii_digit());
        if fits { digits.parse::<u32>().ok() } else { None }
    };
    let year = number(year, 4).filter(|_| year.len() == 4);
    let date = year.zip(number(month, 2)).zip(number(day, 2));
    date.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year as i32, month, day)).ok_or(Problem::NotADate)
}
