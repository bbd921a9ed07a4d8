//! The hydrated pages, by area.

pub mod identity;
