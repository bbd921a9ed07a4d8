//! Objectives, activities, methods, credits; the obligations.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::accreditation::reading::{Reader, lines, whole_number};
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::profile::ProjectKind;

/// Longest text, in characters.
pub const TEXT_MAX: i64 = 4_000;
/// Fewest characters of objectives and activities.
pub const TEXT_MIN: i64 = 50;
/// Most credits.
pub const CFU_MAX: i64 = 60;
/// Highest monthly indemnity, in euros.
const INDEMNITY_MAX: i64 = 99_999;

/// What the trainee will do and learn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub objectives: String,
    pub activities: String,
    pub methods: String,
    /// «Raccordo con il percorso di studi».
    pub link_to_course: Option<String>,
    pub verification: String,
    /// 0–60; of a curricular traineeship.
    pub cfu: Option<i64>,
    pub thesis_related: bool,
    /// «Facilitazioni».
    pub facilitations: Option<String>,
    /// Euros a month, gross.
    pub indemnity: Option<i64>,
}

/// The obligations of the three parties were read and accepted for the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligations;

pub(super) fn read(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<Content> {
    let mut r = Reader { checker: c, answers };
    let objectives = r.must("objectives", long);
    let activities = r.must("activities", long);
    let methods = r.must("methods", lines(TEXT_MAX as usize));
    let student = basis.kind != ProjectKind::Extracurricular;
    let link_to_course = r.when(student, "link_to_course", lines(TEXT_MAX as usize));
    let verification = r.must("verification", lines(TEXT_MAX as usize));
    let cfu = r.when(basis.kind == ProjectKind::Curricular, "cfu", whole_number(CFU_MAX));
    let facilitations = r.may("facilitations", lines(500));
    let indemnity = r.may("indemnity", whole_number(INDEMNITY_MAX));
    Some(Content {
        objectives: objectives?,
        activities: activities?,
        methods: methods?,
        link_to_course: link_to_course?,
        verification: verification?,
        cfu: cfu?,
        thesis_related: answers.flag("thesis_related"),
        facilitations: facilitations?,
        indemnity: indemnity?,
    })
}

fn long(text: &str) -> Result<String, Problem> {
    let text = lines(TEXT_MAX as usize)(text)?;
    if (text.chars().count() as i64) < TEXT_MIN { Err(Problem::TooShort { min: TEXT_MIN }) } else { Ok(text) }
}

pub(super) fn read_obligations(c: &mut Checker, answers: &Answers) -> Option<Obligations> {
    if answers.flag("obligations_accepted") {
        return Some(Obligations);
    }
    c.add("obligations_accepted", Problem::NotAccepted);
    None
}
