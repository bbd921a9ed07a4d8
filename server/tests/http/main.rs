//! The server from outside: its router on a real database per test, SQLite or PostgreSQL.

mod assets;
mod client;
mod command;
mod demo;
mod failures;
mod files;
mod headers;
mod hosts;
mod journey;
mod limits;
mod live;
mod pages;
mod race;
mod refusals;
mod support;
mod visitor;
