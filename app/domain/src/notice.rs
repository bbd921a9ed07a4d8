//! The mandatory messages. Source: domain reference 7. Their words are templates, in the recipient's language.

use serde::{Deserialize, Serialize};

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
    /// Who signs for the host.
    LegalRep,
    /// Whoever's turn it is to sign, at the certified address too if there is one.
    Signer,
    /// Whoever put a signed copy in place.
    Uploader,
    /// The parties of the approval group that is open and that have not decided.
    OpenGroup,
    /// Every party of the project: contact, host tutor, trainee, academic tutor, office.
    Parties,
    HostTutor,
    Trainee,
    AcademicTutor,
}

use Recipient::*;

/// Messages, each with its template files (without language and extension) and its recipients.
macro_rules! notices {
    ($($(#[$doc:meta])* $name:ident $template:literal $recipients:expr;)*) => {
        /// A message to be sent. Further facts (reason, code, link) are the use case's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Notice { $($(#[$doc])* $name,)* }

        impl Notice {
            /// Every message, in the order of the reference.
            pub const ALL: [Notice; [$(Notice::$name),*].len()] = [$(Notice::$name),*];

            /// The id in the reference.
            pub fn code(self) -> &'static str {
                match self { $(Notice::$name => stringify!($name),)* }
            }

            /// The name of its template files, without language and extension.
            pub fn template(self) -> &'static str {
                match self { $(Notice::$name => $template,)* }
            }

            /// Whom it goes to.
            pub fn recipients(self) -> &'static [Recipient] {
                match self { $(Notice::$name => &$recipients,)* }
            }
        }
    };
}

notices! {
    /// Account created or address changed. Six-digit code, its expiry, what to do if not requested.
    E01 "e01_verification_code" [User];
    /// Registration finished. Log-in name with suffix, how to set the password, next steps.
    E02 "e02_registration_received" [Contact];
    /// Accreditation submitted, resubmitted, withdrawn or changed. Host, identifiers, link.
    E03 "e03_accreditation_request" [Office];
    /// Accreditation approved. What can be done next.
    E04 "e04_accreditation_approved" [Contact];
    /// Accreditation rejected. Reason, that a new request is possible.
    E05 "e05_accreditation_rejected" [Contact, HostPec];
    /// Accreditation suspended, reinstated or revoked. Reason.
    E05s "e05s_accreditation_suspended" [Contact, HostPec];
    /// Integration asked for. The comments, where to correct.
    E06 "e06_accreditation_integration" [Contact];
    /// Contact or tutor added, approved, refused or disabled → that person and the existing contacts.
    E07 "e07_contact" [User, HostContacts];
    /// Password forgotten. Link valid for 30 minutes.
    E08 "e08_reset_password" [User];
    /// User name forgotten → the address. The list of its user names.
    E09 "e09_user_names" [User];

    /// Convention asked for. Kind, duration, area, whether a digital signature is available.
    E10 "e10_convention_request" [Office];
    /// Convention approved, or the next signer's turn. Document, formats, where to upload, deadline, stamp duty.
    E11 "e11_convention_to_sign" [Signer];
    /// Convention returned, rejected or lapsed. Reason; that signatures were cleared.
    E12 "e12_convention_returned" [Contact];
    /// Signed copy received or not accepted. The checks.
    E13 "e13_signed_copy" [Uploader, Office];
    /// Convention active. Number, protocol, expiry; projects may start.
    E14 "e14_convention_active" [Contact, LegalRep, Office];
    /// Convention about to expire: 90, 30 and 7 days before.
    E15 "e15_convention_expiring" [Contact, Office];
    E16 "e16_convention_expired" [Contact, Office];
    E17 "e17_convention_renewed" [Contact, Office];
    /// Notice given, or convention terminated.
    E18 "e18_convention_terminated" [Contact, Office];

    /// An approval group is open. Host, period, tutors, link to approve or not.
    E30 "e30_project_to_approve" [OpenGroup];
    /// A project was opened for the trainee: information.
    E30i "e30i_project_opened" [Trainee];
    /// A party approved: who.
    E31 "e31_project_party_approved" [Parties];
    /// A party did not approve, the office rejected or revoked: who, why.
    E32 "e32_project_not_approved" [Parties];
    /// Recalled by the host.
    E32r "e32r_project_recalled" [Parties];
    /// Fully approved, not active yet: do not start.
    E33 "e33_project_approved" [Parties];
    /// Documents to deliver: copies, where, by when.
    E34 "e34_project_documents" [Trainee, Contact];
    /// Active: confirmed dates, insurance, document, protocol, compulsory communication.
    E35 "e35_project_active" [Parties];
    /// Compulsory communication still without number, or due again: deadline, regional channel.
    E36 "e36_compulsory_communication" [Contact];
    /// The start passed without activation.
    E37 "e37_project_lapsed" [Parties];
    E38 "e38_project_cancelled" [Parties];

    /// Outcome of a request of suspension, extension or early end.
    E41 "e41_request_outcome" [Contact, Trainee, AcademicTutor];
    /// A suspension ends.
    E42 "e42_suspension_ends" [Contact, Trainee, AcademicTutor];
    /// The end is fifteen days away: an extension is possible only before it.
    E43 "e43_end_is_near" [Contact, Trainee, AcademicTutor];
    /// The end has come: the questionnaires are open.
    E50 "e50_questionnaire" [HostTutor, Trainee];
    /// The attestation can be had.
    E54 "e54_attestation" [Trainee, Contact];

    /// Security event: code locked, address or password changed, many failed log-ins, disabled, enabled.
    E63 "e63_security" [User];
    /// Accident: INAIL's deadline of 48 hours.
    E63a "e63a_accident" [Office];
}

impl Notice {
    /// The message of an id.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
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
            assert!(notice.template().starts_with(&format!("{}_", notice.code().to_lowercase())), "{notice:?}");
            assert!(!notice.recipients().is_empty(), "{notice:?}");
        }
    }

    #[test]
    fn no_two_messages_share_a_template() {
        let mut templates = Notice::ALL.map(Notice::template).to_vec();
        templates.sort_unstable();
        templates.dedup();
        assert_eq!(templates.len(), Notice::ALL.len());
    }
}
