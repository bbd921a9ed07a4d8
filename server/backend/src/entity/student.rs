//! A student of the registry; `code` is the matricola, `course` a code.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "student")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub institution_id: Uuid,
    pub code: String,
    pub last_name: String,
    pub first_name: String,
    pub tax_code: String,
    pub email: String,
    pub course: String,
    pub year: Option<i64>,
    pub cfu: Option<i64>,
    pub status: String,
    pub degree_date: Option<Date>,
    pub withdrawn: bool,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
