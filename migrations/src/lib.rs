//! The schema, one file per step, for SQLite and PostgreSQL from one source. No entity is imported here, so that a step
//! written today still means the same when the entities have moved on.

pub use sea_orm_migration::prelude::*;

mod m0001_identity;
mod m0002_hosts;
mod m0003_accreditation;
mod m0004_drafts;
mod m0005_history;
mod m0006_files;
mod m0007_seat_tutor;
mod m0008_conventions;
mod m0009_registry;
mod shape;

/// Brings a database to the present schema.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_identity::Migration),
            Box::new(m0002_hosts::Migration),
            Box::new(m0003_accreditation::Migration),
            Box::new(m0004_drafts::Migration),
            Box::new(m0005_history::Migration),
            Box::new(m0006_files::Migration),
            Box::new(m0007_seat_tutor::Migration),
            Box::new(m0008_conventions::Migration),
            Box::new(m0009_registry::Migration),
        ]
    }
}
