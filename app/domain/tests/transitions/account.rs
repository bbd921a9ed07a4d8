use std::fmt::Write;

use chrono::Duration;
use domain::access::Role;
use domain::account::state::{
    CODE_TRIES, Ctx, Effect, Event, FAILURES_TOLD, RESENDS_PER_HOUR, State, login_delay, offered_events,
};
use domain::notice::Notice;
use domain::refusal::Refusal;

use super::fixture::{self, moves};
use super::now;

const TABLE: &str = include_str!("../fixtures/account.csv");

/// What the code has beyond the reference's rows: using the mailed link is what «forgotten password» leads to.
const ADDED: [(State, Event); 1] = [(State::Verified, Event::ResetPassword)];

/// A context in which every guard holds and every count is at the point the reference names.
pub fn favourable(role: Role) -> Ctx {
    Ctx { wrong_codes: CODE_TRIES, failed_logins: FAILURES_TOLD, ..Ctx::new(now(), role) }
}

fn notices(effects: &[Effect]) -> Vec<&'static str> {
    let notices = effects.iter().filter_map(|effect| match effect {
        Effect::Notify { notice } => Some(notice.code()),
        _ => None,
    });
    notices.collect()
}

fn rule(rule: &str) -> Refusal {
    Refusal::Rule { rule: rule.to_owned() }
}

fn refused(state: State, event: Event, ctx: Ctx) -> Refusal {
    state.apply(event, &ctx).expect_err("is refused")
}

fn pairs() -> impl Iterator<Item = (State, Event)> {
    State::ALL.iter().flat_map(|state| Event::ALL.iter().map(move |event| (*state, *event)))
}

#[test]
fn every_transition_and_role_is_that_of_the_reference() {
    let moves = moves(TABLE);
    for (state, event) in pairs().filter(|pair| !ADDED.contains(pair)) {
        for role in Role::ALL {
            let outcome = state.apply(event, &favourable(role));
            match fixture::of(&moves, state.code(), event.code()) {
                Some(one) if one.is_open_to(role) => {
                    let (to, effects) = outcome.unwrap_or_else(|refusal| panic!("{one:?} as {role:?}: {refusal}"));
                    assert_eq!(
                        (to.code(), notices(&effects)),
                        (one.to.as_str(), one.notices.iter().map(String::as_str).collect())
                    );
                }
                Some(one) => assert_eq!(outcome, Err(rule("1 actor")), "{one:?} as {role:?}"),
                None => assert_eq!(outcome, Err(Refusal::illegal(state.code(), event.code())), "as {role:?}"),
            }
        }
    }
}

#[test]
fn a_new_account_waits_for_its_code() {
    let (state, effects) = State::create(now());
    assert_eq!((state, notices(&effects)), (State::Unverified, vec!["E01"]));
    assert!(effects.contains(&Effect::IssueCode { until: now() + Duration::minutes(15) }));
}

#[test]
fn the_table_of_transitions_and_roles() {
    let mut table = String::new();
    for (state, event) in pairs() {
        let may = |role: &Role| state.apply(event, &favourable(*role)).ok();
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

fn words(effects: &[Effect]) -> String {
    let minutes = |at: &chrono::DateTime<chrono::Utc>| (*at - now()).num_minutes();
    let words = effects.iter().map(|effect| match effect {
        Effect::Notify { notice } => notice.code().to_owned(),
        Effect::IssueCode { until } => format!("code for {} minutes", minutes(until)),
        Effect::IssueLink { until } => format!("link for {} minutes", minutes(until)),
        Effect::Timer { event, at } => format!("{} in {} minutes", event.code(), minutes(at)),
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_fifth_wrong_code_locks_for_a_quarter_of_an_hour_and_the_fourth_does_not() {
    let wrong = |wrong_codes| {
        let ctx = Ctx { wrong_codes, ..Ctx::new(now(), Role::System) };
        State::Unverified.apply(Event::WrongCode, &ctx).expect("is counted")
    };
    assert_eq!(wrong(1), (State::Unverified, vec![]));
    assert_eq!(wrong(4), (State::Unverified, vec![]));
    let (state, effects) = wrong(5);
    assert_eq!(state, State::CodeLocked);
    assert!(effects.contains(&Effect::VoidCodes));
    assert!(effects.contains(&Effect::Timer { event: Event::Unlock, at: now() + Duration::minutes(15) }));
}

#[test]
fn a_lock_ends_in_time_and_not_before() {
    let until = |locked_until| Ctx { locked_until: Some(locked_until), ..Ctx::new(now(), Role::System) };
    assert_eq!(refused(State::CodeLocked, Event::Unlock, until(now() + Duration::seconds(1))), rule("3.2 not_due"));
    assert_eq!(State::CodeLocked.apply(Event::Unlock, &until(now())), Ok((State::Unverified, vec![])));
}

#[test]
fn a_wrong_code_verifies_nothing() {
    let ctx = Ctx { secret_right: false, ..Ctx::new(now(), Role::Contact) };
    assert_eq!(refused(State::Unverified, Event::EnterCode, ctx), rule("3.2 code"));
    assert_eq!(refused(State::Verified, Event::ConfirmEmail, ctx), rule("3.2 code"));
    assert_eq!(refused(State::Verified, Event::ResetPassword, ctx), rule("3.2 link"));
}

#[test]
fn codes_are_sent_a_minute_apart_and_five_times_an_hour() {
    let base = Ctx::new(now(), Role::Contact);
    let since = |seconds| Ctx { last_code_at: Some(now() - Duration::seconds(seconds)), ..base };
    assert_eq!(refused(State::Unverified, Event::Resend, since(59)), rule("3.2 resend_seconds"));
    assert!(State::Unverified.apply(Event::Resend, &since(60)).is_ok());
    let sent = |codes_last_hour| Ctx { codes_last_hour, ..base };
    assert!(State::Unverified.apply(Event::Resend, &sent(RESENDS_PER_HOUR - 1)).is_ok());
    for (state, event) in [(State::Unverified, Event::Resend), (State::Verified, Event::ChangeEmail)] {
        assert_eq!(refused(state, event, sent(RESENDS_PER_HOUR)), rule("3.2 resends_per_hour"));
    }
}

#[test]
fn a_new_address_needs_the_password_again() {
    let ctx = Ctx { reauthenticated: false, ..Ctx::new(now(), Role::Trainee) };
    assert_eq!(refused(State::Verified, Event::ChangeEmail, ctx), rule("3.2 reauthenticated"));
}

#[test]
fn failed_log_ins_delay_and_are_told_once() {
    let after = |failed_logins| {
        let ctx = Ctx { failed_logins, ..Ctx::new(now(), Role::System) };
        let (state, effects) = State::Verified.apply(Event::FailedLogin, &ctx).expect("is counted");
        assert_eq!(state, State::Verified);
        effects
    };
    let told = Effect::Notify { notice: Notice::E63 };
    assert!(!after(9).contains(&told));
    assert!(after(10).contains(&told));
    assert!(!after(11).contains(&told));
    assert_eq!(after(1), [Effect::DelayLogin { seconds: 0 }]);
}

#[test]
fn the_delay_grows_and_has_a_bound() {
    assert_eq!([1, 2, 3, 4, 5, 12, 13, 1000, i64::MAX].map(login_delay), [0, 0, 1, 2, 4, 512, 900, 900, 900]);
    assert!((0..100).all(|failures| login_delay(failures) <= login_delay(failures + 1)));
}

#[test]
fn enabling_gives_back_the_state_before() {
    for previous in [State::Unverified, State::CodeLocked, State::Verified] {
        let ctx = Ctx { previous, ..Ctx::new(now(), Role::Admin) };
        assert_eq!(State::Disabled.apply(Event::Enable, &ctx).map(|(state, _)| state), Ok(previous));
    }
    let ctx = Ctx { previous: State::Disabled, ..Ctx::new(now(), Role::Admin) };
    assert_eq!(refused(State::Disabled, Event::Enable, ctx), rule("3.2 previous"));
}

#[test]
fn codes_name_states_and_events() {
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(*state));
    }
    for event in Event::ALL {
        assert_eq!(Event::from_code(event.code()), Some(*event));
    }
}
