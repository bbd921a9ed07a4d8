//! One line as a value.

use chrono::NaiveDate;

use super::{CourseKind, RegistryKind, StudentStatus};
use crate::accreditation::reading::{Reader, line, past_date, whole_number};
use crate::answers::Answers;
use crate::check::{Checker, FieldError, Problem};
use crate::codes::{Email, Matricola, PersonTaxCode};
use crate::text::person_name;

/// The name under which a line with too many cells is told.
pub(super) const COLUMNS_MANY: &str = "";

const CODE_MAX: usize = 20;
const NAME_MAX: usize = 200;
const CLASS_MAX: usize = 20;
/// Years of a course, repeated ones included.
const YEAR_MAX: i64 = 20;
const CFU_MAX: i64 = 400;

/// A line of any file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistryRow {
    Department(DepartmentRow),
    Course(CourseRow),
    Teacher(TeacherRow),
    Student(StudentRow),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentRow {
    pub code: String,
    pub name: String,
    pub email: Option<Email>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRow {
    pub code: String,
    pub name: String,
    /// Code of its department.
    pub department: String,
    pub kind: CourseKind,
    /// `L-18`.
    pub degree_class: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeacherRow {
    pub code: String,
    pub last_name: String,
    pub first_name: String,
    pub email: Email,
    /// Code of their department.
    pub department: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentRow {
    pub matricola: Matricola,
    pub last_name: String,
    pub first_name: String,
    pub tax_code: PersonTaxCode,
    pub email: Email,
    /// Code of the course.
    pub course: String,
    /// Year of the course, from 1.
    pub year: Option<i64>,
    /// Credits earned.
    pub cfu: Option<i64>,
    pub status: StudentStatus,
    /// Of those who have a degree.
    pub degree_date: Option<NaiveDate>,
}

impl RegistryRow {
    /// The column of its key.
    pub fn key_column(&self) -> &'static str {
        match self {
            Self::Department(_) | Self::Course(_) | Self::Teacher(_) => "codice",
            Self::Student(_) => "matricola",
        }
    }

    /// The column and the code of what has to be there before it: a department or a course.
    pub fn refers_to(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Department(_) => None,
            Self::Course(row) => Some(("dipartimento", &row.department)),
            Self::Teacher(row) => row.department.as_deref().map(|code| ("dipartimento", code)),
            Self::Student(row) => Some(("corso", &row.course)),
        }
    }

    /// What tells it from the other lines of its file.
    pub fn key(&self) -> &str {
        match self {
            Self::Department(row) => &row.code,
            Self::Course(row) => &row.code,
            Self::Teacher(row) => &row.code,
            Self::Student(row) => row.matricola.as_str(),
        }
    }
}

/// A line of a file, whole. Errors: every problem, by the name of its column.
pub fn read_row(kind: RegistryKind, answers: &Answers, today: NaiveDate) -> Result<RegistryRow, Vec<FieldError>> {
    let mut checker = Checker::default();
    let row = read(kind, &mut Reader { checker: &mut checker, answers }, today);
    checker.finish(|| row)
}

fn read(kind: RegistryKind, r: &mut Reader<'_>, today: NaiveDate) -> Option<RegistryRow> {
    match kind {
        RegistryKind::Departments => department(r).map(RegistryRow::Department),
        RegistryKind::Courses => course(r).map(RegistryRow::Course),
        RegistryKind::Teachers => teacher(r).map(RegistryRow::Teacher),
        RegistryKind::Students => student(r, today).map(RegistryRow::Student),
    }
}

/// A code of an institution: letters, digits and signs on one line, blanks at the ends removed.
fn code(text: &str) -> Result<String, Problem> {
    line(CODE_MAX)(text)
}

fn department(r: &mut Reader<'_>) -> Option<DepartmentRow> {
    let (code, name) = (r.must("codice", code), r.must("nome", line(NAME_MAX)));
    let email = r.may("email", Email::parse);
    Some(DepartmentRow { code: code?, name: name?, email: email? })
}

fn course(r: &mut Reader<'_>) -> Option<CourseRow> {
    let (own, name) = (r.must("codice", code), r.must("nome", line(NAME_MAX)));
    let department = r.must("dipartimento", code);
    let kind = r.must("tipo", |word| CourseKind::from_file(word).ok_or(Problem::NotAChoice));
    let degree_class = r.may("classe", line(CLASS_MAX));
    Some(CourseRow { code: own?, name: name?, department: department?, kind: kind?, degree_class: degree_class? })
}

fn teacher(r: &mut Reader<'_>) -> Option<TeacherRow> {
    let own = r.must("codice", code);
    let (last_name, first_name) = (r.must("cognome", person_name), r.must("nome", person_name));
    let (email, department) = (r.must("email", Email::parse), r.may("dipartimento", code));
    Some(TeacherRow { code: own?, last_name: last_name?, first_name: first_name?, email: email?, department: department? })
}

fn student(r: &mut Reader<'_>, today: NaiveDate) -> Option<StudentRow> {
    let matricola = r.must("matricola", Matricola::parse);
    let (last_name, first_name) = (r.must("cognome", person_name), r.must("nome", person_name));
    let (tax_code, email) = (r.must("codice fiscale", PersonTaxCode::parse), r.must("email", Email::parse));
    let course = r.must("corso", code);
    let year = r.may("anno", |text| match whole_number(YEAR_MAX)(text)? {
        0 => Err(Problem::OutOfRange { min: 1, max: YEAR_MAX }),
        year => Ok(year),
    });
    let cfu = r.may("cfu", whole_number(CFU_MAX));
    let status = r.must("stato", |word| StudentStatus::from_file(word).ok_or(Problem::NotAChoice));
    let degree_date = r.when(status == Some(StudentStatus::Graduated), "data laurea", past_date(today));
    Some(StudentRow {
        matricola: matricola?,
        last_name: last_name?,
        first_name: first_name?,
        tax_code: tax_code?,
        email: email?,
        course: course?,
        year: year?,
        cfu: cfu?,
        status: status?,
        degree_date: degree_date?,
    })
}
