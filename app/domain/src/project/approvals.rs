//! Who agrees to a project and in which order, from the profile. Groups are evaluated in order; inside a group the order is
//! free. Source: domain reference 3.0 `project.approvals`, 3.6, last paragraph.

use serde::{Deserialize, Serialize};

use super::ContentHash;
use crate::access::Role;
use crate::ids::AccountId;
use crate::profile::{Approval, Party};

/// An approval that was given and not reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub party: Party,
    pub by: AccountId,
    /// The content it counts for.
    pub content: ContentHash,
}

/// Where the approvals of one content stand.
#[derive(Debug, Clone, Copy)]
pub struct Approvals<'a> {
    /// `project.approvals` of the profile.
    pub groups: &'a [Vec<Approval>],
    pub given: &'a [Given],
    pub content: ContentHash,
    /// Who each party is, as far as it is known.
    pub persons: &'a [(Party, AccountId)],
    /// `project.same_person_ok`: who approved as one party need not approve again as another.
    pub same_person_ok: bool,
}

impl Approvals<'_> {
    /// Whether the party agreed to this content, itself or as the same person under an earlier role.
    pub fn has_approved(&self, party: Party) -> bool {
        let mut counting = self.counting();
        if counting.any(|given| given.party == party) {
            return true;
        }
        let person = self.persons.iter().find(|(of, _)| *of == party).map(|(_, person)| *person);
        self.same_person_ok && person.is_some_and(|person| self.counting().any(|given| given.by == person))
    }

    /// The open group, counted from 0; none when all agreed.
    pub fn open_group(&self) -> Option<usize> {
        self.groups.iter().position(|group| group.iter().any(|approval| !self.has_approved(approval.party)))
    }

    /// The parties of the open group that have not agreed yet, in the order of the profile.
    pub fn waiting(&self) -> impl Iterator<Item = Approval> {
        let group = self.open_group().and_then(|index| self.groups.get(index));
        group.into_iter().flatten().copied().filter(|approval| !self.has_approved(approval.party))
    }

    /// Whether all agreed.
    pub fn is_complete(&self) -> bool {
        self.open_group().is_none()
    }

    /// Whether the party's agreement is asked for at all.
    pub fn has_party(&self, party: Party) -> bool {
        self.groups.iter().flatten().any(|approval| approval.party == party)
    }

    /// Whether a party other than the host agreed to this content.
    pub fn has_others(&self) -> bool {
        self.counting().any(|given| given.party != Party::Host)
    }

    /// Whether that person agreed to this content already, as whatever party.
    pub fn has_person(&self, person: AccountId) -> bool {
        self.counting().any(|given| given.by == person)
    }

    fn counting(&self) -> impl Iterator<Item = &Given> {
        self.given.iter().filter(|given| given.content == self.content)
    }
}

/// The parties a role can agree for. A host's tutor agrees for the host only where that was delegated.
pub fn parties_of(role: Role, delegated: bool) -> &'static [Party] {
    match role {
        Role::Contact | Role::LegalRep => &[Party::Host],
        Role::HostTutor if delegated => &[Party::HostTutor, Party::Host],
        Role::HostTutor => &[Party::HostTutor],
        Role::Trainee => &[Party::Trainee],
        Role::AcademicTutor => &[Party::AcademicTutor],
        Role::Office | Role::Admin => &[Party::Office],
        Role::Principal => &[Party::Principal],
        Role::SchoolTutor => &[Party::SchoolTutor],
        Role::Guardian => &[Party::Guardian],
        Role::PromoterSignatory | Role::System => &[],
    }
}
