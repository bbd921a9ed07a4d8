//! The bands of one day.

use serde::{Deserialize, Serialize};

use crate::check::Problem;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;
/// More bands than anybody works in a day.
const BANDS_MAX: usize = 6;

/// From one minute after midnight to another: `from` inclusive, `to` exclusive, 0 ≤ from < to ≤ 1440. Work over midnight is
/// written on two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Band {
    pub from: i64,
    pub to: i64,
}

impl Band {
    /// Its length in minutes.
    pub fn minutes(self) -> i64 {
        self.to - self.from
    }
}

impl std::fmt::Display for Band {
    /// `09:00-13:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.from, self.to);
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

/// The bands written for a day, in order: `09:00-13:00, 14-18`. Empty: a free day. Hours alone are full hours; a point may
/// stand for the colon. Errors: `NotATime`, `EndsBeforeStart`, `Overlapping`, `TooMany` (more than six).
pub fn bands(text: &str) -> Result<Vec<Band>, Problem> {
    let written = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut bands = written.map(band).collect::<Result<Vec<Band>, Problem>>()?;
    if bands.len() > BANDS_MAX {
        return Err(Problem::TooMany { max: BANDS_MAX as i64 });
    }
    bands.sort_unstable();
    let overlapping = bands.windows(2).any(|pair| pair[1].from < pair[0].to);
    if overlapping { Err(Problem::Overlapping) } else { Ok(bands) }
}

fn band(text: &str) -> Result<Band, Problem> {
    let (from, to) = text.split_once(['-', '–', '—']).ok_or(Problem::NotATime)?;
    let (from, to) = (minute(from)?, minute(to)?);
    if from < to { Ok(Band { from, to }) } else { Err(Problem::EndsBeforeStart) }
}

fn minute(text: &str) -> Result<i64, Problem> {
    let (hours, minutes) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "00"));
    let number = |digits: &str, most: i64| {
        let shaped = matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i64>().ok().filter(|number| shaped && *number <= most)
    };
    let minute = number(hours, 24).zip(number(minutes, 59).filter(|_| minutes.len() == 2));
    minute.map(|(hours, minutes)| hours * 60 + minutes).filter(|minute| *minute <= DAY).ok_or(Problem::NotATime)
}
