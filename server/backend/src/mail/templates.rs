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
        Kind::Notice(Notice::E63) => file!("e63_security"),
        Kind::ResumeLink => file!("resume_link"),
    };
    language.pick(it, en)
}
