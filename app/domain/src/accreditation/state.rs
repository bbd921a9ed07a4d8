//! The machine of an accreditation. Source: domain reference 3.1. The further contact's machine is in [`super::contact_state`].

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::access::{Action, Role, roles_of};
use crate::coded::{coded, require};
use crate::notice::Notice;
use crate::profile::Profile;
use crate::refusal::Refusal;

/// Fewest characters of the office's note or reason.
pub const NOTE_MIN: i64 = 10;
/// Idle days after which a draft expires.
pub const DRAFT_DAYS: i64 = 30;
/// Idle days after which an unconfirmed registration expires.
pub const UNCONFIRMED_DAYS: i64 = 7;

coded! {
    /// Where an accreditation stands. Reason and time of a decision are columns beside it.
    State {
        Draft = "draft",
        /// The summary is confirmed, the e-mail code not yet entered.
        Unconfirmed = "unconfirmed",
        Submitted = "submitted",
        /// The office asked for corrections.
        Integration = "integration",
        Accredited = "accredited",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
        Suspended = "suspended",
        Revoked = "revoked",
        /// Never finished; its data are erased.
        Expired = "expired",
    }

    /// What can happen to an accreditation.
    Event {
        /// The summary is confirmed.
        Confirm = "confirm",
        /// The e-mail code is entered and the password set.
        VerifyCode = "verify_code",
        BackToSummary = "back_to_summary",
        /// Idle for too long.
        Expire = "expire",
        Withdraw = "withdraw",
        RequestIntegration = "request_integration",
        Resubmit = "resubmit",
        Approve = "approve",
        Reject = "reject",
        Suspend = "suspend",
        Reinstate = "reinstate",
        Revoke = "revoke",
        /// New identifiers or legal name of an accredited host: wait for the office.
        ChangeIdentity = "change_identity",
        /// The office accepts them.
        ApproveChange = "approve_change",
    }
}

/// What must follow a transition, in the same transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Queue a message. The E01 of `confirm` is the one the account's machine asks for too: it is sent once.
    Notify {
        notice: Notice,
    },
    /// Fire `event` at `at` unless the case moved; replaces the timer the case had.
    Timer {
        event: Event,
        at: DateTime<Utc>,
    },
    /// No timer is wanted any more.
    StopTimer,
    /// The code sent so far no longer counts.
    VoidCode,
    /// Erase what was typed and free the user name.
    EraseData,
    /// The reserved area opens.
    EnableArea,
    /// Nothing new may begin; what runs goes on.
    StopNewWork,
    TerminateConventions,
    /// Keep the new identifiers beside the old ones.
    HoldChange,
    /// Put the held identifiers in place.
    TakeChange,
}

impl Effect {
    fn notify(notice: Notice) -> Self {
        Self::Notify { notice }
    }
}

/// What a transition needs to know.
#[derive(Debug, Clone)]
pub struct Ctx<'a> {
    pub now: DateTime<Utc>,
    /// The role by which the actor acts: the answer of `access::may`; `Contact` for the holder of a draft.
    pub actor: Role,
    pub profile: &'a Profile,
    /// Note or reason given with the event.
    pub note: &'a str,
    /// Every step of the wizard passes its check.
    pub steps_valid: bool,
    pub privacy_accepted: bool,
    pub user_name_free: bool,
    /// The code entered was right (3.2).
    pub code_right: bool,
    /// A host with these identifiers exists: the way in is *join*.
    pub already_registered: bool,
    /// The request comes with the draft's own cookie.
    pub same_cookie: bool,
    /// Last time the draft or registration was touched.
    pub idle_since: DateTime<Utc>,
    pub has_active_project: bool,
    /// New identifiers wait for the office.
    pub pending_change: bool,
}

impl<'a> Ctx<'a> {
    /// A context in which every guard holds that can: to be narrowed with `..Ctx::new(…)`.
    pub fn new(now: DateTime<Utc>, actor: Role, profile: &'a Profile) -> Self {
        Self {
            now,
            actor,
            profile,
            note: "",
            steps_valid: true,
            privacy_accepted: true,
            user_name_free: true,
            code_right: true,
            already_registered: false,
            same_cookie: true,
            idle_since: now,
            has_active_project: false,
            pending_change: false,
        }
    }

    fn note_long_enough(&self) -> Result<(), Refusal> {
        let length = i64::try_from(self.note.trim().chars().count()).unwrap_or(i64::MAX);
        if length < NOTE_MIN { Err(Refusal::NoteShort { min: NOTE_MIN }) } else { Ok(()) }
    }

    fn idle_for(&self, days: i64) -> Result<(), Refusal> {
        require(self.now >= self.idle_since + Duration::days(days), "3.1 not_due")
    }
}

impl Event {
    /// The permission the event needs; none for what the system alone does.
    pub fn action(self) -> Option<Action> {
        match self {
            Event::Confirm | Event::BackToSummary => Some(Action::ConfirmAccreditation),
            Event::VerifyCode => Some(Action::EnterCode),
            Event::Withdraw => Some(Action::WithdrawAccreditation),
            Event::Resubmit | Event::ChangeIdentity => Some(Action::CorrectAccreditation),
            Event::RequestIntegration | Event::Approve | Event::Reject | Event::ApproveChange => {
                Some(Action::DecideAccreditation)
            }
            Event::Suspend | Event::Reinstate => Some(Action::SuspendAccreditation),
            Event::Revoke => Some(Action::RevokeAccreditation),
            Event::Expire => None,
        }
    }

    /// Whether `role` may fire the event at all. What anyone may do before there is an account is done as contact.
    pub fn is_open_to(self, role: Role) -> bool {
        match self {
            Event::Confirm | Event::BackToSummary | Event::VerifyCode => role == Role::Contact,
            Event::Expire => role == Role::System,
            _ => self.action().is_some_and(|action| roles_of(action).any(|open| open == role)),
        }
    }

    /// Whether the event is usually that role's, so that its pages offer it. The office may withdraw for a host;
    /// it is not invited to.
    fn is_usual_for(self, role: Role) -> bool {
        match self {
            Event::Withdraw | Event::Resubmit | Event::ChangeIdentity => matches!(role, Role::Contact | Role::LegalRep),
            Event::Expire => false,
            _ => self.is_open_to(role),
        }
    }
}

impl State {
    /// The state of a new draft. Refused where a host with these identifiers is active: it is *joined*.
    pub fn start(ctx: &Ctx) -> Result<(State, Vec<Effect>), Refusal> {
        if ctx.already_registered {
            return Err(Refusal::AlreadyRegistered);
        }
        Ok((State::Draft, vec![expiry(ctx, DRAFT_DAYS)]))
    }

    /// The state after `event`, with what must follow. Refusals name the state and the event, or the rule.
    pub fn apply(self, event: Event, ctx: &Ctx) -> Result<(State, Vec<Effect>), Refusal> {
        if !self.knows(event) {
            return Err(Refusal::illegal(self.code(), event.code()));
        }
        require(event.is_open_to(ctx.actor), "1 actor")?;
        match event {
            Event::Confirm => confirm(ctx),
            Event::VerifyCode => verify_code(ctx),
            Event::BackToSummary => {
                require(ctx.same_cookie, "3.1 same_cookie")?;
                Ok((State::Draft, vec![Effect::VoidCode, expiry(ctx, DRAFT_DAYS)]))
            }
            Event::Expire => {
                ctx.idle_for(if self == State::Draft { DRAFT_DAYS } else { UNCONFIRMED_DAYS })?;
                Ok((State::Expired, vec![Effect::VoidCode, Effect::EraseData, Effect::StopTimer]))
            }
            Event::Withdraw => Ok((State::Withdrawn, vec![Effect::notify(Notice::E03)])),
            Event::RequestIntegration => {
                ctx.note_long_enough()?;
                Ok((State::Integration, vec![Effect::notify(Notice::E06)]))
            }
            Event::Resubmit => {
                require(ctx.steps_valid, "3.1 steps_valid")?;
                Ok((State::Submitted, vec![Effect::notify(Notice::E03)]))
            }
            Event::Approve => Ok((State::Accredited, vec![Effect::notify(Notice::E04), Effect::EnableArea])),
            Event::Reject => {
                ctx.note_long_enough()?;
                Ok((State::Rejected, vec![Effect::notify(Notice::E05)]))
            }
            Event::Suspend => {
                ctx.note_long_enough()?;
                Ok((State::Suspended, vec![Effect::notify(Notice::E05s), Effect::StopNewWork]))
            }
            Event::Reinstate => {
                ctx.note_long_enough()?;
                Ok((State::Accredited, vec![Effect::notify(Notice::E05s), Effect::EnableArea]))
            }
            Event::Revoke => {
                require(!ctx.has_active_project, "3.1 active_project")?;
                Ok((State::Revoked, vec![Effect::notify(Notice::E05s), Effect::TerminateConventions]))
            }
            Event::ChangeIdentity => change_identity(ctx),
            Event::ApproveChange => {
                require(ctx.pending_change, "3.1 pending_change")?;
                Ok((State::Accredited, vec![Effect::TakeChange, Effect::notify(Notice::E04)]))
            }
        }
    }

    /// Whether the machine has this pair of state and event at all.
    pub fn knows(self, event: Event) -> bool {
        self.events().contains(&event)
    }

    /// The events the reference lists for this state, in its order.
    pub fn events(self) -> &'static [Event] {
        match self {
            State::Draft => &[Event::Confirm, Event::Expire],
            State::Unconfirmed => &[Event::VerifyCode, Event::BackToSummary, Event::Expire],
            State::Submitted => &[Event::Approve, Event::RequestIntegration, Event::Reject, Event::Withdraw],
            State::Integration => &[Event::Resubmit, Event::Approve, Event::Reject, Event::Withdraw],
            State::Accredited => &[Event::Suspend, Event::Revoke, Event::ChangeIdentity, Event::ApproveChange],
            State::Suspended => &[Event::Reinstate, Event::Revoke],
            State::Rejected | State::Withdrawn | State::Revoked | State::Expired => &[],
        }
    }

    /// Whether the request was ever sent to an office.
    pub fn was_submitted(self) -> bool {
        !matches!(self, State::Draft | State::Unconfirmed | State::Expired)
    }

    /// Whether the host's reserved area is open.
    pub fn has_area(self) -> bool {
        matches!(self, State::Accredited | State::Suspended)
    }

    /// Whether the host may ask the same institution anew.
    pub fn is_over(self) -> bool {
        matches!(self, State::Rejected | State::Withdrawn | State::Revoked)
    }
}

/// What pages offer to `role` in `state`, in the order of the buttons. Guards are asked when the event is applied.
pub fn offered_events(state: State, role: Role) -> Vec<Event> {
    state.events().iter().copied().filter(|event| event.is_usual_for(role)).collect()
}

fn expiry(ctx: &Ctx, days: i64) -> Effect {
    Effect::Timer { event: Event::Expire, at: ctx.now + Duration::days(days) }
}

fn confirm(ctx: &Ctx) -> Result<(State, Vec<Effect>), Refusal> {
    require(ctx.steps_valid, "3.1 steps_valid")?;
    require(ctx.privacy_accepted, "3.1 privacy_accepted")?;
    require(ctx.user_name_free, "3.1 user_name_free")?;
    Ok((State::Unconfirmed, vec![Effect::notify(Notice::E01), expiry(ctx, UNCONFIRMED_DAYS)]))
}

/// The identifiers are taken here and not before, so that nobody can block a host by an unconfirmed address.
fn verify_code(ctx: &Ctx) -> Result<(State, Vec<Effect>), Refusal> {
    require(ctx.code_right, "3.2 code")?;
    if ctx.already_registered {
        return Err(Refusal::AlreadyRegistered);
    }
    let received = [Effect::StopTimer, Effect::notify(Notice::E02)];
    let (state, rest) = if ctx.profile.accreditation.approval {
        (State::Submitted, vec![Effect::notify(Notice::E03)])
    } else {
        (State::Accredited, vec![Effect::notify(Notice::E04), Effect::EnableArea])
    };
    Ok((state, received.into_iter().chain(rest).collect()))
}

fn change_identity(ctx: &Ctx) -> Result<(State, Vec<Effect>), Refusal> {
    require(ctx.steps_valid, "3.1 steps_valid")?;
    let effects = if ctx.profile.accreditation.approval {
        vec![Effect::HoldChange, Effect::notify(Notice::E03)]
    } else {
        vec![Effect::TakeChange]
    };
    Ok((State::Accredited, effects))
}
