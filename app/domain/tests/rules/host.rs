use domain::accreditation::person::LegalRepresentative;
use domain::accreditation::state::State;
use domain::insurance::{Lamp, Light, PositionKind};
use domain::profile::{ProjectKind, RuleValue, Severity};
use domain::rules::{HostFacts, Level, Other, Reason, Remedy, RuleId, Step, peak, places_for, r01, r02, r21, r23, r34};

use super::{day, levels, others, profile, span};

fn facts<'a>(employees: i64, others: &'a [Other]) -> HostFacts<'a> {
    HostFacts {
        kind: ProjectKind::Curricular,
        span: span("2026-12-01", "2027-02-28"),
        region: Some("Piemonte"),
        employees,
        employees_as_of: day("2026-09-30"),
        others,
        exempt: false,
    }
}

#[test]
fn places_follow_the_table_of_the_reference() {
    let places = |employees, kind| places_for(employees, kind, None, day("2026-12-01"), (10, 2));
    for (employees, most) in [(0, 1), (5, 1), (6, 2), (19, 2), (20, 2), (29, 2), (30, 3), (99, 9), (100, 10)] {
        assert_eq!(places(employees, ProjectKind::Curricular), most, "{employees} employees");
    }
    for (employees, most) in [(0, 1), (5, 1), (6, 2), (20, 2), (21, 2), (30, 3)] {
        assert_eq!(places(employees, ProjectKind::Extracurricular), most, "{employees} employees, extracurricular");
    }
    assert_eq!(places(i64::MAX, ProjectKind::Curricular), i64::MAX / 100, "no number is too large to answer");
}

#[test]
fn r01_the_last_place_can_be_taken_and_not_one_more() {
    for (employees, limit) in [(5, 1), (6, 2), (19, 2), (20, 2), (30, 3), (100, 10)] {
        let taken = others(limit - 1, "2026-11-01", "2027-06-30");
        assert_eq!(r01(&facts(employees, &taken), &profile()), [], "{employees} employees");
        let full = others(limit, "2026-11-01", "2027-06-30");
        let found = r01(&facts(employees, &full), &profile());
        assert_eq!(levels(&found), [("R-01", Level::Block)]);
        assert_eq!(found[0].reason, Reason::HostFull { employees, limit, trainees: limit + 1 });
        assert_eq!(found[0].remedy, Remedy::OtherDates { free: 0 });
        assert!(found[0].source().contains("142/1998"));
    }
}

#[test]
fn r01_others_count_on_the_days_they_share() {
    for (start, end, taken) in [
        ("2026-06-01", "2026-11-30", false),
        ("2026-06-01", "2026-12-01", true),
        ("2027-02-28", "2027-06-30", true),
        ("2027-03-01", "2027-06-30", false),
        ("2026-12-31", "2027-01-01", true),
    ] {
        let found = r01(&facts(1, &others(1, start, end)), &profile());
        assert_eq!(!found.is_empty(), taken, "{start} to {end}");
    }
}

#[test]
fn r01_two_one_after_the_other_are_never_two_at_the_same_time() {
    let mut two = others(1, "2026-11-01", "2026-12-31");
    two.extend(others(1, "2027-01-01", "2027-03-31"));
    assert_eq!(peak(&two, span("2026-12-01", "2027-02-28"), true), 1);
    assert_eq!(r01(&facts(6, &two), &profile()), []);
    two[1].span.start = day("2026-12-31");
    assert_eq!(levels(&r01(&facts(6, &two), &profile())), [("R-01", Level::Block)]);
}

#[test]
fn r01_a_host_without_employees_has_one_place_and_a_warning() {
    let found = r01(&facts(0, &[]), &profile());
    assert_eq!(levels(&found), [("R-01", Level::Warning)]);
    assert_eq!(found[0].reason, Reason::NoEmployees { limit: 1 });
    assert_eq!(r01(&facts(1, &[]), &profile()), []);
    let full = others(1, "2026-12-01", "2026-12-01");
    assert_eq!(levels(&r01(&facts(0, &full), &profile())), [("R-01", Level::Block)]);
}

#[test]
fn r03_who_is_exempt_takes_no_place_unless_the_profile_says_so() {
    let exempt = [Other { exempt: true, ..others(1, "2026-12-01", "2027-02-28")[0] }];
    let mut profile = profile();
    assert_eq!(r01(&facts(1, &exempt), &profile), []);
    let full = others(1, "2026-12-01", "2027-02-28");
    assert_eq!(r01(&HostFacts { exempt: true, ..facts(1, &full) }, &profile), []);
    profile.rules.get_mut("R-03").expect("is known").value = RuleValue::Flag(false);
    assert_eq!(r01(&facts(1, &exempt), &profile).len(), 1);
    assert_eq!(r01(&HostFacts { exempt: true, ..facts(1, &full) }, &profile).len(), 1);
}

#[test]
fn r01_values_and_severity_are_the_profile_s() {
    let mut profile = profile();
    let rule = profile.rules.get_mut("R-01").expect("is known");
    (rule.value, rule.severity) = (RuleValue::Numbers(vec![20, 2]), Severity::Warn);
    assert_eq!(r01(&facts(20, &others(3, "2026-12-01", "2027-01-01")), &profile), []);
    let found = r01(&facts(20, &others(4, "2026-12-01", "2027-01-01")), &profile);
    assert_eq!(levels(&found), [("R-01", Level::Warning)]);
    profile.rules.get_mut("R-01").expect("is known").severity = Severity::Off;
    assert_eq!(r01(&facts(0, &others(4, "2026-12-01", "2027-01-01")), &profile), []);
}

#[test]
fn r02_a_number_of_employees_lasts_twelve_months() {
    for (as_of, today, old) in [
        ("2025-11-18", "2026-11-18", false),
        ("2025-11-17", "2026-11-18", true),
        // 29 February less twelve months is 28 February: that day still counts.
        ("2027-02-28", "2028-02-29", false),
        ("2027-02-27", "2028-02-29", true),
        ("2027-03-01", "2028-03-01", false),
        ("2028-02-29", "2029-02-28", false),
        ("2028-02-28", "2029-03-01", true),
    ] {
        let found = r02(day(as_of), day(today), &profile());
        assert_eq!(found.is_some(), old, "{as_of} on {today}");
        assert!(found.is_none_or(|finding| finding.level == Level::Warning));
    }
}

#[test]
fn r21_names_what_the_legal_representative_lacks() {
    let whole = LegalRepresentative {
        first_name: "Mario".to_owned(),
        last_name: "Rossi".to_owned(),
        sex: Some("M".to_owned()),
        birth_date: Some(day("1985-04-10")),
        birth_place: Some("Roma".to_owned()),
        tax_code: Some("RSSMRA85D10H501H".to_owned()),
        office_held: Some("president".to_owned()),
        ..LegalRepresentative::default()
    };
    assert_eq!(r21(Some(&whole), &profile()), None);
    let found = r21(Some(&LegalRepresentative { birth_date: None, tax_code: None, ..whole }), &profile()).expect("lacks");
    let fields = ["rep_birth_date", "rep_tax_code"].map(str::to_owned).to_vec();
    assert_eq!((found.level, found.reason), (Level::Block, Reason::LegalRepIncomplete { fields }));
    let nobody = r21(None, &profile()).expect("lacks");
    assert!(matches!(nobody.reason, Reason::LegalRepIncomplete { fields } if fields.len() == 7));
}

#[test]
fn r34_stops_a_suspended_or_revoked_host() {
    for state in State::ALL {
        let found = r34(*state, &profile()).map(|finding| (finding.level, finding.reason));
        let expected = match state {
            State::Suspended => Some((Level::Block, Reason::HostStopped { revoked: false })),
            State::Revoked => Some((Level::Block, Reason::HostStopped { revoked: true })),
            _ => None,
        };
        assert_eq!(found, expected, "{state:?}");
    }
}

#[test]
fn r23_red_blocks_the_submission_and_amber_the_activation() {
    let lamp =
        |light, required| Lamp { kind: PositionKind::Rc, light, identifier: String::new(), insurer: None, until: None, required };
    for (light, step, expected) in [
        (Light::Green, Step::Submission, None),
        (Light::Green, Step::Activation, None),
        (Light::Amber, Step::Submission, Some(Level::Warning)),
        (Light::Amber, Step::Activation, Some(Level::Block)),
        (Light::Red, Step::Submission, Some(Level::Block)),
        (Light::Red, Step::Activation, Some(Level::Block)),
    ] {
        let found = r23(&[lamp(light, true)], step, &profile());
        assert_eq!(found.first().map(|finding| finding.level), expected, "{light:?} {step:?}");
        assert_eq!(r23(&[lamp(light, false)], step, &profile()), []);
    }
    assert_eq!(RuleId::R23.source(), "D.M. 142/1998, artt. 3–4");
}
