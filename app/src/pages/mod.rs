//! The hydrated pages, by area.

pub mod accreditation;
pub mod area;
pub mod identity;
pub mod office;
