//! How columns are shaped on both engines.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A column's definition that may not be empty.
pub fn required(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.not_null();
    column
}

/// A column's definition that may be empty.
pub fn optional(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(Alias::new(name));
    column.null();
    column
}

pub fn id() -> ColumnDef {
    required("id").uuid().primary_key().take()
}

pub fn key(name: &'static str) -> ColumnDef {
    required(name).uuid().take()
}

pub fn key_null(name: &'static str) -> ColumnDef {
    optional(name).uuid().take()
}

pub fn text(name: &'static str) -> ColumnDef {
    required(name).text().take()
}

pub fn text_null(name: &'static str) -> ColumnDef {
    optional(name).text().take()
}

/// Text that lists sort by: compared byte by byte on both engines, whatever the cluster's locale.
pub fn sort_text(name: &'static str, backend: DbBackend) -> ColumnDef {
    match backend {
        DbBackend::Postgres => required(name).custom(Alias::new("text COLLATE \"C\"")).take(),
        _ => text(name),
    }
}

pub fn number(name: &'static str) -> ColumnDef {
    required(name).big_integer().take()
}

pub fn number_null(name: &'static str) -> ColumnDef {
    optional(name).big_integer().take()
}

pub fn flag(name: &'static str) -> ColumnDef {
    required(name).boolean().take()
}

pub fn flag_null(name: &'static str) -> ColumnDef {
    optional(name).boolean().take()
}

pub fn instant(name: &'static str) -> ColumnDef {
    required(name).timestamp_with_time_zone().take()
}

pub fn instant_null(name: &'static str) -> ColumnDef {
    optional(name).timestamp_with_time_zone().take()
}

pub fn date_null(name: &'static str) -> ColumnDef {
    optional(name).date().take()
}

/// Creates a table of these columns.
pub async fn table(manager: &SchemaManager<'_>, name: &'static str, columns: Vec<ColumnDef>) -> Result<(), DbErr> {
    let mut statement = Table::create();
    statement.table(Alias::new(name));
    for column in columns {
        statement.col(column);
    }
    manager.create_table(statement).await
}

/// Creates an index named after its table and columns.
pub async fn index(manager: &SchemaManager<'_>, table: &str, columns: &[&str]) -> Result<(), DbErr> {
    run(manager, &format!("CREATE INDEX ix_{table}_{} ON {table} ({})", columns.join("_"), columns.join(", "))).await
}

/// Creates a unique index, partial when `only` is not empty.
pub async fn unique(manager: &SchemaManager<'_>, table: &str, columns: &[&str], only: &str) -> Result<(), DbErr> {
    let condition = if only.is_empty() { String::new() } else { format!(" WHERE {only}") };
    let names = columns.join("_");
    run(manager, &format!("CREATE UNIQUE INDEX ux_{table}_{names} ON {table} ({}){condition}", columns.join(", "))).await
}

/// Runs one plain statement.
pub async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await.map(|_| ())
}

/// Drops tables, last made first.
pub async fn drop_tables(manager: &SchemaManager<'_>, names: &[&str]) -> Result<(), DbErr> {
    for name in names.iter().rev() {
        run(manager, &format!("DROP TABLE {name}")).await?;
    }
    Ok(())
}
