use domain::convention::coverage::{Asked, Terms};
use domain::convention::{ConventionKind, State, Term};
use domain::ids::{ConventionId, OrganisationId};
use domain::profile::ProjectKind;
use domain::rules::{Level, Reason, Remedy, Span, TermFacts, last_day_of_months, r05, r08, r16, r28};
use uuid::Uuid;

use super::{day, profile, span};

fn facts(span: Span) -> TermFacts {
    TermFacts {
        kind: ProjectKind::Curricular,
        span,
        suspended_days: 0,
        disabled: false,
        birth_date: day("2001-12-31"),
        today: day("2026-11-18"),
        papers: None,
    }
}

#[test]
fn months_count_their_first_and_last_day() {
    for (start, months, last) in [
        ("2026-01-01", 12, "2026-12-31"),
        ("2026-11-18", 12, "2027-11-17"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2026-03-01", 12, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-10-31", 1, "2026-11-30"),
    ] {
        assert_eq!(last_day_of_months(day(start), months), day(last), "{months} months from {start}");
    }
}

#[test]
fn r05_twelve_months_are_allowed_and_a_day_more_is_not() {
    for (start, last, more) in [
        ("2026-12-01", "2027-11-30", "2027-12-01"),
        ("2027-03-01", "2028-02-29", "2028-03-01"),
        ("2028-02-29", "2029-02-28", "2029-03-01"),
        ("2027-01-01", "2027-12-31", "2028-01-01"),
    ] {
        assert_eq!(r05(&facts(span(start, last)), &profile()), None, "{start} to {last}");
        let found = r05(&facts(span(start, more)), &profile()).expect("is too long");
        let reason = Reason::TooLong { months: 12, end: day(more), latest: day(last) };
        assert_eq!((found.level, found.reason), (Level::Block, reason));
        assert_eq!(found.remedy, Remedy::EndBy { date: day(last) });
    }
}

#[test]
fn r05_is_twice_as_long_for_the_disabled_longer_by_suspensions_and_for_curricular_ones_only() {
    let two_years = facts(span("2026-12-01", "2028-11-30"));
    assert!(r05(&two_years, &profile()).is_some());
    let disabled = TermFacts { disabled: true, ..two_years };
    assert_eq!(r05(&disabled, &profile()), None);
    let more = TermFacts { span: span("2026-12-01", "2028-12-01"), ..disabled };
    assert!(r05(&more, &profile()).is_some());
    let suspended = |suspended_days| TermFacts { suspended_days, ..facts(span("2026-12-01", "2027-12-10")) };
    assert!(r05(&suspended(9), &profile()).is_some());
    assert_eq!(r05(&suspended(10), &profile()), None);
    assert_eq!(r05(&TermFacts { kind: ProjectKind::Extracurricular, ..two_years }, &profile()), None);
}

const HOST: OrganisationId = OrganisationId(Uuid::from_u128(1));

#[test]
fn r08_the_start_is_covered_or_it_blocks_and_the_end_only_warns() {
    let terms = [Terms {
        id: ConventionId(Uuid::from_u128(7)),
        organisation: HOST,
        state: State::Active,
        kind: ConventionKind::Curricular,
        term: Some(Term { stipulated_on: day("2026-01-10"), expires_on: Some(day("2027-01-10")) }),
        renewal: false,
        area: String::new(),
    }];
    let asked = |start: &str, end: &str, kind| Asked {
        organisation: HOST,
        seat_is_open: true,
        kind,
        area: None,
        start: Some(day(start)),
        end: Some(day(end)),
    };
    let level = |start, end, kind| r08(&terms, &asked(start, end, kind), &profile()).map(|finding| finding.level);
    use ProjectKind::{Curricular, Extracurricular};
    assert_eq!(level("2027-01-10", "2027-01-10", Curricular), None);
    assert_eq!(level("2027-01-10", "2027-01-11", Curricular), Some(Level::Warning));
    assert_eq!(level("2027-01-11", "2027-01-12", Curricular), Some(Level::Block));
    assert_eq!(level("2026-12-01", "2026-12-31", Extracurricular), Some(Level::Block));
    let none = r08(&[], &asked("2026-12-01", "2026-12-31", Curricular), &profile()).expect("none covers");
    assert_eq!((none.reason, none.remedy), (Reason::NoConvention { refused: vec![] }, Remedy::ProposeConvention));
}

#[test]
fn r16_the_start_is_today_or_later_and_papers_come_the_day_before() {
    let starts = |start: &str, papers| r16(&TermFacts { papers, ..facts(span(start, "2027-06-30")) }, &profile());
    assert_eq!(starts("2026-11-18", None), None);
    let past = starts("2026-11-17", None).expect("is past");
    assert_eq!(past.remedy, Remedy::StartFrom { date: day("2026-11-18") });
    assert_eq!(starts("2026-11-19", Some(None)), None, "they can still come today");
    let late = starts("2026-11-18", Some(None)).expect("is late");
    assert_eq!(late.reason, Reason::DocumentsLate { by: day("2026-11-17") });
    assert_eq!(late.remedy, Remedy::StartFrom { date: day("2026-11-19") });
    assert_eq!(starts("2026-11-18", Some(Some(day("2026-11-17")))), None);
    assert_eq!(starts("2027-01-01", Some(Some(day("2026-12-31")))), None);
    assert!(starts("2027-01-01", Some(Some(day("2027-01-01")))).is_some());
}

#[test]
fn r28_the_sixteenth_birthday_counts() {
    for (born, start, young) in [
        ("2010-12-01", "2026-12-01", false),
        ("2010-12-02", "2026-12-01", true),
        ("2010-12-31", "2026-12-31", false),
        ("2011-01-01", "2026-12-31", true),
        ("2012-02-29", "2028-02-29", false),
        ("2012-02-29", "2028-02-28", true),
    ] {
        let facts = TermFacts { birth_date: day(born), ..facts(span(start, "2029-01-01")) };
        assert_eq!(r28(&facts, &profile()).is_some(), young, "{born} on {start}");
        assert_eq!(r28(&TermFacts { kind: ProjectKind::Pcto, ..facts }, &profile()), None);
    }
}

#[test]
fn r28_who_was_born_on_a_leap_day_is_a_year_older_in_march() {
    let mut profile = profile();
    profile.rules.get_mut("R-28").expect("is known").value = domain::profile::RuleValue::Number(18);
    let young =
        |start: &str| r28(&TermFacts { birth_date: day("2008-02-29"), ..facts(span(start, "2027-01-01")) }, &profile).is_some();
    assert!(young("2026-02-28") && !young("2026-03-01"));
}
