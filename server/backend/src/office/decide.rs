//! The office's decisions: load for update → may → apply → write row, notes, event and letters → commit.

use domain::access::Scope;
use domain::accreditation::state::{Ctx as Machine, Effect, Event, State};
use domain::accreditation::view::FieldNote;
use domain::answers::Answers;
use domain::check::{Checker, FieldError, Problem};
use domain::ids::{AccountId, AccreditationId, InstitutionId};
use domain::profile::Profile;
use domain::refusal::Refusal;
use domain::text::clean_text;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::notes::LONG_NOTE;
use super::review::state_of;
use super::{letters, notes};
use crate::accreditation::{audience, load_for_update, store};
use crate::entity::{accreditation, event, field_note};
use crate::history::{self, Happening};
use crate::{Answer, BackendError, Ctx, database};

/// Approves. Answers the state afterwards. Errors: Stale, Refused.
pub async fn approve(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64) -> Answer<State> {
    decide(ctx, institution, id, version, Decision::new(Event::Approve, "")?).await
}

/// Asks for corrections, as a whole or field by field. Errors: Invalid (too short), Stale, Refused.
pub async fn request_integration(
    ctx: &Ctx,
    institution: &str,
    id: AccreditationId,
    version: i64,
    note: String,
    notes: Answers,
) -> Answer<State> {
    let mut decision = Decision::new(Event::RequestIntegration, &note)?;
    decision.notes = notes::check(&notes)?;
    decide(ctx, institution, id, version, decision).await
}

/// Rejects. Errors: Invalid (no reason), Stale, Refused.
pub async fn reject(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64, reason: String) -> Answer<State> {
    decide(ctx, institution, id, version, Decision::new(Event::Reject, &reason)?).await
}

/// Suspends an accredited host. Errors: Invalid (no reason), Stale, Refused.
pub async fn suspend(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64, reason: String) -> Answer<State> {
    decide(ctx, institution, id, version, Decision::new(Event::Suspend, &reason)?).await
}

/// Ends a suspension. Errors: Invalid (no reason), Stale, Refused.
pub async fn reinstate(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64, reason: String) -> Answer<State> {
    decide(ctx, institution, id, version, Decision::new(Event::Reinstate, &reason)?).await
}

/// Revokes for good; the administrator's alone, the reason may be empty. Errors: Stale, Refused.
pub async fn revoke(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64, reason: String) -> Answer<State> {
    decide(ctx, institution, id, version, Decision::new(Event::Revoke, &reason)?).await
}

/// What an officer decided, checked.
pub(super) struct Decision {
    pub event: Event,
    /// Note on the whole, or reason.
    pub text: String,
    pub notes: Vec<FieldNote>,
}

impl Decision {
    fn new(event: Event, text: &str) -> Answer<Self> {
        let mut c = Checker::default();
        let text = c.take(field_of(event), clean_text(text, LONG_NOTE));
        Ok(Self { event, text: c.finish(|| text)?, notes: Vec::new() })
    }

    /// Everything that was written, as the machine weighs it and the history keeps it: notes on fields count like one on the
    /// whole.
    fn all_words(&self) -> String {
        let notes = self.notes.iter().map(|note| note.note.as_str());
        [self.text.as_str()].into_iter().chain(notes).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// The form's field that holds the text of an event.
fn field_of(event: Event) -> &'static str {
    if event == Event::RequestIntegration { "note" } else { "reason" }
}

async fn decide(ctx: &Ctx, institution: &str, id: AccreditationId, version: i64, decision: Decision) -> Answer<State> {
    let slug = institution;
    let (institution, _) = ctx.backend.institution(slug, None)?;
    let action = decision.event.action().ok_or(BackendError::Denied)?;
    let role = ctx.may(action, &Scope::institution(institution))?.ok_or(BackendError::Denied)?;
    let officer = ctx.signed_in()?.account;
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let mut request = load_for_update(&tx, id.0).await?;
    if InstitutionId(request.institution_id) != institution {
        return Err(BackendError::NotFound);
    }
    let from = state_of(&request)?;
    if request.version != version {
        return repeated(&tx, &request, officer, decision.event, version).await;
    }
    let (_, profile) = ctx.backend.institution(slug, request.handling_department.as_deref())?;
    let words = decision.all_words();
    let machine = Machine { note: &words, ..Machine::new(now, role, profile) };
    let (to, effects) = from.apply(decision.event, &machine).map_err(|refusal| refused(refusal, decision.event))?;
    write(&mut request, &decision, to, officer, now);
    store(&tx, &mut request, now).await?;
    insert_notes(&tx, &request, &decision.notes, officer, now).await?;
    notes::forget(&tx, officer, request.id).await?;
    let happening = Happening {
        case_kind: "accreditation",
        case_id: request.id,
        action: decision.event.code(),
        actor: Some(officer),
        role,
        from_state: Some(from.code()),
        to_state: Some(to.code()),
        version: request.version,
        note: Some(words).filter(|words| !words.is_empty()),
        diff: None,
        audience: audience(&request),
    };
    history::append(&tx, now, happening).await?;
    follow(&tx, ctx, (slug, profile), &request, &decision, &effects).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(to)
}

/// A double click finds its decision made by itself and is answered as the first click was; anybody else was late.
async fn repeated(
    db: &impl ConnectionTrait,
    request: &accreditation::Model,
    officer: AccountId,
    event: Event,
    version: i64,
) -> Answer<State> {
    let last =
        event::Entity::find().filter(event::Column::CaseId.eq(request.id)).order_by_desc(event::Column::Sequence).one(db).await?;
    let is_mine = |last: &event::Model| {
        last.action == event.code() && last.actor_id == Some(officer.0) && last.subject_version == version + 1
    };
    if last.as_ref().is_some_and(is_mine) { state_of(request) } else { Err(BackendError::Stale) }
}

/// A text that is too short is shown at its field.
fn refused(refusal: Refusal, event: Event) -> BackendError {
    match refusal {
        Refusal::NoteShort { min } => {
            BackendError::Invalid(vec![FieldError { field: field_of(event).to_owned(), problem: Problem::NoteShort { min } }])
        }
        Refusal::Illegal { .. } | Refusal::Rule { .. } | Refusal::AlreadyRegistered => refusal.into(),
    }
}

fn write(
    request: &mut accreditation::Model,
    decision: &Decision,
    to: State,
    officer: AccountId,
    now: chrono::DateTime<chrono::Utc>,
) {
    request.state = to.code().to_owned();
    let text = Some(decision.text.clone()).filter(|text| !text.is_empty());
    if decision.event == Event::RequestIntegration {
        request.note = text;
        request.round += 1;
        return;
    }
    request.reason = if decision.event == Event::Reinstate { None } else { text };
    request.decided_at = Some(now);
    request.decided_by = Some(officer.0);
}

async fn insert_notes(
    db: &impl ConnectionTrait,
    request: &accreditation::Model,
    notes: &[FieldNote],
    officer: AccountId,
    now: chrono::DateTime<chrono::Utc>,
) -> Answer<()> {
    for note in notes {
        let row = field_note::ActiveModel {
            id: Set(Uuid::now_v7()),
            accreditation_id: Set(request.id),
            round: Set(request.round),
            field: Set(note.field.clone()),
            note: Set(note.note.clone()),
            created_by: Set(Some(officer.0)),
            created_at: Set(now),
        };
        field_note::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// What the machine asks for after a decision.
async fn follow(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    (slug, profile): (&str, &Profile),
    request: &accreditation::Model,
    decision: &Decision,
    effects: &[Effect],
) -> Answer<()> {
    for effect in effects {
        match effect {
            Effect::Notify { notice } => letters::send(db, ctx, (slug, profile), request, decision, *notice).await?,
            // What the area offers, and what may begin, is read from the state; there are no conventions yet; the rest belongs
            // to registrations and to held changes.
            Effect::EnableArea
            | Effect::StopNewWork
            | Effect::TerminateConventions
            | Effect::Timer { .. }
            | Effect::StopTimer
            | Effect::VoidCode
            | Effect::EraseData
            | Effect::HoldChange
            | Effect::TakeChange => {}
        }
    }
    Ok(())
}
