use domain::access::Role;
use domain::account::state as account;
use domain::accreditation::contact_state::{ContactEvent, ContactState};
use domain::accreditation::state as accreditation;
use domain::{convention, project};

use super::fixture::rows;
use super::profile;

const FORBIDDEN: &str = include_str!("../fixtures/forbidden.csv");

#[test]
fn what_must_never_be_possible_is_not() {
    for row in rows(FORBIDDEN) {
        let [machine, state, event, role] = row.try_into().expect("four cells");
        let role = Role::from_code(&role).expect("a role");
        assert!(!is_possible(&machine, &state, &event, role), "{machine}: {event} in {state} as {role:?}");
    }
}

/// Whether the move is possible where every guard holds.
fn is_possible(machine: &str, state: &str, event: &str, role: Role) -> bool {
    let profile = profile();
    match machine {
        "accreditation" => {
            let state = accreditation::State::from_code(state).expect("a state");
            let event = accreditation::Event::from_code(event).expect("an event");
            state.apply(event, &super::accreditation::favourable(role, &profile)).is_ok()
        }
        "further_contact" => {
            let state = ContactState::from_code(state).expect("a state");
            let event = ContactEvent::from_code(event).expect("an event");
            state.apply(event, &super::further_contact::favourable(role, &profile)).is_ok()
        }
        "account" => {
            let state = account::State::from_code(state).expect("a state");
            let event = account::Event::from_code(event).expect("an event");
            state.apply(event, &super::account::favourable(role)).is_ok()
        }
        "convention" => {
            let state = convention::State::from_code(state).expect("a state");
            let event = convention::Event::from_code(event).expect("an event");
            state.apply(event, &super::convention::favourable(state, event, role, &profile)).is_ok()
        }
        "project" => {
            let state = project::State::from_code(state).expect("a state");
            let event = project::Event::from_code(event).expect("an event");
            let profile = super::project::profile();
            state.apply(event, &super::project::favourable(event, role, &profile)).is_ok()
        }
        other => panic!("no machine {other}"),
    }
}
