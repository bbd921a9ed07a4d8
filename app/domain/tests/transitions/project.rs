use std::collections::BTreeSet;
use std::fmt::Write;

use chrono::{Days, NaiveDate};
use domain::access::Role;
use domain::ids::AccountId;
use domain::notice::Notice;
use domain::profile::{
    Approval, ApprovalMode, ContentLock, Party, Profile, ProjectKind, SignatureMethod, SignatureStep, states_of,
};
use domain::project::{Ctx, Effect, Event, Received, Shown, State, offered_events};
use domain::refusal::Refusal;
use domain::signing::Means;
use uuid::Uuid;

use super::fixture::{self, Move, moves};
use super::today;

const TABLE: &str = include_str!("../fixtures/project.csv");

/// All parties in one group, one signature, and the content open until the first approval.
pub fn profile() -> Profile {
    let parties =
        [Party::Host, Party::Trainee, Party::AcademicTutor, Party::Office, Party::Principal, Party::SchoolTutor, Party::Guardian];
    let mut profile = Profile::default();
    profile.project.approvals = vec![parties.map(|party| Approval { party, mode: ApprovalMode::Approve }).to_vec()];
    profile.project.content_lock = ContentLock::FirstApproval;
    let methods = BTreeSet::from([SignatureMethod::Pades]);
    profile.project.signatures = vec![SignatureStep { role: Role::LegalRep, methods, required: true }];
    profile
}

pub fn person(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

/// A context in which every guard of that event in that state holds.
pub fn favourable(event: Event, role: Role, profile: &Profile) -> Ctx<'_> {
    let ctx = Ctx {
        person: Some(person(1)),
        note: "Obiettivi troppo generici",
        delegated: true,
        start: today() + Days::new(10),
        received: Received::Signature { signer: Role::LegalRep, means: Means::File(SignatureMethod::Pades) },
        ..Ctx::new(today(), role, profile)
    };
    let yesterday: NaiveDate = today() - Days::new(1);
    match event {
        Event::Lapse => Ctx { start: yesterday, ..ctx },
        Event::Activate => Ctx { start: today(), signed: &[Role::LegalRep], ..ctx },
        Event::RemindCommunication => Ctx { kind: ProjectKind::Extracurricular, communicated: false, ..ctx },
        Event::Annul => Ctx { start: today(), ..ctx },
        Event::Complete => Ctx { end: yesterday, ..ctx },
        Event::NearEnd => Ctx { end: today() + Days::new(15), ..ctx },
        Event::Extend => Ctx { new_end: Some(today() + Days::new(200)), ..ctx },
        _ => ctx,
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

/// The row of the reference; an accident is in every state.
fn row(moves: &[Move], state: State, event: Event) -> Option<&Move> {
    fixture::of(moves, state.code(), event.code()).or_else(|| fixture::of(moves, "any", event.code()))
}

#[test]
fn every_transition_and_role_is_that_of_the_reference() {
    let (moves, profile) = (moves(TABLE), profile());
    for (state, event) in pairs() {
        for role in Role::ALL {
            let outcome = state.apply(event, &favourable(event, role, &profile));
            match row(&moves, state, event) {
                Some(one) if one.is_open_to(role) => {
                    let (to, effects) = outcome.unwrap_or_else(|refusal| panic!("{one:?} as {role:?}: {refusal}"));
                    let expected = if one.to == "same" { state.code() } else { one.to.as_str() };
                    assert_eq!(to.code(), expected, "{one:?}");
                    let sent: Vec<&str> = notices(&effects).into_iter().map(Notice::code).collect();
                    assert_eq!(sent, one.notices, "{one:?} as {role:?}");
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
        let event = Event::from_code(&one.event).expect("an event");
        let known = State::from_code(&one.from).is_none_or(|state| state.knows(event));
        assert!(known && one.may.contains(&one.actor), "{one:?}");
    }
}

#[test]
fn the_table_of_transitions_and_roles() {
    let (mut table, profile) = (String::new(), profile());
    for (state, event) in pairs() {
        let may = |role: &Role| state.apply(event, &favourable(event, *role, &profile)).ok();
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
    let days = |on: &NaiveDate| (*on - today()).num_days();
    let words = effects.iter().map(|effect| match effect {
        Effect::Notify { notice } => notice.code().to_owned(),
        Effect::Schedule { timers } => {
            let timers = timers.iter().map(|timer| format!("{} in {} days", timer.event.code(), days(&timer.on)));
            format!("[{}]", timers.collect::<Vec<_>>().join("; "))
        }
        Effect::AccidentDeadline { on } => format!("report in {} days", days(on)),
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_is_offered_may_be_done_when_it_is_ones_turn() {
    let profile = profile();
    for (state, role) in State::ALL.iter().flat_map(|state| Role::ALL.into_iter().map(move |role| (*state, role))) {
        for event in offered_events(state, role) {
            let outcome = state.apply(event, &favourable(event, role, &profile));
            assert!(outcome.is_ok() || outcome == Err(rule("1 actor")), "{state:?} {event:?} {role:?}: {outcome:?}");
        }
    }
}

#[test]
fn every_state_and_flag_has_a_label() {
    let known: Vec<&str> = states_of("project").collect();
    for state in State::ALL {
        for shown in [Shown::default(), Shown { returned: true, extended: true }] {
            assert!(known.contains(&state.label(shown)), "{state:?}");
        }
    }
    assert_eq!(State::Draft.label(Shown { returned: true, extended: false }), "returned");
    assert_eq!(State::Active.label(Shown { returned: false, extended: true }), "extended");
    assert_eq!(known.len(), State::ALL.len() + 2);
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
