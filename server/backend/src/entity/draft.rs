//! Unfinished input, whole.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_kind: String,
    pub owner: String,
    pub institution_id: Option<Uuid>,
    pub subject_id: Option<Uuid>,
    pub form: String,
    pub department: Option<String>,
    pub state: String,
    pub step: String,
    pub answers: String,
    pub page_versions: String,
    pub checked_pages: String,
    pub conflict: Option<String>,
    pub account_id: Option<Uuid>,
    pub language: String,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
