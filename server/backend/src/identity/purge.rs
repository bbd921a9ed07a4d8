//! What nobody needs any more goes.

use chrono::Duration;
use domain::account::state::State;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::session::REMEMBERED_HOURS;
use crate::entity::{account, one_time_secret, outbox, session, throttle};
use crate::{Answer, Backend};

/// Erases sessions that ended a day ago, old codes and links, old counts, letters to nobody; unlocks accounts whose
/// quarter of an hour is over.
pub async fn purge(backend: &Backend) -> Answer<()> {
    let now = backend.clock.session_now();
    let day = now - Duration::hours(REMEMBERED_HOURS);
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(day)).exec(&backend.db).await?;
    one_time_secret::Entity::delete_many().filter(one_time_secret::Column::ExpiresAt.lt(day)).exec(&backend.db).await?;
    throttle::Entity::delete_many()
        .filter(throttle::Column::WindowStartedAt.lt(day - Duration::hours(1)))
        .filter(throttle::Column::BlockedUntil.is_null().or(throttle::Column::BlockedUntil.lt(now)))
        .exec(&backend.db)
        .await?;
    outbox::Entity::delete_many()
        .filter(outbox::Column::State.eq("dropped"))
        .filter(outbox::Column::CreatedAt.lt(backend.clock.now() - Duration::hours(REMEMBERED_HOURS)))
        .exec(&backend.db)
        .await?;
    let locked_before = now - Duration::minutes(domain::account::state::LOCK_MINUTES);
    account::Entity::update_many()
        .col_expr(account::Column::State, Expr::value(State::Unverified.code()))
        .col_expr(account::Column::Version, Expr::col(account::Column::Version).add(1))
        .filter(account::Column::State.eq(State::CodeLocked.code()))
        .filter(account::Column::UpdatedAt.lt(locked_before))
        .exec(&backend.db)
        .await?;
    Ok(())
}
