//! A host, one per installation.

use sea_orm::entity::prelude::*;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub country: String,
    pub tax_code: Option<String>,
    pub vat_number: Option<String>,
    pub foreign_vat: Option<String>,
    pub legal_name: String,
    pub legal_name_core: String,
    pub short_name: Option<String>,
    pub legal_form: String,
    pub sector_kind: String,
    pub ipa_code: Option<String>,
    pub ateco: Option<String>,
    pub activity: String,
    pub industry_association: Option<String>,
    pub ccnl: Option<String>,
    pub employees_permanent: i64,
    pub employees_total: i64,
    pub employees_as_of: Option<Date>,
    pub email: String,
    pub pec: Option<String>,
    pub sdi_code: Option<String>,
    pub phone: String,
    pub fax: Option<String>,
    pub website: Option<String>,
    pub digital_signature_available: Option<bool>,
    pub inail_pat: Option<String>,
    pub safety_dvr: Option<bool>,
    pub law68_compliant: Option<bool>,
    pub created_at: DateTimeUtc,
    pub created_by: Option<Uuid>,
    pub updated_at: DateTimeUtc,
    pub updated_by: Option<Uuid>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
