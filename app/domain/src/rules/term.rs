//! from when to when.

use chrono::{Days, NaiveDate};

use super::months::last_day_of_months;
use super::places::Span;
use super::value::number;
use super::{Finding, Reason, Remedy, RuleId};
use crate::convention::coverage::{Asked, Terms, choose};
use crate::profile::{Profile, ProjectKind};

/// What ask about.
#[derive(Debug, Clone, Copy)]
pub struct TermFacts {
    pub kind: ProjectKind,
    /// Extensions included.
    pub span: Span,
    /// Days of suspension so far: not counted in the length.
    pub suspended_days: i64,
    /// L. 68/1999.
    pub disabled: bool,
    pub birth_date: NaiveDate,
    pub today: NaiveDate,
    /// Papers have to be delivered before the start: the day the last one came; none: not yet. Outer none: there are none.
    pub papers: Option<Option<NaiveDate>>,
}

/// longest curricular traineeship, extensions included.
pub fn r05(facts: &TermFacts, profile: &Profile) -> Option<Finding> {
    if facts.kind != ProjectKind::Curricular {
        return None;
    }
    let months = number(profile, RuleId::R05, usize::from(facts.disabled));
    let last = last_day_of_months(facts.span.start, months);
    let latest = last.checked_add_days(Days::new(facts.suspended_days.unsigned_abs())).unwrap_or(last);
    if facts.span.end <= latest {
        return None;
    }
    let reason = Reason::TooLong { months, end: facts.span.end, latest };
    Finding::of(RuleId::R05, profile, reason, Remedy::EndBy { date: latest })
}

/// an active convention of the right kind covers the first day; ending after it is a warning.
pub fn r08(conventions: &[Terms], asked: &Asked, profile: &Profile) -> Option<Finding> {
    match choose(conventions, asked) {
        Err(refused) => Finding::of(RuleId::R08, profile, Reason::NoConvention { refused }, Remedy::ProposeConvention),
        Ok((_, cover)) => {
            let (expires_on, end) = cover.ends_before.zip(asked.end)?;
            let reason = Reason::ConventionExpires { expires_on, end };
            Finding::warning(RuleId::R08, profile, reason, Remedy::RenewConvention)
        }
    }
}

/// the start is today or later, and papers are delivered so many days before it.
pub fn r16(facts: &TermFacts, profile: &Profile) -> Option<Finding> {
    let (start, today) = (facts.span.start, facts.today);
    if start < today {
        let reason = Reason::StartPast { start, today };
        return Finding::of(RuleId::R16, profile, reason, Remedy::StartFrom { date: today });
    }
    let days = Days::new(number(profile, RuleId::R16, 0).unsigned_abs());
    let by = start.checked_sub_days(days)?;
    if facts.papers?.unwrap_or(today) <= by {
        return None;
    }
    let date = facts.papers?.unwrap_or(today).checked_add_days(days)?;
    Finding::of(RuleId::R16, profile, Reason::DocumentsLate { by }, Remedy::StartFrom { date })
}

/// compulsory schooling is over: so many years old on the first day, the birthday counts. Born on 29 February, one is a
/// year older on 1 March of other years.
pub fn r28(facts: &TermFacts, profile: &Profile) -> Option<Finding> {
    if facts.kind == ProjectKind::Pcto {
        return None;
    }
    let years = number(profile, RuleId::R28, 0);
    let from = birthday(facts.birth_date, years)?;
    if facts.span.start >= from {
        return None;
    }
    Finding::of(RuleId::R28, profile, Reason::TooYoung { years, from }, Remedy::StartFrom { date: from })
}

/// The day on which somebody becomes so many years old.
pub(super) fn birthday(birth_date: NaiveDate, years: i64) -> Option<NaiveDate> {
    use chrono::Datelike;
    let year = birth_date.year() + i32::try_from(years).ok()?;
    birth_date.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}
