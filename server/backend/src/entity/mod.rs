//! One file per table, columns only.

pub mod account;
pub mod accreditation;
pub mod case_number;
pub mod contact;
pub mod convention;
pub mod draft;
pub mod draft_key;
pub mod duplicate_dismissal;
pub mod event;
pub mod event_payload;
pub mod field_note;
pub mod file;
pub mod host_identifier;
pub mod institution;
pub mod legal_representative;
pub mod membership;
pub mod one_time_secret;
pub mod organisation;
pub mod outbox;
pub mod seat;
pub mod seat_tutor;
pub mod session;
pub mod signature;
pub mod throttle;
pub mod timer;
