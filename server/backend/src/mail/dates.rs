//! Moments in words, in Rome's time.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::language::Language;

const DAYS_IT: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// «mercoledì 18 novembre 2026 alle 14:05», “Wednesday 18 November 2026 at 14:05”.
pub fn moment(at: DateTime<Utc>, language: Language) -> String {
    let at = at.with_timezone(&chrono_tz::Europe::Rome);
    let joint = language.pick("alle", "at");
    format!("{} {joint} {}:{:02}", day(at.date_naive(), language), at.hour(), at.minute())
}

/// «mercoledì 18 novembre 2026», “Wednesday 18 November 2026”. With the weekday no article is needed, which in Italian would
/// change with the figure.
pub fn day(on: NaiveDate, language: Language) -> String {
    let (days, months) = language.pick((DAYS_IT, MONTHS_IT), (DAYS_EN, MONTHS_EN));
    let weekday = days[on.weekday().num_days_from_monday() as usize];
    let month = months[on.month0() as usize];
    format!("{weekday} {} {month} {}", on.day(), on.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_and_winter_have_their_own_hour() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(moment(at("2026-11-18T13:05:00Z"), Language::It), "mercoledì 18 novembre 2026 alle 14:05");
        assert_eq!(moment(at("2026-07-31T22:30:00Z"), Language::En), "Saturday 1 August 2026 at 0:30");
    }
}
