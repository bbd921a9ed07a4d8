//! Server functions: who asks, check, one call. Public endpoints under `/api`.

pub mod accreditation;
pub mod area;
pub mod convention;
pub mod frame;
pub mod identity;
pub mod office;
pub mod organisation;
pub mod places;
