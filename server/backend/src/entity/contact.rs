//! A person of a host.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub account_id: Option<Uuid>,
    pub asked_institution_id: Option<Uuid>,
    pub state: String,
    pub title: Option<String>,
    pub first_name: String,
    pub last_name: String,
    pub role_title: String,
    pub kinds: String,
    pub email: String,
    pub phone: String,
    pub mobile: Option<String>,
    pub tax_code: Option<String>,
    pub education: Option<String>,
    pub contract_level: Option<String>,
    pub years_experience: Option<i64>,
    pub skills: Option<String>,
    pub privacy_accepted_at: Option<DateTimeUtc>,
    pub privacy_version: Option<String>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
