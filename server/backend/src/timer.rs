//! What is due at a time: rows claimed by one worker at a time, done once, again if they fail. Source: design 5.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::access::Actor;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::entity::timer::{ActiveModel, Column, Entity, Model};
use crate::{Answer, Backend, Ctx, Visitor, accreditation, convention, database, identity, organisation};

/// How long a claimed timer is its worker's own, on the machine's clock.
fn lease() -> Duration {
    Duration::minutes(5)
}

/// Days a timer that has fired is kept.
const KEPT_DAYS: i64 = 90;

/// Sets a timer, in the caller's transaction; the same one a second time is ignored.
pub async fn set(db: &impl ConnectionTrait, kind: &str, subject: Uuid, due_at: DateTime<Utc>) -> Answer<()> {
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(kind.to_owned()),
        subject_id: Set(subject),
        due_at: Set(due_at),
        claimed_until: Set(None),
        done_at: Set(None),
        attempts: Set(0),
    };
    let same = OnConflict::columns([Column::Kind, Column::SubjectId, Column::DueAt]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(same).exec_without_returning(db).await?;
    Ok(())
}

/// Takes back the timers of a subject that have not fired.
pub async fn cancel(db: &impl ConnectionTrait, kind: &str, subject: Uuid) -> Answer<()> {
    Entity::delete_many()
        .filter(Column::Kind.eq(kind))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::DoneAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Fires timers until told to stop, and clears away what is old once an hour.
pub async fn run(backend: Arc<Backend>, stop: CancellationToken) -> Answer<()> {
    let pause = std::time::Duration::from_secs(if backend.settings.has_demo_pages() { 1 } else { 30 });
    let mut cleared_at: Option<DateTime<Utc>> = None;
    while !stop.is_cancelled() {
        if let Err(error) = fire_due(&backend).await {
            tracing::error!(%error, "timers cannot be read");
        }
        let now = backend.clock.now();
        if cleared_at.is_none_or(|before| now >= before + Duration::hours(1)) {
            cleared_at = Some(now);
            if let Err(error) = clear(&backend).await {
                tracing::error!(%error, "old rows could not be cleared away");
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
    Ok(())
}

/// Fires every timer that is due now with its use case. Not by way of [`run_due`]: the compiler cannot prove of a future
/// that holds an async closure that it may move between threads.
pub async fn fire_due(backend: &Arc<Backend>) -> Answer<()> {
    while let Some(row) = claim(backend).await? {
        let outcome = fire(backend, &row).await;
        settle(backend, &row, outcome).await?;
    }
    Ok(())
}

/// Does what is due, with the use case it is of.
async fn fire(backend: &Arc<Backend>, row: &Model) -> Answer<()> {
    if convention::is_timer(&row.kind) {
        let visitor = Visitor { actor: Actor::system(), ..Visitor::default() };
        let ctx = Ctx { backend: Arc::clone(backend), visitor };
        return convention::on_timer(&ctx, &row.kind, row.subject_id).await;
    }
    accreditation::on_timer(backend, &row.kind, row.subject_id).await
}

/// Fires every timer that is due now. Answers how many were fired or tried.
pub async fn run_due(backend: &Backend, fire: impl AsyncFn(&str, Uuid) -> Answer<()>) -> Answer<usize> {
    let mut fired = 0;
    while let Some(row) = claim(backend).await? {
        fired += 1;
        let outcome = fire(&row.kind, row.subject_id).await;
        settle(backend, &row, outcome).await?;
    }
    Ok(fired)
}

async fn settle(backend: &Backend, row: &Model, outcome: Answer<()>) -> Answer<()> {
    if let Err(error) = &outcome {
        tracing::error!(%error, timer.kind = row.kind, timer.id = %row.id, "a timer failed and is tried again");
    }
    mark(backend, row, outcome.is_ok()).await
}

/// Clears away what nobody needs any more.
pub async fn clear(backend: &Arc<Backend>) -> Answer<()> {
    identity::purge(backend).await?;
    let before = backend.clock.now() - Duration::days(KEPT_DAYS);
    Entity::delete_many().filter(Column::DoneAt.lt(before)).exec(&backend.db).await?;
    while accreditation::expiry::erase_expired(backend).await? > 0 {}
    while organisation::erase_unanswered(backend).await? > 0 {}
    Ok(())
}

fn due(backend: &Backend) -> Select<Entity> {
    Entity::find()
        .filter(Column::DoneAt.is_null())
        .filter(Column::DueAt.lte(backend.clock.now()))
        .filter(Column::ClaimedUntil.is_null().or(Column::ClaimedUntil.lt(Utc::now())))
        .order_by_asc(Column::DueAt)
        .limit(1)
}

async fn claim(backend: &Backend) -> Answer<Option<Model>> {
    // A look without the writer's lock first: mostly there is nothing.
    if due(backend).one(&backend.db).await?.is_none() {
        return Ok(None);
    }
    let tx = database::begin(&backend.db).await?;
    let next = due(backend).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(&tx).await?;
    let Some(mut row) = next else { return Ok(None) };
    row.attempts += 1;
    Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(Utc::now() + lease()))
        .col_expr(Column::Attempts, Expr::value(row.attempts))
        .filter(Column::Id.eq(row.id))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(Some(row))
}

/// Done, or again after a wait that doubles from a minute to an hour.
async fn mark(backend: &Backend, row: &Model, done: bool) -> Answer<()> {
    let wait = Duration::minutes(std::cmp::min(1 << (row.attempts - 1).clamp(0, 6), 60));
    let (done_at, claimed) = if done { (Some(backend.clock.now()), None) } else { (None, Some(Utc::now() + wait)) };
    Entity::update_many()
        .col_expr(Column::DoneAt, Expr::value(done_at))
        .col_expr(Column::ClaimedUntil, Expr::value(claimed))
        .filter(Column::Id.eq(row.id))
        .exec(&backend.db)
        .await?;
    Ok(())
}
