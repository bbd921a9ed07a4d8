//! Which tutors work at which seats: *Sedi di attività*.

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
        let columns = vec![id(), key("seat_id"), key("contact_id"), instant("created_at"), key_null("created_by")];
        table(m, "seat_tutor", columns).await?;
        unique(m, "seat_tutor", &["seat_id", "contact_id"], "").await?;
        index(m, "seat_tutor", &["contact_id"]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["seat_tutor"]).await
    }
}
