//! The lights of a period. Source: domain reference 2.10, 2.17.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::Problem;
use domain::insurance::{Lamp, Light, Period, Position, PositionKind, lamps, worst};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a date")
}

fn position(kind: PositionKind, from: &str, to: Option<&str>) -> Position {
    Position {
        kind,
        identifier: format!("{} {from}", kind.code()),
        insurer: None,
        valid_from: day(from),
        valid_to: to.map(day),
        renewing: false,
        department: None,
    }
}

fn rc(from: &str, to: &str) -> Position {
    position(PositionKind::Rc, from, Some(to))
}

fn period() -> Period<'static> {
    Period { today: day("2026-11-18"), start: day("2026-12-01"), end: day("2027-02-28"), department: None, abroad: false }
}

fn light(positions: &[Position], kind: PositionKind) -> Lamp {
    lamps(positions, &period()).into_iter().find(|lamp| lamp.kind == kind).expect("is shown")
}

#[test]
fn green_covers_every_day_amber_today_and_red_nothing() {
    for (positions, expected, until) in [
        (vec![rc("2026-12-01", "2027-02-28")], Light::Green, Some("2027-02-28")),
        (vec![rc("2026-12-02", "2027-02-28")], Light::Red, None),
        (vec![rc("2026-01-01", "2027-02-27")], Light::Amber, Some("2027-02-27")),
        (vec![rc("2026-01-01", "2026-11-18")], Light::Amber, Some("2026-11-18")),
        (vec![rc("2026-01-01", "2026-11-17")], Light::Red, None),
        (vec![rc("2026-12-01", "2027-02-27")], Light::Red, Some("2027-02-27")),
        (vec![], Light::Red, None),
        // Two policies, one after the other, on both sides of the year's end.
        (vec![rc("2027-01-01", "2027-12-31"), rc("2026-01-01", "2026-12-31")], Light::Green, Some("2027-12-31")),
        (vec![rc("2026-01-01", "2026-12-30"), rc("2027-01-01", "2027-12-31")], Light::Amber, Some("2026-12-30")),
        (vec![rc("2026-01-01", "2027-01-31"), rc("2026-06-01", "2026-12-31")], Light::Amber, Some("2027-01-31")),
    ] {
        let lamp = light(&positions, PositionKind::Rc);
        assert_eq!((lamp.light, lamp.until), (expected, until.map(day)), "{positions:?}");
    }
}

#[test]
fn a_position_that_is_being_renewed_is_amber() {
    let renewing = Position { renewing: true, ..rc("2026-01-01", "2026-11-17") };
    assert_eq!(light(&[renewing], PositionKind::Rc).light, Light::Amber);
}

#[test]
fn the_state_s_own_management_has_no_end() {
    let inail = position(PositionKind::Inail, "2000-01-01", None);
    let lamp = light(std::slice::from_ref(&inail), PositionKind::Inail);
    assert_eq!((lamp.light, lamp.until, lamp.identifier), (Light::Green, None, inail.identifier));
}

#[test]
fn a_department_s_position_is_its_own_and_the_institution_s_is_everybody_s() {
    let of = |department: &str| Position { department: Some(department.to_owned()), ..rc("2026-01-01", "2027-12-31") };
    let light = |positions: &[Position], department| {
        let lamps = lamps(positions, &Period { department, ..period() });
        lamps.into_iter().find(|lamp| lamp.kind == PositionKind::Rc).expect("is shown").light
    };
    assert_eq!(light(&[of("nord")], Some("nord")), Light::Green);
    assert_eq!(light(&[of("nord")], Some("sud")), Light::Red);
    assert_eq!(light(&[of("nord")], None), Light::Red);
    assert_eq!(light(&[rc("2026-01-01", "2027-12-31")], Some("sud")), Light::Green);
}

#[test]
fn abroad_needs_a_light_of_its_own_and_accident_is_shown_but_not_needed() {
    let two = [position(PositionKind::Inail, "2000-01-01", None), rc("2026-01-01", "2027-12-31")];
    assert_eq!(worst(&lamps(&two, &period())), Light::Green);
    let abroad = lamps(&two, &Period { abroad: true, ..period() });
    assert_eq!((abroad.len(), worst(&abroad)), (3, Light::Red));
    let expired = position(PositionKind::Accident, "2020-01-01", Some("2020-12-31"));
    let three = lamps(&[two[0].clone(), two[1].clone(), expired], &period());
    assert_eq!((three.len(), worst(&three)), (3, Light::Green));
}

#[test]
fn a_position_is_identified_insured_and_ends_after_it_begins() {
    let whole = Answers::from([
        ("insurance_kind", "rc"),
        ("insurance_identifier", "360/2026/0417"),
        ("insurance_insurer", "Assicurazioni della Prova"),
        ("insurance_valid_from", "01/01/2026"),
        ("insurance_valid_to", "31/12/2026"),
        ("insurance_renewing", "true"),
    ]);
    let position = Position::read(&whole).expect("is whole");
    assert!(position.renewing && position.valid_to == Some(day("2026-12-31")));
    let problem = |field: &str, text: &str| {
        let errors = Position::read(&whole.clone().with(field, text)).expect_err("is wrong");
        errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
    };
    assert_eq!(problem("insurance_valid_to", "31/12/2025"), Some(Problem::EndsBeforeStart));
    assert_eq!(problem("insurance_insurer", ""), Some(Problem::Missing));
    assert_eq!(problem("insurance_kind", "fire"), Some(Problem::NotAChoice));
    assert_eq!(problem("insurance_identifier", " "), Some(Problem::Missing));
    let inail = whole.with("insurance_kind", "inail").with("insurance_insurer", "");
    assert!(Position::read(&inail).is_ok());
}
