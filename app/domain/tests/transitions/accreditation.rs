use std::fmt::Write;

use chrono::Duration;
use domain::access::Role;
use domain::accreditation::state::{Ctx, Effect, Event, NOTE_MIN, State, offered_events};
use domain::notice::Notice;
use domain::profile::Profile;
use domain::refusal::Refusal;

use super::fixture::{self, moves};
use super::{now, profile, without_approval};

pub const TABLE: &str = include_str!("../fixtures/accreditation.csv");

/// What the code sends beyond the reference: who loses an accreditation is told so.
const ADDED: [(Event, Notice); 1] = [(Event::Revoke, Notice::E05s)];

/// A context in which every guard holds.
pub fn favourable(role: Role, profile: &Profile) -> Ctx<'_> {
    Ctx {
        note: "Manca la visura camerale",
        idle_since: now() - Duration::days(30),
        pending_change: true,
        ..Ctx::new(now(), role, profile)
    }
}

fn notices(effects: &[Effect]) -> Vec<Notice> {
    let notices = effects.iter().filter_map(|effect| match effect {
        Effect::Notify { notice } => Some(*notice),
        _ => None,
    });
    notices.collect()
}

fn refused(state: State, event: Event, ctx: &Ctx) -> Refusal {
    state.apply(event, ctx).expect_err("is refused")
}

fn rule(rule: &str) -> Refusal {
    Refusal::Rule { rule: rule.to_owned() }
}

#[test]
fn every_transition_and_role_is_that_of_the_reference() {
    let (moves, profile) = (moves(TABLE), profile());
    for (state, event, role) in everything() {
        let outcome = state.apply(event, &favourable(role, &profile));
        match fixture::of(&moves, state.code(), event.code()) {
            Some(one) if one.is_open_to(role) => {
                let (to, effects) = outcome.unwrap_or_else(|refusal| panic!("{one:?} as {role:?}: {refusal}"));
                assert_eq!(to.code(), one.to, "{one:?}");
                let sent = notices(&effects).into_iter().filter(|notice| !ADDED.contains(&(event, *notice)));
                assert_eq!(sent.map(Notice::code).collect::<Vec<_>>(), one.notices, "{one:?}");
            }
            Some(one) => assert_eq!(outcome, Err(rule("1 actor")), "{one:?} as {role:?}"),
            None => assert_eq!(outcome, Err(Refusal::illegal(state.code(), event.code())), "as {role:?}"),
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

fn everything() -> impl Iterator<Item = (State, Event, Role)> {
    let pairs = State::ALL.iter().flat_map(|state| Event::ALL.iter().map(move |event| (*state, *event)));
    pairs.flat_map(|(state, event)| Role::ALL.into_iter().map(move |role| (state, event, role)))
}

#[test]
fn the_table_of_transitions_and_roles() {
    insta::assert_snapshot!(table());
}

/// One line per transition: roles with `*` are offered it, the others may.
fn table() -> String {
    let (mut table, profile) = (String::new(), profile());
    let (_, effects) = State::start(&favourable(Role::Contact, &profile)).expect("starts");
    writeln!(table, "- start -> draft {}", words(&effects)).unwrap();
    for (state, event) in State::ALL.iter().flat_map(|state| Event::ALL.iter().map(move |event| (*state, *event))) {
        let open: Vec<(Role, State, Vec<Effect>)> = Role::ALL
            .into_iter()
            .filter_map(|role| {
                let (to, effects) = state.apply(event, &favourable(role, &profile)).ok()?;
                Some((role, to, effects))
            })
            .collect();
        let Some((_, to, effects)) = open.first() else { continue };
        let roles = open.iter().map(|(role, _, _)| {
            let mark = if offered_events(state, *role).contains(&event) { "*" } else { "" };
            format!("{}{mark}", role.code())
        });
        let roles = roles.collect::<Vec<_>>().join(" ");
        writeln!(table, "{} {} -> {} | {roles} | {}", state.code(), event.code(), to.code(), words(effects)).unwrap();
    }
    table
}

fn words(effects: &[Effect]) -> String {
    let words = effects.iter().map(|effect| match effect {
        Effect::Notify { notice } => notice.code().to_owned(),
        Effect::Timer { event, at } => format!("{} in {} days", event.code(), (*at - now()).num_days()),
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_known_host_is_not_registered_again() {
    let profile = profile();
    let ctx = Ctx { already_registered: true, ..favourable(Role::Contact, &profile) };
    assert_eq!(State::start(&ctx), Err(Refusal::AlreadyRegistered));
    assert_eq!(refused(State::Unconfirmed, Event::VerifyCode, &ctx), Refusal::AlreadyRegistered);
}

#[test]
fn a_summary_is_confirmed_only_when_all_of_it_is_right() {
    let profile = profile();
    let good = favourable(Role::Contact, &profile);
    for (ctx, name) in [
        (Ctx { steps_valid: false, ..good.clone() }, "3.1 steps_valid"),
        (Ctx { privacy_accepted: false, ..good.clone() }, "3.1 privacy_accepted"),
        (Ctx { user_name_free: false, ..good.clone() }, "3.1 user_name_free"),
    ] {
        assert_eq!(refused(State::Draft, Event::Confirm, &ctx), rule(name));
    }
    let invalid = Ctx { steps_valid: false, ..good };
    assert_eq!(refused(State::Integration, Event::Resubmit, &invalid), rule("3.1 steps_valid"));
    assert_eq!(refused(State::Accredited, Event::ChangeIdentity, &invalid), rule("3.1 steps_valid"));
}

#[test]
fn only_the_right_code_submits() {
    let profile = profile();
    let ctx = Ctx { code_right: false, ..favourable(Role::Contact, &profile) };
    assert_eq!(refused(State::Unconfirmed, Event::VerifyCode, &ctx), rule("3.2 code"));
}

#[test]
fn only_the_holder_of_the_draft_goes_back_to_the_summary() {
    let profile = profile();
    let ctx = Ctx { same_cookie: false, ..favourable(Role::Contact, &profile) };
    assert_eq!(refused(State::Unconfirmed, Event::BackToSummary, &ctx), rule("3.1 same_cookie"));
}

#[test]
fn a_draft_expires_after_thirty_idle_days_and_an_unconfirmed_request_after_seven() {
    let profile = profile();
    for (state, days) in [(State::Draft, 30), (State::Unconfirmed, 7)] {
        let due = Ctx { idle_since: now() - Duration::days(days), ..Ctx::new(now(), Role::System, &profile) };
        assert_eq!(state.apply(Event::Expire, &due).map(|(to, _)| to), Ok(State::Expired));
        let early = Ctx { idle_since: due.idle_since + Duration::seconds(1), ..due };
        assert_eq!(refused(state, Event::Expire, &early), rule("3.1 not_due"));
    }
}

#[test]
fn notes_and_reasons_have_ten_characters() {
    let profile = profile();
    for (state, event) in [
        (State::Submitted, Event::RequestIntegration),
        (State::Submitted, Event::Reject),
        (State::Integration, Event::Reject),
        (State::Accredited, Event::Suspend),
        (State::Suspended, Event::Reinstate),
    ] {
        let with = |note| Ctx { note, ..favourable(Role::Office, &profile) };
        assert_eq!(refused(state, event, &with("  123456789  ")), Refusal::NoteShort { min: NOTE_MIN });
        assert!(state.apply(event, &with("perché così")).is_ok());
        assert!(state.apply(event, &with("àèìòùàèìòù")).is_ok());
    }
}

#[test]
fn nothing_is_revoked_while_a_project_runs() {
    let profile = profile();
    let ctx = Ctx { has_active_project: true, ..favourable(Role::Admin, &profile) };
    for state in [State::Accredited, State::Suspended] {
        assert_eq!(refused(state, Event::Revoke, &ctx), rule("3.1 active_project"));
    }
}

#[test]
fn there_must_be_a_change_to_approve_one() {
    let profile = profile();
    let ctx = Ctx { pending_change: false, ..favourable(Role::Office, &profile) };
    assert_eq!(refused(State::Accredited, Event::ApproveChange, &ctx), rule("3.1 pending_change"));
}

#[test]
fn without_approval_a_confirmed_request_is_accredited_at_once() {
    let profile = without_approval();
    let ctx = favourable(Role::Contact, &profile);
    let (to, effects) = State::Unconfirmed.apply(Event::VerifyCode, &ctx).expect("is possible");
    assert_eq!((to, notices(&effects)), (State::Accredited, vec![Notice::E02, Notice::E04]));
    assert!(effects.contains(&Effect::EnableArea));
    let (_, effects) = State::Accredited.apply(Event::ChangeIdentity, &ctx).expect("is possible");
    assert_eq!(effects, [Effect::TakeChange]);
}

#[test]
fn buttons_are_those_of_the_role() {
    use Event::*;
    assert_eq!(offered_events(State::Submitted, Role::Office), [Approve, RequestIntegration, Reject]);
    assert_eq!(offered_events(State::Submitted, Role::Contact), [Withdraw]);
    assert_eq!(offered_events(State::Integration, Role::Contact), [Resubmit, Withdraw]);
    assert_eq!(offered_events(State::Accredited, Role::Office), [Suspend, ApproveChange]);
    assert_eq!(offered_events(State::Accredited, Role::Admin), [Suspend, Revoke, ApproveChange]);
    assert_eq!(offered_events(State::Submitted, Role::Trainee), []);
    assert_eq!(offered_events(State::Draft, Role::System), []);
}

#[test]
fn what_is_offered_may_be_done() {
    let profile = profile();
    for (state, role) in State::ALL.iter().flat_map(|state| Role::ALL.into_iter().map(move |role| (*state, role))) {
        for event in offered_events(state, role) {
            assert!(state.apply(event, &favourable(role, &profile)).is_ok(), "{state:?} {event:?} {role:?}");
        }
    }
}

#[test]
fn codes_name_states_and_events() {
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(*state));
        assert_eq!(serde_json::to_value(state).expect("can be written"), state.code());
    }
    for event in Event::ALL {
        assert_eq!(Event::from_code(event.code()), Some(*event));
        assert_eq!(serde_json::to_value(event).expect("can be written"), event.code());
    }
    assert_eq!(State::from_code("ACCREDITED"), None);
}
