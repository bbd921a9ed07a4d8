//! What a host asks for, what a convention covers, protocol numbers. Source: domain reference 2.7, 4 R-08, 5 V-PROT.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{FieldError, Problem};
use domain::convention::coverage::{Asked, Cover, NotCovered, Refused, Terms, choose, covers};
use domain::convention::request::{ConventionRequest, DURATION_DEFAULT, fields, read_protocol};
use domain::convention::{ConventionKind, State, Term};
use domain::ids::{ConventionId, OrganisationId};
use domain::profile::{Profile, ProjectKind, TacitRenewal, load_embedded};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a date")
}

fn shipped(slug: &str) -> Profile {
    load_embedded().expect("is shipped").institution(slug).expect("is shipped").clone()
}

fn whole() -> Answers {
    Answers::from([
        ("convention_kind", "both"),
        ("description", "Tirocini curriculari ed extracurriculari"),
        ("duration_months", "36"),
        ("area", "Scienze economiche e statistiche"),
        ("digital_signature", "yes"),
        ("tacit_renewal", "no"),
    ])
}

fn problems(answers: &Answers) -> Vec<FieldError> {
    ConventionRequest::read(answers, &shipped("upo")).err().unwrap_or_default()
}

#[test]
fn a_whole_request_becomes_values() {
    let request = ConventionRequest::read(&whole(), &shipped("upo")).expect("is whole");
    assert_eq!((request.kind, request.duration_months), (ConventionKind::Both, DURATION_DEFAULT));
    assert_eq!(request.area, "Scienze economiche e statistiche");
    assert!(request.digital_signature && !request.renewal && request.handling_department.is_none());
}

#[test]
fn every_mandatory_field_that_is_empty_is_named_at_once() {
    let errors = problems(&Answers::default());
    let named: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    let expected = ["convention_kind", "description", "duration_months", "area", "digital_signature", "tacit_renewal"];
    assert_eq!(named, expected);
    assert!(errors.iter().all(|error| error.problem == Problem::Missing));
    let asked: Vec<&str> = fields(&shipped("upo")).iter().map(|field| field.name).collect();
    assert_eq!(asked[..6], expected);
    assert_eq!(asked[6..], ["handling_department"]);
}

#[test]
fn single_mistakes_are_found() {
    let months = Problem::OutOfRange { min: 1, max: 60 };
    for (field, text, problem) in [
        ("convention_kind", "school", Problem::NotAChoice),
        ("convention_kind", "none", Problem::NotAChoice),
        ("duration_months", "0", months.clone()),
        ("duration_months", "61", months),
        ("duration_months", "3,5", Problem::NotANumber),
        ("area", "Astrologia", Problem::NotAChoice),
        ("area", "Scienze fisiche, Scienze chimiche", Problem::NotAChoice),
        ("digital_signature", "true", Problem::NotAChoice),
        ("tacit_renewal", "perhaps", Problem::NotAChoice),
        ("handling_department", "nowhere", Problem::NotAChoice),
    ] {
        let found = problems(&whole().with(field, text));
        assert_eq!(found, [FieldError { field: field.to_owned(), problem }], "{field} = {text}");
    }
    let long = whole().with("description", "x".repeat(501));
    assert_eq!(problems(&long)[0].problem, Problem::TooLong { max: 500 });
    for months in ["1", "60"] {
        assert!(problems(&whole().with("duration_months", months)).is_empty());
    }
}

#[test]
fn the_renewal_is_the_host_s_choice_only_where_the_profile_says_so() {
    let mut upo = shipped("upo");
    for (policy, renewal) in [(TacitRenewal::On, true), (TacitRenewal::Off, false)] {
        upo.convention.tacit_renewal = policy;
        assert!(fields(&upo).iter().all(|field| field.name != "tacit_renewal"));
        let request = ConventionRequest::read(&whole().with("tacit_renewal", "x"), &upo).expect("is whole");
        assert_eq!(request.renewal, renewal);
    }
}

#[test]
fn a_school_s_convention_is_for_its_students() {
    let school = shipped("alternanza");
    let answers = whole().with("convention_kind", "school").with("area", "Licei");
    assert_eq!(ConventionRequest::read(&answers, &school).map(|request| request.kind), Ok(ConventionKind::School));
}

#[test]
fn a_protocol_number_has_seven_digits_and_no_future() {
    let today = day("2026-11-18");
    let read = |number: &str, on: &str| {
        let answers = Answers::from([("protocol_number", number), ("protocol_date", on)]);
        read_protocol(&answers, today).map(|protocol| protocol.to_string())
    };
    let field = |number, on| read(number, on).expect_err("is wrong").remove(0).field;
    assert_eq!(read("0152340/2026", "18/11/2026"), Ok("0152340/2026".to_owned()));
    assert_eq!(field("0152340", "2026-11-19"), "protocol_date");
    assert_eq!(field("123/2026", "2026-11-18"), "protocol_number");
    assert_eq!(field("0152340/2025", "2026-01-01"), "protocol_number");
    assert_eq!(read("", "").expect_err("is wrong").len(), 2);
}

const HOST: OrganisationId = OrganisationId(Uuid::from_u128(1));

fn terms(kind: ConventionKind) -> Terms {
    Terms {
        id: ConventionId(Uuid::from_u128(7)),
        organisation: HOST,
        state: State::Active,
        kind,
        term: Some(Term { stipulated_on: day("2026-01-10"), expires_on: Some(day("2027-01-10")) }),
        renewal: false,
        area: "Scienze fisiche".to_owned(),
    }
}

fn asked(start: &str, end: &str) -> Asked {
    Asked {
        organisation: HOST,
        seat_is_open: true,
        kind: ProjectKind::Curricular,
        area: Some("Scienze giuridiche".to_owned()),
        start: Some(day(start)),
        end: Some(day(end)),
    }
}

#[test]
fn the_first_and_the_last_day_of_a_convention_count() {
    let active = terms(ConventionKind::Curricular);
    let reasons = |start, end| covers(&active, &asked(start, end)).err().unwrap_or_default();
    assert_eq!(covers(&active, &asked("2026-01-10", "2027-01-10")), Ok(Cover { ends_before: None }));
    assert_eq!(reasons("2026-01-09", "2026-06-30"), [NotCovered::NotYet { stipulated_on: day("2026-01-10") }]);
    assert_eq!(covers(&active, &asked("2027-01-10", "2027-01-11")), Ok(Cover { ends_before: Some(day("2027-01-10")) }));
    assert_eq!(reasons("2027-01-11", "2027-06-30"), [NotCovered::Expired { expires_on: day("2027-01-10") }]);
}

#[test]
fn a_renewal_or_no_expiry_covers_the_future() {
    let renewing = Terms { renewal: true, ..terms(ConventionKind::Both) };
    assert_eq!(covers(&renewing, &asked("2028-02-29", "2028-12-31")), Ok(Cover { ends_before: None }));
    let endless =
        Terms { term: Some(Term { stipulated_on: day("2026-01-10"), expires_on: None }), ..terms(ConventionKind::Both) };
    assert_eq!(covers(&endless, &asked("2028-02-29", "2028-12-31")), Ok(Cover { ends_before: None }));
}

#[test]
fn the_area_never_decides() {
    let asked_here = asked("2026-02-01", "2026-03-01");
    assert_ne!(asked_here.area.as_deref(), Some(terms(ConventionKind::Both).area.as_str()));
    assert!(covers(&terms(ConventionKind::Both), &asked_here).is_ok());
}

#[test]
fn every_reason_is_told_at_once() {
    let other = Asked {
        organisation: OrganisationId(Uuid::from_u128(2)),
        seat_is_open: false,
        kind: ProjectKind::Extracurricular,
        ..asked("2027-02-01", "2027-03-01")
    };
    let expired = Terms { state: State::Expired, ..terms(ConventionKind::Curricular) };
    let expected = [
        NotCovered::OtherHost,
        NotCovered::SeatClosed,
        NotCovered::NotActive { state: State::Expired },
        NotCovered::WrongKind { covers: ConventionKind::Curricular },
        NotCovered::Expired { expires_on: day("2027-01-10") },
    ];
    assert_eq!(covers(&expired, &other).expect_err("does not cover"), expected);
}

#[test]
fn before_the_dates_are_known_they_are_not_asked_for() {
    let undated = Asked { start: None, end: None, ..asked("2030-01-01", "2030-02-01") };
    assert!(covers(&terms(ConventionKind::Both), &undated).is_ok());
    for state in State::ALL {
        let covered = covers(&Terms { state: *state, ..terms(ConventionKind::Both) }, &undated).is_ok();
        assert_eq!(covered, matches!(state, State::Active | State::Associated), "{state:?}");
    }
}

#[test]
fn kinds_allow_their_projects_and_no_others() {
    use ConventionKind::{Both, Curricular, Extracurricular, School};
    let allowed = [(Curricular, "100"), (Extracurricular, "010"), (Both, "110"), (School, "001")];
    for (kind, expected) in allowed {
        let projects = [ProjectKind::Curricular, ProjectKind::Extracurricular, ProjectKind::Pcto];
        let found: String = projects.map(|project| if kind.allows(project) { '1' } else { '0' }).iter().collect();
        assert_eq!(found, expected, "{kind:?}");
    }
}

#[test]
fn the_convention_that_covers_to_the_end_is_chosen_and_otherwise_the_longest() {
    let until = |id, expires_on: &str| Terms {
        id: ConventionId(Uuid::from_u128(id)),
        term: Some(Term { stipulated_on: day("2026-01-10"), expires_on: Some(day(expires_on)) }),
        ..terms(ConventionKind::Both)
    };
    let chosen =
        |conventions: &[Terms], end| choose(conventions, &asked("2026-06-01", end)).map(|(terms, _)| terms.id.0.as_u128()).ok();
    let three = [until(1, "2026-07-01"), until(2, "2026-09-01"), until(3, "2026-12-31")];
    assert_eq!(chosen(&three, "2026-06-30"), Some(1));
    assert_eq!(chosen(&three, "2026-10-01"), Some(3));
    assert_eq!(chosen(&three, "2027-10-01"), Some(3));
    assert_eq!(chosen(&[], "2026-10-01"), None);
    let nearest = choose(
        &[
            Terms { kind: ConventionKind::School, state: State::Draft, ..until(1, "2026-07-01") },
            Terms { state: State::Submitted, ..until(2, "2026-09-01") },
        ],
        &asked("2026-06-01", "2026-06-30"),
    )
    .expect_err("none covers");
    let reasons = vec![NotCovered::NotActive { state: State::Submitted }];
    assert_eq!(nearest[0], Refused { convention: ConventionId(Uuid::from_u128(2)), reasons });
}
