//! The pure rules of Ponte. No IO, no clock, no randomness: time and actor are arguments.
//!
//! Source of every rule: the domain reference, quoted by its section, rule (R-xx) or algorithm (V-xx).

pub mod access;
pub mod account;
pub mod accreditation;
pub mod answers;
pub mod attachment;
pub mod check;
mod coded;
pub mod codes;
pub mod convention;
pub mod ids;
pub mod insurance;
pub mod language;
pub mod list;
pub mod logo;
pub mod notice;
pub mod organisation;
pub mod places;
pub mod profile;
pub mod project;
pub mod refusal;
pub mod registry;
pub mod rules;
pub mod schedule;
pub mod signing;
pub mod text;
mod unicode;
