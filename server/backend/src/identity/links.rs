//! Links that open one thing once: only the hash of their token is kept, opening one changes nothing.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::secret;
use crate::Answer;
use crate::entity::one_time_secret::{ActiveModel, Column, Entity};

/// A new link's token, good for `ttl`. Earlier ones stay good until [`void_links`].
pub async fn issue_link(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    purpose: &str,
    subject: Uuid,
    ttl: Duration,
) -> Answer<String> {
    let token = secret::token();
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        purpose: Set(purpose.to_owned()),
        subject_id: Set(subject),
        hash: Set(secret::hashed(&token)),
        tries: Set(0),
        created_at: Set(now),
        expires_at: Set(now + ttl),
        used_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(token)
}

/// What a link is for, while it is good.
pub async fn find_link(db: &impl ConnectionTrait, now: DateTime<Utc>, purpose: &str, token: &str) -> Answer<Option<Uuid>> {
    let row = Entity::find()
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::Hash.eq(secret::hashed(token)))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(row.map(|row| row.subject_id))
}

/// Uses a link up: what it is for, if it was still good. Of two at the same time one gets it.
pub async fn use_link(db: &impl ConnectionTrait, now: DateTime<Utc>, purpose: &str, token: &str) -> Answer<Option<Uuid>> {
    let Some(subject) = find_link(db, now, purpose, token).await? else { return Ok(None) };
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::Hash.eq(secret::hashed(token)))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok((used.rows_affected == 1).then_some(subject))
}

/// Closes every link for this purpose and subject.
pub async fn void_links(db: &impl ConnectionTrait, now: DateTime<Utc>, purpose: &str, subject: Uuid) -> Answer<()> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
