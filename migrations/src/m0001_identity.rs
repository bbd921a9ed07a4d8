//! Accounts, memberships, sessions, one-time secrets, limits.

use sea_orm_migration::prelude::*;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 6] = ["institution", "account", "membership", "session", "one_time_secret", "throttle"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(m, "institution", vec![id(), text("slug"), number("next_number"), instant("created_at")]).await?;
        unique(m, "institution", &["slug"], "").await?;
        table(
            m,
            "account",
            vec![
                id(),
                text("user_name"),
                text("state"),
                text("first_name"),
                text("last_name"),
                text("email"),
                text("email_key"),
                instant_null("email_verified_at"),
                text_null("password_hash"),
                text("language"),
                key_null("institution_id"),
                flag("demo"),
                instant("created_at"),
                instant("updated_at"),
                number("version"),
            ],
        )
        .await?;
        unique(m, "account", &["user_name"], "").await?;
        index(m, "account", &["email_key"]).await?;
        table(
            m,
            "membership",
            vec![
                id(),
                key("account_id"),
                text("role"),
                key_null("institution_id"),
                key_null("organisation_id"),
                text("departments"),
                flag("active"),
                instant("created_at"),
            ],
        )
        .await?;
        index(m, "membership", &["account_id"]).await?;
        index(m, "membership", &["organisation_id"]).await?;
        index(m, "membership", &["institution_id", "role"]).await?;
        table(
            m,
            "session",
            vec![
                required("token_hash").text().primary_key().take(),
                key("account_id"),
                key_null("membership_id"),
                number("idle_minutes"),
                instant("created_at"),
                instant("last_seen_at"),
                instant("expires_at"),
            ],
        )
        .await?;
        index(m, "session", &["account_id"]).await?;
        index(m, "session", &["expires_at"]).await?;
        table(
            m,
            "one_time_secret",
            vec![
                id(),
                text("purpose"),
                key("subject_id"),
                text("hash"),
                number("tries"),
                instant("created_at"),
                instant("expires_at"),
                instant_null("used_at"),
            ],
        )
        .await?;
        index(m, "one_time_secret", &["purpose", "subject_id", "created_at"]).await?;
        unique(m, "one_time_secret", &["hash"], "purpose <> 'email_code'").await?;
        table(
            m,
            "throttle",
            vec![
                required("bucket").text().primary_key().take(),
                number("count"),
                instant("window_started_at"),
                instant_null("blocked_until"),
            ],
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}
