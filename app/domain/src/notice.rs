//! The mandatory messages. Source: domain reference 7. Their words are templates, in the recipient's language.

use serde::{Deserialize, Serialize};

/// A message to be sent. Further facts (reason, code, link) are the use case's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Notice {
    /// Account created or address changed → the user. Six-digit code, its expiry, what to do if not requested.
    E01,
    /// Registration finished → the contact. Log-in name with suffix, how to set the password, next steps.
    E02,
    /// Accreditation submitted, resubmitted, withdrawn or changed → the office. Host, identifiers, link.
    E03,
    /// Accreditation approved → the contact. What can be done next.
    E04,
    /// Accreditation rejected → the contact and the host's PEC. Reason, that a new request is possible.
    E05,
    /// Accreditation suspended, reinstated or revoked → the contact and the host's PEC. Reason.
    #[serde(rename = "E05s")]
    E05s,
    /// Integration asked for → the contact. The comments, where to correct.
    E06,
    /// Contact or tutor added, approved, refused or disabled → that person and the existing contacts.
    E07,
    /// Password forgotten → the user. Link valid for 30 minutes.
    E08,
    /// User name forgotten → the address. The list of its user names.
    E09,
    /// Security event → the user: code locked, address or password changed, many failed log-ins, disabled, enabled.
    E63,
}

/// Whom a message goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The person whose account it is.
    User,
    /// The contact who made the request.
    Contact,
    /// The other contacts of the host.
    HostContacts,
    /// The host's certified address.
    HostPec,
    /// The competent office.
    Office,
}

impl Notice {
    /// Every message of this kind of case.
    pub const ALL: [Notice; 11] = [
        Notice::E01,
        Notice::E02,
        Notice::E03,
        Notice::E04,
        Notice::E05,
        Notice::E05s,
        Notice::E06,
        Notice::E07,
        Notice::E08,
        Notice::E09,
        Notice::E63,
    ];

    /// The id in the reference.
    pub fn code(self) -> &'static str {
        match self {
            Notice::E01 => "E01",
            Notice::E02 => "E02",
            Notice::E03 => "E03",
            Notice::E04 => "E04",
            Notice::E05 => "E05",
            Notice::E05s => "E05s",
            Notice::E06 => "E06",
            Notice::E07 => "E07",
            Notice::E08 => "E08",
            Notice::E09 => "E09",
            Notice::E63 => "E63",
        }
    }

    /// The message of an id.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    /// The name of its template files, without language and extension.
    pub fn template(self) -> &'static str {
        match self {
            Notice::E01 => "e01_verification_code",
            Notice::E02 => "e02_registration_received",
            Notice::E03 => "e03_accreditation_request",
            Notice::E04 => "e04_accreditation_approved",
            Notice::E05 => "e05_accreditation_rejected",
            Notice::E05s => "e05s_accreditation_suspended",
            Notice::E06 => "e06_accreditation_integration",
            Notice::E07 => "e07_contact",
            Notice::E08 => "e08_reset_password",
            Notice::E09 => "e09_user_names",
            Notice::E63 => "e63_security",
        }
    }

    /// Whom it goes to.
    pub fn recipients(self) -> &'static [Recipient] {
        match self {
            Notice::E01 | Notice::E08 | Notice::E09 | Notice::E63 => &[Recipient::User],
            Notice::E02 | Notice::E04 | Notice::E06 => &[Recipient::Contact],
            Notice::E03 => &[Recipient::Office],
            Notice::E05 | Notice::E05s => &[Recipient::Contact, Recipient::HostPec],
            Notice::E07 => &[Recipient::User, Recipient::HostContacts],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_templates_name_one_message_each() {
        for notice in Notice::ALL {
            assert_eq!(Notice::from_code(notice.code()), Some(notice));
            assert_eq!(serde_json::to_value(notice).expect("can be written"), notice.code());
            assert!(notice.template().starts_with(&notice.code().to_lowercase()), "{notice:?}");
            assert!(!notice.recipients().is_empty(), "{notice:?}");
        }
    }
}
