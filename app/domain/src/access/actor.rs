//! Who asks, and about what.

use serde::{Deserialize, Serialize};

use super::Role;
use crate::ids::{AccountId, InstitutionId, OrganisationId};

/// One role of an account, where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub role: Role,
    /// Of a role in an institution; none for a host's.
    pub institution: Option<InstitutionId>,
    /// Of a host's role.
    pub organisation: Option<OrganisationId>,
    /// The departments the role is limited to; empty means the whole institution.
    pub departments: Vec<String>,
    /// Whether it counts: not while waiting to be admitted, nor once disabled.
    pub active: bool,
}

impl Membership {
    /// An active role in an institution, in all its departments.
    pub fn in_institution(role: Role, institution: InstitutionId) -> Self {
        Self { role, institution: Some(institution), organisation: None, departments: Vec::new(), active: true }
    }

    /// An active role in a host.
    pub fn in_organisation(role: Role, organisation: OrganisationId) -> Self {
        Self { role, institution: None, organisation: Some(organisation), departments: Vec::new(), active: true }
    }
}

/// Who asks. Nobody is an actor without account.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Actor {
    pub account: Option<AccountId>,
    pub memberships: Vec<Membership>,
    /// Whether it is the installation itself (timers).
    #[serde(skip)]
    system: bool,
}

impl Actor {
    /// A visitor who is not signed in.
    pub fn nobody() -> Self {
        Self::default()
    }

    /// A signed-in person.
    pub fn person(account: AccountId, memberships: Vec<Membership>) -> Self {
        Self { account: Some(account), memberships, system: false }
    }

    /// The installation: never made from a request.
    pub fn system() -> Self {
        Self { account: None, memberships: Vec::new(), system: true }
    }

    /// Whether it is the installation.
    pub fn is_system(&self) -> bool {
        self.system
    }

    /// The memberships that count.
    pub fn active(&self) -> impl Iterator<Item = &Membership> {
        self.memberships.iter().filter(|membership| membership.active)
    }
}

/// What the subject belongs to. What a subject does not have stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scope {
    pub institution: Option<InstitutionId>,
    /// The handling department's slug.
    pub department: Option<String>,
    pub organisation: Option<OrganisationId>,
    /// Whose record it is.
    pub account: Option<AccountId>,
}

impl Scope {
    /// Nothing in particular: public pages, own session.
    pub fn none() -> Self {
        Self::default()
    }

    /// An institution as a whole.
    pub fn institution(institution: InstitutionId) -> Self {
        Self { institution: Some(institution), ..Self::default() }
    }

    /// A host at an institution.
    pub fn host(institution: InstitutionId, organisation: OrganisationId) -> Self {
        Self { institution: Some(institution), organisation: Some(organisation), ..Self::default() }
    }

    /// A person's own record.
    pub fn account(account: AccountId) -> Self {
        Self { account: Some(account), ..Self::default() }
    }
}
