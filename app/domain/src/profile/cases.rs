//! The groups of keys about accounts, conventions, opportunities, projects and what follows them.
//! Source of every key and default: domain reference 3.0.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::approval::Approval;
use super::kinds::*;
use crate::access::Role;

/// The keys `account.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccountPolicy {
    pub credentials: Credentials,
    /// Accepted behind the user name at log-in (`@esterni.uniupo.it`), or empty.
    pub login_suffix: String,
    pub login: BTreeSet<Login>,
    /// Roles that must have a second factor.
    pub second_factor: BTreeSet<Role>,
}

impl Default for AccountPolicy {
    fn default() -> Self {
        Self {
            credentials: Credentials::default(),
            login_suffix: String::new(),
            login: BTreeSet::from([Login::Password, Login::EmailLink]),
            second_factor: BTreeSet::new(),
        }
    }
}

/// One step of a sequence of signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureStep {
    pub role: Role,
    #[serde(default = "SignatureStep::any_method")]
    pub methods: BTreeSet<SignatureMethod>,
    #[serde(default = "yes")]
    pub required: bool,
}

impl SignatureStep {
    fn any_method() -> BTreeSet<SignatureMethod> {
        BTreeSet::from([SignatureMethod::Pades, SignatureMethod::Cades, SignatureMethod::HandwrittenScan])
    }

    fn of(role: Role) -> Self {
        Self { role, methods: Self::any_method(), required: true }
    }
}

fn yes() -> bool {
    true
}

/// The keys `convention.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConventionPolicy {
    pub document: DocumentSource,
    pub approvals: Vec<Party>,
    pub signatures: Vec<SignatureStep>,
    pub active_when: ActiveWhen,
    pub back_to_draft_clears_signatures: bool,
    pub tacit_renewal: TacitRenewal,
    pub renewal_months: i64,
    pub notice_days: i64,
    /// Days after which a convention that waits for signatures lapses.
    pub lapse_days: i64,
}

impl Default for ConventionPolicy {
    fn default() -> Self {
        Self {
            document: DocumentSource::default(),
            approvals: vec![Party::Office],
            signatures: vec![SignatureStep::of(Role::LegalRep), SignatureStep::of(Role::PromoterSignatory)],
            active_when: ActiveWhen::default(),
            back_to_draft_clears_signatures: true,
            tacit_renewal: TacitRenewal::default(),
            renewal_months: 12,
            notice_days: 60,
            lapse_days: 90,
        }
    }
}

/// The keys `opportunity.*`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OpportunityPolicy {
    pub publication: Publication,
    pub tutor_may_publish: bool,
}

/// The keys `project.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProjectPolicy {
    pub start_modes: BTreeSet<StartMode>,
    /// Groups in order; inside a group the order is free.
    pub approvals: Vec<Vec<Approval>>,
    pub signatures: Vec<SignatureStep>,
    pub content_lock: ContentLock,
    /// Paper copies to be delivered before the start.
    pub physical_copies: i64,
    pub activation: Activation,
    pub reject_policy: RejectPolicy,
    pub trainee_may_propose: bool,
    pub co_edit_objectives: bool,
    /// The host may leave the promoter's tutor for the office to name. Source: domain reference 2.10 `academic_tutor`.
    pub tutor_by_office: bool,
    /// Only trainees registered at the placement portal.
    pub placement_required: bool,
    pub same_person_ok: bool,
    /// Parties that may approve by the link of their mail.
    pub link_approval: BTreeSet<Party>,
    /// Hours wanted per hour of credit.
    pub cfu_tolerance: f64,
}

impl Default for ProjectPolicy {
    fn default() -> Self {
        let alone = |party| vec![Approval { party, mode: ApprovalMode::Approve }];
        Self {
            start_modes: BTreeSet::from([StartMode::KnownStudent, StartMode::FromApplication]),
            approvals: [Party::Host, Party::Trainee, Party::AcademicTutor, Party::Office].map(alone).to_vec(),
            signatures: Vec::new(),
            content_lock: ContentLock::default(),
            physical_copies: 0,
            activation: Activation::default(),
            reject_policy: RejectPolicy::default(),
            trainee_may_propose: false,
            co_edit_objectives: false,
            tutor_by_office: false,
            placement_required: false,
            same_person_ok: false,
            link_approval: BTreeSet::from([Party::Trainee, Party::AcademicTutor]),
            cfu_tolerance: 1.0,
        }
    }
}

/// The keys `lifecycle.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LifecyclePolicy {
    pub requests: BTreeSet<LifecycleRequest>,
    /// Days before the effective date.
    pub notice_days: BTreeMap<LifecycleRequest, i64>,
}

impl Default for LifecyclePolicy {
    fn default() -> Self {
        use LifecycleRequest::*;
        Self {
            requests: BTreeSet::from([Suspend, Extend, EarlyEnd, Cancel]),
            notice_days: BTreeMap::from([(Suspend, 7), (Extend, 1), (EarlyEnd, 3), (Cancel, 0)]),
        }
    }
}

/// The keys `evaluation.*`: days after the end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EvaluationPolicy {
    pub due_days: i64,
    pub reminders: Vec<i64>,
}

impl Default for EvaluationPolicy {
    fn default() -> Self {
        Self { due_days: 15, reminders: vec![0, 7, 12, 16, 30] }
    }
}

/// The keys `cob.*`: the compulsory communication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CobPolicy {
    #[serde(rename = "for")]
    pub kinds: BTreeSet<ProjectKind>,
    /// Days relative to the start.
    pub remind: Vec<i64>,
}

impl Default for CobPolicy {
    fn default() -> Self {
        Self { kinds: BTreeSet::from([ProjectKind::Extracurricular]), remind: vec![-5, -2, -1] }
    }
}

/// The keys `session.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionPolicy {
    pub idle_minutes: i64,
}

impl Default for SessionPolicy {
    fn default() -> Self {
        Self { idle_minutes: 30 }
    }
}

/// The keys `signature.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignaturePolicy {
    /// Whether the office may record a document as accepted on paper.
    pub paper_allowed: bool,
}

impl Default for SignaturePolicy {
    fn default() -> Self {
        Self { paper_allowed: true }
    }
}

/// The keys `file.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FilePolicy {
    pub max_mb: i64,
}

impl Default for FilePolicy {
    fn default() -> Self {
        Self { max_mb: 10 }
    }
}

/// The keys `overlap.*`: two traineeships of one person at the same time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OverlapPolicy {
    pub allowed: bool,
}

/// The keys `list.*`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListPolicy {
    /// Rows per page until somebody chooses: 10, 25 or 50.
    pub page_size: i64,
}

impl Default for ListPolicy {
    fn default() -> Self {
        Self { page_size: 25 }
    }
}
