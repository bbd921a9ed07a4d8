//! What happened, append-only and hash-chained per case. Source: domain reference 2.14.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::access::Role;
use domain::accreditation::view::HistoryRow;
use domain::ids::{AccountId, EventId, InstitutionId, OrganisationId};
use rand::RngExt;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Answer;
use crate::entity::{account, event, event_payload};

/// Who may hear of an event on the live stream; fields narrow, `None` says nothing.
#[derive(Debug, Clone, Default)]
pub struct Audience {
    pub institution: Option<InstitutionId>,
    pub department: Option<String>,
    pub organisation: Option<OrganisationId>,
    pub account: Option<AccountId>,
}

/// One thing that happened to a case.
#[derive(Debug, Clone)]
pub struct Happening<'a> {
    /// `accreditation`, `contact`, `account`, …
    pub case_kind: &'a str,
    pub case_id: Uuid,
    /// Stable code of what was done.
    pub action: &'a str,
    pub actor: Option<AccountId>,
    pub role: Role,
    pub from_state: Option<&'a str>,
    pub to_state: Option<&'a str>,
    /// The subject's version after the event.
    pub version: i64,
    /// Erasable.
    pub note: Option<String>,
    /// Erasable; JSON.
    pub diff: Option<String>,
    pub audience: Audience,
}

/// An event with its note and differences, unless retention erased them.
pub struct Told {
    pub event: event::Model,
    pub note: Option<String>,
    pub diff: Option<String>,
}

/// What happened to a case, newest first.
pub async fn told(db: &impl ConnectionTrait, case: Uuid) -> Answer<Vec<Told>> {
    let events =
        event::Entity::find().filter(event::Column::CaseId.eq(case)).order_by_desc(event::Column::Sequence).all(db).await?;
    let mut payloads = payloads_of(db, events.iter().map(|event| event.id).collect()).await?;
    let tell = |event: event::Model| {
        let payload = payloads.remove(&event.id).filter(|payload| payload.erased_at.is_none());
        let (note, diff) = payload.map_or((None, None), |payload| (payload.note, payload.diff));
        Told { event, note, diff }
    };
    Ok(events.into_iter().map(tell).collect())
}

/// The same as pages show it.
pub async fn shown(db: &impl ConnectionTrait, told: Vec<Told>) -> Answer<Vec<HistoryRow>> {
    let actors = told.iter().filter_map(|told| told.event.actor_id).collect::<Vec<_>>();
    let actors = account::Entity::find().filter(account::Column::Id.is_in(actors)).all(db).await?;
    let names: HashMap<Uuid, String> =
        actors.into_iter().map(|row| (row.id, format!("{} {}", row.first_name, row.last_name))).collect();
    let row = |Told { event, note, .. }: Told| HistoryRow {
        action: event.action,
        at: event.at,
        actor: event.actor_id.and_then(|actor| names.get(&actor).cloned()).unwrap_or_default(),
        role: Role::from_code(&event.actor_role).unwrap_or(Role::System),
        to_state: event.to_state,
        note: note.unwrap_or_default(),
    };
    Ok(told.into_iter().map(row).collect())
}

/// Appends to the case's chain. Call under the case row's lock, in the transaction of the change.
pub async fn append(db: &impl ConnectionTrait, now: DateTime<Utc>, happening: Happening<'_>) -> Answer<EventId> {
    let last = event::Entity::find()
        .filter(event::Column::CaseId.eq(happening.case_id))
        .order_by_desc(event::Column::Sequence)
        .one(db)
        .await?;
    let (sequence, previous_hash) = last.map_or((1, String::new()), |last| (last.sequence + 1, last.hash));
    let salt = hex(&rand::rng().random::<[u8; 16]>());
    let digest = payload_digest(&salt, happening.note.as_deref(), happening.diff.as_deref());
    let id = Uuid::now_v7();
    let hash = link(sequence, &previous_hash, happening.action, happening.actor, now, &digest);
    event::Entity::insert(event::ActiveModel {
        id: Set(id),
        case_kind: Set(happening.case_kind.to_owned()),
        case_id: Set(happening.case_id),
        sequence: Set(sequence),
        previous_hash: Set(previous_hash),
        hash: Set(hash),
        payload_digest: Set(digest),
        action: Set(happening.action.to_owned()),
        actor_id: Set(happening.actor.map(|actor| actor.0)),
        actor_role: Set(happening.role.code().to_owned()),
        from_state: Set(happening.from_state.map(str::to_owned)),
        to_state: Set(happening.to_state.map(str::to_owned)),
        at: Set(now),
        subject_version: Set(happening.version),
        institution_id: Set(happening.audience.institution.map(|id| id.0)),
        department: Set(happening.audience.department),
        organisation_id: Set(happening.audience.organisation.map(|id| id.0)),
        account_id: Set(happening.audience.account.map(|id| id.0)),
    })
    .exec_without_returning(db)
    .await?;
    event_payload::Entity::insert(event_payload::ActiveModel {
        event_id: Set(id),
        salt: Set(salt),
        note: Set(happening.note),
        diff: Set(happening.diff),
        erased_at: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    Ok(EventId(id))
}

/// Erases the notes and differences of a case's history, as retention asks. What happened, when and by whom stays, and so
/// does the chain, which holds digests only.
pub async fn erase(db: &impl ConnectionTrait, now: DateTime<Utc>, case_id: Uuid) -> Answer<()> {
    let events =
        Query::select().column(event::Column::Id).from(event::Entity).and_where(event::Column::CaseId.eq(case_id)).to_owned();
    event_payload::Entity::update_many()
        .col_expr(event_payload::Column::Note, Expr::value(None::<String>))
        .col_expr(event_payload::Column::Diff, Expr::value(None::<String>))
        .col_expr(event_payload::Column::Salt, Expr::value(""))
        .col_expr(event_payload::Column::ErasedAt, Expr::value(now))
        .filter(event_payload::Column::EventId.in_subquery(events))
        .filter(event_payload::Column::ErasedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// What a check of a case's chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing altered; how many events, and how many notes were erased by retention.
    Intact { events: usize, erased: usize },
    /// The first event that does not follow from the one before.
    Altered { sequence: i64 },
}

/// Recomputes the chain of a case.
pub async fn verify(db: &impl ConnectionTrait, case_id: Uuid) -> Answer<Verdict> {
    let events =
        event::Entity::find().filter(event::Column::CaseId.eq(case_id)).order_by_asc(event::Column::Sequence).all(db).await?;
    let events = with_payloads(db, events).await?;
    let mut previous = String::new();
    let mut erased = 0;
    for (position, (event, payload)) in events.iter().enumerate() {
        let expected =
            link(event.sequence, &previous, &event.action, event.actor_id.map(AccountId), event.at, &event.payload_digest);
        let in_order = event.sequence == position as i64 + 1 && event.previous_hash == previous && event.hash == expected;
        let kept = match payload {
            Some(payload) if payload.erased_at.is_some() => {
                erased += 1;
                true
            }
            Some(payload) => {
                payload_digest(&payload.salt, payload.note.as_deref(), payload.diff.as_deref()) == event.payload_digest
            }
            None => false,
        };
        if !in_order || !kept {
            return Ok(Verdict::Altered { sequence: event.sequence });
        }
        previous = event.hash.clone();
    }
    Ok(Verdict::Intact { events: events.len(), erased })
}

async fn with_payloads(
    db: &impl ConnectionTrait,
    events: Vec<event::Model>,
) -> Answer<Vec<(event::Model, Option<event_payload::Model>)>> {
    let mut by_id = payloads_of(db, events.iter().map(|event| event.id).collect()).await?;
    let pair = |event: event::Model| {
        let payload = by_id.remove(&event.id);
        (event, payload)
    };
    Ok(events.into_iter().map(pair).collect())
}

async fn payloads_of(db: &impl ConnectionTrait, events: Vec<Uuid>) -> Answer<HashMap<Uuid, event_payload::Model>> {
    let payloads = event_payload::Entity::find().filter(event_payload::Column::EventId.is_in(events)).all(db).await?;
    Ok(payloads.into_iter().map(|payload| (payload.event_id, payload)).collect())
}

fn link(
    sequence: i64,
    previous: &str,
    action: &str,
    actor: Option<AccountId>,
    at: DateTime<Utc>,
    payload_digest: &str,
) -> String {
    let actor = actor.map(|actor| actor.to_string()).unwrap_or_default();
    let at = at.to_rfc3339_opts(SecondsFormat::Micros, true);
    hex(&Sha256::digest(format!("{sequence}\n{previous}\n{action}\n{actor}\n{at}\n{payload_digest}")))
}

fn payload_digest(salt: &str, note: Option<&str>, diff: Option<&str>) -> String {
    let note = note.map_or(String::from("-"), |note| format!("{}:{note}", note.len()));
    let diff = diff.map_or(String::from("-"), |diff| format!("{}:{diff}", diff.len()));
    hex(&Sha256::digest(format!("{salt}\n{note}\n{diff}")))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
