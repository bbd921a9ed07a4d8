//! «Dati scritti e controlli»: every field of a request with what a check says of it.

use domain::accreditation::Part;
use domain::accreditation::fields::{Field, Form, Kind, Need, is_italian, legal_rep_is_given, operating_seat_is_given};
use domain::accreditation::registration::{Basis, problems, warnings};
use domain::accreditation::view::{Light, ReviewRow, Verdict};
use domain::answers::Answers;
use domain::check::FieldError;
use domain::profile::Profile;

/// What is checked.
pub(super) struct Checked {
    pub answers: Answers,
    /// Before the last correction.
    pub before: Option<Answers>,
    pub email_verified: bool,
    pub never_registered: bool,
}

/// One row per field, in the order of the institution's pages. What is about the account and not the host is left out.
pub(super) fn rows(checked: &Checked, basis: &Basis, profile: &Profile) -> Vec<ReviewRow> {
    let form = Form { answers: &checked.answers, legal_rep_due: profile.accreditation.legal_rep_due };
    let warnings = warnings(&checked.answers, basis);
    let mut rows = Vec::new();
    for part in profile.accreditation.parts().filter(|part| is_of_host(*part)) {
        let problems = problems(part, &checked.answers, basis);
        for field in form.fields(part) {
            let value = value_of(&field, &checked.answers);
            let (light, verdict) = verdict(&field, part, &value, checked, [&problems, &warnings]);
            rows.push(ReviewRow {
                field: field.name.to_owned(),
                label: field.label.to_owned(),
                part,
                before: checked.before.as_ref().map(|before| value_of(&field, before)).filter(|before| *before != value),
                value,
                light,
                verdict,
            });
        }
    }
    rows
}

fn is_of_host(part: Part) -> bool {
    match part {
        Part::Privacy | Part::UserName | Part::Summary => false,
        Part::Country
        | Part::Ids
        | Part::Company
        | Part::Association
        | Part::LegalSeat
        | Part::OperatingSeat
        | Part::Contact
        | Part::LegalRep => true,
    }
}

/// The text of a field; of several boxes, the codes of those that are ticked.
fn value_of(field: &Field, answers: &Answers) -> String {
    let Kind::Boxes(codes) = field.kind else { return answers.get(field.name).to_owned() };
    let ticked = codes.iter().filter(|code| answers.flag(&format!("{}_{code}", field.name)));
    ticked.copied().collect::<Vec<_>>().join(", ")
}

/// What blocks comes before what should be looked at, and both before what is right.
fn verdict(
    field: &Field,
    part: Part,
    value: &str,
    checked: &Checked,
    [problems, warnings]: [&[FieldError]; 2],
) -> (Light, Verdict) {
    let of_field =
        |errors: &[FieldError]| errors.iter().find(|error| error.field == field.name).map(|error| error.problem.clone());
    if part == Part::LegalRep && value.is_empty() && is_to_complete(field, checked) {
        return (Light::Wait, Verdict::ToComplete);
    }
    if let Some(problem) = of_field(problems) {
        return (Light::Bad, Verdict::Look { problem });
    }
    if let Some(problem) = of_field(warnings) {
        return (Light::Warn, Verdict::Look { problem });
    }
    if value.is_empty() { (Light::Ok, Verdict::Plain) } else { (Light::Ok, right(field, checked)) }
}

/// The legal representative may come later: then nothing blocks, but a convention will need all of it.
fn is_to_complete(field: &Field, checked: &Checked) -> bool {
    field.need == Need::Ruled || (field.need == Need::Mandatory && !legal_rep_is_given(&checked.answers))
}

/// What can be said of a value in which nothing is wrong.
fn right(field: &Field, checked: &Checked) -> Verdict {
    let answers = &checked.answers;
    match field.name {
        "company_tax_code" | "vat_number" | "contact_tax_code" | "rep_tax_code" => Verdict::CheckDigitRight,
        "legal_name" if checked.never_registered => Verdict::NeverRegistered,
        "legal_seat_postal_code" if is_italian(answers, "legal_seat_country") => Verdict::PostalCodeAgrees,
        "operating_seat_postal_code" if operating_seat_is_given(answers) && is_italian(answers, "operating_seat_country") => {
            Verdict::PostalCodeAgrees
        }
        "contact_email" if checked.email_verified => Verdict::EmailVerified,
        "foreign_vat" | "ateco" | "ipa_code" | "sdi_code" | "inail_pat" => Verdict::FormRight,
        _ => match field.kind {
            Kind::Email | Kind::Phone | Kind::Website => Verdict::FormRight,
            Kind::Line { .. }
            | Kind::Lines { .. }
            | Kind::Number
            | Kind::Date
            | Kind::Choice(_)
            | Kind::Boxes(_)
            | Kind::Tick
            | Kind::Country
            | Kind::Municipality
            | Kind::BirthPlace
            | Kind::UserName => Verdict::Plain,
        },
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::check::Problem;
    use domain::places::Places;

    use super::*;

    fn host() -> Answers {
        Answers::from([
            ("country", "IT"),
            ("company_tax_code", "02348710035"),
            ("vat_number", "02348710035"),
            ("legal_name", "Filanda Nuova S.r.l."),
            ("legal_form", "srl"),
            ("sector_kind", "private"),
            ("ateco", "13.20.00"),
            ("activity", "Tessitura"),
            ("employees_permanent", "16"),
            ("employees_total", "18"),
            ("employees_as_of", "2025-09-30"),
            ("email", "info@filanda.example"),
            ("pec", "filanda@pec.example"),
            ("phone", "+390321123456"),
            ("safety_dvr", "true"),
            ("legal_seat_name", "Sede"),
            ("legal_seat_country", "IT"),
            ("legal_seat_street", "Via dei Cattaneo"),
            ("legal_seat_postal_code", "28100"),
            ("legal_seat_city", "Novara"),
            ("legal_seat_province", "NO"),
            ("contact_first_name", "Rosanna"),
            ("contact_last_name", "Tibaldi"),
            ("contact_role_title", "Risorse umane"),
            ("contact_kinds_referente", "true"),
            ("contact_kinds_tutor", "true"),
            ("contact_tax_code", "RSSMRA85T10A562S"),
            ("contact_email", "rosanna@filanda.example"),
            ("contact_phone", "+390321123456"),
        ])
    }

    fn reviewed(answers: Answers, before: Option<Answers>) -> Vec<ReviewRow> {
        let places =
            Places::parse(include_str!("../../data/municipalities.csv"), include_str!("../../data/countries.csv")).unwrap();
        let profile = Profile::default();
        let today = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
        let checked = Checked { answers, before, email_verified: true, never_registered: true };
        rows(&checked, &Basis::new(today, Some(&places), &profile), &profile)
    }

    fn of(rows: &[ReviewRow], field: &str) -> (Light, Verdict) {
        let row = rows.iter().find(|row| row.field == field).unwrap_or_else(|| panic!("{field}"));
        (row.light, row.verdict.clone())
    }

    #[test]
    fn right_values_say_why_they_are_right() {
        let rows = reviewed(host(), None);
        assert_eq!(of(&rows, "vat_number"), (Light::Ok, Verdict::CheckDigitRight));
        assert_eq!(of(&rows, "legal_name"), (Light::Ok, Verdict::NeverRegistered));
        assert_eq!(of(&rows, "legal_seat_postal_code"), (Light::Ok, Verdict::PostalCodeAgrees));
        assert_eq!(of(&rows, "pec"), (Light::Ok, Verdict::FormRight));
        assert_eq!(of(&rows, "contact_email"), (Light::Ok, Verdict::EmailVerified));
        assert_eq!(of(&rows, "short_name"), (Light::Ok, Verdict::Plain));
    }

    #[test]
    fn old_employees_and_a_foreign_postal_code_are_to_be_looked_at() {
        let rows = reviewed(host().with("legal_seat_postal_code", "00184"), None);
        assert_eq!(of(&rows, "employees_as_of"), (Light::Warn, Verdict::Look { problem: Problem::Outdated }));
        let agrees = Verdict::Look { problem: Problem::PostalCodePlace };
        assert_eq!(of(&rows, "legal_seat_postal_code"), (Light::Warn, agrees));
    }

    #[test]
    fn a_representative_who_may_come_later_is_to_be_completed() {
        let rows = reviewed(host(), None);
        assert_eq!(of(&rows, "rep_tax_code"), (Light::Wait, Verdict::ToComplete));
        assert_eq!(of(&rows, "rep_email"), (Light::Ok, Verdict::Plain));
    }

    #[test]
    fn what_this_institution_needs_and_was_never_asked_is_bad() {
        let rows = reviewed(host().with("safety_dvr", ""), None);
        assert_eq!(of(&rows, "safety_dvr"), (Light::Bad, Verdict::Look { problem: Problem::NotAccepted }));
    }

    #[test]
    fn ticked_boxes_are_shown_by_their_codes_and_corrections_with_what_was_before() {
        let rows = reviewed(host(), Some(host().with("contact_kinds_tutor", "").with("legal_name", "Filanda")));
        let row = |field: &str| rows.iter().find(|row| row.field == field).unwrap();
        assert_eq!(row("contact_kinds").value, "referente, tutor");
        assert_eq!(row("contact_kinds").before.as_deref(), Some("referente"));
        assert_eq!(row("legal_name").before.as_deref(), Some("Filanda"));
        assert_eq!(row("phone").before, None);
    }
}
