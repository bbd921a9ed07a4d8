//! What a contact's kinds let them do in the portal. Source: domain reference 1, 2.5.

use crate::access::Role;
use crate::refusal::Refusal;

/// The kind of those who can be linked to seats.
pub const TUTOR: &str = "tutor";

/// The roles of a contact of these kinds. The matrix has no role for an administrative contact: they work as a contact.
pub fn roles_of<'a>(kinds: impl IntoIterator<Item = &'a str>) -> Vec<Role> {
    let mut roles = Vec::new();
    for kind in kinds {
        let role = if kind == TUTOR { Role::HostTutor } else { Role::Contact };
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

/// Only tutors are linked to seats. Error: the rule.
pub fn may_have_seats(kinds: &[String], seats: usize) -> Result<(), Refusal> {
    let is_tutor = kinds.iter().any(|kind| kind == TUTOR);
    crate::coded::require(is_tutor || seats == 0, Rule::SeatsOfTutors.code())
}

/// Somebody has to be left who can admit others. Error: the rule.
pub fn keeps_a_contact(others: usize) -> Result<(), Refusal> {
    crate::coded::require(others > 0, Rule::LastContact.code())
}

/// Nobody is invited who is there already. Error: the rule.
pub fn is_new(known: bool) -> Result<(), Refusal> {
    crate::coded::require(!known, Rule::Known.code())
}

/// The rules of this page, as refusals name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Seats are linked to tutors.
    SeatsOfTutors,
    /// The only contact who can admit others stays.
    LastContact,
    /// The address is a contact's already.
    Known,
}

impl Rule {
    const ALL: [Rule; 3] = [Rule::SeatsOfTutors, Rule::LastContact, Rule::Known];

    /// The word in the refusal.
    pub fn code(self) -> &'static str {
        match self {
            Self::SeatsOfTutors => "2.3 tutors",
            Self::LastContact => "2.5 last_contact",
            Self::Known => "2.5 known",
        }
    }

    /// The rule that a refusal names, if it is one of these.
    pub fn of(refusal: &Refusal) -> Option<Self> {
        let Refusal::Rule { rule } = refusal else { return None };
        Self::ALL.into_iter().find(|one| one.code() == rule)
    }
}
