use domain::profile::{Profile, Severity};
use domain::rules::{Facts, Level, Reason, TermFacts, TimeFacts, evaluate, r10, r11, r31};
use domain::schedule::{Closed, Week, bands};

use super::{day, levels, profile, span};

fn week(days: [&str; 7]) -> Week {
    Week { days: days.map(|text| bands(text).expect("are bands")) }
}

fn facts(week: &Week) -> TimeFacts<'_> {
    TimeFacts {
        week,
        span: span("2026-11-30", "2026-12-06"),
        closed: Closed { closures: &[], holidays_worked: false },
        birth_date: day("2001-12-31"),
        sector_requires: false,
        credits: None,
    }
}

#[test]
fn r10_thirty_six_hours_pass_forty_warn_and_more_block() {
    fn levels_of(week: &Week) -> Vec<Level> {
        r10(&facts(week), &profile()).iter().map(|finding| finding.level).collect()
    }
    let five = |friday: &str| levels_of(&week(["9-17", "9-17", "9-17", "9-17", friday, "", ""]));
    assert_eq!(five("9-13"), [], "36 hours");
    assert_eq!(five("9-13:01"), [Level::Warning]);
    assert_eq!(five("9-17"), [Level::Warning], "40 hours");
    let six = |saturday: &str| levels_of(&week(["9-17", "9-17", "9-17", "9-17", "9-17", saturday, ""]));
    assert_eq!(six("9-9:01"), [Level::Block]);
}

#[test]
fn r10_a_day_has_eight_hours() {
    let day = |text: &str| week([text, "", "", "", "", "", ""]);
    assert_eq!(r10(&facts(&day("9-17")), &profile()), []);
    let long = day("8-12, 13-17:01");
    let found = r10(&facts(&long), &profile());
    assert_eq!(found[0].reason, Reason::DayTooLong { weekday: 1, minutes: 481, limit: 480 });
}

#[test]
fn r11_night_begins_at_ten_and_ends_at_six() {
    let at = |text: &str| week(["", text, "", "", "", "", ""]);
    for (text, night) in [("6-14", false), ("5:59-13", true), ("14-22", false), ("14-22:01", true), ("22-24", true)] {
        assert_eq!(!r11(&facts(&at(text)), &profile()).is_empty(), night, "{text}");
    }
    let early = at("5-9");
    let found = r11(&facts(&early), &profile());
    assert_eq!(found[0].reason, Reason::Night { weekday: 2, minor: false });
}

#[test]
fn r11_warns_an_adult_and_blocks_a_minor_up_to_the_day_before_the_birthday() {
    let sunday = week(["", "", "", "", "", "", "9-13"]);
    let born = |birth: &str, sector_requires| {
        let facts = TimeFacts { birth_date: day(birth), sector_requires, ..facts(&sunday) };
        r11(&facts, &profile()).first().map(|finding| finding.level)
    };
    assert_eq!(born("2008-11-30", false), Some(Level::Warning));
    assert_eq!(born("2008-12-01", false), Some(Level::Block));
    assert_eq!(born("2008-11-30", true), None);
    assert_eq!(born("2008-12-01", true), Some(Level::Block));
}

#[test]
fn r11_a_holiday_is_found_only_where_it_is_worked() {
    let tuesday = week(["", "9-13", "", "", "", "", ""]);
    let over = |end: &str, holidays_worked| {
        let closed = Closed { closures: &[], holidays_worked };
        r11(&TimeFacts { span: span("2026-12-01", end), closed, ..facts(&tuesday) }, &profile())
    };
    assert_eq!(over("2026-12-08", false), []);
    assert_eq!(over("2026-12-07", true), []);
    assert_eq!(over("2026-12-08", true)[0].reason, Reason::Holiday { date: day("2026-12-08"), minor: false });
    let off = |profile: &mut Profile| profile.rules.get_mut("R-11").expect("is known").severity = Severity::Off;
    let mut silent = profile();
    off(&mut silent);
    let closed = Closed { closures: &[], holidays_worked: true };
    assert_eq!(r11(&TimeFacts { span: span("2026-12-01", "2026-12-08"), closed, ..facts(&tuesday) }, &silent), []);
}

#[test]
fn r31_a_credit_is_twenty_five_hours_times_the_tolerance() {
    // Monday to Friday, five hours: one credit a week.
    let five = week(["9-14", "9-14", "9-14", "9-14", "9-14", "", ""]);
    let with = |credits, profile: &Profile| r31(&TimeFacts { credits: Some(credits), ..facts(&five) }, profile);
    assert_eq!(with(1, &profile()), None);
    assert_eq!(with(0, &profile()), None);
    let found = with(2, &profile()).expect("is too little");
    assert_eq!((found.level, found.reason), (Level::Warning, Reason::FewHours { minutes: 1500, wanted: 3000, credits: 2 }));
    let mut half = profile();
    half.project.cfu_tolerance = 0.5;
    assert_eq!(with(2, &half), None);
    half.project.cfu_tolerance = 0.51;
    assert!(with(2, &half).is_some());
    let short = week(["9-14", "9-14", "9-14", "9-14", "9-13:59", "", ""]);
    assert!(r31(&TimeFacts { credits: Some(1), ..facts(&short) }, &profile()).is_some());
    assert_eq!(r31(&facts(&short), &profile()), None, "without credits there is nothing to compare");
}

#[test]
fn all_rules_together_are_silent_until_they_know_something_and_come_in_order() {
    assert_eq!(evaluate(&Facts::default(), &profile()), []);
    let long = week(["5-14", "", "", "", "", "", ""]);
    let time = TimeFacts { credits: Some(60), ..facts(&long) };
    let term = TermFacts {
        kind: domain::profile::ProjectKind::Curricular,
        span: span("2026-11-30", "2028-12-06"),
        suspended_days: 0,
        disabled: false,
        birth_date: day("2020-01-01"),
        today: day("2026-12-01"),
        papers: None,
    };
    let accreditation = Some(domain::accreditation::state::State::Suspended);
    let facts = Facts { time: Some(time), term: Some(term), accreditation, ..Facts::default() };
    let found = evaluate(&facts, &profile());
    let rules: Vec<&str> = levels(&found).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["R-05", "R-10", "R-11", "R-16", "R-28", "R-31", "R-34"]);
}
