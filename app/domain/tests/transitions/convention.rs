use std::fmt::Write;

use chrono::{Days, NaiveDate};
use domain::access::Role;
use domain::convention::{Ctx, Effect, Event, Shown, State, Term, offered_events};
use domain::notice::Notice;
use domain::profile::{Profile, states_of};
use domain::refusal::Refusal;

use super::fixture::{self, moves};
use super::{profile, today};

const TABLE: &str = include_str!("../fixtures/convention.csv");

/// A context in which every guard of that event in that state holds.
pub fn favourable(state: State, event: Event, role: Role, profile: &Profile) -> Ctx<'_> {
    let ctx = Ctx {
        note: "Manca la visura camerale",
        waiting_since: today() - Days::new(90),
        term: Some(Term { stipulated_on: today() - Days::new(365), expires_on: Some(expiry(event)) }),
        renewal: matches!(event, Event::GiveNotice | Event::Renew),
        ..Ctx::new(today(), role, profile)
    };
    match (state, event) {
        (State::Active, Event::RecordSignature) => Ctx { signed: &[Role::LegalRep], signer: Role::PromoterSignatory, ..ctx },
        (State::AwaitingSignatures, Event::Activate) => {
            Ctx { signed: &[Role::LegalRep, Role::PromoterSignatory], renewal: true, ..ctx }
        }
        _ => ctx,
    }
}

/// The expiry that suits the event: past, near, or far enough for a notice.
fn expiry(event: Event) -> NaiveDate {
    match event {
        Event::Renew | Event::Expire => today() - Days::new(1),
        Event::WarnExpiry => today() + Days::new(90),
        _ => today() + Days::new(60),
    }
}

pub fn notices(effects: &[Effect]) -> Vec<Notice> {
    let notices = effects.iter().filter_map(|effect| match effect {
        Effect::Notify { notice } => Some(*notice),
        _ => None,
    });
    notices.collect()
}

pub fn rule(rule: &str) -> Refusal {
    Refusal::Rule { rule: rule.to_owned() }
}

fn pairs() -> impl Iterator<Item = (State, Event)> {
    State::ALL.iter().flat_map(|state| Event::ALL.iter().map(move |event| (*state, *event)))
}

#[test]
fn every_transition_and_role_is_that_of_the_reference() {
    let (moves, profile) = (moves(TABLE), profile());
    for (state, event) in pairs() {
        for role in Role::ALL {
            let outcome = state.apply(event, &favourable(state, event, role, &profile));
            match fixture::of(&moves, state.code(), event.code()) {
                Some(one) if one.is_open_to(role) => {
                    let (to, effects) = outcome.unwrap_or_else(|refusal| panic!("{one:?} as {role:?}: {refusal}"));
                    assert_eq!(to.code(), one.to, "{one:?}");
                    let sent: Vec<&str> = notices(&effects).into_iter().map(Notice::code).collect();
                    assert_eq!(sent, one.notices, "{one:?}");
                }
                Some(one) => assert_eq!(outcome, Err(rule("1 actor")), "{one:?} as {role:?}"),
                None => assert_eq!(outcome, Err(Refusal::illegal(state.code(), event.code())), "as {role:?}"),
            }
        }
    }
}

#[test]
fn every_row_of_the_reference_is_in_the_code() {
    for one in moves(TABLE).iter().filter(|one| one.from != "-") {
        let (state, event) = (State::from_code(&one.from).expect("a state"), Event::from_code(&one.event).expect("an event"));
        assert!(state.knows(event), "{one:?}");
        assert!(State::from_code(&one.to).is_some(), "{one:?}");
        assert!(one.may.contains(&one.actor), "{one:?}");
    }
}

#[test]
fn the_table_of_transitions_and_roles() {
    let (mut table, profile) = (String::new(), profile());
    for (state, event) in pairs() {
        let may = |role: &Role| state.apply(event, &favourable(state, event, *role, &profile)).ok();
        let Some((to, effects)) = Role::ALL.iter().find_map(may) else { continue };
        let open = Role::ALL.iter().filter(|role| may(role).is_some()).map(|role| {
            let mark = if offered_events(state, *role).contains(&event) { "*" } else { "" };
            format!("{}{mark}", role.code())
        });
        let roles = open.collect::<Vec<_>>().join(" ");
        writeln!(table, "{} {} -> {} | {roles} | {}", state.code(), event.code(), to.code(), words(&effects)).unwrap();
    }
    insta::assert_snapshot!(table);
}

pub fn words(effects: &[Effect]) -> String {
    let words = effects.iter().map(|effect| match effect {
        Effect::Notify { notice } => notice.code().to_owned(),
        Effect::Timer { event, on } => format!("{} in {} days", event.code(), (*on - today()).num_days()),
        Effect::SetTerm { term } => format!("term {} to {:?}", term.stipulated_on, term.expires_on),
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_is_offered_may_be_done_when_it_is_ones_turn() {
    let profile = profile();
    for (state, role) in State::ALL.iter().flat_map(|state| Role::ALL.into_iter().map(move |role| (*state, role))) {
        for event in offered_events(state, role) {
            let outcome = state.apply(event, &favourable(state, event, role, &profile));
            assert!(outcome.is_ok() || outcome == Err(rule("1 actor")), "{state:?} {event:?} {role:?}: {outcome:?}");
        }
    }
}

#[test]
fn every_state_and_flag_has_a_label() {
    let known: Vec<&str> = states_of("convention").collect();
    for state in State::ALL {
        for (returned, signatures, expiring) in [(false, 0, false), (true, 1, true), (true, 2, true), (true, 9, true)] {
            let label = state.label(Shown { returned, signatures, expiring });
            assert!(known.contains(&label), "{label}");
        }
    }
    assert_eq!(State::Draft.label(Shown { returned: true, ..Shown::default() }), "returned");
    assert_eq!(State::Active.label(Shown { expiring: true, ..Shown::default() }), "expiring");
    assert_eq!(State::AwaitingSignatures.label(Shown { signatures: 1, ..Shown::default() }), "awaiting_signatures_1");
}

#[test]
fn codes_name_states_and_events() {
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(*state));
        assert_eq!(serde_json::to_value(state).expect("can be written"), state.code());
    }
    for event in Event::ALL {
        assert_eq!(Event::from_code(event.code()), Some(*event));
    }
}
