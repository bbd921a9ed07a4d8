//! How long a convention holds, and what is due when. Calendar days in Rome; all bounds inclusive.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::state::{Effect, Event};

/// Days before the expiry at which the host and the office are told, if the convention does not renew itself.
pub const WARNED_DAYS: [u64; 3] = [90, 30, 7];

/// From the day of the stipulation to the expiry, which is the last day the convention holds; none: it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub stipulated_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
}

impl Term {
    /// The term of a convention stipulated on that day for so many months (1–60). As the civil code counts: it ends on the
    /// day of the last month that has the same number, or on the last of that month (31 August and 18 months: 28 or 29
    /// February).
    pub fn new(stipulated_on: NaiveDate, months: i64) -> Self {
        Self { stipulated_on, expires_on: after_months(stipulated_on, months) }
    }

    /// The first day on which it no longer holds.
    pub fn over_on(&self) -> Option<NaiveDate> {
        self.expires_on.and_then(|day| day.succ_opt())
    }
}

/// The same day so many months later, or the last of that month.
pub(super) fn after_months(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(u32::try_from(months).ok()?))
}

/// So many days before.
pub(super) fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// What is due next for an active convention after `today`: a warning, the renewal or the end.
pub(super) fn next_timer(term: &Term, renewal: bool, today: NaiveDate) -> Effect {
    let Some((expires_on, over_on)) = term.expires_on.zip(term.over_on()) else { return Effect::StopTimer };
    if renewal {
        return Effect::Timer { event: Event::Renew, on: over_on };
    }
    let warnings = WARNED_DAYS.map(|days| days_before(expires_on, days));
    match warnings.into_iter().find(|day| *day > today) {
        Some(on) => Effect::Timer { event: Event::WarnExpiry, on },
        None => Effect::Timer { event: Event::Expire, on: over_on },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("is a date")
    }

    #[test]
    fn a_term_ends_on_the_day_with_the_same_number() {
        for (from, months, expires_on) in [
            ("2026-11-20", 36, "2029-11-20"),
            ("2026-08-31", 18, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2026-12-31", 1, "2027-01-31"),
        ] {
            assert_eq!(Term::new(day(from), months).expires_on, Some(day(expires_on)), "{from} and {months} months");
        }
    }

    #[test]
    fn warnings_come_one_after_the_other_then_the_end() {
        let term = Term::new(day("2026-11-20"), 12);
        let next = |today| next_timer(&term, false, day(today));
        let at = |event, on| Effect::Timer { event, on: day(on) };
        assert_eq!(next("2026-11-20"), at(Event::WarnExpiry, "2027-08-22"));
        assert_eq!(next("2027-08-22"), at(Event::WarnExpiry, "2027-10-21"));
        assert_eq!(next("2027-10-21"), at(Event::WarnExpiry, "2027-11-13"));
        assert_eq!(next("2027-11-13"), at(Event::Expire, "2027-11-21"));
        assert_eq!(next_timer(&term, true, day("2027-11-13")), at(Event::Renew, "2027-11-21"));
        let endless = Term { expires_on: None, ..term };
        assert_eq!(next_timer(&endless, false, day("2027-11-13")), Effect::StopTimer);
    }
}
