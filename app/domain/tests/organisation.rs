//! Contacts, tutors and seats as a host writes them down.

use chrono::NaiveDate;
use domain::access::Role;
use domain::account::user_name::UserName;
use domain::accreditation::registration::Basis;
use domain::answers::Answers;
use domain::check::Problem;
use domain::organisation::{contact, roles, seat};
use domain::profile::LegalRepDue;

fn basis() -> Basis<'static> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 18).expect("is a date");
    Basis { today, places: None, legal_rep_due: LegalRepDue::Convention }
}

fn tutor() -> Answers {
    Answers::from([
        ("contact_first_name", "Elena"),
        ("contact_last_name", "Dho"),
        ("contact_role_title", "Responsabile di produzione"),
        ("contact_kinds_tutor", "true"),
        ("contact_email", "elena.dho@lanterna.example"),
        ("contact_phone", "0321 555 0199"),
        ("contact_tax_code", "RSSMRA85D10H501H"),
        ("contact_years_experience", "12"),
    ])
}

fn problems<T: std::fmt::Debug>(read: Result<T, Vec<domain::check::FieldError>>) -> Vec<(String, Problem)> {
    read.expect_err("is not accepted").into_iter().map(|error| (error.field, error.problem)).collect()
}

#[test]
fn a_tutor_needs_a_tax_code_and_may_say_what_they_know() {
    let read = contact::read(&tutor(), &basis()).expect("is accepted");
    assert_eq!(read.tutor.years_experience, Some(12));
    let without = contact::read(&tutor().with("contact_tax_code", ""), &basis());
    assert_eq!(problems(without), [("contact_tax_code".to_owned(), Problem::Missing)]);
    let old = contact::read(&tutor().with("contact_years_experience", "71"), &basis());
    assert_eq!(problems(old), [("contact_years_experience".to_owned(), Problem::OutOfRange { min: 0, max: 70 })]);
}

#[test]
fn what_is_a_tutors_is_not_kept_of_others() {
    let answers = tutor().with("contact_kinds_tutor", "").with("contact_kinds_referente", "true");
    let read = contact::read(&answers, &basis()).expect("is accepted");
    assert_eq!((read.person.tax_code, read.tutor), (None, contact::TutorFacts::default()));
}

#[test]
fn kinds_give_roles_each_once() {
    assert_eq!(roles::roles_of(["tutor"]), [Role::HostTutor]);
    assert_eq!(roles::roles_of(["referente", "tutor", "amministrativo"]), [Role::Contact, Role::HostTutor]);
    assert_eq!(roles::roles_of([]), []);
}

#[test]
fn a_refusal_of_these_pages_is_told_by_its_rule() {
    let refused = [roles::may_have_seats(&["referente".into()], 1), roles::keeps_a_contact(0), roles::is_new(true)];
    let rules = refused.map(|refusal| roles::Rule::of(&refusal.expect_err("is refused")));
    assert_eq!(rules, [Some(roles::Rule::SeatsOfTutors), Some(roles::Rule::LastContact), Some(roles::Rule::Known)]);
    assert_eq!(roles::may_have_seats(&["tutor".into()], 3), Ok(()));
    assert_eq!((roles::may_have_seats(&[], 0), roles::keeps_a_contact(1)), (Ok(()), Ok(())));
}

#[test]
fn an_operating_seat_is_an_address_with_risk_and_employees() {
    let answers = Answers::from([
        ("operating_seat_name", "Laboratorio"),
        ("operating_seat_street", "Via Roma"),
        ("operating_seat_postal_code", "28100"),
        ("operating_seat_city", "Novara"),
        ("operating_seat_province", "NO"),
        ("operating_seat_employees", "4"),
        ("operating_seat_risk", "medium"),
    ]);
    let read = seat::read(&answers, &basis()).expect("is accepted");
    assert_eq!((read.employees, read.risk_level.as_deref(), read.seat.city.as_str()), (Some(4), Some("medium"), "Novara"));
    let wrong = seat::read(&answers.with("operating_seat_risk", "none").with("operating_seat_city", ""), &basis());
    let expected = [("operating_seat_city", Problem::Missing), ("operating_seat_risk", Problem::NotAChoice)];
    assert_eq!(problems(wrong), expected.map(|(field, problem)| (field.to_owned(), problem)));
}

#[test]
fn user_names_are_made_of_peoples_names() {
    let made = |first, last, place| UserName::of_person(first, last, place).as_str().to_owned();
    assert_eq!(made("Niccolò", "D’Angelo", 1), "niccolo.dangelo");
    assert_eq!(made("Anna Maria", "Rossi", 3), "annamaria.rossi3");
    assert_eq!(made("Wolfeschlegelsteinhausen", "Bergerdorff", 12), "wolfeschlegelsteinhausen.ber12");
    assert_eq!([made("李", "明", 1), made("李", "明", 2)], ["persona", "persona2"]);
}
