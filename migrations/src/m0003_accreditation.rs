//! Accreditations of hosts at institutions, the office's notes on fields, dismissed duplicates, the words lists are searched by.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 4] = ["accreditation", "field_note", "duplicate_dismissal", "search_document"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let backend = m.get_database_backend();
        table(m, "accreditation", accreditation(backend)).await?;
        unique(m, "accreditation", &["institution_id", "number"], "").await?;
        unique(m, "accreditation", &["institution_id", "organisation_id"], "state NOT IN ('rejected', 'withdrawn', 'revoked')")
            .await?;
        index(m, "accreditation", &["organisation_id"]).await?;
        for sort in ["waiting_since", "host_sort", "town_sort", "number"] {
            index(m, "accreditation", &["institution_id", sort, "id"]).await?;
            index(m, "accreditation", &["institution_id", "state", sort, "id"]).await?;
        }
        table(
            m,
            "field_note",
            vec![
                id(),
                key("accreditation_id"),
                number("round"),
                text("field"),
                text("note"),
                key_null("created_by"),
                instant("created_at"),
            ],
        )
        .await?;
        index(m, "field_note", &["accreditation_id", "round"]).await?;
        table(
            m,
            "duplicate_dismissal",
            vec![id(), key("accreditation_id"), key("organisation_id"), key_null("created_by"), instant("created_at")],
        )
        .await?;
        unique(m, "duplicate_dismissal", &["accreditation_id", "organisation_id"], "").await?;
        search(m, backend).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}

fn accreditation(backend: DbBackend) -> Vec<ColumnDef> {
    vec![
        id(),
        key("institution_id"),
        key("organisation_id"),
        number("number"),
        text("state"),
        text_null("handling_department"),
        key_null("contact_id"),
        key_null("requested_by"),
        text("profile_version"),
        instant_null("privacy_accepted_at"),
        text_null("privacy_version"),
        instant("submitted_at"),
        instant("waiting_since"),
        instant_null("decided_at"),
        key_null("decided_by"),
        text_null("reason"),
        text_null("note"),
        number("round"),
        // What the list shows and sorts by, copied from the host.
        text("host_name"),
        sort_text("host_sort", backend),
        text("contact_name"),
        text("town"),
        sort_text("town_sort", backend),
        text("province"),
        text("country"),
        instant("created_at"),
        instant("updated_at"),
        number("version"),
    ]
}

/// One row of folded and stemmed words per subject; FTS5 on SQLite, a `tsvector` with the `simple` configuration on PostgreSQL.
async fn search(m: &SchemaManager<'_>, backend: DbBackend) -> Result<(), DbErr> {
    match backend {
        DbBackend::Postgres => {
            run(
                m,
                "CREATE TABLE search_document (subject_id uuid PRIMARY KEY, institution_id uuid NOT NULL, kind text NOT NULL, \
                 words tsvector NOT NULL)",
            )
            .await?;
            run(m, "CREATE INDEX ix_search_document_words ON search_document USING gin (words) WITH (fastupdate = off)").await
        }
        _ => {
            run(
                m,
                "CREATE VIRTUAL TABLE search_document USING fts5(subject_id UNINDEXED, scope, words, \
                 tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')",
            )
            .await
        }
    }
}
