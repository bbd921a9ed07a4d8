//! Who signs for a host; history kept by validity.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_representative")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub sex: Option<String>,
    pub birth_date: Option<Date>,
    pub birth_belfiore: Option<String>,
    pub birth_place: Option<String>,
    pub birth_province: Option<String>,
    pub citizenship: Option<String>,
    pub tax_code: Option<String>,
    pub office_held: Option<String>,
    pub powers_from: Option<String>,
    pub email: Option<String>,
    pub pec: Option<String>,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
