//! The accreditation of a host at an institution.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accreditation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub institution_id: Uuid,
    pub organisation_id: Uuid,
    pub number: i64,
    pub state: String,
    pub handling_department: Option<String>,
    pub contact_id: Option<Uuid>,
    pub requested_by: Option<Uuid>,
    pub profile_version: String,
    pub privacy_accepted_at: Option<DateTimeUtc>,
    pub privacy_version: Option<String>,
    pub submitted_at: DateTimeUtc,
    pub waiting_since: DateTimeUtc,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    pub reason: Option<String>,
    pub note: Option<String>,
    pub round: i64,
    pub host_name: String,
    pub host_sort: String,
    pub contact_name: String,
    pub town: String,
    pub town_sort: String,
    pub province: String,
    pub country: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
