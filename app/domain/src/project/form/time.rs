//! From when to when, on which days, at what hours.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::accreditation::reading::{Reader, date, whole_number};
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::schedule::{Closed, Closure, DAYS_MAX, Total, Week};

/// Most closures of a period.
pub const CLOSURES_MAX: i64 = 20;

/// Period and week, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// First and last day, both inclusive.
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub week: Week,
    /// «Chiusure aziendali previste», in order.
    pub closures: Vec<Closure>,
    /// Public holidays are worked.
    pub holidays_worked: bool,
    /// «Quota a distanza» in per cent, 0–100.
    pub remote_share: Option<i64>,
}

impl Time {
    /// When nobody works.
    pub fn closed(&self) -> Closed<'_> {
        Closed { closures: &self.closures, holidays_worked: self.holidays_worked }
    }

    /// Days and minutes of the whole traineeship.
    pub fn total(&self) -> Total {
        self.week.total(self.start, self.end, &self.closed())
    }
}

pub(super) fn read(c: &mut Checker, answers: &Answers) -> Option<Time> {
    let mut r = Reader { checker: c, answers };
    let start = r.must("start", date);
    let end = r.must("end", date);
    let closures = r.may("closures", closures);
    let remote_share = r.may("remote_share", whole_number(100));
    let week = Week::read(c, answers);
    if week.as_ref().is_some_and(|week| week.minutes() == 0) {
        c.add("monday", Problem::Missing);
    }
    match start.zip(end) {
        Some((start, end)) if end < start => c.add("end", Problem::EndsBeforeStart),
        // No traineeship is that long: a mistyped year.
        Some((start, end)) if (end - start).num_days() >= DAYS_MAX => c.add("end", Problem::NotADate),
        Some(_) | None => {}
    }
    Some(Time {
        start: start?,
        end: end?,
        week: week?,
        closures: closures?.unwrap_or_default(),
        holidays_worked: answers.flag("holidays_worked"),
        remote_share: remote_share?,
    })
}

/// One closure a line: `24/12/2026 – 06/01/2027`, or one date. Errors: `NotADate`, `EndsBeforeStart`, `TooMany`.
fn closures(text: &str) -> Result<Vec<Closure>, Problem> {
    let written = text.split([',', ';', '\n']).map(str::trim).filter(|line| !line.is_empty());
    let mut closures = written.map(closure).collect::<Result<Vec<Closure>, Problem>>()?;
    closures.sort_unstable();
    if closures.len() as i64 > CLOSURES_MAX { Err(Problem::TooMany { max: CLOSURES_MAX }) } else { Ok(closures) }
}

fn closure(text: &str) -> Result<Closure, Problem> {
    if let Ok(day) = date(text) {
        return Ok(Closure { from: day, to: day });
    }
    let parts = text.split_once(['–', '—']).or_else(|| text.split_once(" - ")).or_else(|| text.split_once('-'));
    let (from, to) = parts.ok_or(Problem::NotADate)?;
    let (from, to) = (date(from)?, date(to)?);
    if from <= to { Ok(Closure { from, to }) } else { Err(Problem::EndsBeforeStart) }
}
