//! What institutions know of their departments, courses, teachers and students, and what was imported.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::shape::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each with its columns beside those that all have.
const TABLES: [&str; 5] = ["student", "teacher", "course", "department", "registry_import"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let backend = m.get_database_backend();
        entries(m, "department", vec![text("name"), text_null("email")]).await?;
        entries(m, "course", vec![text("name"), text("department"), text("kind"), text_null("degree_class")]).await?;
        entries(m, "teacher", teacher(backend)).await?;
        entries(m, "student", student()).await?;
        let import =
            vec![id(), key("institution_id"), text("kind"), text("report"), key_null("created_by"), instant("created_at")];
        table(m, "registry_import", import).await?;
        index(m, "registry_import", &["institution_id", "created_at"]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &TABLES).await
    }
}

/// Entries are found by their institution and code, which for a student is the matricola.
async fn entries(m: &SchemaManager<'_>, name: &'static str, own: Vec<ColumnDef>) -> Result<(), DbErr> {
    let mut columns = vec![id(), key("institution_id"), text("code")];
    columns.extend(own);
    columns.extend([flag("withdrawn"), instant("updated_at"), number("version")]);
    table(m, name, columns).await?;
    unique(m, name, &["institution_id", "code"], "").await
}

fn teacher(backend: DbBackend) -> Vec<ColumnDef> {
    vec![text("last_name"), text("first_name"), sort_text("name_sort", backend), text("email"), text_null("department")]
}

fn student() -> Vec<ColumnDef> {
    vec![
        text("last_name"),
        text("first_name"),
        text("tax_code"),
        text("email"),
        text("course"),
        number_null("year"),
        number_null("cfu"),
        text("status"),
        date_null("degree_date"),
    ]
}
