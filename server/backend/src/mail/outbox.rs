//! The rows of letters that wait: claimed by one worker at a time, marked when done.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::{Kind, Rendered};
use crate::entity::outbox::{Column, Entity, Model};
use crate::settings::Mode;
use crate::{Answer, Backend, database};

/// Waits to be sent, or to be tried again.
pub const QUEUED: &str = "queued";
pub const SENT: &str = "sent";
/// Given up after so many tries; stays visible on its case.
pub const FAILED: &str = "failed";
/// Never sent: nobody to write to, or its reason is gone.
pub const DROPPED: &str = "dropped";

/// Tries before a letter is given up: the waits add up to about a day.
const TRIES: i64 = 12;

/// How long a claimed letter is its worker's own. On the machine's clock: moving the portal's must not free it.
fn lease() -> Duration {
    Duration::minutes(5)
}

/// One minute after the first try, then doubling up to six hours.
pub fn back_off(attempts: i64) -> Duration {
    Duration::minutes(std::cmp::min(1 << (attempts - 1).clamp(0, 9), 360))
}

fn due(backend: &Backend) -> Select<Entity> {
    Entity::find()
        .filter(Column::State.eq(QUEUED))
        .filter(Column::NextAttemptAt.lte(backend.clock.now()))
        .filter(Column::ClaimedUntil.is_null().or(Column::ClaimedUntil.lt(Utc::now())))
        .order_by_asc(Column::NextAttemptAt)
        .order_by_asc(Column::Id)
        .limit(1)
}

/// Claims the next letter that is due.
pub async fn claim(backend: &Backend) -> Answer<Option<Model>> {
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

/// Whether the reason of a letter is gone: a code or link that no longer counts.
pub fn is_outdated(row: &Model, facts: &serde_json::Value, now: DateTime<Utc>) -> bool {
    let minutes = facts.get("minutes").and_then(serde_json::Value::as_i64);
    minutes.is_some_and(|minutes| now >= row.created_at + Duration::minutes(minutes))
}

/// The letter was handed over. In production, what opens something is not kept.
pub async fn mark_sent(backend: &Backend, row: &Model, rendered: &Rendered) -> Answer<()> {
    let now = backend.clock.now();
    let is_secret = Kind::from_code(&row.notice).is_some_and(Kind::is_secret);
    let erase = is_secret && backend.settings.mode == Mode::Production;
    let kept = |text: &str| if erase { None } else { Some(text.to_owned()) };
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(SENT))
        .col_expr(Column::SentAt, Expr::value(now))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(None::<String>))
        .col_expr(Column::Subject, Expr::value(rendered.subject.as_str()))
        .col_expr(Column::BodyText, Expr::value(kept(&rendered.text)))
        .col_expr(Column::BodyHtml, Expr::value(kept(&rendered.html)));
    if erase {
        update = update.col_expr(Column::Facts, Expr::value("{}"));
    }
    update.filter(Column::Id.eq(row.id)).exec(&backend.db).await?;
    Ok(())
}

/// The try failed: later again, or given up.
pub async fn mark_failed(backend: &Backend, row: &Model, error: &str) -> Answer<()> {
    let state = if row.attempts >= TRIES { FAILED } else { QUEUED };
    let again = backend.clock.now() + back_off(row.attempts);
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::NextAttemptAt, Expr::value(again))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(error.chars().take(500).collect::<String>()))
        .filter(Column::Id.eq(row.id))
        .exec(&backend.db)
        .await?;
    Ok(())
}

/// The letter's reason is gone.
pub async fn mark_dropped(backend: &Backend, row: &Model) -> Answer<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(DROPPED))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Facts, Expr::value("{}"))
        .filter(Column::Id.eq(row.id))
        .exec(&backend.db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_a_minute_to_six_hours() {
        let minutes = (1..=11).map(|attempts| back_off(attempts).num_minutes()).collect::<Vec<_>>();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    }
}
