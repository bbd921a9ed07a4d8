use domain::access::{Action, Actor, Denied, Membership, Role, Scope, could, may, roles_of};

use super::{ELSEWHERE, HERE, ME, OTHER_DEPARTMENT, OTHER_HOST, OWN_HOST, SOMEBODY, membership, person, subject};

#[test]
fn the_answer_names_the_role_by_which() {
    let actor = Actor::person(ME, vec![membership(Role::Contact), membership(Role::Office)]);
    let scope = Scope::host(HERE, OTHER_HOST);
    assert_eq!(may(&actor, Action::SeeOrganisation, &scope), Ok(Some(Role::Office)));
    assert_eq!(may(&actor, Action::SeeOrganisation, &Scope::host(ELSEWHERE, OWN_HOST)), Ok(Some(Role::Contact)));
    assert_eq!(may(&actor, Action::PublicPage, &scope), Ok(None));
}

#[test]
fn a_membership_that_is_not_active_gives_nothing() {
    let waiting = Membership { active: false, ..membership(Role::Contact) };
    let actor = Actor::person(ME, vec![waiting]);
    assert_eq!(may(&actor, Action::SeeOwnArea, &Scope::host(HERE, OWN_HOST)), Err(Denied::Forbidden));
    assert_eq!(may(&actor, Action::SeeOwnRequest, &Scope::account(ME)), Ok(None));
}

#[test]
fn who_is_signed_in_without_any_role_has_only_what_is_own() {
    let actor = Actor::person(ME, Vec::new());
    assert_eq!(may(&actor, Action::ManageAccount, &Scope::account(ME)), Ok(None));
    assert_eq!(may(&actor, Action::ManageAccount, &Scope::account(SOMEBODY)), Err(Denied::Hidden));
    assert_eq!(may(&actor, Action::SeeOwnArea, &Scope::host(HERE, OWN_HOST)), Err(Denied::Forbidden));
}

#[test]
fn an_office_of_one_department_decides_about_every_host_of_its_institution_and_of_no_other() {
    let office = person(Role::Office);
    let of_other_department = subject(HERE, Some(OTHER_DEPARTMENT), OTHER_HOST, SOMEBODY);
    assert_eq!(may(&office, Action::DecideAccreditation, &of_other_department), Ok(Some(Role::Office)));
    assert_eq!(may(&office, Action::DecideAccreditation, &Scope::host(ELSEWHERE, OTHER_HOST)), Err(Denied::Hidden));
    assert_eq!(may(&office, Action::SeeHistory, &of_other_department), Err(Denied::Hidden));
}

#[test]
fn a_subject_without_institution_is_nobodys() {
    let without = Membership { institution: None, ..membership(Role::Office) };
    let actor = Actor::person(ME, vec![without]);
    assert_eq!(may(&actor, Action::SeeAccreditationQueue, &Scope::none()), Err(Denied::Hidden));
    let without = Membership { organisation: None, ..membership(Role::Contact) };
    let actor = Actor::person(ME, vec![without]);
    assert_eq!(may(&actor, Action::SeeOwnArea, &Scope::none()), Err(Denied::Hidden));
}

#[test]
fn what_does_not_depend_on_the_subject_can_be_asked_before_it_is_loaded() {
    assert_eq!(could(&person(Role::Office), Action::DecideAccreditation), Ok(()));
    assert_eq!(could(&person(Role::Trainee), Action::DecideAccreditation), Err(Denied::Forbidden));
    assert_eq!(could(&Actor::nobody(), Action::DecideAccreditation), Err(Denied::SignIn));
    assert_eq!(could(&Actor::nobody(), Action::SaveDraft), Ok(()));
}

#[test]
fn nobody_becomes_the_installation_by_json() {
    let json = serde_json::to_string(&Actor::system()).expect("can be written");
    let actor: Actor = serde_json::from_str(&json).expect("can be read");
    assert!(!actor.is_system());
    let claimed = serde_json::from_str::<Actor>(r#"{"account":null,"memberships":[],"system":true}"#);
    assert!(claimed.is_ok_and(|actor| !actor.is_system()));
    let pretender = Actor::person(ME, vec![Membership::in_institution(Role::System, HERE)]);
    assert_eq!(may(&pretender, Action::RunTimers, &Scope::none()), Err(Denied::Forbidden));
}

#[test]
fn roles_of_an_action_are_those_of_its_row() {
    assert_eq!(roles_of(Action::RevokeAccreditation).collect::<Vec<_>>(), [Role::Admin]);
    assert_eq!(roles_of(Action::SaveDraft).count(), 0);
}

#[test]
fn codes_name_roles_and_actions() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
        assert_eq!(serde_json::to_value(role).expect("can be written"), role.code());
    }
    for action in Action::ALL {
        assert_eq!(Action::from_code(action.code()), Some(*action));
        assert_eq!(serde_json::to_value(action).expect("can be written"), action.code());
    }
}
