//! Letters about a convention. Its number is the one people know it by (`2026/118`).

use chrono::NaiveDate;
use domain::access::Role;
use domain::convention::ConventionKind;
use domain::notice::Notice;
use domain::profile::SignatureMethod;
use serde::Serialize;

use super::{Facts, facts};
use crate::mail::Kind;

facts! {
    ConventionAsked => Kind::Notice(Notice::E10),
    ConventionToSign => Kind::Notice(Notice::E11),
    ConventionSentBack => Kind::Notice(Notice::E12),
    SignedCopy => Kind::Notice(Notice::E13),
}

/// E10, to the office.
#[derive(Debug, Clone, Serialize)]
pub struct ConventionAsked {
    pub host: String,
    pub kind: ConventionKind,
    pub months: i64,
    /// In the letter's language.
    pub area: String,
    /// The host can sign digitally.
    pub digital_signature: bool,
    /// The request in the office's panel.
    pub link: String,
}

/// E11, to whoever's turn it is to sign.
#[derive(Debug, Clone, Serialize)]
pub struct ConventionToSign {
    pub number: String,
    pub host: String,
    pub methods: Vec<SignatureMethod>,
    /// After that day the approval lapses.
    pub deadline: NaiveDate,
    /// Euros due; none: nothing to pay.
    pub stamp_duty: Option<i64>,
    /// The certified address that takes the signed file too.
    pub pec: Option<String>,
    /// The document to sign.
    pub document: String,
    /// Where the signed copy is put in place.
    pub link: String,
}

/// Why a convention is not signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SentBack {
    /// To the draft, to be changed.
    Returned,
    Rejected,
    /// Signatures did not come in time.
    Lapsed,
}

/// E12, to the contact.
#[derive(Debug, Clone, Serialize)]
pub struct ConventionSentBack {
    pub event: SentBack,
    /// None before the approval.
    pub number: Option<String>,
    pub host: String,
    /// None when it lapsed.
    pub reason: Option<String>,
    /// Signatures were there and no longer count.
    pub signatures_cleared: bool,
    pub link: String,
}

/// E13, to whoever put the copy in place and to the office.
#[derive(Debug, Clone, Serialize)]
pub struct SignedCopy {
    pub number: String,
    pub host: String,
    pub signer: Role,
    pub accepted: bool,
    /// Recorded by the office as received on paper.
    pub on_paper: bool,
    /// What was checked or, if it was not accepted, what is wrong. In the letter's language.
    pub checks: Vec<String>,
    pub link: String,
}

/// What happened to a convention that is active, or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TermEvent {
    Activated,
    /// The expiry is near and it does not renew itself.
    Expiring,
    Expired,
    Renewed,
    /// It will not renew itself.
    NoticeGiven,
    Terminated,
}

/// E14–E18, to the contact and the office; E14 to the legal representative too.
#[derive(Debug, Clone, Serialize)]
pub struct ConventionTerm {
    pub event: TermEvent,
    pub number: String,
    pub host: String,
    /// Number and year.
    pub protocol: String,
    /// The last day; none: it does not expire.
    pub expires_on: Option<NaiveDate>,
    /// Of a termination.
    pub reason: Option<String>,
    pub link: String,
}

impl Facts for ConventionTerm {
    fn kind(&self) -> Kind {
        Kind::Notice(match self.event {
            TermEvent::Activated => Notice::E14,
            TermEvent::Expiring => Notice::E15,
            TermEvent::Expired => Notice::E16,
            TermEvent::Renewed => Notice::E17,
            TermEvent::NoticeGiven | TermEvent::Terminated => Notice::E18,
        })
    }
}
