//! What a host says about one of its contacts or tutors. Source: domain reference 2.5.

use crate::accreditation::Part;
use crate::accreditation::fields::{Field, Form, Kind, Need, label_of as registration_label};
use crate::accreditation::person::{ContactPerson, read_contact};
use crate::accreditation::reading::{Reader, line, lines, whole_number};
use crate::accreditation::registration::Basis;
use crate::answers::Answers;
use crate::check::{Checker, FieldError};
use crate::profile::LegalRepDue;

/// Most years of experience that are believed.
const MAX_YEARS: i64 = 70;

const fn optional(name: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { name, label, kind, need: Need::Optional, autocomplete: "" }
}

/// What only tutors are asked besides their tax code.
const OF_TUTOR: [Field; 4] = [
    optional("contact_education", "education", Kind::Line { max: 120 }),
    optional("contact_contract_level", "contract_level", Kind::Line { max: 120 }),
    optional("contact_years_experience", "years_experience", Kind::Number),
    optional("contact_skills", "skills", Kind::Lines { max: 1000 }),
];

/// A contact with what is known of them as a tutor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub person: ContactPerson,
    pub tutor: TutorFacts,
}

/// What shows that a tutor is fit for it; empty for who is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TutorFacts {
    pub education: Option<String>,
    pub contract_level: Option<String>,
    pub years_experience: Option<i64>,
    pub skills: Option<String>,
}

/// The fields everybody is asked, in order.
pub fn fields() -> Vec<Field> {
    let answers = Answers::default();
    Form { answers: &answers, legal_rep_due: LegalRepDue::Convention }.fields(Part::Contact)
}

/// The fields only tutors are asked. The tax code has its own rule: mandatory for them.
pub fn tutor_fields() -> Vec<Field> {
    let tax_code =
        Field { name: "contact_tax_code", label: "tax_code", kind: Kind::Line { max: 16 }, need: Need::Ruled, autocomplete: "" };
    [tax_code].into_iter().chain(OF_TUTOR).collect()
}

/// The key of a field's label, by the field's name.
pub fn label_of(name: &str) -> &str {
    OF_TUTOR.iter().find(|field| field.name == name).map_or_else(|| registration_label(name), |field| field.label)
}

/// The values, or every problem.
pub fn read(answers: &Answers, basis: &Basis) -> Result<Contact, Vec<FieldError>> {
    let mut c = Checker::default();
    let person = read_contact(&mut c, answers, basis);
    let tutor = if answers.flag("contact_kinds_tutor") { read_tutor(&mut c, answers) } else { Some(TutorFacts::default()) };
    c.finish(|| Some(Contact { person: person?, tutor: tutor? }))
}

fn read_tutor(c: &mut Checker, answers: &Answers) -> Option<TutorFacts> {
    let mut r = Reader { checker: c, answers };
    let education = r.may("contact_education", line(120));
    let contract_level = r.may("contact_contract_level", line(120));
    let years_experience = r.may("contact_years_experience", whole_number(MAX_YEARS));
    let skills = r.may("contact_skills", lines(1000));
    Some(TutorFacts {
        education: education?,
        contract_level: contract_level?,
        years_experience: years_experience?,
        skills: skills?,
    })
}
