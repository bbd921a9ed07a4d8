//! The machine of a training project: states, events, who may fire them. Source: domain reference 3.6. What each event does
//! is in [`super::transition`], [`super::approving`] and [`super::lifecycle`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::access::{Action, Role, roles_of};
use crate::coded::coded;
use crate::notice::Notice;
use crate::profile::Party;
use crate::signing::Means;

/// Fewest characters of a note or reason.
pub const NOTE_MIN: i64 = 10;
/// Days before the end at which the parties are told.
pub const NEAR_END_DAYS: u64 = 15;
/// R-23b: days within which the promoter reports an accident.
pub const ACCIDENT_DAYS: u64 = 2;

coded! {
    /// Where a project stands. Approvals, dates, signatures and flags are columns beside it.
    State {
        Draft = "draft",
        Pending = "pending",
        Rejected = "rejected",
        /// All agreed; not active.
        Approved = "approved",
        /// The start passed without activation.
        Lapsed = "lapsed",
        Active = "active",
        Suspended = "suspended",
        /// Annulled, never begun.
        Cancelled = "cancelled",
        ClosedEarly = "closed_early",
        Completed = "completed",
        /// «Pratica chiusa».
        Archivable = "archivable",
    }

    /// What can happen to a project.
    Event {
        Save = "save",
        Delete = "delete",
        /// «Salva e richiedi approvazione», asked twice.
        Submit = "submit",
        Approve = "approve",
        /// «Non approva».
        Refuse = "refuse",
        /// The office rejects for good.
        Reject = "reject",
        Recall = "recall",
        ReplaceTutor = "replace_tutor",
        /// The office changes a locked field.
        Correct = "correct",
        Lapse = "lapse",
        /// A lapsed project gets new dates.
        Redate = "redate",
        RecordDocuments = "record_documents",
        Activate = "activate",
        RevokeApproval = "revoke_approval",
        RemindCommunication = "remind_communication",
        Annul = "annul",
        Suspend = "suspend",
        Resume = "resume",
        Extend = "extend",
        CloseEarly = "close_early",
        NearEnd = "near_end",
        Complete = "complete",
        Archive = "archive",
        /// «Infortunio».
        ReportAccident = "report_accident",
    }
}

/// One thing to be done later: fire `event` on that day at ten past midnight in Rome, or at once if the day is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    pub event: Event,
    pub on: NaiveDate,
}

/// What must follow a transition, in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Queue a message.
    Notify {
        notice: Notice,
    },
    /// These timers, in order of day, replace all the case had; a timer whose event is refused is dropped.
    Schedule {
        timers: Vec<Timer>,
    },
    /// Erase the draft.
    Erase,
    /// Store the hash of the content as it is now.
    HashContent,
    /// The content can no longer be changed by those who compile it.
    LockContent,
    UnlockContent,
    /// Note that the acting person agreed as this party to the content as it is.
    KeepApproval {
        party: Party,
    },
    /// No approval counts any more.
    ResetApprovals,
    /// This party's approval no longer counts.
    ResetApproval {
        party: Party,
    },
    /// Only the host's approval goes on counting, for the new content.
    ReopenAfterHost,
    /// The approvals so far count for the new content too.
    CarryApprovals,
    /// It is shown as «Riportato in bozza» while it is a draft.
    MarkReturned,
    /// It is shown as «Prorogato».
    MarkExtended,
    KeepSignature {
        signer: Role,
        means: Means,
    },
    /// The signatures and copies so far were of another document.
    ClearSignatures,
    KeepCopies {
        count: i64,
    },
    /// First and last day as confirmed.
    ConfirmDates {
        start: NaiveDate,
        end: NaiveDate,
    },
    /// The last day changes.
    SetEnd {
        end: NaiveDate,
    },
    /// Make and store the document that goes out.
    IssueDocument,
    /// Register the document in the protocol, once.
    RegisterProtocol,
    /// Tell the insurer and the job centre that it never began.
    CancelCover,
    /// Report the accident by that day; a timer of its own.
    AccidentDeadline {
        on: NaiveDate,
    },
}

impl Effect {
    pub(super) fn notify(notice: Notice) -> Self {
        Self::Notify { notice }
    }

    pub(super) fn no_timers() -> Self {
        Self::Schedule { timers: Vec::new() }
    }
}

impl Event {
    /// The permission the event needs; none for what the system alone does.
    pub fn action(self) -> Option<Action> {
        match self {
            Event::Save | Event::Delete => Some(Action::CompileProject),
            Event::Submit | Event::Recall => Some(Action::SubmitProject),
            Event::Approve | Event::Refuse => Some(Action::ApproveProject),
            Event::Reject
            | Event::ReplaceTutor
            | Event::Correct
            | Event::Redate
            | Event::RevokeApproval
            | Event::Annul
            | Event::Extend => Some(Action::DecideProject),
            Event::RecordDocuments => Some(Action::AddAttachment),
            Event::Activate | Event::Resume => Some(Action::ActivateProject),
            Event::Archive => Some(Action::CloseProject),
            Event::ReportAccident => Some(Action::ReportAccident),
            Event::Lapse | Event::RemindCommunication | Event::Suspend | Event::CloseEarly | Event::NearEnd | Event::Complete => {
                None
            }
        }
    }

    /// Whether `role` may fire the event at all. Whose turn an approval is, is asked when it is applied.
    pub fn is_open_to(self, role: Role) -> bool {
        if role == Role::System {
            return self.action().is_none() || matches!(self, Event::Activate | Event::Resume | Event::Archive);
        }
        self.action().is_some_and(|action| roles_of(action).any(|open| open == role))
    }

    /// Whether the event is usually that role's, so that its pages offer it.
    fn is_usual_for(self, role: Role) -> bool {
        match self {
            Event::Submit | Event::Recall | Event::Delete => {
                matches!(role, Role::Contact | Role::LegalRep | Role::HostTutor | Role::Principal)
            }
            _ => role != Role::System && self.is_open_to(role),
        }
    }
}

impl State {
    /// Whether the machine has this pair of state and event at all.
    pub fn knows(self, event: Event) -> bool {
        event == Event::ReportAccident || self.events().contains(&event)
    }

    /// The events the reference lists for this state, in its order; an accident can be reported in any.
    pub fn events(self) -> &'static [Event] {
        use Event::*;
        match self {
            State::Draft => &[Save, Delete, Submit],
            State::Pending => &[Save, Approve, Refuse, Reject, Recall, ReplaceTutor, Correct, Lapse],
            State::Approved => &[RecordDocuments, Activate, RevokeApproval, Correct, RemindCommunication, Lapse],
            State::Lapsed => &[Redate],
            State::Active => &[Annul, Suspend, Extend, CloseEarly, NearEnd, Complete],
            State::Suspended => &[Resume, Extend, CloseEarly],
            State::Completed | State::ClosedEarly => &[Archive],
            State::Rejected | State::Cancelled | State::Archivable => &[],
        }
    }

    /// Whether it takes one of the host's places. Those on their way to approval count too, so that of two sent at
    /// the same time for the last place one passes.
    pub fn takes_a_place(self) -> bool {
        matches!(self, State::Pending | State::Approved | State::Active | State::Suspended)
    }

    /// Whether the traineeship has begun and not ended.
    pub fn is_running(self) -> bool {
        matches!(self, State::Active | State::Suspended)
    }

    /// The word under which the profile's labels name the state with its flags.
    pub fn label(self, shown: Shown) -> &'static str {
        match self {
            State::Draft if shown.returned => "returned",
            State::Active if shown.extended => "extended",
            state => state.code(),
        }
    }
}

/// What decides, besides the state, what a project is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    pub returned: bool,
    pub extended: bool,
}

/// What pages offer to `role` in `state`, in the order of the buttons. Guards are asked when the event is applied. Saving while
/// others are asked is no button: the wizard is open where the profile leaves the content open.
pub fn offered_events(state: State, role: Role) -> Vec<Event> {
    let usual = state.events().iter().copied().filter(|event| event.is_usual_for(role));
    usual.filter(|event| state == State::Draft || *event != Event::Save).collect()
}
