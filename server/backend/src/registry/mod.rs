//! Students, teachers, courses and departments, as an institution's files tell them. Source: domain reference 2.15, 2.16.

mod entries;
mod file;
mod import;

pub use import::{Intent, import};
