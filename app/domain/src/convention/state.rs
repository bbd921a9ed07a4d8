//! The machine of a convention: states, events, who may fire them. Source: domain reference 3.3. What each event does is in
//! [`super::transition`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::term::Term;
use crate::access::{Action, Role, roles_of};
use crate::coded::coded;
use crate::notice::Notice;
use crate::profile::{Party, Profile};
use crate::signing::Means;

/// Fewest characters of the office's note or reason.
pub const NOTE_MIN: i64 = 10;

coded! {
    /// Where a convention stands. Number, protocol, term, signatures and whether it was returned are columns beside it.
    State {
        Draft = "draft",
        Submitted = "submitted",
        Withdrawn = "withdrawn",
        Rejected = "rejected",
        /// Approved, numbered, its document made; not active.
        AwaitingSignatures = "awaiting_signatures",
        /// Never signed by all.
        Lapsed = "lapsed",
        Active = "active",
        Expired = "expired",
        Terminated = "terminated",
        /// A read-only alias of an active convention.
        Associated = "associated",
    }

    /// What can happen to a convention.
    Event {
        /// «Chiedi approvazione all'ateneo».
        Submit = "submit",
        Withdraw = "withdraw",
        /// Back to the draft, with a note.
        Return = "return",
        Reject = "reject",
        Approve = "approve",
        /// A signed copy passed its check, or was received on paper.
        RecordSignature = "record_signature",
        /// A signed copy did not pass its check.
        FailCheck = "fail_check",
        /// Waited too long for signatures.
        Lapse = "lapse",
        /// «Attiva».
        Activate = "activate",
        /// 90, 30 and 7 days before the expiry.
        WarnExpiry = "warn_expiry",
        /// «Disdetta»: it will not renew itself.
        GiveNotice = "give_notice",
        Renew = "renew",
        Expire = "expire",
        /// «Recesso/Risoluzione».
        Terminate = "terminate",
    }
}

/// What must follow a transition, in the same transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Queue a message.
    Notify { notice: Notice },
    /// Fire `event` on that day at ten past midnight in Rome unless the case moved; replaces the timer the case had.
    Timer { event: Event, on: NaiveDate },
    /// No timer is wanted any more.
    StopTimer,
    /// Note that this party approved.
    Approved { party: Party },
    /// Give it the institution's next number.
    AssignNumber,
    /// Make and store the document that is signed. Not where the host uploads it: it was made at the first save.
    IssueDocument,
    /// Keep the signature in place and count it from now on.
    KeepSignature { signer: Role, means: Means },
    /// The signatures so far no longer count, nor do the approvals.
    ClearSignatures,
    /// The approvals so far no longer count; the signatures stay.
    ClearApprovals,
    /// It is shown as «Riportata in bozza» while it is a draft.
    MarkReturned,
    /// It is shown as «In scadenza».
    MarkExpiring,
    /// It holds from now on, that long.
    SetTerm { term: Term },
    /// It will not renew itself.
    StopRenewal,
    /// It renewed itself until then; counts one renewal more.
    Renewed { expires_on: NaiveDate },
}

impl Effect {
    pub(super) fn notify(notice: Notice) -> Self {
        Self::Notify { notice }
    }
}

/// What a transition needs to know.
#[derive(Debug, Clone)]
pub struct Ctx<'a> {
    /// Today in Rome.
    pub today: NaiveDate,
    /// The role by which the actor acts: the answer of `access::may`.
    pub actor: Role,
    /// The profile the case follows.
    pub profile: &'a Profile,
    /// Note or reason given with the event.
    pub note: &'a str,
    /// The host is accredited here, and neither suspended nor revoked.
    pub host_accredited: bool,
    /// The host has another open request of the same kind.
    pub other_open_request: bool,
    /// Warnings were read and accepted.
    pub acknowledged: bool,
    /// birth data, tax code and office of the legal representative are there.
    pub legal_rep_complete: bool,
    /// The request passes its check.
    pub request_complete: bool,
    /// The host's signed document is attached (`host_upload` only).
    pub host_copy_attached: bool,
    /// The parties that approved, in order.
    pub approved_by: &'a [Party],
    /// It has a number from an earlier approval.
    pub number_assigned: bool,
    /// The document can be typeset, or the office put it in place.
    pub document_ready: bool,
    /// The roles whose signature counts.
    pub signed: &'a [Role],
    /// Whose signature the copy at hand is.
    pub signer: Role,
    pub means: Means,
    /// The copy at hand passed its check (type, size, active content; section 6).
    pub file_ok: bool,
    pub protocol_recorded: bool,
    /// Each signature is verified as valid, or somebody of the office looked at it.
    pub signatures_confirmed: bool,
    /// the stamp duty is paid, not due, or the warning was accepted.
    pub stamp_duty_settled: bool,
    /// Since when signatures are awaited.
    pub waiting_since: NaiveDate,
    /// The duration asked for, 1–60 months.
    pub duration_months: i64,
    /// Of an active convention.
    pub term: Option<Term>,
    /// It renews itself.
    pub renewal: bool,
    pub has_active_project: bool,
}

impl<'a> Ctx<'a> {
    /// A context in which every guard holds that can: to be narrowed with `..Ctx::new(…)`. Nobody has signed yet.
    pub fn new(today: NaiveDate, actor: Role, profile: &'a Profile) -> Self {
        Self {
            today,
            actor,
            profile,
            note: "",
            host_accredited: true,
            other_open_request: false,
            acknowledged: false,
            legal_rep_complete: true,
            request_complete: true,
            host_copy_attached: true,
            approved_by: &[],
            number_assigned: false,
            document_ready: true,
            signed: &[],
            signer: Role::LegalRep,
            means: Means::File(crate::profile::SignatureMethod::Pades),
            file_ok: true,
            protocol_recorded: true,
            signatures_confirmed: true,
            stamp_duty_settled: true,
            waiting_since: today,
            duration_months: 36,
            term: None,
            renewal: false,
            has_active_project: false,
        }
    }
}

impl Event {
    /// The permissions the event needs, one of which is enough; none for what the system alone does.
    pub fn actions(self) -> &'static [Action] {
        match self {
            Event::Submit | Event::Withdraw => &[Action::ProposeConvention],
            Event::GiveNotice => &[Action::ProposeConvention],
            Event::Return | Event::Reject | Event::Approve => &[Action::DecideConvention],
            Event::RecordSignature => &[Action::UploadSignedConvention, Action::SignConvention],
            Event::Activate => &[Action::ActivateConvention],
            Event::Terminate => &[Action::TerminateConvention],
            Event::FailCheck | Event::Lapse | Event::WarnExpiry | Event::Renew | Event::Expire => &[],
        }
    }

    /// Whether `role` may fire the event at all. Who approves or signs in which step is asked when it is applied.
    pub fn is_open_to(self, role: Role) -> bool {
        match self {
            Event::FailCheck | Event::Lapse | Event::WarnExpiry | Event::Renew | Event::Expire => role == Role::System,
            Event::Activate if role == Role::System => true,
            _ => self.actions().iter().any(|action| roles_of(*action).any(|open| open == role)),
        }
    }

    /// Whether the event is usually that role's, so that its pages offer it.
    fn is_usual_for(self, role: Role) -> bool {
        let of_proposer = matches!(role, Role::Contact | Role::LegalRep | Role::Principal);
        match self {
            Event::Submit | Event::Withdraw => of_proposer,
            Event::GiveNotice => of_proposer || matches!(role, Role::Office | Role::Admin),
            _ => role != Role::System && self.is_open_to(role),
        }
    }
}

impl State {
    /// Whether the machine has this pair of state and event at all.
    pub fn knows(self, event: Event) -> bool {
        self.events().contains(&event)
    }

    /// The events the reference lists for this state, in its order.
    pub fn events(self) -> &'static [Event] {
        match self {
            State::Draft => &[Event::Submit],
            State::Submitted => &[Event::Approve, Event::Return, Event::Reject, Event::Withdraw],
            State::AwaitingSignatures => {
                &[Event::RecordSignature, Event::FailCheck, Event::Activate, Event::Return, Event::Lapse]
            }
            State::Active => &[
                Event::RecordSignature,
                Event::FailCheck,
                Event::WarnExpiry,
                Event::GiveNotice,
                Event::Renew,
                Event::Expire,
                Event::Terminate,
            ],
            State::Expired => &[Event::Terminate],
            State::Withdrawn | State::Rejected | State::Lapsed | State::Terminated | State::Associated => &[],
        }
    }

    /// Whether the request is still on its way.
    pub fn is_open(self) -> bool {
        matches!(self, State::Draft | State::Submitted | State::AwaitingSignatures)
    }

    /// The word under which the profile's labels name the state with its flags.
    pub fn label(self, shown: Shown) -> &'static str {
        match self {
            State::Draft if shown.returned => "returned",
            State::AwaitingSignatures => match shown.signatures {
                ..=0 => "awaiting_signatures",
                1 => "awaiting_signatures_1",
                2.. => "awaiting_signatures_2",
            },
            State::Active if shown.expiring => "expiring",
            state => state.code(),
        }
    }
}

/// What decides, besides the state, what a convention is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    pub returned: bool,
    /// How many signatures count.
    pub signatures: i64,
    pub expiring: bool,
}

/// What pages offer to `role` in `state`, in the order of the buttons. Guards are asked when the event is applied.
pub fn offered_events(state: State, role: Role) -> Vec<Event> {
    state.events().iter().copied().filter(|event| event.is_usual_for(role)).collect()
}
