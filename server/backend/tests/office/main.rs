//! The office's use cases, on SQLite or, with `PONTE_TEST_DATABASE`, on PostgreSQL.

mod conventions;
mod decide;
mod export;
mod list;
mod newcomers;
mod people;
mod places;
mod registry;
mod review;
mod search;
mod support;
