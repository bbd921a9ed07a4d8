//! What universities know of their students, teachers, courses and departments, as it comes in files. Source: domain
//! reference 2.15, 2.16.

mod columns;
mod header;
mod report;
mod rows;
mod table_text;

pub use columns::{Column, columns};
pub use header::{Header, HeaderProblem};
pub use report::{LineProblem, Outcome, PROBLEMS_MAX, Report};
pub use rows::{CourseRow, DepartmentRow, RegistryRow, StudentRow, TeacherRow, read_row};
pub use table_text::{Encoding, decoded, separator};

use crate::coded::coded;

coded! {
    /// What a file brings.
    RegistryKind {
        Departments = "departments",
        Courses = "courses",
        Teachers = "teachers",
        Students = "students",
    }
    /// Whether somebody studies.
    StudentStatus {
        Active = "active",
        Suspended = "suspended",
        Graduated = "graduated",
        /// Left without a degree.
        Withdrawn = "withdrawn",
    }
    /// What a course leads to.
    CourseKind {
        Bachelor = "bachelor",
        Master = "master",
        SingleCycle = "single_cycle",
        Doctorate = "doctorate",
        /// First and second level.
        PostgraduateMaster = "postgraduate_master",
        Specialisation = "specialisation",
        Other = "other",
    }
}

impl StudentStatus {
    /// The word of a file: ours, or one that offices write.
    pub fn from_file(word: &str) -> Option<Self> {
        match crate::text::fold(word).as_str() {
            "attivo" | "attiva" | "iscritto" | "iscritta" | "active" => Some(Self::Active),
            "sospeso" | "sospesa" | "suspended" => Some(Self::Suspended),
            "laureato" | "laureata" | "graduated" => Some(Self::Graduated),
            "ritirato" | "ritirata" | "rinunciatario" | "rinunciataria" | "trasferito" | "trasferita" | "cessato" | "cessata"
            | "withdrawn" => Some(Self::Withdrawn),
            _ => None,
        }
    }
}

impl CourseKind {
    /// The word of a file: ours, or one that offices write.
    pub fn from_file(word: &str) -> Option<Self> {
        match crate::text::fold(word).as_str() {
            "lt" | "laurea" | "laurea triennale" | "triennale" | "bachelor" => Some(Self::Bachelor),
            "lm" | "laurea magistrale" | "magistrale" | "master degree" => Some(Self::Master),
            "lmcu" | "ciclo unico" | "laurea magistrale a ciclo unico" | "single cycle" => Some(Self::SingleCycle),
            "dr" | "dottorato" | "dottorato di ricerca" | "doctorate" => Some(Self::Doctorate),
            "master" | "master di i livello" | "master di ii livello" | "postgraduate master" => Some(Self::PostgraduateMaster),
            "scuola di specializzazione" | "specializzazione" | "specialisation" => Some(Self::Specialisation),
            "altro" | "other" => Some(Self::Other),
            _ => None,
        }
    }
}
