//! What the pages of the registration, of the reserved area and of the office show.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::accreditation::Part;
use crate::accreditation::state::State;
use crate::answers::Answers;
use crate::check::{FieldError, Problem};
use crate::ids::{AccreditationId, ContactId, FileId, OrganisationId};
use crate::list::Count;
use crate::profile::LegalRepDue;

/// Why the wizard is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WizardMode {
    /// A new host.
    New,
    /// The host is known: its name and town, nothing else; contact, privacy, user name, summary and code remain.
    Join { legal_name: String, town: String },
    /// The office asked for corrections.
    Correction { note: String, notes: Vec<FieldNote> },
}

/// What the office wrote about one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldNote {
    pub field: String,
    pub note: String,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Now,
    ToDo,
}

/// One step of the stepper, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepView {
    pub slug: String,
    /// The institution's own words, if it has some.
    pub title: Option<String>,
    pub parts: Vec<Part>,
    pub state: StepState,
}

/// One page of the wizard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WizardView {
    pub mode: WizardMode,
    pub steps: Vec<StepView>,
    /// Slug of the page shown.
    pub step: String,
    pub parts: Vec<Part>,
    /// Every answer so far: the page's fields are filled from it, the summary shows all.
    pub answers: Answers,
    /// Version of this page's answers: a post carries it.
    pub version: i64,
    /// When the draft was last stored; none before the first answer.
    pub saved_at: Option<DateTime<Utc>>,
    /// Problems to show: of the page if it was sent with mistakes, of all pages on the summary.
    pub problems: Vec<FieldError>,
    /// Confirmed and waiting for the e-mail code.
    pub waits_for_code: bool,
    /// Two tabs or people wrote different texts; the choices to make.
    pub conflict: Vec<ConflictField>,
    pub wording: Wording,
    /// Codes and names of the states of the world, Italy first; empty on pages that ask for none.
    pub countries: Vec<(String, String)>,
    /// Some answer exists, so that «Inviami il link per continuare» has something to continue.
    pub has_draft: bool,
}

/// What the profile says on the wizard's pages, in the visitor's language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wording {
    pub privacy_text: String,
    pub privacy_version: String,
    /// Written after the user name to sign in.
    pub login_suffix: String,
    /// Words of the last button.
    pub submit: String,
    pub legal_rep_due: LegalRepDue,
    /// The privacy notice is acknowledged on the summary.
    pub privacy_on_summary: bool,
    /// Whether the office decides on requests.
    pub office_approves: bool,
}

/// One field with two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictField {
    pub field: String,
    pub mine: String,
    pub theirs: String,
}

/// A stored draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    pub version: i64,
    pub saved_at: DateTime<Utc>,
    /// Somebody else stored other texts meanwhile: nothing of theirs was overwritten, choose.
    pub conflict: Vec<ConflictField>,
    /// The page's answers as stored, when somebody else had stored some meanwhile: what is not being typed follows them.
    pub merged: Option<Answers>,
}

/// One request in the office's queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueueRow {
    pub id: AccreditationId,
    pub number: i64,
    pub host_name: String,
    pub town: String,
    /// Province's car code, or the country's two letters in brackets for hosts abroad.
    pub province: String,
    pub country: String,
    pub state: State,
    pub submitted_at: DateTime<Utc>,
    pub waiting_since: DateTime<Utc>,
    /// Sent again after a correction.
    pub integrated: bool,
}

/// What waits for the office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueueSummary {
    /// Requests to be examined.
    pub to_examine: Count,
    /// Since when the oldest of them waits.
    pub oldest_since: Option<DateTime<Utc>>,
}

/// What a check of the office's panel says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    Ok,
    Wait,
    Warn,
    Bad,
}

/// The verdict on one field of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Verdict {
    /// «Cifra di controllo giusta».
    CheckDigitRight,
    /// «Mai registrata prima».
    NeverRegistered,
    /// «CAP e comune concordi».
    PostalCodeAgrees,
    /// «Forma giusta».
    FormRight,
    /// «E-mail verificata».
    EmailVerified,
    /// «Da completare»: does not block, needed for a convention.
    ToComplete,
    /// Something to look at.
    Look { problem: Problem },
    /// Nothing to check.
    Plain,
}

/// One row of «Dati scritti e controlli».
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewRow {
    /// Name of the field a note is written on.
    pub field: String,
    /// Key of the label.
    pub label: String,
    pub part: Part,
    /// What was written, ready to show (codes of choices included).
    pub value: String,
    /// Before the last correction, if it was different.
    pub before: Option<String>,
    pub light: Light,
    pub verdict: Verdict,
}

/// A host that might be the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Duplicate {
    pub organisation: OrganisationId,
    pub legal_name: String,
    pub identifier: String,
    pub town: String,
    /// `phone`, `email`, `pec`, `website`, `name`: what is alike.
    pub alike: Vec<String>,
    /// That host's last request at this institution, to compare with.
    pub here: Option<AccreditationId>,
}

/// What another institution decided: the fact and the date, nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub institution: String,
    pub state: State,
    pub at: DateTime<Utc>,
}

/// One thing that happened, for the history shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryRow {
    pub action: String,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub role: crate::access::Role,
    pub to_state: Option<String>,
    pub note: String,
}

/// One request, side by side with its checks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewView {
    pub id: AccreditationId,
    pub number: i64,
    pub version: i64,
    pub state: State,
    pub host_name: String,
    pub submitted_at: DateTime<Utc>,
    pub contact_name: String,
    pub email_verified: bool,
    pub rows: Vec<ReviewRow>,
    pub duplicates: Vec<Duplicate>,
    pub elsewhere: Vec<Elsewhere>,
    /// Events offered to this reader now (`approve`, `request_integration`, `reject`, `suspend`, `reinstate`, `revoke`).
    pub offered: Vec<String>,
    /// Half-written notes of this officer, and what was asked in the last round.
    pub notes: Answers,
    pub asked: Vec<FieldNote>,
    pub note: String,
    pub reason: String,
    pub history: Vec<HistoryRow>,
    /// Persons who ask to enter this host and wait for the office.
    pub newcomers: Vec<Newcomer>,
}

/// A person who asks to enter a host.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Newcomer {
    pub contact: ContactId,
    pub version: i64,
    pub name: String,
    pub role_title: String,
    pub email: String,
    pub at: DateTime<Utc>,
}

/// Something that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Todo {
    pub kind: TodoKind,
    pub subject: Uuid,
    /// What it is called, if it has a name: a convention's number.
    pub name: String,
    pub since: DateTime<Utc>,
    /// The last day, if there is one.
    pub until: Option<NaiveDate>,
    /// Days until then; negative once it has passed.
    pub days_left: Option<i64>,
}

/// What has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TodoKind {
    /// The office gave it back with a note.
    ConventionReturned,
    ConventionToSign,
    /// Begun and not sent.
    ConventionDraft,
}

/// The reserved area of a host's contact at one institution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AreaView {
    /// A request is on its way: its state and what the office asked, nothing more (D04).
    Request {
        id: AccreditationId,
        number: i64,
        version: i64,
        host_name: String,
        state: State,
        submitted_at: DateTime<Utc>,
        decided_at: Option<DateTime<Utc>>,
        note: String,
        reason: String,
        notes: Vec<FieldNote>,
        can_correct: bool,
        can_withdraw: bool,
    },
    /// The person waits until a contact of the host, or the office, admits them.
    WaitingToJoin { host_name: String, refused: bool, by_office: bool },
    /// Accredited: what to do next.
    Open {
        host_name: String,
        organisation: OrganisationId,
        state: State,
        accredited_at: Option<DateTime<Utc>>,
        newcomers: Vec<Newcomer>,
        /// Nearest deadline first, then oldest.
        todo: Vec<Todo>,
        logo: Option<FileId>,
        suspended_reason: String,
    },
    /// The host is known elsewhere and has not asked this institution (C13).
    NotHere { host_name: String, accredited_at_institutions: Vec<String> },
    /// Signed in with a role that has nothing here yet.
    Nothing,
}
