//! Moments in words, in Rome's time.

use chrono::{DateTime, Datelike, Timelike, Utc};
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
    let (days, months, joint) = language.pick((DAYS_IT, MONTHS_IT, "alle"), (DAYS_EN, MONTHS_EN, "at"));
    let day = days[at.weekday().num_days_from_monday() as usize];
    let month = months[at.month0() as usize];
    format!("{day} {} {month} {} {joint} {}:{:02}", at.day(), at.year(), at.hour(), at.minute())
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
