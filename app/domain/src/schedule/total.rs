//! The sum over a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::holidays::is_holiday;
use super::week::Week;

/// Most days a period is summed over: longer ones are nobody's traineeship, and a typing mistake must not cost time.
pub const DAYS_MAX: i64 = 3_660;

/// Days on which the host is closed, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Closure {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// When nobody works.
#[derive(Debug, Clone, Copy)]
pub struct Closed<'a> {
    pub closures: &'a [Closure],
    /// Public holidays are worked too.
    pub holidays_worked: bool,
}

impl Closed<'_> {
    /// Whether that date is free whatever the week says.
    pub fn is_free(&self, date: NaiveDate) -> bool {
        let closed = self.closures.iter().any(|closure| closure.from <= date && date <= closure.to);
        closed || (!self.holidays_worked && is_holiday(date))
    }
}

/// What a week comes to over a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Total {
    /// Days with work.
    pub days: i64,
    pub minutes: i64,
}

impl Week {
    /// The dates of work from `start` to `end`, both inclusive, in order; none if the end comes first or the period is longer
    /// than [`DAYS_MAX`].
    pub fn dates(&self, start: NaiveDate, end: NaiveDate, closed: &Closed) -> impl Iterator<Item = NaiveDate> {
        let days = (end - start).num_days() + 1;
        let days = if (1..=DAYS_MAX).contains(&days) { days } else { 0 };
        let period = start.iter_days().take(usize::try_from(days).unwrap_or_default());
        period.filter(|date| !self.on(*date).is_empty() && !closed.is_free(*date))
    }

    /// Days and minutes of work from `start` to `end`, both inclusive.
    pub fn total(&self, start: NaiveDate, end: NaiveDate, closed: &Closed) -> Total {
        self.dates(start, end, closed).fold(Total::default(), |total, date| Total {
            days: total.days + 1,
            minutes: total.minutes + self.on(date).iter().map(|band| band.minutes()).sum::<i64>(),
        })
    }
}
