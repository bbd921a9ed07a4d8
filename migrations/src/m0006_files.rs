//! Files that people sent: what they are and whose; their bytes lie outside of the database, by their digest.

use sea_orm_migration::prelude::*;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(
            m,
            "file",
            vec![
                id(),
                text("kind"),
                key_null("institution_id"),
                key_null("organisation_id"),
                key_null("case_id"),
                text("media_type"),
                number("size"),
                text("sha256"),
                key_null("created_by"),
                instant("created_at"),
            ],
        )
        .await?;
        index(m, "file", &["organisation_id", "kind"]).await?;
        index(m, "file", &["case_id", "kind"]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["file"]).await
    }
}
