//! From the first draft to the activation. Source: domain reference 3.6.

use chrono::{Days, NaiveDate};

use super::approvals::parties_of;
use super::ctx::{Ctx, Received};
use super::state::{Effect, Event, State, Timer};
use super::{approving, lifecycle};
use crate::access::Role;
use crate::coded::require;
use crate::insurance::Light;
use crate::notice::Notice;
use crate::profile::{ContentLock, Party};
use crate::refusal::Refusal;
use crate::signing::{Record, is_staff};

pub(super) type Outcome = Result<(State, Vec<Effect>), Refusal>;

impl State {
    /// The state of a new draft; the trainee is told.
    pub fn start(ctx: &Ctx) -> Outcome {
        require(ctx.profile.project.start_modes.contains(&ctx.start_mode), "3.6 start_mode")?;
        require(ctx.student_eligible, "3.6 student")?;
        require(ctx.placement_registered || !ctx.profile.project.placement_required, "3.6 placement")?;
        require(ctx.covered, "R-08")?;
        require(ctx.tutor_linked, "3.6 tutor_linked")?;
        Ok((State::Draft, vec![Effect::notify(Notice::E30i)]))
    }

    /// The state after `event`, with what must follow. Refusals name the state and the event, or the rule.
    pub fn apply(self, event: Event, ctx: &Ctx) -> Outcome {
        if !self.knows(event) {
            return Err(Refusal::illegal(self.code(), event.code()));
        }
        let of_party = !matches!(event, Event::Approve | Event::Refuse) || ctx.own_parties().next().is_some();
        require(event.is_open_to(ctx.actor) && of_party, "1 actor")?;
        match event {
            Event::Save => save(self, ctx),
            Event::Delete => {
                require(ctx.is_creator, "3.6 creator")?;
                require(!ctx.was_submitted, "3.6 was_submitted")?;
                Ok((State::Draft, vec![Effect::Erase]))
            }
            Event::Submit => approving::submit(ctx),
            Event::Approve => approving::approve(ctx),
            Event::Refuse => approving::refuse(ctx),
            Event::Reject => {
                ctx.note_long_enough()?;
                Ok((State::Rejected, vec![Effect::no_timers(), Effect::notify(Notice::E32)]))
            }
            Event::Recall => approving::recall(ctx),
            Event::ReplaceTutor => approving::replace_tutor(ctx),
            Event::Correct => approving::correct(self, ctx),
            Event::Lapse => {
                require(ctx.today > ctx.start, "3.6 not_due")?;
                Ok((State::Lapsed, vec![Effect::no_timers(), Effect::notify(Notice::E37)]))
            }
            Event::Redate => {
                let reset = vec![Effect::ResetApprovals, Effect::ClearSignatures, Effect::UnlockContent];
                Ok((State::Draft, [reset, vec![Effect::MarkReturned]].concat()))
            }
            Event::RecordDocuments => record(ctx),
            Event::Activate => activate(ctx),
            Event::RevokeApproval => {
                ctx.note_long_enough()?;
                Ok((State::Draft, back_to_draft(Notice::E32)))
            }
            Event::RemindCommunication => {
                require(ctx.needs_communication() && !ctx.communicated, "R-17")?;
                Ok((State::Approved, vec![Effect::notify(Notice::E36)]))
            }
            Event::Annul
            | Event::Suspend
            | Event::Resume
            | Event::Extend
            | Event::CloseEarly
            | Event::NearEnd
            | Event::Complete
            | Event::Archive
            | Event::ReportAccident => lifecycle::apply(self, event, ctx),
        }
    }
}

/// Back to a draft that can be changed; no approval counts any more.
pub(super) fn back_to_draft(notice: Notice) -> Vec<Effect> {
    let told = Effect::notify(notice);
    let reset = vec![Effect::ResetApprovals, Effect::ClearSignatures, Effect::UnlockContent];
    [reset, vec![Effect::MarkReturned, Effect::no_timers(), told]].concat()
}

/// A draft is saved as it is. A pending project only by who agreed to it for the host, where the profile locks the content no
/// earlier than with the first approval, and nobody else agreed yet.
fn save(state: State, ctx: &Ctx) -> Outcome {
    if state == State::Draft {
        return Ok((State::Draft, Vec::new()));
    }
    require(parties_of(ctx.actor, ctx.delegated).contains(&Party::Host), "1 actor")?;
    let is_open = ctx.profile.project.content_lock == ContentLock::FirstApproval && !ctx.approvals().has_others();
    require(is_open, "3.6 content_lock")?;
    require(ctx.complete, "3.6 complete")?;
    ctx.no_block()?;
    ctx.all_acknowledged()?;
    Ok((State::Pending, vec![Effect::HashContent, Effect::ReopenAfterHost]))
}

/// What is due for a project that waits for approval: the day after the start it lapses.
pub(super) fn pending_timers(ctx: &Ctx) -> Effect {
    Effect::Schedule { timers: lapse(ctx).into_iter().collect() }
}

fn lapse(ctx: &Ctx) -> Option<Timer> {
    ctx.start.succ_opt().map(|on| Timer { event: Event::Lapse, on })
}

/// What is due for an approved project: reminders of the compulsory communication, activation, lapse.
pub(super) fn approved_timers(ctx: &Ctx) -> Effect {
    let mut timers: Vec<Timer> = Vec::new();
    if ctx.needs_communication() && !ctx.communicated {
        let days = ctx.profile.cob.remind.iter().map(|days| shifted(ctx.start, *days));
        timers.extend(days.filter(|on| *on > ctx.today).map(|on| Timer { event: Event::RemindCommunication, on }));
    }
    if ctx.is_automatic() {
        timers.push(Timer { event: Event::Activate, on: ctx.start });
    }
    timers.extend(lapse(ctx));
    Effect::Schedule { timers }
}

fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    let shifted = if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) };
    shifted.unwrap_or(day)
}

/// After the last approval or paper: active at once if it is the day of the start and nothing is missing.
pub(super) fn settled(ctx: &Ctx, mut effects: Vec<Effect>) -> (State, Vec<Effect>) {
    if ctx.is_automatic() && ctx.today == ctx.start && may_be_activated(ctx).is_ok() {
        effects.extend(activation(ctx));
        return (State::Active, effects);
    }
    (State::Approved, effects)
}

fn record(ctx: &Ctx) -> Outcome {
    match ctx.received {
        Received::Signature { signer, means } => {
            let record = Record { actor: ctx.actor, signer, means, file_ok: ctx.file_ok, note: ctx.note };
            ctx.sequence(ctx.signed).check(&record, ctx.profile)?;
            let signed = [ctx.signed, &[signer]].concat();
            let after = Ctx { signed: &signed, ..ctx.clone() };
            Ok(settled(&after, vec![Effect::KeepSignature { signer, means }]))
        }
        Received::Copies { count } => {
            require(is_staff(ctx.actor), "1 actor")?;
            require((0..=ctx.profile.project.physical_copies).contains(&count), "3.6 copies")?;
            let after = Ctx { copies: count, copies_on: Some(ctx.today), ..ctx.clone() };
            Ok(settled(&after, vec![Effect::KeepCopies { count }]))
        }
    }
}

fn activate(ctx: &Ctx) -> Outcome {
    if ctx.actor == Role::System {
        require(ctx.is_automatic(), "3.6 activation")?;
        require(ctx.today >= ctx.start, "3.6 not_due")?;
    }
    may_be_activated(ctx)?;
    Ok((State::Active, activation(ctx)))
}

fn may_be_activated(ctx: &Ctx) -> Result<(), Refusal> {
    require(ctx.today <= ctx.start, "R-16")?;
    require(ctx.covered, "R-08")?;
    ctx.no_block()?;
    require(ctx.light == Light::Green, "R-23")?;
    require(ctx.sequence(ctx.signed).is_complete(), "6 signatures")?;
    let copies = ctx.profile.project.physical_copies;
    require(ctx.copies >= copies, "3.6 copies")?;
    let last_day = ctx.start.checked_sub_days(Days::new(ctx.delivery_days())).unwrap_or(ctx.start);
    require(copies == 0 || ctx.copies_on.is_some_and(|day| day <= last_day), "R-16")?;
    require(ctx.communicated || !ctx.needs_communication(), "R-17")
}

fn activation(ctx: &Ctx) -> Vec<Effect> {
    vec![
        Effect::ConfirmDates { start: ctx.start, end: ctx.end },
        Effect::IssueDocument,
        Effect::RegisterProtocol,
        Effect::notify(Notice::E35),
        lifecycle::active_timers(ctx.end),
    ]
}
