use std::fmt::Write;

use domain::access::Role;
use domain::accreditation::contact_state::{
    ContactCtx, ContactEffect, ContactEvent, ContactState, events_of_invited, offered_contact_events,
};
use domain::profile::Profile;
use domain::refusal::Refusal;

use super::fixture::{self, moves};
use super::{office_admits, profile};

const TABLE: &str = include_str!("../fixtures/further_contact.csv");

pub fn favourable(role: Role, profile: &Profile) -> ContactCtx<'_> {
    ContactCtx { actor: role, profile, code_right: true, has_active_project: false, has_substitute: false }
}

fn everything() -> impl Iterator<Item = (ContactState, ContactEvent, Role)> {
    let pairs = ContactState::ALL.iter().flat_map(|state| ContactEvent::ALL.iter().map(move |event| (*state, *event)));
    pairs.flat_map(|(state, event)| Role::ALL.into_iter().map(move |role| (state, event, role)))
}

fn rule(rule: &str) -> Refusal {
    Refusal::Rule { rule: rule.to_owned() }
}

fn notices(effects: &[ContactEffect]) -> Vec<&'static str> {
    let notices = effects.iter().filter_map(|effect| match effect {
        ContactEffect::Notify { notice } => Some(notice.code()),
        ContactEffect::EnableMembership | ContactEffect::DisableMembership => None,
    });
    notices.collect()
}

#[test]
fn every_transition_and_role_is_that_of_the_reference() {
    let (moves, profile) = (moves(TABLE), profile());
    for (state, event, role) in everything() {
        let outcome = state.apply(event, &favourable(role, &profile));
        match fixture::of(&moves, state.code(), event.code()) {
            Some(one) if one.is_open_to(role) => {
                let (to, effects) = outcome.unwrap_or_else(|refusal| panic!("{one:?} as {role:?}: {refusal}"));
                assert_eq!((to.code(), notices(&effects)), (one.to.as_str(), one.notices.iter().map(String::as_str).collect()));
            }
            Some(one) => assert_eq!(outcome, Err(rule("1 actor")), "{one:?} as {role:?}"),
            None => assert_eq!(outcome, Err(Refusal::illegal(state.code(), event.code())), "as {role:?}"),
        }
    }
}

#[test]
fn the_table_of_transitions_and_roles() {
    let mut table = String::new();
    for (name, profile) in [("contact admits", profile()), ("office admits", office_admits())] {
        writeln!(table, "{name}").unwrap();
        for (state, event) in
            ContactState::ALL.iter().flat_map(|state| ContactEvent::ALL.iter().map(move |event| (*state, *event)))
        {
            let may = |role: &Role| state.apply(event, &favourable(*role, &profile)).ok();
            let Some((to, effects)) = Role::ALL.iter().find_map(may) else { continue };
            let roles: Vec<&str> = Role::ALL.iter().filter(|role| may(role).is_some()).map(|role| role.code()).collect();
            let line = format!("{} {} -> {} | {} | {effects:?}", state.code(), event.code(), to.code(), roles.join(" "));
            writeln!(table, "  {line}").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_profile_can_leave_admitting_to_the_office() {
    let profile = office_admits();
    for event in [ContactEvent::Admit, ContactEvent::Refuse] {
        let outcome = |role| ContactState::Submitted.apply(event, &favourable(role, &profile));
        assert_eq!(outcome(Role::Contact), Err(rule("1 actor")));
        assert_eq!(outcome(Role::LegalRep), Err(rule("1 actor")));
        assert!(outcome(Role::Office).is_ok());
        assert!(outcome(Role::Admin).is_ok());
    }
    assert_eq!(offered_contact_events(ContactState::Submitted, Role::Contact, &profile), []);
}

#[test]
fn a_tutor_of_a_running_project_leaves_only_when_somebody_takes_over() {
    let profile = profile();
    let ctx = ContactCtx { has_active_project: true, ..favourable(Role::Contact, &profile) };
    assert_eq!(ContactState::Active.apply(ContactEvent::Disable, &ctx), Err(rule("3.1 active_project")));
    let ctx = ContactCtx { has_substitute: true, ..ctx };
    assert!(ContactState::Active.apply(ContactEvent::Disable, &ctx).is_ok());
}

#[test]
fn only_the_right_code_joins() {
    let profile = profile();
    let ctx = ContactCtx { code_right: false, ..favourable(Role::Contact, &profile) };
    assert_eq!(ContactState::Draft.apply(ContactEvent::Submit, &ctx), Err(rule("3.2 code")));
}

#[test]
fn existing_contacts_are_offered_to_admit_or_refuse() {
    let profile = profile();
    let offered = |state, role| offered_contact_events(state, role, &profile);
    assert_eq!(offered(ContactState::Submitted, Role::Contact), [ContactEvent::Admit, ContactEvent::Refuse]);
    assert_eq!(offered(ContactState::Active, Role::Contact), [ContactEvent::Disable]);
    assert_eq!(offered(ContactState::Draft, Role::Contact), []);
    assert_eq!(offered(ContactState::Submitted, Role::HostTutor), []);
}

#[test]
fn who_was_invited_is_admitted_by_the_code_if_the_inviter_may_admit() {
    let admitted = [ContactEvent::Submit, ContactEvent::Admit];
    let (by_host, by_office) = (profile(), office_admits());
    assert_eq!(events_of_invited(Some(Role::Contact), &by_host), admitted);
    assert_eq!(events_of_invited(Some(Role::Office), &by_office), admitted);
    for (inviter, profile) in [(Some(Role::Contact), &by_office), (Some(Role::HostTutor), &by_host), (None, &by_host)] {
        assert_eq!(events_of_invited(inviter, profile), [ContactEvent::Submit], "{inviter:?}");
    }
}
