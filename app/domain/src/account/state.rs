//! The machine of an account and its verified address. Source: domain reference 3.2.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::coded::{coded, require};
use crate::notice::Notice;
use crate::refusal::Refusal;

/// Minutes a verification code counts.
pub const CODE_MINUTES: i64 = 15;
/// Wrong codes after which entering is locked.
pub const CODE_TRIES: i64 = 5;
/// Minutes it stays locked.
pub const LOCK_MINUTES: i64 = 15;
/// Seconds between two codes.
pub const RESEND_SECONDS: i64 = 60;
/// Codes sent in an hour at most.
pub const RESENDS_PER_HOUR: i64 = 5;
/// Minutes a link that sets a password counts.
pub const RESET_MINUTES: i64 = 30;
/// Failed log-ins after which the person is told, once.
pub const FAILURES_TOLD: i64 = 10;

coded! {
    /// Where an account stands. A pending new address and the end of a lock are columns beside it.
    State {
        Unverified = "unverified",
        /// Too many wrong codes; log-in of others is not affected.
        CodeLocked = "code_locked",
        Verified = "verified",
        Disabled = "disabled",
    }

    /// What can happen to an account.
    Event {
        /// The right code, together with a password.
        EnterCode = "enter_code",
        /// A wrong code was entered: counted by the installation.
        WrongCode = "wrong_code",
        Resend = "resend",
        Unlock = "unlock",
        /// A new address is asked for; the old one counts until the code is entered.
        ChangeEmail = "change_email",
        ConfirmEmail = "confirm_email",
        RecoverPassword = "recover_password",
        /// The link was used and a new password set.
        ResetPassword = "reset_password",
        RecoverUserName = "recover_user_name",
        FailedLogin = "failed_login",
        Disable = "disable",
        Enable = "enable",
    }
}

/// What must follow a transition, in the same transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    Notify {
        notice: Notice,
    },
    /// Make a new code, good until `until`; earlier ones no longer count.
    IssueCode {
        until: DateTime<Utc>,
    },
    /// Make a link that sets a password, good until `until`.
    IssueLink {
        until: DateTime<Utc>,
    },
    VoidCodes,
    VoidLinks,
    /// Fire `event` at `at`.
    Timer {
        event: Event,
        at: DateTime<Utc>,
    },
    SetPassword,
    /// Keep the new address beside the old one.
    HoldEmail,
    /// Put the held address in place.
    TakeEmail,
    /// End every session of the account.
    EndSessions,
    /// The next log-in from this address to this account waits that long.
    DelayLogin {
        seconds: i64,
    },
}

/// What a transition needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Ctx {
    pub now: DateTime<Utc>,
    /// `System` for what the installation counts or times; otherwise any role: the account is the actor's own.
    pub actor: Role,
    /// The code or link matches, counts still and was not used.
    pub secret_right: bool,
    /// Wrong codes so far, this one included.
    pub wrong_codes: i64,
    pub last_code_at: Option<DateTime<Utc>>,
    /// Codes sent in the hour before `now`.
    pub codes_last_hour: i64,
    pub locked_until: Option<DateTime<Utc>>,
    /// Password or second factor was given again.
    pub reauthenticated: bool,
    /// Failed log-ins of this account from this address, this one included.
    pub failed_logins: i64,
    /// The state before it was disabled.
    pub previous: State,
}

impl Ctx {
    /// A context in which every guard holds that can: to be narrowed with `..Ctx::new(…)`.
    pub fn new(now: DateTime<Utc>, actor: Role) -> Self {
        Self {
            now,
            actor,
            secret_right: true,
            wrong_codes: 0,
            last_code_at: None,
            codes_last_hour: 0,
            locked_until: None,
            reauthenticated: true,
            failed_logins: 0,
            previous: State::Verified,
        }
    }
}

type Outcome = Result<(State, Vec<Effect>), Refusal>;

impl Event {
    /// Whether `role` may fire the event: the installation counts and times, the administration disables, the rest
    /// is everybody's for the own account.
    pub fn is_open_to(self, role: Role) -> bool {
        match self {
            Event::WrongCode | Event::Unlock | Event::FailedLogin => role == Role::System,
            Event::Disable | Event::Enable => role == Role::Admin,
            Event::EnterCode
            | Event::Resend
            | Event::ChangeEmail
            | Event::ConfirmEmail
            | Event::RecoverPassword
            | Event::ResetPassword
            | Event::RecoverUserName => role != Role::System,
        }
    }
}

impl State {
    /// The state of a new account; its first code goes out.
    pub fn create(now: DateTime<Utc>) -> (State, Vec<Effect>) {
        (State::Unverified, send_code(now))
    }

    /// The state after `event`, with what must follow. Refusals name the state and the event, or the rule.
    pub fn apply(self, event: Event, ctx: &Ctx) -> Outcome {
        if !self.events().contains(&event) {
            return Err(Refusal::illegal(self.code(), event.code()));
        }
        require(event.is_open_to(ctx.actor), "1 actor")?;
        match event {
            Event::EnterCode => {
                require(ctx.secret_right, "3.2 code")?;
                Ok((State::Verified, vec![Effect::VoidCodes, Effect::SetPassword, notify(Notice::E02)]))
            }
            Event::WrongCode => Ok(wrong_code(ctx)),
            Event::Resend => {
                may_send_again(ctx)?;
                Ok((State::Unverified, send_code(ctx.now)))
            }
            Event::Unlock => {
                require(ctx.locked_until.is_none_or(|until| ctx.now >= until), "3.2 not_due")?;
                Ok((State::Unverified, Vec::new()))
            }
            Event::Disable => Ok((State::Disabled, vec![Effect::EndSessions, notify(Notice::E63)])),
            Event::Enable => {
                require(ctx.previous != State::Disabled, "3.2 previous")?;
                Ok((ctx.previous, vec![notify(Notice::E63)]))
            }
            Event::ChangeEmail => change_email(ctx).and_then(verified),
            Event::ConfirmEmail => {
                require(ctx.secret_right, "3.2 code")?;
                verified(vec![Effect::VoidCodes, Effect::TakeEmail])
            }
            Event::RecoverPassword => {
                let until = ctx.now + Duration::minutes(RESET_MINUTES);
                verified(vec![Effect::IssueLink { until }, notify(Notice::E08)])
            }
            Event::ResetPassword => {
                require(ctx.secret_right, "3.2 link")?;
                verified(vec![Effect::VoidLinks, Effect::SetPassword, Effect::EndSessions, notify(Notice::E63)])
            }
            Event::RecoverUserName => verified(vec![notify(Notice::E09)]),
            Event::FailedLogin => verified(failed_login(ctx)),
        }
    }

    /// The events the reference lists for this state, in its order.
    pub fn events(self) -> &'static [Event] {
        match self {
            State::Unverified => &[Event::EnterCode, Event::Resend, Event::WrongCode, Event::Disable],
            State::CodeLocked => &[Event::Unlock, Event::Disable],
            State::Verified => &[
                Event::ChangeEmail,
                Event::ConfirmEmail,
                Event::RecoverPassword,
                Event::ResetPassword,
                Event::RecoverUserName,
                Event::FailedLogin,
                Event::Disable,
            ],
            State::Disabled => &[Event::Enable],
        }
    }
}

/// What pages offer to `role` for an account in `state`.
pub fn offered_events(state: State, role: Role) -> Vec<Event> {
    state.events().iter().copied().filter(|event| role != Role::System && event.is_open_to(role)).collect()
}

/// Seconds the next log-in waits after so many failures in a row: none for the first two, then doubling to a quarter
/// of an hour. A delay, never a lock, so that a stranger cannot shut anybody out.
pub fn login_delay(failures: i64) -> i64 {
    match failures {
        ..3 => 0,
        3..13 => 1 << (failures - 3),
        _ => 900,
    }
    .min(900)
}

fn notify(notice: Notice) -> Effect {
    Effect::Notify { notice }
}

fn send_code(now: DateTime<Utc>) -> Vec<Effect> {
    vec![Effect::IssueCode { until: now + Duration::minutes(CODE_MINUTES) }, notify(Notice::E01)]
}

fn wrong_code(ctx: &Ctx) -> (State, Vec<Effect>) {
    if ctx.wrong_codes < CODE_TRIES {
        return (State::Unverified, Vec::new());
    }
    let at = ctx.now + Duration::minutes(LOCK_MINUTES);
    let unlock = Effect::Timer { event: Event::Unlock, at };
    (State::CodeLocked, vec![Effect::VoidCodes, unlock, notify(Notice::E63)])
}

fn may_send_again(ctx: &Ctx) -> Result<(), Refusal> {
    let rested = ctx.last_code_at.is_none_or(|last| ctx.now >= last + Duration::seconds(RESEND_SECONDS));
    require(rested, "3.2 resend_seconds")?;
    require(ctx.codes_last_hour < RESENDS_PER_HOUR, "3.2 resends_per_hour")
}

/// What happens to a verified account leaves it verified.
fn verified(effects: Vec<Effect>) -> Outcome {
    Ok((State::Verified, effects))
}

fn change_email(ctx: &Ctx) -> Result<Vec<Effect>, Refusal> {
    require(ctx.reauthenticated, "3.2 reauthenticated")?;
    may_send_again(ctx)?;
    let mut effects = vec![Effect::HoldEmail];
    effects.extend(send_code(ctx.now));
    effects.push(notify(Notice::E63));
    Ok(effects)
}

fn failed_login(ctx: &Ctx) -> Vec<Effect> {
    let mut effects = vec![Effect::DelayLogin { seconds: login_delay(ctx.failed_logins) }];
    if ctx.failed_logins == FAILURES_TOLD {
        effects.push(notify(Notice::E63));
    }
    effects
}
