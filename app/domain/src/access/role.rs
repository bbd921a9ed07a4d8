//! The roles of domain reference 1.

use serde::{Deserialize, Serialize};

/// What an account is in one institution or organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Referente aziendale*: accredits the host and manages what is its own.
    Contact,
    /// *Rappresentante legale*: signs for the host.
    LegalRep,
    /// *Tutor aziendale*.
    HostTutor,
    /// *Tirocinante*.
    Trainee,
    /// *Tutor universitario, docente*.
    AcademicTutor,
    /// *Ufficio stage*: of some departments or of the whole institution.
    Office,
    /// *Amministratore centrale*.
    Admin,
    /// *Rettore, Direttore di dipartimento*: signs for the promoter.
    PromoterSignatory,
    /// *Dirigente scolastico*.
    Principal,
    /// *Tutor interno* of a school.
    SchoolTutor,
    /// *Esercente la responsabilità genitoriale*.
    Guardian,
    /// Timers and derived states; no person.
    System,
}

impl Role {
    /// Every role, in the order of the reference.
    pub const ALL: [Role; 12] = [
        Role::Contact,
        Role::LegalRep,
        Role::HostTutor,
        Role::Trainee,
        Role::AcademicTutor,
        Role::Office,
        Role::Admin,
        Role::PromoterSignatory,
        Role::Principal,
        Role::SchoolTutor,
        Role::Guardian,
        Role::System,
    ];

    /// The stable word of the role, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Role::Contact => "contact",
            Role::LegalRep => "legal_rep",
            Role::HostTutor => "host_tutor",
            Role::Trainee => "trainee",
            Role::AcademicTutor => "academic_tutor",
            Role::Office => "office",
            Role::Admin => "admin",
            Role::PromoterSignatory => "promoter_signatory",
            Role::Principal => "principal",
            Role::SchoolTutor => "school_tutor",
            Role::Guardian => "guardian",
            Role::System => "system",
        }
    }

    /// The role of a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role is held in an organisation rather than in an institution.
    pub fn is_of_host(self) -> bool {
        matches!(self, Role::Contact | Role::LegalRep | Role::HostTutor)
    }
}
