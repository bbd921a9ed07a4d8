//! Accounts, sessions, codes, recovery, mail and timers, on SQLite or, with `PONTE_TEST_DATABASE`, on PostgreSQL.

mod case_letters;
mod codes;
mod demo;
mod log_in;
mod mail;
mod mail_templates;
mod recovery;
mod sessions;
mod smtp_sink;
mod support;
mod timers;
