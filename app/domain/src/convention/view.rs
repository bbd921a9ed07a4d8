//! What the pages of conventions show.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::stamp::StampDuty;
use super::{ConventionKind, State};
use crate::access::Role;
use crate::accreditation::view::HistoryRow;
use crate::answers::Answers;
use crate::attachment::FileState;
use crate::ids::{ConventionId, FileId, SignatureId};
use crate::list::{Count, ListPage, ListQuery};
use crate::signing::Means;

/// One convention in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConventionRow {
    pub id: ConventionId,
    /// `2026/118`; empty before the approval.
    pub number: String,
    pub host_name: String,
    /// None while the draft does not say.
    pub kind: Option<ConventionKind>,
    pub stipulated_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    /// `0000001/2026`; empty before the activation.
    pub protocol: String,
    pub state: State,
    /// The state with its flags, in the institution's words.
    pub label: String,
    pub waiting_since: DateTime<Utc>,
    pub version: i64,
}

/// One page of a list of conventions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConventionsView {
    pub page: ListPage<ConventionRow>,
    /// If nothing was found: what to ask instead, and how many would appear.
    pub wider: Option<(ListQuery, Count)>,
    /// Codes and words of the states one can ask for.
    pub states: Vec<(String, String)>,
    /// A host can propose one now.
    pub can_propose: bool,
    pub now: DateTime<Utc>,
}

/// Choices of a field that the profile makes: value and words.
pub type Choices = Vec<(String, String)>;

/// The request, to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConventionForm {
    /// None for a new one.
    pub convention: Option<ConventionId>,
    pub version: i64,
    pub host_name: String,
    pub answers: Answers,
    /// Codes of the kinds a host can ask for here.
    pub kinds: Vec<String>,
    pub areas: Choices,
    /// Empty where there are none to choose from.
    pub departments: Choices,
    /// The host chooses whether it renews itself.
    pub asks_renewal: bool,
    /// Months it renews itself by, and days of notice.
    pub renewal_months: i64,
    pub notice_days: i64,
    /// who signs for the host is complete.
    pub legal_rep_complete: bool,
    /// Name of who signs, as far as it is known.
    pub legal_rep: String,
    /// What the office wrote when it gave it back.
    pub note: String,
    /// When it was kept last.
    pub saved_at: Option<DateTime<Utc>>,
    /// The host signs and uploads before it asks; its document, if it was made.
    pub host_uploads: bool,
    pub document: Option<FileId>,
    pub has_copy: bool,
}

/// One pier of the track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub kind: StopKind,
    pub state: StopState,
    /// Who did it or has to; empty if nobody in particular.
    pub who: String,
    /// When it was done, or has to be.
    pub on: Option<NaiveDate>,
}

/// What a pier stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StopKind {
    Asked,
    Approved,
    Signed { role: Role },
    Active,
}

/// Where a pier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopState {
    Done,
    Now,
    ToDo,
}

/// Whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub role: Role,
    /// The person, if it is one in particular.
    pub who: String,
    pub since: DateTime<Utc>,
    pub until: Option<NaiveDate>,
    /// It is the reader's.
    pub is_yours: bool,
}

/// One signed copy that was put in place, counting or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyView {
    pub id: SignatureId,
    pub signer: Role,
    pub signer_name: String,
    pub means: Means,
    pub file: Option<FileId>,
    pub file_name: String,
    pub state: FileState,
    /// Why it was not accepted: a code of the interface's words.
    pub problem: String,
    pub note: String,
    pub by: String,
    pub at: DateTime<Utc>,
    /// It counts for the present text.
    pub counts: bool,
    /// Who of the office looked at it, if somebody did.
    pub looked_by: String,
}

/// One convention as its reader may see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConventionView {
    pub id: ConventionId,
    pub version: i64,
    pub state: State,
    pub label: String,
    pub number: String,
    pub host_name: String,
    pub promoter: String,
    pub description: String,
    pub kind: Option<ConventionKind>,
    pub duration_months: Option<i64>,
    pub area: String,
    pub digital_signature: Option<bool>,
    pub renewal: bool,
    pub renewal_months: i64,
    pub notice_days: i64,
    /// The department that handles it; empty for the whole institution.
    pub department: String,
    pub stipulated_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
    pub protocol: String,
    pub protocol_date: Option<NaiveDate>,
    pub stamp: Option<StampDuty>,
    /// Euros due for the document; none: nothing to pay, or no document yet.
    pub stamp_due: Option<i64>,
    /// The office's last note or reason.
    pub note: String,
    pub track: Vec<Stop>,
    pub turn: Option<Turn>,
    pub document: Option<FileId>,
    pub document_at: Option<DateTime<Utc>>,
    pub copies: Vec<CopyView>,
    /// The roles for whom the reader can put a signed copy in place now, with what each may use.
    pub signers: Vec<Signer>,
    /// The reader may record what came on paper.
    pub records_paper: bool,
    /// The reader can change the request.
    pub can_edit: bool,
    /// The reader can make the document to be signed.
    pub can_issue: bool,
    /// Events offered to the reader now.
    pub offered: Vec<String>,
    /// What an activation still needs: ids of rules.
    pub missing: Vec<String>,
    pub history: Vec<HistoryRow>,
    pub max_mb: i64,
}

/// Somebody whose turn it is to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    pub role: Role,
    pub name: String,
    pub methods: Vec<crate::profile::SignatureMethod>,
}
