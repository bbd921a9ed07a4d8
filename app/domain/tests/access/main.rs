//! The access table against the permission matrix of domain reference 1, for every role, action and reach.

mod decisions;
mod matrix;

use domain::access::{Actor, Membership, Role, Scope};
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use uuid::Uuid;

const HERE: InstitutionId = InstitutionId(Uuid::from_u128(1));
const ELSEWHERE: InstitutionId = InstitutionId(Uuid::from_u128(2));
const OWN_HOST: OrganisationId = OrganisationId(Uuid::from_u128(3));
const OTHER_HOST: OrganisationId = OrganisationId(Uuid::from_u128(4));
const ME: AccountId = AccountId(Uuid::from_u128(5));
const SOMEBODY: AccountId = AccountId(Uuid::from_u128(6));
const OWN_DEPARTMENT: &str = "nord";
const OTHER_DEPARTMENT: &str = "sud";

/// A person with one role, as such persons have it: hosts' in the own host, the others' in the institution, the
/// office's in one department.
fn person(role: Role) -> Actor {
    if role == Role::System {
        return Actor::system();
    }
    Actor::person(ME, vec![membership(role)])
}

fn membership(role: Role) -> Membership {
    if role.is_of_host() {
        return Membership::in_organisation(role, OWN_HOST);
    }
    let departments = if role == Role::Office { vec![OWN_DEPARTMENT.to_owned()] } else { Vec::new() };
    Membership { departments, ..Membership::in_institution(role, HERE) }
}

/// A subject somewhere.
fn subject(institution: InstitutionId, department: Option<&str>, organisation: OrganisationId, account: AccountId) -> Scope {
    Scope {
        institution: Some(institution),
        department: department.map(str::to_owned),
        organisation: Some(organisation),
        account: Some(account),
    }
}

/// Every combination of own and other.
fn subjects() -> Vec<Scope> {
    let mut subjects = vec![Scope::none()];
    for institution in [HERE, ELSEWHERE] {
        for department in [None, Some(OWN_DEPARTMENT), Some(OTHER_DEPARTMENT)] {
            for organisation in [OWN_HOST, OTHER_HOST] {
                for account in [ME, SOMEBODY] {
                    subjects.push(subject(institution, department, organisation, account));
                }
            }
        }
    }
    subjects
}
