//! Addresses of a host's people and seats.

use super::{escaped, join};

/// *Contatti azienda*.
pub fn host_contacts(institution: &str) -> String {
    join(&[institution, "area", "contatti"])
}

/// The form for somebody to be invited.
pub fn new_contact(institution: &str) -> String {
    join(&[institution, "area", "contatti", "nuovo"])
}

/// One person of the host.
pub fn host_contact(institution: &str, id: impl std::fmt::Display) -> String {
    join(&[institution, "area", "contatti", &id.to_string()])
}

/// *Contatti azienda*, saying that an invitation was sent.
pub fn contact_invited(institution: &str) -> String {
    host_contacts(&escaped(institution)) + "?invitato=1"
}

/// *Contatti azienda*, saying that something was stored.
pub fn contact_saved(institution: &str) -> String {
    host_contacts(&escaped(institution)) + SAVED
}

/// The host's data, and who signs for it.
pub fn company(institution: &str) -> String {
    join(&[institution, "area", "azienda"])
}

/// The same, saying that something was stored.
pub fn company_saved(institution: &str) -> String {
    company(&escaped(institution)) + SAVED
}

/// *Sedi*.
pub fn seats(institution: &str) -> String {
    join(&[institution, "area", "sedi"])
}

/// The form for a new operating seat.
pub fn new_seat(institution: &str) -> String {
    join(&[institution, "area", "sedi", "nuova"])
}

/// One operating seat.
pub fn seat(institution: &str, id: impl std::fmt::Display) -> String {
    join(&[institution, "area", "sedi", &id.to_string()])
}

/// *Sedi*, saying that something was stored.
pub fn seat_saved(institution: &str) -> String {
    seats(&escaped(institution)) + SAVED
}

const SAVED: &str = "?salvato=1";
