//! The registration's forms: what is accepted, and every problem at once. Source: domain reference 2.1–2.6.

use chrono::NaiveDate;
use domain::accreditation::Part;
use domain::accreditation::fields::{Form, Need, copy_legal_seat, operating_seat_is_given};
use domain::accreditation::registration::{Basis, Joining, Registration, problems, warnings};
use domain::answers::Answers;
use domain::check::{FieldError, Problem};
use domain::places::Places;
use domain::profile::LegalRepDue;

fn places() -> Places {
    let municipalities = include_str!("../../../server/backend/data/municipalities.csv");
    let countries = include_str!("../../../server/backend/data/countries.csv");
    Places::parse(municipalities, countries).unwrap()
}

fn basis(places: &Places) -> Basis<'_> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Basis { today, places: Some(places), legal_rep_due: LegalRepDue::Convention }
}

fn whole() -> Answers {
    Answers::from([
        ("country", "IT"),
        ("vat_number", "02187340035"),
        ("legal_name", "Torneria Agogna S.r.l."),
        ("legal_form", "srl"),
        ("sector_kind", "private"),
        ("ateco", "256200"),
        ("activity", "Lavorazioni meccaniche"),
        ("employees_permanent", "16"),
        ("employees_total", "1.018"),
        ("employees_as_of", "30/09/2026"),
        ("email", "Info@Agogna.example"),
        ("pec", "agogna@pec.agogna.example"),
        ("phone", "0321 555014"),
        ("safety_dvr", "true"),
        ("legal_seat_name", "Sede legale"),
        ("legal_seat_street", "Via dei Cattaneo"),
        ("legal_seat_postal_code", "28100"),
        ("legal_seat_city", "novara"),
        ("legal_seat_province", "no"),
        ("contact_first_name", "Niccolò"),
        ("contact_last_name", "D'Angelo"),
        ("contact_role_title", "Responsabile del personale"),
        ("contact_kinds_referente", "true"),
        ("contact_email", "n.dangelo@agogna.example"),
        ("contact_phone", "+39 333 1234567"),
        ("privacy_accepted", "true"),
        ("user_name", "niccolo.dangelo"),
    ])
}

fn fields(errors: &[FieldError]) -> Vec<&str> {
    errors.iter().map(|error| error.field.as_str()).collect()
}

fn problem_of(answers: Answers, field: &str) -> Option<Problem> {
    let places = places();
    let errors = Registration::read(&answers, &basis(&places)).err().unwrap_or_default();
    errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
}

#[test]
fn a_whole_registration_becomes_values() {
    let places = places();
    let registration = Registration::read(&whole(), &basis(&places)).unwrap();
    assert_eq!(registration.ids.all(), ["02187340035"]);
    assert_eq!(registration.ids.tax_code.as_deref(), Some("02187340035"), "a VAT number alone is the tax code too");
    assert_eq!((registration.company.employees_permanent, registration.company.employees_total), (16, 1018));
    assert_eq!(registration.company.ateco.as_deref(), Some("25.62.00"));
    assert_eq!(registration.company.phone, "+390321555014");
    let seat = registration.legal_seat;
    assert_eq!((seat.city.as_str(), seat.belfiore.as_deref(), seat.province.as_deref()), ("Novara", Some("F952"), Some("NO")));
    assert_eq!(seat.region.as_deref(), Some("Piemonte"));
    assert!(registration.operating_seat.is_none() && registration.legal_rep.is_none());
}

#[test]
fn every_mandatory_field_that_is_empty_is_named_at_once() {
    let places = places();
    let errors = Registration::read(&Answers::default(), &basis(&places)).unwrap_err();
    let form = Form { answers: &Answers::default(), legal_rep_due: LegalRepDue::Convention };
    for part in Part::ALL {
        for field in form.fields(part).into_iter().filter(|field| field.need == Need::Mandatory) {
            let has_default = field.label == "country";
            assert_eq!(fields(&errors).contains(&field.name), !has_default, "{}", field.name);
        }
    }
    assert!(fields(&errors).contains(&"company_tax_code"), "one of tax code and VAT number is needed (U06)");
}

#[test]
fn a_part_says_the_same_as_the_whole() {
    let places = places();
    let basis = basis(&places);
    let answers = whole().with("legal_seat_postal_code", "2810").with("email", "x");
    let parts: Vec<FieldError> = Part::ALL.iter().flat_map(|part| problems(*part, &answers, &basis)).collect();
    assert_eq!(parts, Registration::read(&answers, &basis).unwrap_err());
}

#[test]
fn single_mistakes_are_found() {
    let cases = [
        ("vat_number", "02187340036", Problem::VatCheck),
        ("legal_name", "X", Problem::TooShort { min: 2 }),
        ("legal_form", "gmbh", Problem::NotAChoice),
        ("employees_total", "15", Problem::FewerThanPermanent),
        ("employees_permanent", "-1", Problem::NotANumber),
        ("employees_as_of", "23/11/2026", Problem::DateInFuture),
        ("employees_as_of", "31/02/2026", Problem::NotADate),
        ("safety_dvr", "", Problem::NotAccepted),
        ("legal_seat_postal_code", "2810", Problem::PostalCode),
        ("legal_seat_city", "Novarra", Problem::Municipality),
        ("legal_seat_province", "VC", Problem::ProvincePlace),
        ("contact_last_name", "<b>Rossi</b>", Problem::NotAName),
        ("user_name", "nome.", Problem::UserNameForm),
        ("user_name", "ufficio", Problem::UserNameReserved),
        ("privacy_accepted", "", Problem::NotAccepted),
    ];
    for (field, text, problem) in cases {
        assert_eq!(problem_of(whole().with(field, text), field), Some(problem), "{field} = {text}");
    }
}

#[test]
fn too_long_texts_and_control_characters_are_refused_and_never_cut() {
    let long = "x".repeat(501);
    assert_eq!(problem_of(whole().with("activity", long), "activity"), Some(Problem::TooLong { max: 500 }));
    let bell = whole().with("legal_name", "Torneria\u{7}Agogna");
    assert_eq!(problem_of(bell, "legal_name"), Some(Problem::Characters));
}

#[test]
fn a_host_from_abroad_gives_its_own_identifier_and_free_addresses() {
    let places = places();
    let answers = whole()
        .with("country", "DE")
        .with("vat_number", "")
        .with("foreign_vat", "DE414240403")
        .with("pec", "")
        .with("ateco", "")
        .with("legal_seat_country", "DE")
        .with("legal_seat_city", "Stuttgart")
        .with("legal_seat_postal_code", "70173")
        .with("legal_seat_province", "");
    let registration = Registration::read(&answers, &basis(&places)).unwrap();
    assert_eq!((registration.ids.country.as_str(), registration.ids.all()), ("DE", vec!["DE414240403"]));
    assert_eq!((registration.legal_seat.city.as_str(), registration.legal_seat.province), ("Stuttgart", None));
}

#[test]
fn an_operating_seat_is_asked_for_whole_once_something_of_it_is_written() {
    assert!(!operating_seat_is_given(&whole().with("operating_seat_country", "IT")));
    let started = whole().with("operating_seat_name", "Reparto di Vercelli");
    assert_eq!(problem_of(started, "operating_seat_street"), Some(Problem::Missing));
}

#[test]
fn the_operating_seat_follows_the_registered_one_until_it_is_written_otherwise() {
    let before = Answers::default();
    let mut after = whole().with("legal_seat_is_operating", "true");
    copy_legal_seat(&before, &mut after);
    assert_eq!(after.get("operating_seat_city"), "novara");
    let before = after.clone();
    after.set("legal_seat_city", "Vercelli");
    copy_legal_seat(&before, &mut after);
    assert_eq!(after.get("operating_seat_city"), "Vercelli");
    after.set("operating_seat_street", "Corso Libertà");
    let before = after.clone();
    after.set("legal_seat_city", "Biella");
    copy_legal_seat(&before, &mut after);
    assert_eq!(after.get("operating_seat_city"), "Vercelli", "a seat of its own is not overwritten");
}

#[test]
fn the_legal_representative_may_wait_where_the_profile_says_so() {
    let places = places();
    let due = Basis { legal_rep_due: LegalRepDue::Accreditation, ..basis(&places) };
    let errors = Registration::read(&whole(), &due).unwrap_err();
    assert!(fields(&errors).iter().all(|field| field.starts_with("rep_")) && errors.len() >= 7, "{errors:?}");
}

fn with_representative() -> Answers {
    whole()
        .with("rep_first_name", "Mario")
        .with("rep_last_name", "Rossi")
        .with("rep_sex", "M")
        .with("rep_birth_date", "10/04/1985")
        .with("rep_birth_place", "Roma")
        .with("rep_tax_code", "RSSMRA85D10H501H")
        .with("rep_office_held", "president")
}

#[test]
fn birth_place_and_tax_code_are_checked_against_each_other() {
    let places = places();
    let registration = Registration::read(&with_representative(), &basis(&places)).unwrap();
    assert_eq!(registration.legal_rep.unwrap().birth_belfiore.as_deref(), Some("H501"));
    let born = |place: &str| problem_of(with_representative().with("rep_birth_place", place), "rep_tax_code");
    assert_eq!(born("Milano"), Some(Problem::TaxCodeBirthPlace));
    let female = with_representative().with("rep_sex", "F");
    assert_eq!(problem_of(female, "rep_tax_code"), Some(Problem::TaxCodeSex));
    let day = with_representative().with("rep_birth_date", "04/10/1985");
    assert_eq!(problem_of(day, "rep_tax_code"), Some(Problem::TaxCodeBirthDate));
}

#[test]
fn other_names_than_the_tax_codes_are_asked_to_be_confirmed() {
    let places = places();
    let renamed = with_representative().with("rep_first_name", "Marco");
    assert_eq!(problem_of(renamed.clone(), "rep_tax_code"), Some(Problem::TaxCodeNames));
    let confirmed = renamed.with("rep_tax_code_confirmed", "true");
    assert!(Registration::read(&confirmed, &basis(&places)).is_ok());
    let seen = warnings(&confirmed, &basis(&places));
    assert!(seen.contains(&FieldError { field: "rep_tax_code".into(), problem: Problem::TaxCodeNames }), "{seen:?}");
}

#[test]
fn the_office_is_told_what_to_look_at() {
    let places = places();
    let answers = whole()
        .with("vat_number", "01234561015")
        .with("employees_as_of", "2025-09-30")
        .with("pec", "agogna@gmail.com")
        .with("legal_seat_postal_code", "20122");
    assert!(Registration::read(&answers, &basis(&places)).is_ok());
    let seen: Vec<Problem> = warnings(&answers, &basis(&places)).into_iter().map(|warning| warning.problem).collect();
    let expected = [Problem::VatOffice, Problem::Outdated, Problem::PecOrdinary, Problem::PostalCodePlace];
    assert_eq!(seen, expected);
}

#[test]
fn somebody_who_joins_gives_only_what_is_theirs() {
    let places = places();
    let own = Answers(whole().0.into_iter().filter(|(field, _)| !field.starts_with("legal_") && field != "pec").collect());
    let joining = Joining::read(&own, &basis(&places)).unwrap();
    assert_eq!(joining.user_name.as_str(), "niccolo.dangelo");
    assert_eq!(joining.contact.kinds, ["referente"]);
}

#[test]
fn a_tutor_gives_a_tax_code() {
    let tutor = whole().with("contact_kinds_tutor", "true");
    assert_eq!(problem_of(tutor.clone(), "contact_tax_code"), Some(Problem::Missing));
    let places = places();
    let known = tutor.with("contact_tax_code", "DNGNCL03B28L219X");
    assert!(Registration::read(&known, &basis(&places)).is_ok());
}
