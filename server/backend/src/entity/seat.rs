//! A seat of a host.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub kind: String,
    pub name: String,
    pub country: String,
    pub street: String,
    pub civic_no: Option<String>,
    pub postal_code: String,
    pub city: String,
    pub belfiore: Option<String>,
    pub province: Option<String>,
    pub region: Option<String>,
    pub place: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub employees_permanent_seat: Option<i64>,
    pub risk_level: Option<String>,
    pub active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
