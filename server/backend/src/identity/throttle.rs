//! How often something may be tried. Buckets are keyed hashes: neither names nor addresses are kept.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::secret::keyed;
use crate::entity::throttle::{ActiveModel, Column, Entity, Model};
use crate::{Answer, Backend, BackendError, Ctx, database};

/// At most `most` in `window`, each at least `apart` after the one before.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    pub most: i64,
    pub window: Duration,
    pub apart: Duration,
}

impl Limit {
    /// At most `most` in so many minutes.
    pub const fn per_minutes(most: i64, minutes: i64) -> Self {
        Self { most, window: Duration::minutes(minutes), apart: Duration::zero() }
    }
}

/// The key of a bucket.
pub(super) fn bucket(backend: &Backend, kind: &str, subject: &str) -> String {
    format!("{kind}:{}", keyed(&backend.settings.secret, &[kind, subject]))
}

/// Counts one try from the visitor's address. Error: `TooMany`, whatever is tried.
pub async fn limit_address(ctx: &Ctx, kind: &str, limit: Limit) -> Answer<()> {
    count_once(&ctx.backend, kind, &ctx.visitor.address, limit).await
}

/// Counts one try with a subject, in a transaction of its own. Error: `TooMany`.
pub async fn limit_subject(backend: &Backend, kind: &str, subject: Uuid, limit: Limit) -> Answer<()> {
    count_once(backend, kind, &subject.to_string(), limit).await
}

async fn count_once(backend: &Backend, kind: &str, subject: &str, limit: Limit) -> Answer<()> {
    let bucket = bucket(backend, kind, subject);
    let tx = database::begin(&backend.db).await?;
    count_in(&tx, &bucket, backend.clock.session_now(), limit).await?;
    tx.commit().await?;
    Ok(())
}

/// The row of a bucket, locked until the transaction ends; made if there is none.
pub(super) async fn open(db: &impl ConnectionTrait, bucket: &str, now: DateTime<Utc>) -> Answer<Model> {
    let fresh =
        ActiveModel { bucket: Set(bucket.to_owned()), count: Set(0), window_started_at: Set(now), blocked_until: Set(None) };
    let ignore = OnConflict::column(Column::Bucket).do_nothing().to_owned();
    Entity::insert(fresh).on_conflict(ignore).exec_without_returning(db).await?;
    let row = Entity::find_by_id(bucket.to_owned()).lock_exclusive().one(db).await?;
    row.ok_or_else(|| BackendError::Internal("a throttle row is gone".into()))
}

/// Writes a bucket back.
pub(super) async fn save(db: &impl ConnectionTrait, row: &Model) -> Answer<()> {
    Entity::update_many()
        .col_expr(Column::Count, Expr::value(row.count))
        .col_expr(Column::WindowStartedAt, Expr::value(row.window_started_at))
        .col_expr(Column::BlockedUntil, Expr::value(row.blocked_until))
        .filter(Column::Bucket.eq(row.bucket.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets a bucket.
pub(super) async fn forget(db: &impl ConnectionTrait, bucket: &str) -> Answer<()> {
    Entity::delete_by_id(bucket.to_owned()).exec(db).await?;
    Ok(())
}

/// Counts one try. Error: `TooMany` with the seconds to wait; nothing is counted then.
pub(super) async fn count_in(db: &impl ConnectionTrait, bucket: &str, now: DateTime<Utc>, limit: Limit) -> Answer<()> {
    let mut row = open(db, bucket, now).await?;
    free(&row, now)?;
    let ends = row.window_started_at + limit.window;
    if now >= ends {
        (row.count, row.window_started_at) = (0, now);
    } else if row.count >= limit.most {
        return Err(too_many(ends, now));
    }
    row.count += 1;
    row.blocked_until = (limit.apart > Duration::zero()).then(|| now + limit.apart);
    save(db, &row).await
}

/// Error: `TooMany` while the bucket is blocked.
pub(super) fn free(row: &Model, now: DateTime<Utc>) -> Answer<()> {
    match row.blocked_until {
        Some(until) if now < until => Err(too_many(until, now)),
        _ => Ok(()),
    }
}

/// The refusal until then, in whole seconds, at least one.
pub(super) fn too_many(until: DateTime<Utc>, now: DateTime<Utc>) -> BackendError {
    BackendError::TooMany { seconds: ((until - now).num_milliseconds() / 1000 + 1).max(1) }
}
