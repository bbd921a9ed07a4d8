//! The hydrated pages, by area.

pub mod area;
pub mod identity;
pub mod office;
