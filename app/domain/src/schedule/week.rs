//! The week that repeats itself.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::bands::{Band, bands};
use crate::answers::Answers;
use crate::check::Checker;

/// Names of the days' fields, Monday first.
pub const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The bands of each day, Monday first; each day's in order and apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Week {
    pub days: [Vec<Band>; 7],
}

impl Week {
    /// The week of the fields [`DAYS`]; none with every problem noted. An empty week is no problem of a single day.
    pub fn read(c: &mut Checker, answers: &Answers) -> Option<Self> {
        let mut week = Self::default();
        let mut is_right = true;
        for (day, field) in week.days.iter_mut().zip(DAYS) {
            match c.take(field, bands(answers.get(field))) {
                Some(bands) => *day = bands,
                None => is_right = false,
            }
        }
        is_right.then_some(week)
    }

    /// The bands of a date.
    pub fn on(&self, date: NaiveDate) -> &[Band] {
        let day = date.weekday().num_days_from_monday();
        self.days.get(day as usize).map_or(&[], Vec::as_slice)
    }

    /// Minutes of a day, 0 for Monday to 6 for Sunday.
    pub fn minutes_of(&self, day: usize) -> i64 {
        self.days.get(day).into_iter().flatten().map(|band| band.minutes()).sum()
    }

    /// Minutes of the whole week.
    pub fn minutes(&self) -> i64 {
        (0..7).map(|day| self.minutes_of(day)).sum()
    }

    /// Days with work.
    pub fn days_worked(&self) -> i64 {
        self.days.iter().filter(|day| !day.is_empty()).count() as i64
    }
}
