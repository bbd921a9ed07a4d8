//! A signed copy of a case's document, or a signature received on paper.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_kind: String,
    pub case_id: Uuid,
    pub round: i64,
    pub role: String,
    pub signer_name: String,
    pub means: String,
    pub file_id: Option<Uuid>,
    pub file_name: String,
    pub file_state: String,
    pub problem: Option<String>,
    pub note: Option<String>,
    pub counts: bool,
    pub looked_by: Option<Uuid>,
    pub looked_at: Option<DateTimeUtc>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
