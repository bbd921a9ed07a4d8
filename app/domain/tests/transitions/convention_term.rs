use chrono::{Days, NaiveDate};
use domain::access::Role;
use domain::convention::{Ctx, Effect, Event, State, Term};
use domain::profile::Profile;
use domain::refusal::Refusal;

use super::convention::rule;
use super::{profile, today};

fn refused(state: State, event: Event, ctx: &Ctx) -> Refusal {
    state.apply(event, ctx).expect_err("is refused")
}

#[test]
fn signatures_are_awaited_ninety_days() {
    let profile = profile();
    let since = |days| Ctx { waiting_since: today() - Days::new(days), ..Ctx::new(today(), Role::System, &profile) };
    assert_eq!(refused(State::AwaitingSignatures, Event::Lapse, &since(89)), rule("3.3 not_due"));
    assert!(State::AwaitingSignatures.apply(Event::Lapse, &since(90)).is_ok());
}

fn until(day: NaiveDate, renewal: bool, role: Role, profile: &Profile) -> Ctx<'_> {
    let term = Term { stipulated_on: today() - Days::new(700), expires_on: Some(day) };
    Ctx { term: Some(term), renewal, note: "perché così", ..Ctx::new(today(), role, profile) }
}

#[test]
fn the_day_of_the_expiry_is_the_last_one() {
    let profile = profile();
    let yesterday = today() - Days::new(1);
    for (event, renewal) in [(Event::Expire, false), (Event::Renew, true)] {
        let on = |day| State::Active.apply(event, &until(day, renewal, Role::System, &profile));
        assert_eq!(on(today()).expect_err("is refused"), rule("3.3 not_due"));
        assert!(on(yesterday).is_ok());
        let other = until(yesterday, !renewal, Role::System, &profile);
        assert_eq!(refused(State::Active, event, &other), rule("3.3 renewal"));
    }
}

#[test]
fn renewing_adds_the_months_of_the_profile_to_the_old_expiry() {
    let profile = profile();
    let ctx = until(today() - Days::new(1), true, Role::System, &profile);
    let (_, effects) = State::Active.apply(Event::Renew, &ctx).expect("is possible");
    assert_eq!(effects[0], Effect::Renewed { expires_on: "2027-11-17".parse().expect("is a date") });
}

#[test]
fn notice_is_given_sixty_days_before_and_only_where_there_is_a_renewal() {
    let profile = profile();
    let on = |days, renewal| {
        State::Active.apply(Event::GiveNotice, &until(today() + Days::new(days), renewal, Role::Contact, &profile))
    };
    assert!(on(60, true).is_ok());
    assert_eq!(on(59, true), Err(rule("3.3 notice_days")));
    assert_eq!(on(60, false), Err(rule("3.3 renewal")));
}

#[test]
fn nothing_is_terminated_while_a_project_runs() {
    let profile = profile();
    let ctx = Ctx { has_active_project: true, ..until(today(), false, Role::Office, &profile) };
    for state in [State::Active, State::Expired] {
        assert_eq!(refused(state, Event::Terminate, &ctx), rule("3.3 active_project"));
    }
}
