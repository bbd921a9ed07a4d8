//! Dates and times as people in Rome write them, the same on the server and in the browser.
//!
//! An own rule instead of a time-zone library: the browser's part would carry its whole table. Italy has followed the
//! European directive since 1996; earlier instants never occur, as the installation is younger.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Timelike, Utc, Weekday};
use i18n::Language;
use i18n::time::{MONTHS, WEEKDAYS};

/// The civil date and time in Rome.
pub fn in_rome(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + Duration::hours(if is_summer(at) { 2 } else { 1 })
}

/// From the last Sunday of March to the last of October, at 1:00 UTC. Source: directive 2000/84/EC.
fn is_summer(at: DateTime<Utc>) -> bool {
    let change = |month| last_sunday(at.year(), month).and_hms_opt(1, 0, 0);
    let naive = at.naive_utc();
    change(3).is_some_and(|start| naive >= start) && change(10).is_some_and(|end| naive < end)
}

/// Months of 31 days only.
fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    last - Duration::days(i64::from(last.weekday().num_days_from_sunday()))
}

/// `10:42`, in Rome.
pub fn hour_minute(at: DateTime<Utc>) -> String {
    let local = in_rome(at);
    two(local.hour(), ':', local.minute())
}

/// `18/11/2026`, in Rome.
pub fn day(at: DateTime<Utc>) -> String {
    date(in_rome(at).date())
}

/// `18/11/2026 10:42`, in Rome.
pub fn day_and_time(at: DateTime<Utc>) -> String {
    let mut text = day(at);
    text.push(' ');
    text.push_str(&hour_minute(at));
    text
}

/// `18/11/2026`.
pub fn date(date: NaiveDate) -> String {
    let mut text = two(date.day(), '/', date.month());
    text.push('/');
    text.push_str(&date.year().to_string());
    text
}

/// `18 novembre 2026`, `18 November 2026`.
pub fn long_date(date: NaiveDate, language: Language) -> String {
    [&date.day().to_string(), month(date, language), &date.year().to_string()].join(" ")
}

/// `30 novembre`, `30 November`.
pub fn short_date(date: NaiveDate, language: Language) -> String {
    [&date.day().to_string(), month(date, language)].join(" ")
}

/// `lunedì 30 novembre`, `Monday 30 November`.
pub fn weekday_date(date: NaiveDate, language: Language) -> String {
    [weekday(date.weekday(), language), &date.day().to_string(), month(date, language)].join(" ")
}

/// `mercoledì 18 novembre 2026`.
pub fn full_date(date: NaiveDate, language: Language) -> String {
    [weekday(date.weekday(), language), &long_date(date, language)].join(" ")
}

/// For the `datetime` attribute.
pub fn machine(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Whole days between two instants, as calendars in Rome count them.
pub fn days_between(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    (in_rome(to).date() - in_rome(from).date()).num_days()
}

fn weekday(day: Weekday, language: Language) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].get(language)
}

fn month(date: NaiveDate, language: Language) -> &'static str {
    MONTHS[date.month0() as usize].get(language)
}

/// Two numbers of two digits.
fn two(first: u32, between: char, second: u32) -> String {
    let digit = |value: u32| char::from_digit(value % 10, 10).unwrap_or('0');
    [digit(first / 10), digit(first), between, digit(second / 10), digit(second)].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn winter_is_one_hour_ahead_and_summer_two() {
        assert_eq!(day_and_time(at("2026-11-18T09:42:00Z")), "18/11/2026 10:42");
        assert_eq!(day_and_time(at("2026-07-01T22:30:00Z")), "02/07/2026 00:30");
    }

    #[test]
    fn the_hour_changes_at_one_in_the_morning_of_utc() {
        assert_eq!(hour_minute(at("2026-03-29T00:59:00Z")), "01:59");
        assert_eq!(hour_minute(at("2026-03-29T01:00:00Z")), "03:00");
        assert_eq!(hour_minute(at("2026-10-25T00:59:00Z")), "02:59");
        assert_eq!(hour_minute(at("2026-10-25T01:00:00Z")), "02:00");
    }

    #[test]
    fn dates_are_said_in_both_languages() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a date");
        assert_eq!(weekday_date(date, Language::It), "lunedì 30 novembre");
        assert_eq!(weekday_date(date, Language::En), "Monday 30 November");
        assert_eq!(full_date(date, Language::It), "lunedì 30 novembre 2026");
    }

    #[test]
    fn days_are_counted_by_midnights_in_rome() {
        assert_eq!(days_between(at("2026-11-18T22:30:00Z"), at("2026-11-18T23:30:00Z")), 1);
        assert_eq!(days_between(at("2026-11-18T00:00:00Z"), at("2026-11-18T22:00:00Z")), 0);
    }
}
