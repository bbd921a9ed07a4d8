//! The machine of a further contact or tutor of a host. Source: domain reference 3.1, last paragraph.

use serde::{Deserialize, Serialize};

use crate::access::{Action, Role, roles_of};
use crate::coded::{coded, require};
use crate::notice::Notice;
use crate::profile::{JoinAdmits, Profile};
use crate::refusal::Refusal;

coded! {
    /// Where a person who joins a host stands.
    ContactState {
        Draft = "draft",
        /// Waits for an existing contact or the office.
        Submitted = "submitted",
        Active = "active",
        Rejected = "rejected",
        Disabled = "disabled",
    }

    /// What can happen to them.
    ContactEvent {
        /// The e-mail code is entered.
        Submit = "submit",
        Admit = "admit",
        Refuse = "refuse",
        Disable = "disable",
    }
}

/// What must follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactEffect {
    Notify {
        notice: Notice,
    },
    /// The membership counts from now on.
    EnableMembership,
    DisableMembership,
}

/// What a transition needs to know.
#[derive(Debug, Clone)]
pub struct ContactCtx<'a> {
    /// The role by which the actor acts; `Contact` for the newcomer who submits.
    pub actor: Role,
    pub profile: &'a Profile,
    pub code_right: bool,
    /// Tutor of an active project.
    pub has_active_project: bool,
    /// Somebody takes over those projects.
    pub has_substitute: bool,
}

impl ContactEvent {
    /// Whether `role` may fire the event at this institution. The office may always admit what a contact may,
    /// as the matrix of section 1 is wider than the usual actor; a profile can leave it to the office alone.
    pub fn is_open_to(self, role: Role, profile: &Profile) -> bool {
        match self {
            ContactEvent::Submit => role == Role::Contact,
            ContactEvent::Admit | ContactEvent::Refuse => {
                let by_host = profile.accreditation.join_admits == JoinAdmits::Contact;
                admits(role) && (by_host || !role.is_of_host())
            }
            ContactEvent::Disable => admits(role),
        }
    }
}

fn admits(role: Role) -> bool {
    roles_of(Action::AdmitContact).any(|open| open == role)
}

impl ContactState {
    /// The state after `event`, with what must follow.
    pub fn apply(self, event: ContactEvent, ctx: &ContactCtx) -> Result<(ContactState, Vec<ContactEffect>), Refusal> {
        if !self.events().contains(&event) {
            return Err(Refusal::illegal(self.code(), event.code()));
        }
        require(event.is_open_to(ctx.actor, ctx.profile), "1 actor")?;
        let told = ContactEffect::Notify { notice: Notice::E07 };
        match event {
            ContactEvent::Submit => {
                require(ctx.code_right, "3.2 code")?;
                Ok((ContactState::Submitted, vec![told]))
            }
            ContactEvent::Admit => Ok((ContactState::Active, vec![ContactEffect::EnableMembership, told])),
            ContactEvent::Refuse => Ok((ContactState::Rejected, vec![told])),
            ContactEvent::Disable => {
                require(!ctx.has_active_project || ctx.has_substitute, "3.1 active_project")?;
                Ok((ContactState::Disabled, vec![ContactEffect::DisableMembership, told]))
            }
        }
    }

    /// The events the reference lists for this state.
    pub fn events(self) -> &'static [ContactEvent] {
        match self {
            ContactState::Draft => &[ContactEvent::Submit],
            ContactState::Submitted => &[ContactEvent::Admit, ContactEvent::Refuse],
            ContactState::Active => &[ContactEvent::Disable],
            ContactState::Rejected | ContactState::Disabled => &[],
        }
    }
}

/// What follows when somebody who was invited enters the code. Whoever invited them has admitted them beforehand, if they
/// may admit at this institution and still count.
pub fn events_of_invited(inviter: Option<Role>, profile: &Profile) -> &'static [ContactEvent] {
    match inviter {
        Some(role) if ContactEvent::Admit.is_open_to(role, profile) => &[ContactEvent::Submit, ContactEvent::Admit],
        Some(_) | None => &[ContactEvent::Submit],
    }
}

/// What pages offer to `role` in `state` at this institution, in the order of the buttons.
pub fn offered_contact_events(state: ContactState, role: Role, profile: &Profile) -> Vec<ContactEvent> {
    let offered = state.events().iter().copied().filter(|event| *event != ContactEvent::Submit);
    offered.filter(|event| event.is_open_to(role, profile)).collect()
}
