//! Between a convention's row and the answers it was made of.

use domain::answers::Answers;
use domain::check::FieldError;
use domain::convention::request::PartOfRequest;
use domain::profile::Profile;

use crate::entity::convention;

/// The request as it would be typed again; what is not known yet is not there.
pub fn answers_of(row: &convention::Model) -> Answers {
    let mut answers = Answers::default();
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    let fields = [
        ("convention_kind", row.kind.clone()),
        ("description", row.description.clone()),
        ("duration_months", row.duration_months.map(|months| months.to_string())),
        ("area", row.area.clone()),
        ("digital_signature", row.digital_signature.map(|yes| yes_no(yes).to_owned())),
        ("tacit_renewal", row.renewal.map(|yes| yes_no(yes).to_owned())),
        ("handling_department", row.handling_department.clone()),
    ];
    for (field, text) in fields {
        if let Some(text) = text {
            answers.set(field, text);
        }
    }
    answers
}

/// Puts what of the answers is right into the row; what is missing or wrong is empty there. Answers what is wrong.
pub fn write(row: &mut convention::Model, answers: &Answers, profile: &Profile) -> Vec<FieldError> {
    let (part, problems) = PartOfRequest::read(answers, profile);
    row.description = part.description;
    row.kind = part.kind.map(|kind| kind.code().to_owned());
    row.duration_months = part.duration_months;
    row.area = part.area;
    row.digital_signature = part.digital_signature;
    row.renewal = part.renewal;
    row.handling_department = part.handling_department;
    problems
}
