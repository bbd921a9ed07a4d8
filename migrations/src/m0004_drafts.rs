//! Unfinished input, whole, and the counters of what people are asked to do.

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
            "draft",
            vec![
                id(),
                text("owner_kind"),
                text("owner"),
                key_null("institution_id"),
                key_null("subject_id"),
                text("form"),
                text_null("department"),
                text("state"),
                text("step"),
                text("answers"),
                text("page_versions"),
                text("checked_pages"),
                text_null("conflict"),
                key_null("account_id"),
                text("language"),
                number("version"),
                instant("created_at"),
                instant("updated_at"),
                instant("expires_at"),
            ],
        )
        .await?;
        index(m, "draft", &["owner_kind", "owner", "institution_id", "form"]).await?;
        index(m, "draft", &["account_id"]).await?;
        index(m, "draft", &["expires_at"]).await?;
        // Further browsers that opened the mailed link and gave the identifier.
        table(m, "draft_key", vec![id(), key("draft_id"), text("owner")]).await?;
        unique(m, "draft_key", &["owner", "draft_id"], "").await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["draft", "draft_key"]).await
    }
}
