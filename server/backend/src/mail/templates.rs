//! The template files, built into the program. Their words, facts and functions are described in `templates/mail/README.md`.

use domain::language::Language;
use domain::notice::Notice;

use super::Kind;

/// What every letter is put into.
pub const LAYOUT_TEXT: &str = include_str!("../../templates/mail/layout.txt");
pub const LAYOUT_HTML: &str = include_str!("../../templates/mail/layout.html");

macro_rules! file {
    ($name:literal) => {
        (
            include_str!(concat!("../../templates/mail/", $name, ".it.txt")),
            include_str!(concat!("../../templates/mail/", $name, ".en.txt")),
        )
    };
}

/// The template of a letter. First line the subject, then an empty one, then the body.
pub fn source(kind: Kind, language: Language) -> &'static str {
    let (it, en) = match kind {
        Kind::Notice(Notice::E01) => file!("e01_verification_code"),
        Kind::Notice(Notice::E02) => file!("e02_registration_received"),
        Kind::Notice(Notice::E03) => file!("e03_accreditation_request"),
        Kind::Notice(Notice::E04) => file!("e04_accreditation_approved"),
        Kind::Notice(Notice::E05) => file!("e05_accreditation_rejected"),
        Kind::Notice(Notice::E05s) => file!("e05s_accreditation_suspended"),
        Kind::Notice(Notice::E06) => file!("e06_accreditation_integration"),
        Kind::Notice(Notice::E07) => file!("e07_contact"),
        Kind::Notice(Notice::E08) => file!("e08_reset_password"),
        Kind::Notice(Notice::E09) => file!("e09_user_names"),
        Kind::Notice(Notice::E10) => file!("e10_convention_request"),
        Kind::Notice(Notice::E11) => file!("e11_convention_to_sign"),
        Kind::Notice(Notice::E12) => file!("e12_convention_returned"),
        Kind::Notice(Notice::E13) => file!("e13_signed_copy"),
        Kind::Notice(Notice::E14) => file!("e14_convention_active"),
        Kind::Notice(Notice::E15) => file!("e15_convention_expiring"),
        Kind::Notice(Notice::E16) => file!("e16_convention_expired"),
        Kind::Notice(Notice::E17) => file!("e17_convention_renewed"),
        Kind::Notice(Notice::E18) => file!("e18_convention_terminated"),
        Kind::Notice(Notice::E30) => file!("e30_project_to_approve"),
        Kind::Notice(Notice::E30i) => file!("e30i_project_opened"),
        Kind::Notice(Notice::E31) => file!("e31_project_party_approved"),
        Kind::Notice(Notice::E32) => file!("e32_project_not_approved"),
        Kind::Notice(Notice::E32r) => file!("e32r_project_recalled"),
        Kind::Notice(Notice::E33) => file!("e33_project_approved"),
        Kind::Notice(Notice::E34) => file!("e34_project_documents"),
        Kind::Notice(Notice::E35) => file!("e35_project_active"),
        Kind::Notice(Notice::E36) => file!("e36_compulsory_communication"),
        Kind::Notice(Notice::E37) => file!("e37_project_lapsed"),
        Kind::Notice(Notice::E38) => file!("e38_project_cancelled"),
        Kind::Notice(Notice::E41) => file!("e41_request_outcome"),
        Kind::Notice(Notice::E42) => file!("e42_suspension_ends"),
        Kind::Notice(Notice::E43) => file!("e43_end_is_near"),
        Kind::Notice(Notice::E50) => file!("e50_questionnaire"),
        Kind::Notice(Notice::E54) => file!("e54_attestation"),
        Kind::Notice(Notice::E63) => file!("e63_security"),
        Kind::Notice(Notice::E63a) => file!("e63a_accident"),
        Kind::ResumeLink => file!("resume_link"),
    };
    language.pick(it, en)
}
