//! Connecting, and beginning transactions that write.

use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqlErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

/// Connects to SQLite (WAL) or PostgreSQL.
pub async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url.to_owned());
    let connections = if url.starts_with("sqlite") { 8 } else { 16 };
    options.max_connections(connections).min_connections(1).sqlx_logging(false).acquire_timeout(Duration::from_secs(20));
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
            .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(15))
            .pragma("cache_size", "-4000")
            // pages of a mapped file count as the server's memory, and the system keeps the file's pages anyway
            .pragma("mmap_size", "0")
    });
    Database::connect(options).await
}

/// Brings the schema up to date.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(db, None).await
}

/// A transaction that will write: on SQLite it takes the writer's lock at once, because a later upgrade fails.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    if db.get_database_backend() == DbBackend::Sqlite {
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
        return db.begin_with_options(options).await;
    }
    db.begin().await
}

/// Whether a write failed because a unique value was taken by somebody else.
pub fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
