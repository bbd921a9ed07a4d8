//! Conventions of hosts with institutions, the signed copies of documents, numbers per year.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["convention", "signature", "case_number"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(m, "convention", convention(m.get_database_backend())).await?;
        index(m, "convention", &["institution_id", "organisation_id"]).await?;
        for sort in ["waiting_since", "host_sort", "stipulated_sort", "expires_sort", "kind_sort", "protocol_sort", "number_sort"]
        {
            index(m, "convention", &["institution_id", sort, "id"]).await?;
            index(m, "convention", &["institution_id", "state", sort, "id"]).await?;
        }
        table(m, "signature", signature()).await?;
        index(m, "signature", &["case_id", "round"]).await?;
        table(m, "case_number", vec![id(), key("institution_id"), text("case_kind"), number("year"), number("next_number")])
            .await?;
        unique(m, "case_number", &["institution_id", "case_kind", "year"], "").await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}

fn convention(backend: DbBackend) -> Vec<ColumnDef> {
    vec![
        id(),
        key("institution_id"),
        key("organisation_id"),
        text("state"),
        flag("returned"),
        flag("expiring"),
        text_null("handling_department"),
        // What was asked for; empty while the draft does not say.
        text_null("description"),
        text_null("kind"),
        number_null("duration_months"),
        text_null("area"),
        flag_null("digital_signature"),
        flag_null("renewal"),
        key_null("proposed_by"),
        text("approved_by"),
        text_null("note"),
        number_null("number_year"),
        number_null("number_progressive"),
        text_null("protocol_number"),
        date_null("protocol_date"),
        // JSON: how the stamp duty is settled, and who signs as they were when the document was made.
        text_null("stamp"),
        text_null("representative"),
        key_null("document_id"),
        number("document_pages"),
        instant_null("document_at"),
        number("round"),
        date_null("stipulated_on"),
        date_null("expires_on"),
        number("renewals"),
        instant_null("submitted_at"),
        instant_null("approved_at"),
        instant("waiting_since"),
        // What lists show and sort by.
        text("host_name"),
        sort_text("host_sort", backend),
        sort_text("stipulated_sort", backend),
        sort_text("expires_sort", backend),
        sort_text("kind_sort", backend),
        sort_text("protocol_sort", backend),
        number("number_sort"),
        instant("created_at"),
        instant("updated_at"),
        number("version"),
    ]
}

/// One signed copy, or one signature on paper, of a document of a case.
fn signature() -> Vec<ColumnDef> {
    vec![
        id(),
        text("case_kind"),
        key("case_id"),
        number("round"),
        text("role"),
        text("signer_name"),
        text("means"),
        key_null("file_id"),
        text("file_name"),
        text("file_state"),
        text_null("problem"),
        text_null("note"),
        flag("counts"),
        key_null("looked_by"),
        instant_null("looked_at"),
        key_null("created_by"),
        instant("created_at"),
    ]
}
