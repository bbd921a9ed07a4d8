//! Letters about an accreditation.

use domain::notice::Notice;
use serde::Serialize;

use super::facts;
use crate::mail::Kind;

facts! {
    RegistrationReceived => Kind::Notice(Notice::E02),
    AccreditationRequest => Kind::Notice(Notice::E03),
    AccreditationApproved => Kind::Notice(Notice::E04),
    AccreditationRejected => Kind::Notice(Notice::E05),
    AccreditationSuspended => Kind::Notice(Notice::E05s),
    IntegrationRequested => Kind::Notice(Notice::E06),
    ContactChanged => Kind::Notice(Notice::E07),
    ResumeLink => Kind::ResumeLink,
}

/// Whom a new registration waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    /// The office decides.
    Office,
    /// An existing contact of the host admits the person.
    HostContact,
    /// Nobody: the host is accredited at once.
    Nobody,
}

/// E02, to the contact.
#[derive(Debug, Clone, Serialize)]
pub struct RegistrationReceived {
    /// User name with the institution's suffix.
    pub login: String,
    pub host: String,
    /// None while a further contact waits to be admitted.
    pub number: Option<i64>,
    pub waits_for: WaitsFor,
    /// The reserved area.
    pub link: String,
}

/// What happened to a request, as the office is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestEvent {
    Submitted,
    Resubmitted,
    Withdrawn,
    /// An accredited host changed its identifiers or legal name.
    Changed,
    /// A further contact waits and the office admits.
    Contact,
}

/// E03, to the office.
#[derive(Debug, Clone, Serialize)]
pub struct AccreditationRequest {
    pub event: RequestEvent,
    pub number: i64,
    pub host: String,
    /// Codes as people write them: «P.IVA 01234567897».
    pub identifiers: Vec<String>,
    /// Town and province of the legal seat.
    pub place: String,
    pub contact: String,
    /// The request in the office's panel.
    pub link: String,
}

/// E04, to the contact.
#[derive(Debug, Clone, Serialize)]
pub struct AccreditationApproved {
    pub host: String,
    pub number: i64,
    /// Whether it is a change of identifiers or name that was approved.
    pub is_change: bool,
    pub note: Option<String>,
    pub link: String,
}

/// E05, to the contact and the host's PEC.
#[derive(Debug, Clone, Serialize)]
pub struct AccreditationRejected {
    pub host: String,
    pub number: i64,
    pub reason: String,
    /// Where a new request begins.
    pub link: String,
}

/// What the office did with an accredited host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionEvent {
    Suspended,
    Reinstated,
    Revoked,
}

/// E05s, to the contact and the host's PEC.
#[derive(Debug, Clone, Serialize)]
pub struct AccreditationSuspended {
    pub event: SuspensionEvent,
    pub host: String,
    pub number: i64,
    /// May be empty for a revocation.
    pub reason: String,
    pub link: String,
}

/// The office's comment on one field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldNote {
    /// The field's label, in the letter's language.
    pub label: String,
    pub note: String,
}

/// E06, to the contact.
#[derive(Debug, Clone, Serialize)]
pub struct IntegrationRequested {
    pub host: String,
    pub number: i64,
    pub note: String,
    pub notes: Vec<FieldNote>,
    /// Where it is corrected.
    pub link: String,
}

/// What happened to a further contact or tutor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactEvent {
    /// Invited, and asked to enter the code; only to the person.
    Invited,
    /// Registered and waiting.
    Waiting,
    /// Added by the host or the office, at once active.
    Added,
    Admitted,
    Refused,
    Disabled,
}

/// E07, to that person and the host's other contacts.
#[derive(Debug, Clone, Serialize)]
pub struct ContactChanged {
    pub event: ContactEvent,
    /// First and last name.
    pub person: String,
    pub host: String,
    /// Whether the reader is the person concerned.
    pub to_person: bool,
    /// Of an invitation: until it is erased.
    pub days: i64,
    pub link: String,
}

/// The link that continues a registration.
#[derive(Debug, Clone, Serialize)]
pub struct ResumeLink {
    /// Days until the draft is erased.
    pub days: i64,
    pub link: String,
}
