//! One request side by side with its checks.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::{Action, Scope};
use domain::accreditation::registration::Basis;
use domain::accreditation::state::{Event, State, offered_events};
use domain::accreditation::view::{Elsewhere, FieldNote, Newcomer, ReviewView};
use domain::answers::Answers;
use domain::ids::{AccreditationId, InstitutionId};
use domain::profile::{JoinAdmits, Profile};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use uuid::Uuid;

use super::checks::{Checked, rows};
use super::{duplicates, newcomers, notes};
use crate::accreditation::{answers_of, load_host_of};
use crate::entity::{account, accreditation, field_note};
use crate::history::{self, Told};
use crate::{Answer, BackendError, Ctx};

/// The request with its values, checks, possible duplicates and history, and what this reader may do with it.
pub async fn review(ctx: &Ctx, institution: &str, id: AccreditationId) -> Answer<ReviewView> {
    let slug = institution;
    let (institution, _) = ctx.backend.institution(slug, None)?;
    ctx.may(Action::ReviewAccreditation, &Scope::institution(institution))?;
    let officer = ctx.signed_in()?.account;
    let db = &ctx.backend.db;
    let request = load(db, institution, id).await?;
    let (_, profile) = ctx.backend.institution(slug, request.handling_department.as_deref())?;
    let state = state_of(&request)?;
    let host = load_host_of(db, &request).await?;
    let requested_by = person(db, request.requested_by).await?;
    let email_verified = requested_by.as_ref().is_some_and(|account| account.email_verified_at.is_some());
    let duplicates = duplicates::of(db, &request, &host.organisation).await?;
    let others = others(db, &request).await?;
    let told = history::told(db, request.id).await?;
    let answers = answers_of(&host);
    let checked = Checked {
        email_verified,
        never_registered: others.is_empty() && !duplicates.iter().any(|other| other.alike.iter().any(|what| what == "name")),
        before: before(&answers, &told),
        answers,
    };
    let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), profile);
    Ok(ReviewView {
        id: AccreditationId(request.id),
        number: request.number,
        version: request.version,
        state,
        submitted_at: request.submitted_at,
        email_verified,
        rows: rows(&checked, &basis, profile),
        duplicates,
        elsewhere: elsewhere(ctx, &request, &others),
        offered: offered(ctx, state, institution),
        notes: notes::find(db, officer, request.id).await?,
        asked: asked(db, &request).await?,
        note: request.note.clone().unwrap_or_default(),
        reason: request.reason.clone().unwrap_or_default(),
        history: history::shown(db, told).await?,
        newcomers: waiting(db, profile, institution, &request).await?,
        host_name: request.host_name,
        contact_name: request.contact_name,
    })
}

/// A request of this institution.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    id: AccreditationId,
) -> Answer<accreditation::Model> {
    let row = accreditation::Entity::find_by_id(id.0).one(db).await?;
    row.filter(|row| row.institution_id == institution.0).ok_or(BackendError::NotFound)
}

pub(super) fn state_of(request: &accreditation::Model) -> Answer<State> {
    let unknown = || BackendError::Internal(format!("accreditation {}: unknown state {}", request.id, request.state));
    State::from_code(&request.state).ok_or_else(unknown)
}

async fn person(db: &impl ConnectionTrait, id: Option<Uuid>) -> Answer<Option<account::Model>> {
    let Some(id) = id else { return Ok(None) };
    Ok(account::Entity::find_by_id(id).one(db).await?)
}

/// The same host's other requests, here and elsewhere.
async fn others(db: &impl ConnectionTrait, request: &accreditation::Model) -> Answer<Vec<accreditation::Model>> {
    Ok(accreditation::Entity::find()
        .filter(accreditation::Column::OrganisationId.eq(request.organisation_id))
        .filter(accreditation::Column::Id.ne(request.id))
        .order_by_desc(accreditation::Column::Id)
        .all(db)
        .await?)
}

/// What each other institution decided last: the fact and its date, nothing else.
fn elsewhere(ctx: &Ctx, request: &accreditation::Model, others: &[accreditation::Model]) -> Vec<Elsewhere> {
    let mut seen = vec![request.institution_id];
    let mut decided = Vec::new();
    for other in others {
        let Some((state, at)) = decision(other).filter(|_| !seen.contains(&other.institution_id)) else { continue };
        seen.push(other.institution_id);
        let slug = ctx.backend.institutions.slug(InstitutionId(other.institution_id));
        let profile = ctx.backend.profiles.institution(slug);
        let institution = profile.map_or(slug, |profile| profile.identity.name(ctx.visitor.language)).to_owned();
        decided.push(Elsewhere { institution, state, at });
    }
    decided
}

fn decision(other: &accreditation::Model) -> Option<(State, DateTime<Utc>)> {
    let state = State::from_code(&other.state)?;
    let is_decided = match state {
        State::Accredited | State::Rejected | State::Suspended | State::Revoked => true,
        State::Draft | State::Unconfirmed | State::Submitted | State::Integration | State::Withdrawn | State::Expired => false,
    };
    is_decided.then(|| (state, other.decided_at.unwrap_or(other.submitted_at)))
}

/// The events this reader may fire now. Held changes of identifiers have no office page yet.
fn offered(ctx: &Ctx, state: State, institution: InstitutionId) -> Vec<String> {
    let scope = Scope::institution(institution);
    let is_offered = |event: &Event| {
        let role = event.action().and_then(|action| ctx.may(action, &scope).ok().flatten());
        *event != Event::ApproveChange && role.is_some_and(|role| offered_events(state, role).contains(event))
    };
    state.events().iter().filter(|event| is_offered(event)).map(|event| event.code().to_owned()).collect()
}

/// The notes of the last round.
async fn asked(db: &impl ConnectionTrait, request: &accreditation::Model) -> Answer<Vec<FieldNote>> {
    if request.round == 0 {
        return Ok(Vec::new());
    }
    let notes = field_note::Entity::find()
        .filter(field_note::Column::AccreditationId.eq(request.id))
        .filter(field_note::Column::Round.eq(request.round))
        .order_by_asc(field_note::Column::Id)
        .all(db)
        .await?;
    Ok(notes.into_iter().map(|row| FieldNote { field: row.field, note: row.note }).collect())
}

async fn waiting(
    db: &impl ConnectionTrait,
    profile: &Profile,
    institution: InstitutionId,
    request: &accreditation::Model,
) -> Answer<Vec<Newcomer>> {
    match profile.accreditation.join_admits {
        JoinAdmits::Office => newcomers::waiting(db, request.organisation_id, Some(institution)).await,
        JoinAdmits::Contact => Ok(Vec::new()),
    }
}

/// One field's two texts, as a correction's event keeps them.
#[derive(Deserialize)]
struct Change {
    before: String,
}

/// The answers as they were before the last correction; none if there was none.
fn before(answers: &Answers, told: &[Told]) -> Option<Answers> {
    let diff = told.iter().find_map(|told| told.diff.as_deref())?;
    let changes: HashMap<String, Change> = serde_json::from_str(diff).ok()?;
    let mut before = answers.clone();
    for (field, change) in changes {
        before.set(&field, change.before);
    }
    Some(before)
}
