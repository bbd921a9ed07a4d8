//! Which traineeships a convention is for. Source: domain reference 2.7.

use crate::coded::coded;
use crate::profile::{InstitutionKind, ProjectKind};

coded! {
    /// «Tipo tirocini».
    ConventionKind {
        Curricular = "curricular",
        Extracurricular = "extracurricular",
        /// «Tutti».
        Both = "both",
        School = "school",
    }
}

impl ConventionKind {
    /// The codes of the kinds a host can ask an institution for, in the order of the form.
    pub fn offered(institution: InstitutionKind) -> &'static [&'static str] {
        match institution {
            InstitutionKind::University => &["curricular", "extracurricular", "both"],
            InstitutionKind::SchoolNetwork => &["school"],
        }
    }

    /// Whether a project of that kind can stand on it.
    pub fn allows(self, project: ProjectKind) -> bool {
        match (self, project) {
            (ConventionKind::Curricular | ConventionKind::Both, ProjectKind::Curricular) => true,
            (ConventionKind::Extracurricular | ConventionKind::Both, ProjectKind::Extracurricular) => true,
            (ConventionKind::School, ProjectKind::Pcto) => true,
            (
                ConventionKind::Curricular | ConventionKind::Extracurricular | ConventionKind::Both | ConventionKind::School,
                ProjectKind::Curricular | ProjectKind::Extracurricular | ProjectKind::Pcto,
            ) => false,
        }
    }
}
