//! What was written, for the demo's own mail page.

use chrono::{DateTime, Utc};
use domain::ids::MessageId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::outbox::DROPPED;
use crate::entity::outbox::{Column, Entity, Model};
use crate::{Answer, Backend, BackendError};

/// A letter as it went out, or as it waits (then without words).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    pub id: MessageId,
    pub notice: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// When it was queued.
    pub at: DateTime<Utc>,
    /// `queued`, `sent` or `failed`.
    pub state: String,
}

impl From<Model> for SentMail {
    fn from(row: Model) -> Self {
        Self {
            id: MessageId(row.id),
            notice: row.notice,
            to: row.recipient,
            subject: row.subject.unwrap_or_default(),
            text: row.body_text.unwrap_or_default(),
            html: row.body_html.unwrap_or_default(),
            at: row.created_at,
            state: row.state,
        }
    }
}

/// The newest letters first; `after` is the last one seen. Demo and test mode only: `NotFound` in production.
pub async fn sent(backend: &Backend, limit: u64, after: Option<MessageId>) -> Answer<Vec<SentMail>> {
    demo_only(backend)?;
    let mut rows =
        Entity::find().filter(Column::State.ne(DROPPED)).order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).limit(limit);
    if let Some(after) = after {
        rows = rows.filter(Column::Id.lt(after.0));
    }
    Ok(rows.all(&backend.db).await?.into_iter().map(SentMail::from).collect())
}

/// One letter. Demo and test mode only.
pub async fn one(backend: &Backend, id: MessageId) -> Answer<SentMail> {
    demo_only(backend)?;
    let row = Entity::find_by_id(id.0).filter(Column::State.ne(DROPPED)).one(&backend.db).await?;
    row.map(SentMail::from).ok_or(BackendError::NotFound)
}

fn demo_only(backend: &Backend) -> Answer<()> {
    if backend.settings.has_demo_pages() { Ok(()) } else { Err(BackendError::NotFound) }
}
