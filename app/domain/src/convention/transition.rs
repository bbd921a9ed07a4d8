//! What each event does to a convention. Source: domain reference 3.3.

use chrono::Days;

use super::state::{Ctx, Effect, Event, NOTE_MIN, State};
use super::term::{Term, WARNED_DAYS, after_months, days_before, next_timer};
use crate::access::Role;
use crate::coded::require;
use crate::notice::Notice;
use crate::profile::{ActiveWhen, DocumentSource, Party, Severity};
use crate::refusal::Refusal;
use crate::signing::{Record, Sequence, is_staff, may_record};

type Outcome = Result<(State, Vec<Effect>), Refusal>;

impl State {
    /// The state of a new draft. Refused to a host that is not accredited here; a second open request of the same kind
    /// has to be acknowledged.
    pub fn propose(ctx: &Ctx) -> Outcome {
        require(ctx.host_accredited, "3.3 host_accredited")?;
        require(!ctx.other_open_request || ctx.acknowledged, "3.3 other_open_request")?;
        Ok((State::Draft, Vec::new()))
    }

    /// The state of a new record that is a read-only alias of `linked`, an active convention of the same host and promoter.
    pub fn associate(linked: State, same_host: bool, ctx: &Ctx) -> Outcome {
        require(is_staff(ctx.actor), "1 actor")?;
        require(linked == State::Active, "3.3 linked_active")?;
        require(same_host, "3.3 same_host")?;
        Ok((State::Associated, Vec::new()))
    }

    /// The state after `event`, with what must follow. Refusals name the state and the event, or the rule.
    pub fn apply(self, event: Event, ctx: &Ctx) -> Outcome {
        if !self.knows(event) {
            return Err(Refusal::illegal(self.code(), event.code()));
        }
        require(event.is_open_to(ctx.actor) && ctx.is_in_turn(event), "1 actor")?;
        match event {
            Event::Submit => submit(ctx),
            Event::Withdraw => Ok((State::Withdrawn, Vec::new())),
            Event::Return => {
                ctx.note_long_enough()?;
                Ok((State::Draft, vec![Effect::StopTimer, ctx.clearing(), Effect::MarkReturned, Effect::notify(Notice::E12)]))
            }
            Event::Reject => {
                ctx.note_long_enough()?;
                Ok((State::Rejected, vec![Effect::notify(Notice::E12)]))
            }
            Event::Approve => approve(ctx),
            Event::RecordSignature => record_signature(self, ctx),
            Event::FailCheck => Ok((self, vec![Effect::notify(Notice::E13)])),
            Event::Lapse => {
                let due = ctx.waiting_since.checked_add_days(Days::new(ctx.lapse_days()));
                require(due.is_some_and(|due| ctx.today >= due), "3.3 not_due")?;
                Ok((State::Lapsed, vec![Effect::StopTimer, Effect::notify(Notice::E12)]))
            }
            Event::Activate => {
                require(ctx.is_signed_enough(ctx.signed), "3.3 signatures")?;
                ctx.may_be_activated()?;
                Ok((State::Active, activation(ctx)))
            }
            Event::WarnExpiry => warn_expiry(ctx),
            Event::GiveNotice => give_notice(ctx),
            Event::Renew => renew(ctx),
            Event::Expire => {
                require(!ctx.renewal, "3.3 renewal")?;
                require(ctx.is_over(), "3.3 not_due")?;
                Ok((State::Expired, vec![Effect::StopTimer, Effect::notify(Notice::E16)]))
            }
            Event::Terminate => {
                ctx.note_long_enough()?;
                require(!ctx.has_active_project, "3.3 active_project")?;
                Ok((State::Terminated, vec![Effect::StopTimer, Effect::notify(Notice::E18)]))
            }
        }
    }
}

impl Ctx<'_> {
    /// Whether an approval or a signature is the actor's to give in this step.
    fn is_in_turn(&self, event: Event) -> bool {
        match event {
            Event::Approve => match self.next_approval() {
                Some(Party::Principal) => self.actor == Role::Principal,
                Some(_) => matches!(self.actor, Role::Office | Role::Admin),
                None => true,
            },
            Event::RecordSignature => may_record(self.actor, self.signer),
            _ => true,
        }
    }

    fn next_approval(&self) -> Option<Party> {
        self.profile.convention.approvals.get(self.approved_by.len()).copied()
    }

    fn note_long_enough(&self) -> Result<(), Refusal> {
        let length = i64::try_from(self.note.trim().chars().count()).unwrap_or(i64::MAX);
        if length < NOTE_MIN { Err(Refusal::NoteShort { min: NOTE_MIN }) } else { Ok(()) }
    }

    /// Refuses with a rule of section 4 as severe as the profile has it.
    fn require_rule(&self, holds: bool, id: &str) -> Result<(), Refusal> {
        match self.profile.rule(id).map_or(Severity::Block, |rule| rule.severity) {
            Severity::Block => require(holds, id),
            Severity::Warn => require(holds || self.acknowledged, id),
            Severity::Off => Ok(()),
        }
    }

    fn clearing(&self) -> Effect {
        if self.profile.convention.back_to_draft_clears_signatures { Effect::ClearSignatures } else { Effect::ClearApprovals }
    }

    fn lapse_days(&self) -> u64 {
        self.profile.convention.lapse_days.unsigned_abs()
    }

    fn sequence<'a>(&'a self, signed: &'a [Role]) -> Sequence<'a> {
        Sequence { steps: &self.profile.convention.signatures, signed }
    }

    /// Whether those signatures make it active here.
    fn is_signed_enough(&self, signed: &[Role]) -> bool {
        match self.profile.convention.active_when {
            ActiveWhen::HostSigned => self.sequence(signed).is_signed_by_host(),
            ActiveWhen::AllSigned | ActiveWhen::Generated => self.sequence(signed).is_complete(),
        }
    }

    fn may_be_activated(&self) -> Result<(), Refusal> {
        require(self.protocol_recorded, "3.3 protocol")?;
        require(self.signatures_confirmed, "6 signatures_confirmed")?;
        // A missing stamp is a warning: it is settled too when somebody accepted it.
        self.require_rule(self.stamp_duty_settled, "R-22")
    }

    fn is_over(&self) -> bool {
        self.term.and_then(|term| term.over_on()).is_some_and(|day| self.today >= day)
    }
}

fn submit(ctx: &Ctx) -> Outcome {
    require(ctx.host_accredited, "3.3 host_accredited")?;
    require(ctx.request_complete, "3.3 request_complete")?;
    ctx.require_rule(ctx.legal_rep_complete, "R-21")?;
    let by_host = ctx.profile.convention.document == DocumentSource::HostUpload;
    require(!by_host || ctx.host_copy_attached, "3.3 host_copy")?;
    if ctx.profile.convention.approvals.is_empty() {
        return approved(ctx, Vec::new());
    }
    Ok((State::Submitted, vec![Effect::notify(Notice::E10)]))
}

fn approve(ctx: &Ctx) -> Outcome {
    let Some(party) = ctx.next_approval() else { return approved(ctx, Vec::new()) };
    let noted = vec![Effect::Approved { party }];
    if ctx.approved_by.len() + 1 < ctx.profile.convention.approvals.len() {
        return Ok((State::Submitted, [noted, vec![Effect::notify(Notice::E10)]].concat()));
    }
    approved(ctx, noted)
}

/// The last approval: number, document, the first signer's turn.
fn approved(ctx: &Ctx, mut effects: Vec<Effect>) -> Outcome {
    require(ctx.document_ready, "3.3 document")?;
    if !ctx.number_assigned {
        effects.push(Effect::AssignNumber);
    }
    if ctx.profile.convention.document == DocumentSource::Portal {
        effects.push(Effect::IssueDocument);
    }
    if let Some(on) = ctx.today.checked_add_days(Days::new(ctx.lapse_days())) {
        effects.push(Effect::Timer { event: Event::Lapse, on });
    }
    Ok(settled(ctx, ctx.signed, effects))
}

/// After an approval or a signature: active at once if that was the last thing missing, otherwise the next one's turn.
fn settled(ctx: &Ctx, signed: &[Role], mut effects: Vec<Effect>) -> (State, Vec<Effect>) {
    if ctx.sequence(signed).turn().is_some() {
        effects.push(Effect::notify(Notice::E11));
    }
    let at_once = ctx.profile.convention.active_when != ActiveWhen::Generated;
    if at_once && ctx.is_signed_enough(signed) && ctx.may_be_activated().is_ok() {
        effects.extend(activation(ctx));
        return (State::Active, effects);
    }
    (State::AwaitingSignatures, effects)
}

fn activation(ctx: &Ctx) -> Vec<Effect> {
    let term = Term::new(ctx.today, ctx.duration_months);
    vec![Effect::SetTerm { term }, Effect::notify(Notice::E14), next_timer(&term, ctx.renewal, ctx.today)]
}

fn record_signature(state: State, ctx: &Ctx) -> Outcome {
    let record = Record { actor: ctx.actor, signer: ctx.signer, means: ctx.means, file_ok: ctx.file_ok, note: ctx.note };
    ctx.sequence(ctx.signed).check(&record, ctx.profile)?;
    let effects = vec![Effect::KeepSignature { signer: ctx.signer, means: ctx.means }, Effect::notify(Notice::E13)];
    let signed = [ctx.signed, &[ctx.signer]].concat();
    if state == State::Active {
        let turn = ctx.sequence(&signed).turn().map(|_| Effect::notify(Notice::E11));
        return Ok((State::Active, effects.into_iter().chain(turn).collect()));
    }
    Ok(settled(ctx, &signed, effects))
}

fn warn_expiry(ctx: &Ctx) -> Outcome {
    require(!ctx.renewal, "3.3 renewal")?;
    let term = ctx.term.filter(|term| {
        let first = term.expires_on.map(|day| days_before(day, WARNED_DAYS[0]));
        first.is_some_and(|first| ctx.today >= first)
    });
    let Some(term) = term else { return Err(Refusal::Rule { rule: "3.3 not_due".to_owned() }) };
    let next = next_timer(&term, false, ctx.today);
    Ok((State::Active, vec![Effect::MarkExpiring, Effect::notify(Notice::E15), next]))
}

fn give_notice(ctx: &Ctx) -> Outcome {
    require(ctx.renewal, "3.3 renewal")?;
    let days = ctx.profile.convention.notice_days.unsigned_abs();
    let term = ctx.term.filter(|term| term.expires_on.is_some_and(|day| ctx.today <= days_before(day, days)));
    let Some(term) = term else { return Err(Refusal::Rule { rule: "3.3 notice_days".to_owned() }) };
    let next = next_timer(&term, false, ctx.today);
    Ok((State::Active, vec![Effect::StopRenewal, Effect::notify(Notice::E18), next]))
}

fn renew(ctx: &Ctx) -> Outcome {
    require(ctx.renewal, "3.3 renewal")?;
    require(ctx.is_over(), "3.3 not_due")?;
    let months = ctx.profile.convention.renewal_months;
    let longer = ctx.term.and_then(|term| Some((term, after_months(term.expires_on?, months)?)));
    let Some((term, expires_on)) = longer else { return Err(Refusal::Rule { rule: "3.3 not_due".to_owned() }) };
    let renewed = Term { expires_on: Some(expires_on), ..term };
    let next = next_timer(&renewed, true, ctx.today);
    Ok((State::Active, vec![Effect::Renewed { expires_on }, Effect::notify(Notice::E17), next]))
}
