//! Letters about a training project and the traineeship it becomes.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Role;
use domain::notice::Notice;
use domain::profile::LifecycleRequest;
use serde::Serialize;

use super::{Facts, facts};
use crate::mail::Kind;

facts! {
    ProjectOpened => Kind::Notice(Notice::E30i),
    ProjectDocuments => Kind::Notice(Notice::E34),
    ProjectActive => Kind::Notice(Notice::E35),
    Communication => Kind::Notice(Notice::E36),
    RequestOutcome => Kind::Notice(Notice::E41),
    Resumption => Kind::Notice(Notice::E42),
    Questionnaire => Kind::Notice(Notice::E50),
    Accident => Kind::Notice(Notice::E63a),
}

/// A project as its parties know it. A part of the other facts.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectFacts {
    /// The number people know it by (`2026/41`).
    pub number: String,
    pub host: String,
    /// First and last name; like those of the tutors.
    pub trainee: String,
    /// First and last day, both inclusive, as they are known now.
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub host_tutor: String,
    /// The promoter's; none while the office has not named one.
    pub tutor: Option<String>,
    /// Where the reader acts, or the case file.
    pub link: String,
}

/// E30i, to the trainee.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectOpened {
    pub number: String,
    pub host: String,
    pub link: String,
}

/// What happened to a project that needs no further facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectEvent {
    /// The reader's approval is asked for.
    ToApprove,
    /// By all; not active.
    Approved,
    /// The start passed without activation.
    Lapsed,
    /// Annulled, never begun.
    Cancelled,
    /// The end is fifteen days away.
    NearEnd,
    /// The attestation can be had.
    Attested,
}

/// E30, E33, E37, E38, E43, E54, to the parties each is for.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectNews {
    pub event: ProjectEvent,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

impl Facts for ProjectNews {
    fn kind(&self) -> Kind {
        Kind::Notice(match self.event {
            ProjectEvent::ToApprove => Notice::E30,
            ProjectEvent::Approved => Notice::E33,
            ProjectEvent::Lapsed => Notice::E37,
            ProjectEvent::Cancelled => Notice::E38,
            ProjectEvent::NearEnd => Notice::E43,
            ProjectEvent::Attested => Notice::E54,
        })
    }
}

/// How a party decided about a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectDecision {
    Approved,
    /// Not approved: back to the draft.
    Refused,
    /// By the office, for good.
    Rejected,
    /// The office takes the approval back.
    Revoked,
    /// The host takes it back to the draft.
    Recalled,
}

/// E31, E32, E32r, to all parties.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectDecided {
    pub decision: ProjectDecision,
    /// First and last name, and the role by which that person decided.
    pub who: String,
    pub role: Role,
    /// None where none is asked for.
    pub reason: Option<String>,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

impl Facts for ProjectDecided {
    fn kind(&self) -> Kind {
        Kind::Notice(match self.decision {
            ProjectDecision::Approved => Notice::E31,
            ProjectDecision::Refused | ProjectDecision::Rejected | ProjectDecision::Revoked => Notice::E32,
            ProjectDecision::Recalled => Notice::E32r,
        })
    }
}

/// E34, to the trainee and the contact.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectDocuments {
    /// Signed copies on paper; 0: none.
    pub copies: i64,
    /// Where the copies are delivered.
    pub place: String,
    /// A signed file has to be uploaded.
    pub signatures: bool,
    /// The last day for them.
    pub deadline: NaiveDate,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// E35, to all parties; the project's dates are the confirmed ones.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectActive {
    /// One line a position: kind, identifier, insurer. In the letter's language.
    pub insurance: Vec<String>,
    pub protocol: Option<String>,
    /// The host has to make the compulsory communication.
    pub communication: bool,
    /// The training project as it goes out.
    pub document: String,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// Why a compulsory communication is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CommunicationEvent {
    /// The start is near and its number is missing.
    Start,
    Extension,
    EarlyEnd,
}

/// E36, to the contact.
#[derive(Debug, Clone, Serialize)]
pub struct Communication {
    pub event: CommunicationEvent,
    /// The last day for it.
    pub deadline: NaiveDate,
    /// The region's channel, if it is known.
    pub channel: Option<String>,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// E41, to the contact, the trainee and the promoter's tutor.
#[derive(Debug, Clone, Serialize)]
pub struct RequestOutcome {
    pub request: LifecycleRequest,
    pub approved: bool,
    /// First day of a suspension; of an extension or early end the last day of the traineeship.
    pub effective_on: NaiveDate,
    /// Last day of a suspension.
    pub until: Option<NaiveDate>,
    /// Of a rejection.
    pub reason: Option<String>,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// E42, to the contact, the trainee and the promoter's tutor.
#[derive(Debug, Clone, Serialize)]
pub struct Resumption {
    /// First day after the suspension.
    pub resumes_on: NaiveDate,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// E50, to the host's tutor and the trainee.
#[derive(Debug, Clone, Serialize)]
pub struct Questionnaire {
    /// The last day for it.
    pub due_on: NaiveDate,
    #[serde(flatten)]
    pub project: ProjectFacts,
}

/// E63a, to the office. Nothing about the person: that is in the case file.
#[derive(Debug, Clone, Serialize)]
pub struct Accident {
    pub number: String,
    pub host: String,
    pub reported_at: DateTime<Utc>,
    /// Until when INAIL has to know.
    pub deadline: DateTime<Utc>,
    /// The case file.
    pub link: String,
}
