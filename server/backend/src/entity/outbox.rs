//! One message to one recipient.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deduplication_key: String,
    pub notice: String,
    pub language: String,
    pub recipient: String,
    pub account_id: Option<Uuid>,
    pub institution_id: Option<Uuid>,
    pub department: Option<String>,
    pub case_kind: Option<String>,
    pub case_id: Option<Uuid>,
    pub facts: String,
    pub message_id: String,
    pub subject: Option<String>,
    pub body_text: Option<String>,
    pub body_html: Option<String>,
    pub state: String,
    pub attempts: i64,
    pub next_attempt_at: DateTimeUtc,
    pub claimed_until: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
