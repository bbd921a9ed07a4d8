//! History (hash-chained, with erasable payloads), outgoing mail, timers.

use sea_orm_migration::prelude::*;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 4] = ["event", "event_payload", "outbox", "timer"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(m, "event", event()).await?;
        unique(m, "event", &["case_id", "sequence"], "").await?;
        index(m, "event", &["at", "id"]).await?;
        table(
            m,
            "event_payload",
            vec![
                required("event_id").uuid().primary_key().take(),
                text("salt"),
                text_null("note"),
                text_null("diff"),
                instant_null("erased_at"),
            ],
        )
        .await?;
        table(m, "outbox", outbox()).await?;
        unique(m, "outbox", &["deduplication_key"], "").await?;
        index(m, "outbox", &["state", "next_attempt_at"]).await?;
        index(m, "outbox", &["case_id"]).await?;
        index(m, "outbox", &["created_at"]).await?;
        table(
            m,
            "timer",
            vec![
                id(),
                text("kind"),
                key("subject_id"),
                instant("due_at"),
                instant_null("claimed_until"),
                instant_null("done_at"),
                number("attempts"),
            ],
        )
        .await?;
        unique(m, "timer", &["kind", "subject_id", "due_at"], "").await?;
        index(m, "timer", &["due_at"]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}

fn event() -> Vec<ColumnDef> {
    vec![
        id(),
        text("case_kind"),
        key("case_id"),
        number("sequence"),
        text("previous_hash"),
        text("hash"),
        text("payload_digest"),
        text("action"),
        key_null("actor_id"),
        text("actor_role"),
        text_null("from_state"),
        text_null("to_state"),
        instant("at"),
        // The subject's version after the event, and who may hear of it.
        number("subject_version"),
        key_null("institution_id"),
        text_null("department"),
        key_null("organisation_id"),
        key_null("account_id"),
    ]
}

fn outbox() -> Vec<ColumnDef> {
    vec![
        id(),
        text("deduplication_key"),
        text("notice"),
        text("language"),
        text("recipient"),
        key_null("account_id"),
        key_null("institution_id"),
        text_null("department"),
        text_null("case_kind"),
        key_null("case_id"),
        text("facts"),
        text("message_id"),
        text_null("subject"),
        text_null("body_text"),
        text_null("body_html"),
        text("state"),
        number("attempts"),
        instant("next_attempt_at"),
        instant_null("claimed_until"),
        instant_null("sent_at"),
        text_null("last_error"),
        instant("created_at"),
    ]
}
