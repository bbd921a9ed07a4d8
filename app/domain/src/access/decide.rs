//! The decision: the table applied to an actor and a subject.

use serde::{Deserialize, Serialize};

use super::{Action, Actor, Membership, Reach, Role, Row, Scope, Who};

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Denied {
    /// 401: nobody is signed in and the action needs somebody.
    #[error("please sign in")]
    SignIn,
    /// 404: others of this role may, on what is theirs; this is not.
    #[error("not found")]
    Hidden,
    /// 403: none of the actor's roles ever may.
    #[error("not allowed")]
    Forbidden,
}

/// Whether `actor` may do `action` on what belongs to `scope`, and by which role (none: as anyone, or as oneself).
pub fn may(actor: &Actor, action: Action, scope: &Scope) -> Result<Option<Role>, Denied> {
    could(actor, action)?;
    let row = Row::of(action).ok_or(Denied::Forbidden)?;
    row.who.iter().find_map(|entry| granted(actor, *entry, scope)).ok_or(Denied::Hidden)
}

/// The part of [`may`] that does not depend on the subject: to be asked before it is loaded, so that the answer
/// *forbidden* does not tell whether something exists.
pub fn could(actor: &Actor, action: Action) -> Result<(), Denied> {
    let row = Row::of(action).ok_or(Denied::Forbidden)?;
    let somebody = actor.account.is_some() || actor.is_system();
    if row.who.iter().any(|(who, _)| concerns(actor, *who)) {
        Ok(())
    } else if somebody || row.who.iter().all(|(who, _)| *who == Who::A(Role::System)) {
        Err(Denied::Forbidden)
    } else {
        Err(Denied::SignIn)
    }
}

fn concerns(actor: &Actor, who: Who) -> bool {
    match who {
        Who::Anyone => true,
        Who::SignedIn => actor.account.is_some(),
        Who::A(Role::System) => actor.is_system(),
        Who::A(role) => actor.account.is_some() && actor.active().any(|membership| membership.role == role),
    }
}

fn granted(actor: &Actor, (who, reach): (Who, Reach), scope: &Scope) -> Option<Option<Role>> {
    match who {
        Who::Anyone => Some(None),
        Who::SignedIn => (actor.account.is_some() && (reach == Reach::Any || is_own(actor, scope))).then_some(None),
        Who::A(Role::System) => actor.is_system().then_some(Some(Role::System)),
        Who::A(role) => {
            let mut held = actor.active().filter(|membership| membership.role == role);
            held.any(|membership| reaches(actor, membership, reach, scope)).then_some(Some(role))
        }
    }
}

fn is_own(actor: &Actor, scope: &Scope) -> bool {
    actor.account.is_some() && scope.account == actor.account
}

fn reaches(actor: &Actor, membership: &Membership, reach: Reach, scope: &Scope) -> bool {
    let here = membership.institution.is_some() && membership.institution == scope.institution;
    match reach {
        Reach::Any => true,
        Reach::OwnAccount => is_own(actor, scope),
        Reach::OwnOrganisation => membership.organisation.is_some() && membership.organisation == scope.organisation,
        Reach::Department => here && in_department(membership, scope),
        Reach::Institution => here,
    }
}

/// What has no department belongs to the whole institution and to every office in it.
fn in_department(membership: &Membership, scope: &Scope) -> bool {
    let Some(department) = &scope.department else { return true };
    membership.departments.is_empty() || membership.departments.contains(department)
}
