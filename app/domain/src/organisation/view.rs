//! What the pages *Contatti azienda* and *Sedi* show.

use serde::{Deserialize, Serialize};

use crate::accreditation::contact_state::ContactState;
use crate::accreditation::view::Newcomer;
use crate::answers::Answers;
use crate::ids::{ContactId, SeatId};

/// *Contatti azienda*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactsView {
    pub host_name: String,
    /// By family name, those who are no longer there last.
    pub contacts: Vec<ContactLine>,
    /// Who asks to enter and is admitted by the host, longest first.
    pub newcomers: Vec<Newcomer>,
}

/// One person of the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactLine {
    pub contact: ContactId,
    pub name: String,
    pub role_title: String,
    pub email: String,
    /// Codes of the choice «Tipo di contatto».
    pub kinds: Vec<String>,
    pub state: ContactState,
    /// Names of the seats a tutor is linked to.
    pub seats: Vec<String>,
}

/// One person's data, to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactForm {
    /// None for somebody who is to be invited.
    pub contact: Option<ContactId>,
    pub version: i64,
    pub name: String,
    pub state: ContactState,
    /// What is stored, or what was written and not accepted.
    pub answers: Answers,
    /// Kinds and seats are chosen by those who manage the contacts, not by a tutor.
    pub manages: bool,
    pub seats: Vec<SeatTick>,
    pub can_disable: bool,
}

/// One seat of «Sedi di attività».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatTick {
    pub seat: SeatId,
    pub name: String,
    pub ticked: bool,
}

/// *Sedi*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsView {
    pub host_name: String,
    /// The registered seat first, then by age.
    pub seats: Vec<SeatLine>,
    pub can_edit: bool,
}

/// One seat with its tutors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatLine {
    pub seat: SeatId,
    pub is_legal: bool,
    pub name: String,
    /// «Via Italia 7, 13900 Biella (BI)».
    pub address: String,
    /// By name.
    pub tutors: Vec<String>,
}

/// One operating seat, to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeatForm {
    /// None for a new one.
    pub seat: Option<SeatId>,
    pub version: i64,
    pub name: String,
    pub answers: Answers,
    /// Codes and names of the states of the world, Italy first.
    pub countries: Vec<(String, String)>,
}

/// The host's data, and who signs for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompanyView {
    pub host_name: String,
    /// Label's key and value of what the host said of itself, ready to show but for the codes of choices.
    pub facts: Vec<(String, String)>,
    /// Of who signs for it; 0 while nobody is known.
    pub version: i64,
    /// What is stored of them, or what was written and not accepted.
    pub answers: Answers,
    /// they can sign a convention.
    pub is_complete: bool,
    pub can_edit: bool,
}
