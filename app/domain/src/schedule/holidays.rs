//! The public holidays of Italy. Source: L. 260/1949 and L. 54/1977 with their changes; 4 October since 2026 (L. 151/2025).

use chrono::{Datelike, Days, NaiveDate};

/// Month and day of the fixed ones.
const FIXED: [(u32, u32); 10] = [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

/// Whether the date is a public holiday in all of Italy. Sundays alone are not; patron saints' days are closures of the host.
pub fn is_holiday(date: NaiveDate) -> bool {
    let day = (date.month(), date.day());
    let francis = day == (10, 4) && date.year() >= 2026;
    let monday = easter(date.year()).and_then(|easter| easter.checked_add_days(Days::new(1)));
    FIXED.contains(&day) || francis || monday == Some(date)
}

/// Easter Sunday of a Gregorian year (1583 and later). Source: the anonymous algorithm of *Nature*, 1876.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}
