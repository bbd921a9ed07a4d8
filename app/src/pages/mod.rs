//! The hydrated pages, by area.

pub mod area;
pub mod convention;
pub mod identity;
pub mod office;
