//! hours.

use chrono::NaiveDate;

use super::places::Span;
use super::term::birthday;
use super::value::{flag, number};
use super::{Finding, Level, Reason, Remedy, RuleId};
use crate::profile::{Profile, Severity};
use crate::schedule::{Closed, Week, is_holiday};

/// Night ends and begins, in minutes after midnight (22–06).
const NIGHT: (i64, i64) = (6 * 60, 22 * 60);
const OF_AGE: i64 = 18;

/// What ask about.
#[derive(Debug, Clone, Copy)]
pub struct TimeFacts<'a> {
    pub week: &'a Week,
    pub span: Span,
    pub closed: Closed<'a>,
    pub birth_date: NaiveDate,
    /// The sector cannot do without nights and holidays.
    pub sector_requires: bool,
    /// Credits of a curricular traineeship.
    pub credits: Option<i64>,
}

/// hours of the week (more than the first value block, more than the second warn) and of each day.
pub fn r10(facts: &TimeFacts, profile: &Profile) -> Vec<Finding> {
    let [most, much, day] = [0, 1, 2].map(|index| number(profile, RuleId::R10, index) * 60);
    let minutes = facts.week.minutes();
    let week = |limit| (Reason::WeekTooLong { minutes, limit }, Remedy::WeekAtMost { minutes: limit });
    let of_week = if minutes > most {
        let (reason, remedy) = week(most);
        Finding::of(RuleId::R10, profile, reason, remedy)
    } else if minutes > much {
        let (reason, remedy) = week(much);
        Finding::warning(RuleId::R10, profile, reason, remedy)
    } else {
        None
    };
    let of_days = (0..7).filter_map(|index| {
        let minutes = facts.week.minutes_of(index);
        let reason = Reason::DayTooLong { weekday: index as i64 + 1, minutes, limit: day };
        if minutes > day { Finding::of(RuleId::R10, profile, reason, Remedy::DayAtMost { minutes: day }) } else { None }
    });
    of_week.into_iter().chain(of_days).collect()
}

/// no work at night, on Sundays or public holidays. A minor is blocked; an adult is warned, unless the sector requires it.
pub fn r11(facts: &TimeFacts, profile: &Profile) -> Vec<Finding> {
    let minor = birthday(facts.birth_date, OF_AGE).is_none_or(|day| facts.span.start < day);
    let is_off = RuleId::R11.severity(profile) == Severity::Off || !flag(profile, RuleId::R11);
    if is_off || (facts.sector_requires && !minor) {
        return Vec::new();
    }
    let level = if minor { Level::Block } else { Level::Warning };
    let found = |reason, remedy| Finding { rule: RuleId::R11, level, reason, remedy };
    let is_night = |day: usize| facts.week.days[day].iter().any(|band| band.from < NIGHT.0 || band.to > NIGHT.1);
    let by_day = Remedy::Between { from: NIGHT.0, to: NIGHT.1 };
    let nights = (0..7).filter(|day| is_night(*day));
    let mut findings: Vec<Finding> =
        nights.map(|day| found(Reason::Night { weekday: day as i64 + 1, minor }, by_day.clone())).collect();
    if facts.week.minutes_of(6) > 0 {
        findings.push(found(Reason::Sunday { minor }, Remedy::LeaveFree));
    }
    let mut dates = facts.week.dates(facts.span.start, facts.span.end, &facts.closed);
    findings.extend(dates.find(|date| is_holiday(*date)).map(|date| found(Reason::Holiday { date, minor }, Remedy::LeaveFree)));
    findings
}

/// the hours the credits want, times the profile's tolerance, rounded up to the minute.
pub fn r31(facts: &TimeFacts, profile: &Profile) -> Option<Finding> {
    let credits = facts.credits?;
    let whole = (credits * number(profile, RuleId::R31, 0) * 60) as f64;
    let wanted = (whole * profile.project.cfu_tolerance).ceil() as i64;
    let minutes = facts.week.total(facts.span.start, facts.span.end, &facts.closed).minutes;
    if minutes >= wanted {
        return None;
    }
    let reason = Reason::FewHours { minutes, wanted, credits };
    Finding::of(RuleId::R31, profile, reason, Remedy::AtLeast { minutes: wanted })
}
