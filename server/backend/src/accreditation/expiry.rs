//! Drafts that nobody touched for their term are erased, and the user name they reserved is free again.

use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{account, draft, draft_key};
use crate::{Answer, Backend, database};

/// Most drafts erased in one go, so that a writer never waits long.
const BATCH: u64 = 200;

/// Erases what expired. Answers how many drafts.
pub async fn erase_expired(backend: &Arc<Backend>) -> Answer<usize> {
    let now = backend.clock.now();
    let expired = draft::Entity::find().filter(draft::Column::ExpiresAt.lte(now)).limit(BATCH).all(&backend.db).await?;
    let ids: Vec<Uuid> = expired.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    let accounts: Vec<Uuid> = expired.iter().filter_map(|row| row.account_id).collect();
    let tx = database::begin(&backend.db).await?;
    draft_key::Entity::delete_many().filter(draft_key::Column::DraftId.is_in(ids.clone())).exec(&tx).await?;
    draft::Entity::delete_many().filter(draft::Column::Id.is_in(ids.clone())).exec(&tx).await?;
    account::Entity::delete_many()
        .filter(account::Column::Id.is_in(accounts))
        .filter(account::Column::State.is_in(["unverified", "code_locked"]))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(ids.len())
}

/// Timers of accreditations. Expiry of drafts follows their own term, see [`erase_expired`].
pub async fn on_timer(backend: &Arc<Backend>, _kind: &str, _subject: Uuid) -> Answer<()> {
    erase_expired(backend).await.map(|_| ())
}
