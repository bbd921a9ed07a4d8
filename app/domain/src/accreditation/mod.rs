//! The accreditation of a host at an institution. Source: domain reference 2.2–2.6, 3.1, 8.

mod part;

pub use part::*;
