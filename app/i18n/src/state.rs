//! Roles and the actions of a history. What states are called is the profile's.

use domain::access::Role;

use crate::{Language, Word};

words! {
    CONTACT: "Referente aziendale", "Company contact";
    LEGAL_REP: "Rappresentante legale", "Legal representative";
    HOST_TUTOR: "Tutor aziendale", "Company tutor";
    TRAINEE: "Tirocinante", "Trainee";
    ACADEMIC_TUTOR: "Docente, tutor universitario", "Academic tutor";
    OFFICE: "Ufficio stage", "Internship office";
    ADMIN: "Amministrazione centrale", "Central administration";
    PROMOTER_SIGNATORY: "Chi firma per l’istituzione", "Signatory of the institution";
    PRINCIPAL: "Dirigente scolastico", "Head teacher";
    SCHOOL_TUTOR: "Tutor scolastico", "School tutor";
    GUARDIAN: "Chi esercita la responsabilità genitoriale", "Parent or guardian";
    SYSTEM: "Sistema", "System";
}

/// What a role is called.
pub fn role(role: Role, language: Language) -> &'static str {
    let word: Word = match role {
        Role::Contact => CONTACT,
        Role::LegalRep => LEGAL_REP,
        Role::HostTutor => HOST_TUTOR,
        Role::Trainee => TRAINEE,
        Role::AcademicTutor => ACADEMIC_TUTOR,
        Role::Office => OFFICE,
        Role::Admin => ADMIN,
        Role::PromoterSignatory => PROMOTER_SIGNATORY,
        Role::Principal => PRINCIPAL,
        Role::SchoolTutor => SCHOOL_TUTOR,
        Role::Guardian => GUARDIAN,
        Role::System => SYSTEM,
    };
    word.get(language)
}
