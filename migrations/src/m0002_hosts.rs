//! Hosts: organisations, their identifiers, seats, contacts and legal representatives. One per installation.

use sea_orm_migration::prelude::*;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 5] = ["organisation", "host_identifier", "seat", "contact", "legal_representative"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(m, "organisation", organisation()).await?;
        index(m, "organisation", &["phone"]).await?;
        index(m, "organisation", &["pec"]).await?;
        index(m, "organisation", &["email"]).await?;
        index(m, "organisation", &["website"]).await?;
        index(m, "organisation", &["legal_name_core"]).await?;
        table(m, "host_identifier", vec![id(), text("country"), text("identifier"), key("organisation_id")]).await?;
        unique(m, "host_identifier", &["country", "identifier"], "").await?;
        index(m, "host_identifier", &["organisation_id"]).await?;
        table(m, "seat", seat()).await?;
        index(m, "seat", &["organisation_id"]).await?;
        unique(m, "seat", &["organisation_id", "kind"], "kind = 'legal'").await?;
        table(m, "contact", contact()).await?;
        index(m, "contact", &["organisation_id"]).await?;
        index(m, "contact", &["account_id"]).await?;
        table(m, "legal_representative", legal_representative()).await?;
        index(m, "legal_representative", &["organisation_id"]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}

fn organisation() -> Vec<ColumnDef> {
    vec![
        id(),
        text("country"),
        text_null("tax_code"),
        text_null("vat_number"),
        text_null("foreign_vat"),
        text("legal_name"),
        text("legal_name_core"),
        text_null("short_name"),
        text("legal_form"),
        text("sector_kind"),
        text_null("ipa_code"),
        text_null("ateco"),
        text("activity"),
        text_null("industry_association"),
        text_null("ccnl"),
        number("employees_permanent"),
        number("employees_total"),
        date_null("employees_as_of"),
        text("email"),
        text_null("pec"),
        text_null("sdi_code"),
        text("phone"),
        text_null("fax"),
        text_null("website"),
        flag_null("digital_signature_available"),
        text_null("inail_pat"),
        flag_null("safety_dvr"),
        flag_null("law68_compliant"),
        instant("created_at"),
        key_null("created_by"),
        instant("updated_at"),
        key_null("updated_by"),
        number("version"),
    ]
}

fn seat() -> Vec<ColumnDef> {
    vec![
        id(),
        key("organisation_id"),
        text("kind"),
        text("name"),
        text("country"),
        text("street"),
        text_null("civic_no"),
        text("postal_code"),
        text("city"),
        text_null("belfiore"),
        text_null("province"),
        text_null("region"),
        text_null("place"),
        text_null("phone"),
        text_null("email"),
        number_null("employees_permanent_seat"),
        text_null("risk_level"),
        flag("active"),
        instant("created_at"),
        instant("updated_at"),
        number("version"),
    ]
}

fn contact() -> Vec<ColumnDef> {
    vec![
        id(),
        key("organisation_id"),
        key_null("account_id"),
        key_null("asked_institution_id"),
        text("state"),
        text_null("title"),
        text("first_name"),
        text("last_name"),
        text("role_title"),
        text("kinds"),
        text("email"),
        text("phone"),
        text_null("mobile"),
        text_null("tax_code"),
        text_null("education"),
        text_null("contract_level"),
        number_null("years_experience"),
        text_null("skills"),
        instant_null("privacy_accepted_at"),
        text_null("privacy_version"),
        instant("created_at"),
        instant("updated_at"),
        number("version"),
    ]
}

fn legal_representative() -> Vec<ColumnDef> {
    vec![
        id(),
        key("organisation_id"),
        text("first_name"),
        text("last_name"),
        text_null("sex"),
        date_null("birth_date"),
        text_null("birth_belfiore"),
        text_null("birth_place"),
        text_null("birth_province"),
        text_null("citizenship"),
        text_null("tax_code"),
        text_null("office_held"),
        text_null("powers_from"),
        text_null("email"),
        text_null("pec"),
        date_null("valid_from"),
        date_null("valid_to"),
        instant("created_at"),
        instant("updated_at"),
        number("version"),
    ]
}
