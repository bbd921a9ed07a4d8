//! Hours of the week and their sum across years, leap days, holidays and changes of the clock.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{Checker, Problem};
use domain::schedule::{Band, Closed, Closure, DAYS_MAX, Total, Week, bands, easter, is_holiday};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a date")
}

fn week(days: [&str; 7]) -> Week {
    Week { days: days.map(|text| bands(text).expect("are bands")) }
}

/// Monday to Friday, four hours and four hours.
fn full() -> Week {
    let worked = "09:00-13:00, 14:00-18:00";
    week([worked, worked, worked, worked, worked, "", ""])
}

const OPEN: Closed = Closed { closures: &[], holidays_worked: true };
const ITALIAN: Closed = Closed { closures: &[], holidays_worked: false };

fn total(week: &Week, start: &str, end: &str, closed: &Closed) -> (i64, i64) {
    let Total { days, minutes } = week.total(day(start), day(end), closed);
    (days, minutes)
}

#[test]
fn bands_are_read_as_people_write_them() {
    let nine = Band { from: 540, to: 780 };
    for text in ["09:00-13:00", "9-13", " 9.00 – 13.00 ", "9:00—13"] {
        assert_eq!(bands(text), Ok(vec![nine]), "{text}");
    }
    assert_eq!(bands("14-18; 9-13"), Ok(vec![nine, Band { from: 840, to: 1080 }]));
    assert_eq!(bands("9-13,13-14").map(|bands| bands.len()), Ok(2), "bands may touch");
    assert_eq!(bands("0-24"), Ok(vec![Band { from: 0, to: 1440 }]));
    assert_eq!(bands(" "), Ok(vec![]));
    assert_eq!(nine.to_string(), "09:00-13:00");
}

#[test]
fn what_is_no_band_is_refused() {
    for text in ["9", "9-25", "24:01-24:30", "9:60-10", "9:5-10", "nine-ten", "-9-10", "9-10-11", "٩-١٠", "009-10", "9:00:00-10"]
    {
        assert_eq!(bands(text), Err(Problem::NotATime), "{text}");
    }
    for text in ["13-9", "9-9", "22-6"] {
        assert_eq!(bands(text), Err(Problem::EndsBeforeStart), "{text}");
    }
    assert_eq!(bands("9-13,12:59-14"), Err(Problem::Overlapping));
    assert_eq!(bands("0-1,1-2,2-3,3-4,4-5,5-6,6-7"), Err(Problem::TooMany { max: 6 }));
}

#[test]
fn a_week_names_the_day_that_is_wrong() {
    let mut c = Checker::default();
    let answers = Answers::from([("monday", "9-13"), ("tuesday", "x"), ("sunday", "13-9")]);
    assert_eq!(Week::read(&mut c, &answers), None);
    let fields: Vec<String> = c.into_errors().into_iter().map(|error| error.field).collect();
    assert_eq!(fields, ["tuesday", "sunday"]);
}

#[test]
fn a_week_has_its_minutes_and_days() {
    assert_eq!((full().minutes(), full().days_worked(), full().minutes_of(0), full().minutes_of(6)), (2400, 5, 480, 0));
}

#[test]
fn a_period_counts_its_first_and_last_day_across_years_and_leap_days() {
    let every = week(["9-10"; 7]);
    for (start, end, days) in [
        ("2026-11-18", "2026-11-18", 1),
        ("2026-12-31", "2027-01-01", 2),
        ("2026-01-01", "2026-12-31", 365),
        ("2028-01-01", "2028-12-31", 366),
        ("2028-02-28", "2028-03-01", 3),
        ("2027-02-28", "2027-03-01", 2),
        ("2100-02-28", "2100-03-01", 2),
        ("2026-11-18", "2026-11-17", 0),
    ] {
        assert_eq!(total(&every, start, end, &OPEN), (days, days * 60), "{start} to {end}");
    }
}

#[test]
fn the_clocks_change_and_the_hours_on_the_wall_do_not() {
    let nights = week(["0-6"; 7]);
    for changes in ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"] {
        assert_eq!(total(&nights, changes, changes, &OPEN), (1, 360), "{changes}");
    }
}

#[test]
fn public_holidays_and_closures_are_free() {
    // Christmas 2026 is a Friday, Saint Stephen's a Saturday, New Year's Day a Friday, Epiphany a Wednesday.
    assert_eq!(total(&full(), "2026-12-21", "2027-01-08", &ITALIAN), (12, 12 * 480));
    let closures = [Closure { from: day("2026-12-24"), to: day("2027-01-06") }];
    let closed = Closed { closures: &closures, holidays_worked: true };
    assert_eq!(total(&full(), "2026-12-21", "2027-01-08", &closed), (5, 5 * 480));
    assert_eq!(total(&full(), "2026-12-21", "2027-01-08", &OPEN), (15, 15 * 480));
}

#[test]
fn easter_is_where_the_calendar_has_it() {
    for (year, date) in [
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2011, "2011-04-24"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2028, "2028-04-16"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(easter(year), Some(day(date)), "{year}");
    }
    assert!(is_holiday(day("2026-04-06")) && is_holiday(day("2027-03-29")) && !is_holiday(day("2027-04-05")));
}

#[test]
fn saint_francis_is_a_holiday_since_2026() {
    assert!(!is_holiday(day("2025-10-04")) && is_holiday(day("2026-10-04")));
}

#[test]
fn a_mistyped_century_costs_nothing() {
    assert_eq!(total(&full(), "1026-11-18", "9026-11-18", &OPEN), (0, 0));
    assert_eq!(DAYS_MAX, 3660);
}

proptest! {
    #[test]
    fn two_halves_are_the_whole(start in 0u64..4000, first in 0u64..400, second in 1u64..400) {
        let start = day("2024-01-01") + chrono::Days::new(start);
        let middle = start + chrono::Days::new(first);
        let end = middle + chrono::Days::new(second);
        let (one, two) = (full().total(start, middle, &ITALIAN), full().total(middle.succ_opt().unwrap(), end, &ITALIAN));
        let whole = full().total(start, end, &ITALIAN);
        prop_assert_eq!((one.days + two.days, one.minutes + two.minutes), (whole.days, whole.minutes));
    }

    #[test]
    fn whatever_is_typed_gives_bands_or_a_problem(text in "\\PC{0,40}") {
        if let Ok(bands) = bands(&text) {
            prop_assert!(bands.iter().all(|band| 0 <= band.from && band.from < band.to && band.to <= 1440));
        }
    }
}
