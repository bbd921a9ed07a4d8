//! The training project's form: what is accepted, every problem at once, and the bytes that are agreed to.

use chrono::NaiveDate;
use domain::answers::Answers;
use domain::check::{FieldError, Problem};
use domain::ids::{ConventionId, SeatId};
use domain::profile::{Profile, ProjectKind, StartMode};
use domain::project::content::Whole;
use domain::project::form::{Basis, Part, Project, fields, problems};
use domain::project::snapshot::{Head, HostSnapshot, TraineeIdentity, TutorNames};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("is a date")
}

fn basis() -> Basis<'static> {
    Basis::new(day("2026-11-18"), None, ProjectKind::Curricular, &Profile::default())
}

fn whole() -> Answers {
    let text = "Analisi e documentazione dei processi del laboratorio, con un resoconto ogni settimana.";
    Answers::from([
        ("trainee_email", "giulia.bianchi@studenti.example.it"),
        ("trainee_phone", "333 1234567"),
        ("residence_street", "Via Duomo"),
        ("residence_postal_code", "13100"),
        ("residence_city", "Vercelli"),
        ("residence_province", "VC"),
        ("non_eu", "no"),
        ("sector", "Laboratorio"),
        ("host_tutor", "00000000-0000-0000-0000-000000000001"),
        ("academic_tutor", "00000000-0000-0000-0000-000000000002"),
        ("objectives", text),
        ("activities", text),
        ("methods", "In sede, con il tutor"),
        ("link_to_course", "Statistica applicata"),
        ("verification", "Relazione finale"),
        ("cfu", "12"),
        ("start", "2026-12-01"),
        ("end", "2027-02-26"),
        ("monday", "9-13, 14-18"),
        ("tuesday", "9-13"),
        ("closures", "24/12/2026 – 06/01/2027"),
        ("obligations_accepted", "true"),
    ])
}

fn read(answers: &Answers) -> Result<Project, Vec<FieldError>> {
    Project::read(answers, &basis())
}

fn problem(field: &str, text: &str) -> Option<Problem> {
    let errors = read(&whole().with(field, text)).err().unwrap_or_default();
    errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
}

#[test]
fn a_whole_project_becomes_values() {
    let project = read(&whole()).expect("is whole");
    assert_eq!((project.content.cfu, project.time.week.minutes()), (Some(12), 720));
    assert_eq!(project.time.closures.len(), 1);
    // Thirteen Mondays less two closed ones; thirteen Tuesdays less two, and 8 December.
    let total = project.time.total();
    assert_eq!((total.days, total.minutes), (20, 10 * 480 + 10 * 240));
    assert!(project.trainee.permit.is_none() && project.trainee.domicile.is_none());
}

#[test]
fn every_mandatory_field_that_is_empty_is_named_at_once() {
    let errors = read(&Answers::default()).expect_err("is empty");
    let named: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    for part in Part::ALL {
        for field in fields(*part, &Answers::default(), ProjectKind::Curricular) {
            let wanted = field.need == domain::accreditation::fields::Need::Mandatory && field.label != "country";
            assert_eq!(named.contains(&field.name) && field.name != "monday", wanted, "{}", field.name);
        }
    }
    assert!(named.contains(&"monday"), "a week without an hour");
}

#[test]
fn a_part_says_the_same_as_the_whole() {
    let answers = whole().with("end", "2026-11-30").with("objectives", "breve").with("trainee_email", "x");
    let parts: Vec<FieldError> = Part::ALL.iter().flat_map(|part| problems(*part, &answers, &basis())).collect();
    assert_eq!(Err(parts), read(&answers));
}

#[test]
fn single_mistakes_are_found() {
    for (field, text, expected) in [
        ("objectives", "Troppo breve", Problem::TooShort { min: 50 }),
        ("objectives", &"x".repeat(4001), Problem::TooLong { max: 4000 }),
        ("cfu", "61", Problem::OutOfRange { min: 0, max: 60 }),
        ("host_tutor", "nobody", Problem::NotAChoice),
        ("host_tutor_substitute", "00000000-0000-0000-0000-000000000001", Problem::NotAChoice),
        ("academic_tutor", "", Problem::Missing),
        ("start", "31/02/2027", Problem::NotADate),
        ("end", "2026-11-30", Problem::EndsBeforeStart),
        ("end", "9026-12-31", Problem::NotADate),
        ("monday", "13-9", Problem::EndsBeforeStart),
        ("wednesday", "9-11, 10-12", Problem::Overlapping),
        ("closures", "06/01/2027 – 24/12/2026", Problem::EndsBeforeStart),
        ("closures", "Natale", Problem::NotADate),
        ("remote_share", "101", Problem::OutOfRange { min: 0, max: 100 }),
        ("residence_postal_code", "1310", Problem::PostalCode),
        ("obligations_accepted", "", Problem::NotAccepted),
        ("non_eu", "", Problem::Missing),
    ] {
        assert_eq!(problem(field, text), Some(expected), "{field} = {text}");
    }
    assert_eq!(problem("objectives", &"à".repeat(50)), None);
    assert_eq!(problem("objectives", &"#$\\@{}[]".repeat(500)), None, "signs of typesetting are text");
}

#[test]
fn one_day_is_a_traineeship_and_closures_are_written_in_several_ways() {
    let one = whole().with("end", "2026-12-01").with("tuesday", "9-13");
    assert_eq!(read(&one).map(|project| project.time.total().days), Ok(1));
    for text in ["24/12/2026-06/01/2027", "2026-12-24 - 2027-01-06", "24.12.2026 — 6.1.2027\n2027-02-16", "2026-12-24"] {
        assert_eq!(problem("closures", text), None, "{text}");
    }
}

#[test]
fn a_permit_is_asked_of_who_needs_one() {
    let from_outside = whole().with("non_eu", "yes").with("permit_number", "I0123456").with("permit_expires_on", "2026-11-18");
    assert!(read(&from_outside).is_ok());
    let expired = read(&from_outside.with("permit_expires_on", "2026-11-17")).expect_err("is expired");
    assert_eq!(expired[0].problem, Problem::Outdated);
    assert_eq!(read(&whole().with("non_eu", "yes")).expect_err("lacks it").len(), 2);
}

#[test]
fn a_domicile_is_asked_for_only_where_it_differs() {
    let errors = read(&whole().with("domicile_differs", "true")).expect_err("lacks it");
    assert!(errors.iter().all(|error| error.field.starts_with("domicile_")) && errors.len() == 4, "{errors:?}");
}

#[test]
fn the_office_can_name_the_promoter_s_tutor_where_that_is_allowed() {
    let allowed = Basis { tutor_by_office: true, ..basis() };
    let project = Project::read(&whole().with("academic_tutor", ""), &allowed).expect("is whole");
    assert_eq!(project.tutors.academic_tutor, None);
}

fn bytes(answers: &Answers, host: &HostSnapshot) -> Vec<u8> {
    let head = Head {
        number: None,
        kind: ProjectKind::Curricular,
        start_mode: StartMode::KnownStudent,
        convention: ConventionId(Uuid::from_u128(7)),
        convention_number: "2026/118".to_owned(),
        department: Some("disei".to_owned()),
    };
    let trainee = TraineeIdentity {
        matricola: "20012345".to_owned(),
        first_name: "Giulia".to_owned(),
        last_name: "Bianchi".to_owned(),
        birth_date: day("2001-12-31"),
        birth_place: "Milano".to_owned(),
        tax_code: Some("BNCGLI01T71F205E".to_owned()),
        citizenship: Some("IT".to_owned()),
        course: "Economia aziendale".to_owned(),
        course_year: Some(3),
    };
    let tutors = TutorNames { host_tutor: "Davide Ottolenghi".to_owned(), ..TutorNames::default() };
    let project = read(answers).expect("is whole");
    Whole { head: &head, trainee: &trainee, host, tutors: &tutors, project: &project }.canonical()
}

fn host() -> HostSnapshot {
    HostSnapshot {
        legal_name: "Lanterna Dati S.r.l.".to_owned(),
        tax_code: Some("02187340035".to_owned()),
        legal_rep: "Anna Esposito".to_owned(),
        seat: SeatId(Uuid::from_u128(8)),
        seat_name: "Laboratorio di Vercelli".to_owned(),
        seat_address: "Corso Libertà 1, 13100 Vercelli (VC)".to_owned(),
        ateco: None,
        ccnl: None,
        employees_base: 16,
        trainees_running: 1,
    }
}

#[test]
fn the_same_project_has_the_same_bytes_however_it_was_typed() {
    let one = bytes(&whole(), &host());
    let typed = whole().with("start", "01/12/2026").with("monday", "14:00–18:00; 09.00-13.00").with("sector", " Laboratorio ");
    assert_eq!(one, bytes(&typed, &host()));
    assert_eq!(one, bytes(&whole(), &HostSnapshot { trainees_running: 2, ..host() }));
    insta::assert_snapshot!(String::from_utf8(one).expect("is text"));
}

#[test]
fn every_change_of_what_is_agreed_to_changes_the_bytes() {
    let one = bytes(&whole(), &host());
    for (field, text) in [
        ("trainee_phone", "333 1234568"),
        ("residence_street", "Via del Duomo"),
        ("sector", "Ufficio"),
        ("methods", "A distanza"),
        ("cfu", "11"),
        ("thesis_related", "true"),
        ("disability_l68", "true"),
        ("end", "2027-02-27"),
        ("tuesday", "9-14"),
        ("closures", ""),
        ("holidays_worked", "true"),
        ("indemnity", "300"),
    ] {
        assert_ne!(one, bytes(&whole().with(field, text), &host()), "{field}");
    }
    assert_ne!(one, bytes(&whole(), &HostSnapshot { seat_name: "Sede".to_owned(), ..host() }));
}
