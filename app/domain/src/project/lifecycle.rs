//! From the activation to the archive. Source: domain reference 3.6; the requests that lead to it are those of 3.7.

use chrono::{Days, NaiveDate};

use super::ctx::Ctx;
use super::state::{ACCIDENT_DAYS, Effect, Event, NEAR_END_DAYS, State, Timer};
use super::transition::Outcome;
use crate::access::Role;
use crate::coded::require;
use crate::insurance::Light;
use crate::notice::Notice;
use crate::refusal::Refusal;

/// What the events of a running or ended traineeship do; an accident leaves every state as it is. `state` knows `event`.
pub(super) fn apply(state: State, event: Event, ctx: &Ctx) -> Outcome {
    match event {
        Event::Annul => annul(ctx),
        Event::Suspend => {
            require(ctx.today >= ctx.effective_on, "3.6 not_due")?;
            let timers = vec![Timer { event: Event::Resume, on: ctx.resume_on }];
            Ok((State::Suspended, vec![Effect::notify(Notice::E41), Effect::Schedule { timers }]))
        }
        Event::Resume => {
            require(ctx.actor != Role::System || ctx.today >= ctx.resume_on, "3.6 not_due")?;
            let end = ctx.new_end.unwrap_or(ctx.end);
            let longer = ctx.new_end.map(|end| Effect::SetEnd { end });
            let told = [Effect::notify(Notice::E42), active_timers(end)];
            Ok((State::Active, longer.into_iter().chain(told).collect()))
        }
        Event::Extend => extend(ctx),
        Event::CloseEarly => {
            require(ctx.today >= ctx.effective_on && ctx.effective_on <= ctx.end, "3.6 not_due")?;
            let mut effects = vec![Effect::SetEnd { end: ctx.effective_on }, Effect::no_timers()];
            effects.extend([Effect::notify(Notice::E41), Effect::notify(Notice::E50)]);
            effects.extend(communication(ctx));
            Ok((State::ClosedEarly, effects))
        }
        Event::NearEnd => {
            require(ctx.today >= near_end(ctx.end), "3.6 not_due")?;
            Ok((State::Active, vec![Effect::notify(Notice::E43)]))
        }
        Event::Complete => {
            require(ctx.today > ctx.end, "3.6 not_due")?;
            Ok((State::Completed, vec![Effect::no_timers(), Effect::notify(Notice::E50)]))
        }
        Event::Archive => {
            require(ctx.evaluated, "3.6 evaluated")?;
            let attested = ctx.attendance >= ctx.attendance_needed();
            Ok((State::Archivable, attested.then(|| Effect::notify(Notice::E54)).into_iter().collect()))
        }
        Event::ReportAccident => {
            let on = ctx.today.checked_add_days(Days::new(ACCIDENT_DAYS)).unwrap_or(ctx.today);
            Ok((state, vec![Effect::notify(Notice::E63a), Effect::AccidentDeadline { on }]))
        }
        Event::Save
        | Event::Delete
        | Event::Submit
        | Event::Approve
        | Event::Refuse
        | Event::Reject
        | Event::Recall
        | Event::ReplaceTutor
        | Event::Correct
        | Event::Lapse
        | Event::Redate
        | Event::RecordDocuments
        | Event::Activate
        | Event::RevokeApproval
        | Event::RemindCommunication => Err(Refusal::illegal(state.code(), event.code())),
    }
}

/// What is due for a running traineeship: a word fifteen days before the end, the completion on the day after it.
pub(super) fn active_timers(end: NaiveDate) -> Effect {
    let near = Timer { event: Event::NearEnd, on: near_end(end) };
    let over = end.succ_opt().map(|on| Timer { event: Event::Complete, on });
    Effect::Schedule { timers: [near].into_iter().chain(over).collect() }
}

fn near_end(end: NaiveDate) -> NaiveDate {
    end.checked_sub_days(Days::new(NEAR_END_DAYS)).unwrap_or(end)
}

fn annul(ctx: &Ctx) -> Outcome {
    require(ctx.never_begun, "3.6 never_begun")?;
    require(ctx.effective_on == ctx.start, "3.6 effective_on")?;
    let effects = vec![Effect::CancelCover, Effect::no_timers(), Effect::notify(Notice::E38)];
    Ok((State::Cancelled, effects))
}

/// The longer traineeship keeps to the rules and is insured to its new end.
fn extend(ctx: &Ctx) -> Outcome {
    let end = ctx.new_end.unwrap_or(ctx.end);
    require(end > ctx.end, "3.6 new_end")?;
    ctx.no_block()?;
    require(ctx.light == Light::Green, "R-23")?;
    let mut effects = vec![Effect::SetEnd { end }, Effect::MarkExtended, Effect::notify(Notice::E41)];
    effects.extend(communication(ctx));
    effects.push(active_timers(end));
    Ok((State::Active, effects))
}

fn communication(ctx: &Ctx) -> Option<Effect> {
    ctx.needs_communication().then(|| Effect::notify(Notice::E36))
}
