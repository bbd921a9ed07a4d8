//! The framework agreement of a host with an institution.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "convention")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub institution_id: Uuid,
    pub organisation_id: Uuid,
    pub state: String,
    pub returned: bool,
    pub expiring: bool,
    pub handling_department: Option<String>,
    pub description: Option<String>,
    pub kind: Option<String>,
    pub duration_months: Option<i64>,
    pub area: Option<String>,
    pub digital_signature: Option<bool>,
    pub renewal: Option<bool>,
    pub proposed_by: Option<Uuid>,
    pub approved_by: String,
    pub note: Option<String>,
    pub number_year: Option<i64>,
    pub number_progressive: Option<i64>,
    pub protocol_number: Option<String>,
    pub protocol_date: Option<Date>,
    pub stamp: Option<String>,
    pub representative: Option<String>,
    pub document_id: Option<Uuid>,
    pub document_pages: i64,
    pub document_at: Option<DateTimeUtc>,
    pub round: i64,
    pub stipulated_on: Option<Date>,
    pub expires_on: Option<Date>,
    pub renewals: i64,
    pub submitted_at: Option<DateTimeUtc>,
    pub approved_at: Option<DateTimeUtc>,
    pub waiting_since: DateTimeUtc,
    pub host_name: String,
    pub host_sort: String,
    pub stipulated_sort: String,
    pub expires_sort: String,
    pub kind_sort: String,
    pub protocol_sort: String,
    pub number_sort: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
