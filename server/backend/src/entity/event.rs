//! One link of a case's history.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_kind: String,
    pub case_id: Uuid,
    pub sequence: i64,
    pub previous_hash: String,
    pub hash: String,
    pub payload_digest: String,
    pub action: String,
    pub actor_id: Option<Uuid>,
    pub actor_role: String,
    pub from_state: Option<String>,
    pub to_state: Option<String>,
    pub at: DateTimeUtc,
    pub subject_version: i64,
    pub institution_id: Option<Uuid>,
    pub department: Option<String>,
    pub organisation_id: Option<Uuid>,
    pub account_id: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
