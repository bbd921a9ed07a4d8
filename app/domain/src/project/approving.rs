//! The agreement of the parties, group by group. Source: domain reference 3.6.

use super::approvals::{Given, parties_of};
use super::ctx::Ctx;
use super::state::{Effect, State};
use super::transition::{Outcome, approved_timers, back_to_draft, pending_timers, settled};
use crate::coded::require;
use crate::insurance::Light;
use crate::notice::Notice;
use crate::profile::{Approval, ApprovalMode, ContentLock, Party, RejectPolicy};
use crate::refusal::Refusal;

/// Everything is complete, no rule blocks, every warning is read, no light is red: the content is fixed, and who submits for
/// the host agrees for it.
pub(super) fn submit(ctx: &Ctx) -> Outcome {
    require(ctx.complete, "3.6 complete")?;
    ctx.no_block()?;
    ctx.all_acknowledged()?;
    require(ctx.light != Light::Red, "R-23")?;
    let mut effects = vec![Effect::HashContent];
    if ctx.profile.project.content_lock == ContentLock::FirstSubmission {
        effects.push(Effect::LockContent);
    }
    effects.push(pending_timers(ctx));
    if let Some((approval, given)) = own_step(ctx) {
        let given = [ctx.given, &[given]].concat();
        effects.push(Effect::KeepApproval { party: approval.party });
        return Ok(next(&Ctx { given: &given, ..ctx.clone() }, effects, true));
    }
    Ok(next(ctx, effects, true))
}

/// The host's step, if it is open and whoever submits takes it by submitting.
fn own_step(ctx: &Ctx) -> Option<(Approval, Given)> {
    let for_host = parties_of(ctx.actor, ctx.delegated).contains(&Party::Host);
    let approval = ctx.approvals().waiting().find(|approval| approval.party == Party::Host)?;
    let agrees = approval.mode == ApprovalMode::Approve || ctx.signed_now;
    let by = ctx.person.filter(|_| for_host && agrees)?;
    Some((approval, Given { party: Party::Host, by, content: ctx.content }))
}

/// One party agrees to exactly the content that is stored.
pub(super) fn approve(ctx: &Ctx) -> Outcome {
    let turn = may_decide(ctx)?;
    let Some(by) = ctx.person else { return Err(Refusal::Rule { rule: "1 actor".to_owned() }) };
    require(ctx.profile.project.same_person_ok || !ctx.approvals().has_person(by), "1 same_person")?;
    require(turn.mode == ApprovalMode::Approve || ctx.signed_now, "3.6 signature")?;
    let mut effects = vec![Effect::KeepApproval { party: turn.party }];
    let locks = ctx.profile.project.content_lock == ContentLock::FirstApproval;
    if locks && turn.party != Party::Host && !ctx.approvals().has_others() {
        effects.push(Effect::LockContent);
    }
    effects.push(Effect::notify(Notice::E31));
    let group = ctx.approvals().open_group();
    let given = [ctx.given, &[Given { party: turn.party, by, content: ctx.content }]].concat();
    let after = Ctx { given: &given, ..ctx.clone() };
    let opened = after.approvals().open_group() != group;
    Ok(next(&after, effects, opened))
}

fn may_decide(ctx: &Ctx) -> Result<Approval, Refusal> {
    let turn = ctx.turn()?;
    require(!ctx.by_link || ctx.profile.project.link_approval.contains(&turn.party), "3.6 link_approval")?;
    require(ctx.seen == ctx.content, "3.6 content")?;
    Ok(turn)
}

/// The next group is asked, or all agreed.
fn next(ctx: &Ctx, mut effects: Vec<Effect>, opened: bool) -> (State, Vec<Effect>) {
    if !ctx.approvals().is_complete() {
        effects.extend(opened.then(|| Effect::notify(Notice::E30)));
        return (State::Pending, effects);
    }
    effects.push(Effect::notify(Notice::E33));
    if ctx.profile.project.physical_copies > 0 || !ctx.profile.project.signatures.is_empty() {
        effects.push(Effect::notify(Notice::E34));
    }
    effects.push(approved_timers(ctx));
    settled(ctx, effects)
}

/// Not approved, with a reason: back to the draft. What was approved so far is reset, or kept, as the profile has it; kept
/// approvals count again only for the very same content.
pub(super) fn refuse(ctx: &Ctx) -> Outcome {
    may_decide(ctx)?;
    ctx.note_long_enough()?;
    let mut effects = back_to_draft(Notice::E32);
    if ctx.profile.project.reject_policy == RejectPolicy::ToDraftKeep {
        effects.retain(|effect| *effect != Effect::ResetApprovals);
    }
    Ok((State::Draft, effects))
}

pub(super) fn recall(ctx: &Ctx) -> Outcome {
    require(!ctx.approvals().has_others(), "3.6 approved_by_others")?;
    let reset = [Effect::ResetApprovals, Effect::UnlockContent, Effect::no_timers()];
    Ok((State::Draft, reset.into_iter().chain([Effect::notify(Notice::E32r)]).collect()))
}

/// Another tutor stands in the content: only that party's step is asked again, the others' approvals go on counting.
pub(super) fn replace_tutor(ctx: &Ctx) -> Outcome {
    let is_tutor = matches!(ctx.replaced, Party::HostTutor | Party::AcademicTutor | Party::SchoolTutor);
    require(is_tutor, "3.6 replaced")?;
    let again = Effect::ResetApproval { party: ctx.replaced };
    Ok((State::Pending, vec![Effect::HashContent, Effect::CarryApprovals, again, Effect::notify(Notice::E30)]))
}

/// A locked field changes: every step after the host's is asked again, unless it is a slip of the pen, said so in a note.
/// Signatures are of the old document either way. Where the host alone agrees nobody is asked again.
pub(super) fn correct(state: State, ctx: &Ctx) -> Outcome {
    let asks_others = ctx.profile.project.approvals.iter().flatten().any(|approval| approval.party != Party::Host);
    if ctx.material_error {
        ctx.note_long_enough()?;
    }
    if ctx.material_error || !asks_others {
        return Ok((state, vec![Effect::HashContent, Effect::CarryApprovals, Effect::ClearSignatures]));
    }
    let again = vec![Effect::HashContent, Effect::ReopenAfterHost, Effect::ClearSignatures, pending_timers(ctx)];
    Ok((State::Pending, [again, vec![Effect::notify(Notice::E30)]].concat()))
}
