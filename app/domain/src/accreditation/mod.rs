//! The accreditation of a host at an institution. Source: domain reference 2.2–2.6, 3.1, 8.

pub mod company;
pub mod contact_state;
pub mod fields;
pub mod join;
mod part;
pub mod person;
pub mod reading;
pub mod registration;
pub mod seat;
pub mod state;
pub mod view;

pub use part::*;
