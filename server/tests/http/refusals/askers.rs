//! Everybody who may come along, seen from a host A that has to do with the institution `upo`.

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    Nobody,
    /// Signed in, without any role.
    Newcomer,
    /// Of host A.
    Contact,
    LegalRep,
    HostTutor,
    /// Of another host.
    OtherContact,
    Office,
    /// The office of one department; hosts belong to the whole institution.
    DepartmentOffice,
    Admin,
    OtherOffice,
    OtherAdmin,
    Trainee,
    AcademicTutor,
    PromoterSignatory,
    OtherPrincipal,
}

pub const ASKERS: &[Asker] = &[
    Asker::Nobody,
    Asker::Newcomer,
    Asker::Contact,
    Asker::LegalRep,
    Asker::HostTutor,
    Asker::OtherContact,
    Asker::Office,
    Asker::DepartmentOffice,
    Asker::Admin,
    Asker::OtherOffice,
    Asker::OtherAdmin,
    Asker::Trainee,
    Asker::AcademicTutor,
    Asker::PromoterSignatory,
    Asker::OtherPrincipal,
];

impl Asker {
    /// The matrix's column.
    pub fn column(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Newcomer => "signed_in",
            Self::Contact | Self::OtherContact => "contact",
            Self::LegalRep => "legal_rep",
            Self::HostTutor => "host_tutor",
            Self::Office | Self::DepartmentOffice | Self::OtherOffice => "office",
            Self::Admin | Self::OtherAdmin => "admin",
            Self::Trainee => "trainee",
            Self::AcademicTutor => "academic_tutor",
            Self::PromoterSignatory => "promoter_signatory",
            Self::OtherPrincipal => "principal",
        }
    }

    /// A word for each.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Contact => "contact of A",
            Self::OtherContact => "contact of B",
            other => other.staff().unwrap_or(other.column()),
        }
    }

    /// Whether host A at `upo` is within the asker's reach.
    pub fn reaches(self) -> bool {
        match self {
            Self::Contact | Self::LegalRep | Self::HostTutor | Self::Office | Self::DepartmentOffice | Self::Admin => true,
            Self::Nobody | Self::Newcomer | Self::OtherContact | Self::OtherOffice | Self::OtherAdmin => false,
            Self::Trainee | Self::AcademicTutor | Self::PromoterSignatory | Self::OtherPrincipal => false,
        }
    }

    /// The member of the staff, as the harness names it.
    pub fn staff(self) -> Option<&'static str> {
        match self {
            Self::Office => Some("ufficio.upo"),
            Self::DepartmentOffice => Some("ufficio.digspes"),
            Self::Admin => Some("admin.upo"),
            Self::OtherOffice => Some("ufficio.ecampus"),
            Self::OtherAdmin => Some("admin.ecampus"),
            Self::Trainee => Some("studente.upo"),
            Self::AcademicTutor => Some("docente.upo"),
            Self::PromoterSignatory => Some("rettore.upo"),
            Self::OtherPrincipal => Some("preside.alternanza"),
            Self::Nobody | Self::Newcomer | Self::Contact | Self::LegalRep | Self::HostTutor | Self::OtherContact => None,
        }
    }
}
