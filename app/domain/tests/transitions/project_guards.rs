use chrono::{Days, NaiveDate};
use domain::access::Role;
use domain::insurance::Light;
use domain::notice::Notice;
use domain::profile::{Profile, ProjectKind, StartMode, load_embedded};
use domain::project::{Ctx, Effect, Event, Received, State, Timer};
use domain::refusal::Refusal;
use domain::rules::{Finding, Level, Reason, Remedy, RuleId};
use domain::signing::Means;

use super::project::{favourable, notices, profile, rule};
use super::today;

fn shipped(slug: &str) -> Profile {
    load_embedded().expect("is shipped").institution(slug).expect("is shipped").clone()
}

fn refused(state: State, event: Event, ctx: &Ctx) -> Refusal {
    state.apply(event, ctx).expect_err("is refused")
}

fn finding(rule: RuleId, level: Level) -> Finding {
    let reason = Reason::FewHours { minutes: 60, wanted: 90, credits: 1 };
    Finding { rule, level, reason, remedy: Remedy::AskOffice }
}

fn timers(effects: &[Effect]) -> Vec<Timer> {
    let mut scheduled = effects.iter().filter_map(|effect| match effect {
        Effect::Schedule { timers } => Some(timers.clone()),
        _ => None,
    });
    scheduled.next_back().expect("schedules")
}

#[test]
fn a_start_needs_a_student_a_convention_and_a_linked_tutor() {
    let unimi = shipped("unimi");
    let good = Ctx::new(today(), Role::Contact, &unimi);
    let (state, effects) = State::start(&good).expect("is possible");
    assert_eq!((state, notices(&effects)), (State::Draft, vec![Notice::E30i]));
    for (ctx, name) in [
        (Ctx { student_eligible: false, ..good.clone() }, "3.6 student"),
        (Ctx { placement_registered: false, ..good.clone() }, "3.6 placement"),
        (Ctx { covered: false, ..good.clone() }, "R-08"),
        (Ctx { tutor_linked: false, ..good.clone() }, "3.6 tutor_linked"),
        (Ctx { start_mode: StartMode::SchoolAssigned, ..good.clone() }, "3.6 start_mode"),
    ] {
        assert_eq!(State::start(&ctx), Err(rule(name)));
    }
    let upo = shipped("upo");
    let ctx = Ctx { placement_registered: false, ..Ctx::new(today(), Role::HostTutor, &upo) };
    assert!(State::start(&ctx).is_ok(), "placement is asked for only where the profile wants it");
}

#[test]
fn only_the_creator_deletes_and_only_what_was_never_submitted() {
    let profile = profile();
    let good = favourable(Event::Delete, Role::Contact, &profile);
    let (_, effects) = State::Draft.apply(Event::Delete, &good).expect("is possible");
    assert_eq!(effects, [Effect::Erase]);
    let ctx = Ctx { is_creator: false, ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Delete, &ctx), rule("3.6 creator"));
    let ctx = Ctx { was_submitted: true, ..good };
    assert_eq!(refused(State::Draft, Event::Delete, &ctx), rule("3.6 was_submitted"));
}

#[test]
fn nothing_is_submitted_that_a_rule_blocks_or_a_warning_of_which_was_not_read() {
    let profile = profile();
    let good = favourable(Event::Submit, Role::Contact, &profile);
    let incomplete = Ctx { complete: false, ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Submit, &incomplete), rule("3.6 complete"));
    let findings = [finding(RuleId::R31, Level::Warning), finding(RuleId::R01, Level::Block)];
    let blocked = Ctx { findings: &findings, acknowledged: &[RuleId::R31, RuleId::R01], ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Submit, &blocked), rule("R-01"));
    let warned = Ctx { findings: &findings[..1], ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Submit, &warned), rule("R-31 not_acknowledged"));
    let read = Ctx { acknowledged: &[RuleId::R31], ..warned };
    assert!(State::Draft.apply(Event::Submit, &read).is_ok());
}

#[test]
fn a_red_light_stops_the_submission_and_an_amber_one_the_activation() {
    let profile = profile();
    let with = |event, light| Ctx { light, ..favourable(event, Role::Office, &profile) };
    assert_eq!(refused(State::Draft, Event::Submit, &with(Event::Submit, Light::Red)), rule("R-23"));
    assert!(State::Draft.apply(Event::Submit, &with(Event::Submit, Light::Amber)).is_ok());
    assert_eq!(refused(State::Approved, Event::Activate, &with(Event::Activate, Light::Amber)), rule("R-23"));
}

#[test]
fn an_activation_needs_everything() {
    let mut profile = profile();
    profile.project.physical_copies = 3;
    let good = Ctx { copies: 3, ..favourable(Event::Activate, Role::Office, &profile) };
    assert!(State::Approved.apply(Event::Activate, &good).is_ok());
    let blocks = [finding(RuleId::R34, Level::Block)];
    for (ctx, name) in [
        (Ctx { covered: false, ..good.clone() }, "R-08"),
        (Ctx { findings: &blocks, ..good.clone() }, "R-34"),
        (Ctx { light: Light::Red, ..good.clone() }, "R-23"),
        (Ctx { signed: &[], ..good.clone() }, "6 signatures"),
        (Ctx { copies: 2, ..good.clone() }, "3.6 copies"),
        (Ctx { copies_on: Some(today()), ..good.clone() }, "R-16"),
        (Ctx { start: today() - Days::new(1), ..good.clone() }, "R-16"),
        (Ctx { kind: ProjectKind::Extracurricular, communicated: false, ..good.clone() }, "R-17"),
    ] {
        assert_eq!(refused(State::Approved, Event::Activate, &ctx), rule(name));
    }
}

#[test]
fn the_timer_activates_on_the_day_of_the_start_and_not_before() {
    let upo = shipped("upo");
    let on = |start| Ctx { start, ..favourable(Event::Activate, Role::System, &upo) };
    assert!(State::Approved.apply(Event::Activate, &on(today())).is_ok());
    let early = on(today() + Days::new(1));
    assert_eq!(refused(State::Approved, Event::Activate, &early), rule("3.6 not_due"));
    let office = Ctx { actor: Role::Office, ..early };
    assert!(State::Approved.apply(Event::Activate, &office).is_ok(), "the office may confirm before");
}

#[test]
fn where_the_office_activates_the_timer_does_not() {
    let unimi = shipped("unimi");
    let system = favourable(Event::Activate, Role::System, &unimi);
    assert_eq!(refused(State::Approved, Event::Activate, &system), rule("3.6 activation"));
}

#[test]
fn a_project_lapses_on_the_day_after_its_start() {
    let profile = profile();
    for state in [State::Pending, State::Approved] {
        let on = |start| Ctx { start, ..favourable(Event::Lapse, Role::System, &profile) };
        assert_eq!(refused(state, Event::Lapse, &on(today())), rule("3.6 not_due"));
        assert!(state.apply(Event::Lapse, &on(today() - Days::new(1))).is_ok());
    }
}

#[test]
fn an_approved_project_waits_for_its_start_with_reminders_on_the_way() {
    let mut upo = shipped("upo");
    upo.project.approvals.truncate(1);
    let start: NaiveDate = "2027-01-01".parse().expect("is a date");
    let submit = |kind| {
        let ctx = Ctx { start, kind, communicated: false, ..favourable(Event::Submit, Role::Contact, &upo) };
        State::Draft.apply(Event::Submit, &ctx).expect("is possible")
    };
    let day = |text: &str| text.parse().expect("is a date");
    let end = [Timer { event: Event::Activate, on: start }, Timer { event: Event::Lapse, on: day("2027-01-02") }];
    let (state, effects) = submit(ProjectKind::Curricular);
    assert_eq!((state, timers(&effects)), (State::Approved, end.to_vec()));
    let (_, effects) = submit(ProjectKind::Extracurricular);
    let reminders = ["2026-12-27", "2026-12-30", "2026-12-31"].map(|on| Timer { event: Event::RemindCommunication, on: day(on) });
    assert_eq!(timers(&effects), [reminders.as_slice(), &end].concat());
}

#[test]
fn papers_are_taken_in_turn_and_copies_are_counted_by_the_office() {
    let unimi = shipped("unimi");
    let copies = |actor, count| Ctx { received: Received::Copies { count }, ..favourable(Event::RecordDocuments, actor, &unimi) };
    let (_, effects) = State::Approved.apply(Event::RecordDocuments, &copies(Role::Office, 3)).expect("is possible");
    assert_eq!(effects, [Effect::KeepCopies { count: 3 }]);
    assert_eq!(refused(State::Approved, Event::RecordDocuments, &copies(Role::Office, 4)), rule("3.6 copies"));
    assert_eq!(refused(State::Approved, Event::RecordDocuments, &copies(Role::Trainee, 3)), rule("1 actor"));
    let profile = profile();
    let paper = Received::Signature { signer: Role::LegalRep, means: Means::Paper };
    let by_contact = Ctx { received: paper, ..favourable(Event::RecordDocuments, Role::Contact, &profile) };
    assert_eq!(refused(State::Approved, Event::RecordDocuments, &by_contact), rule("6 paper"));
}

#[test]
fn the_last_paper_on_the_day_of_the_start_activates_at_once() {
    let profile = profile();
    let ctx = Ctx { start: today(), ..favourable(Event::RecordDocuments, Role::LegalRep, &profile) };
    let (state, effects) = State::Approved.apply(Event::RecordDocuments, &ctx).expect("is possible");
    assert_eq!((state, notices(&effects)), (State::Active, vec![Notice::E35]));
}

#[test]
fn only_what_never_began_is_annulled() {
    let profile = profile();
    let good = favourable(Event::Annul, Role::Office, &profile);
    let begun = Ctx { never_begun: false, ..good.clone() };
    assert_eq!(refused(State::Active, Event::Annul, &begun), rule("3.6 never_begun"));
    let later = Ctx { effective_on: today() + Days::new(1), ..good };
    assert_eq!(refused(State::Active, Event::Annul, &later), rule("3.6 effective_on"));
}

#[test]
fn an_extension_is_later_insured_and_within_the_rules() {
    let profile = profile();
    let good = favourable(Event::Extend, Role::Office, &profile);
    let blocks = [finding(RuleId::R05, Level::Block)];
    for (ctx, name) in [
        (Ctx { new_end: Some(good.end), ..good.clone() }, "3.6 new_end"),
        (Ctx { findings: &blocks, ..good.clone() }, "R-05"),
        (Ctx { light: Light::Amber, ..good.clone() }, "R-23"),
    ] {
        assert_eq!(refused(State::Active, Event::Extend, &ctx), rule(name));
    }
    let communicated = Ctx { kind: ProjectKind::Extracurricular, ..good };
    let (_, effects) = State::Active.apply(Event::Extend, &communicated).expect("is possible");
    assert_eq!(notices(&effects), [Notice::E41, Notice::E36]);
}

#[test]
fn a_suspension_ends_in_time_and_earlier_only_by_the_office() {
    let profile = profile();
    let later = today() + Days::new(1);
    let with = |role| Ctx { resume_on: later, ..favourable(Event::Resume, role, &profile) };
    assert_eq!(refused(State::Suspended, Event::Resume, &with(Role::System)), rule("3.6 not_due"));
    let made_up = Ctx { new_end: Some(later), ..with(Role::Office) };
    let (_, effects) = State::Suspended.apply(Event::Resume, &made_up).expect("is possible");
    assert!(effects.contains(&Effect::SetEnd { end: later }));
}

#[test]
fn the_end_is_the_last_day() {
    let profile = profile();
    let on = |event, end| Ctx { end, ..favourable(event, Role::System, &profile) };
    assert_eq!(refused(State::Active, Event::Complete, &on(Event::Complete, today())), rule("3.6 not_due"));
    let sixteen = on(Event::NearEnd, today() + Days::new(16));
    assert_eq!(refused(State::Active, Event::NearEnd, &sixteen), rule("3.6 not_due"));
    let early = Ctx { effective_on: today() + Days::new(1), ..favourable(Event::CloseEarly, Role::System, &profile) };
    assert_eq!(refused(State::Active, Event::CloseEarly, &early), rule("3.6 not_due"));
}

#[test]
fn an_attestation_needs_seventy_per_cent_of_the_hours() {
    let profile = profile();
    let attended = |attendance| {
        let ctx = Ctx { attendance, ..favourable(Event::Archive, Role::Office, &profile) };
        notices(&State::Completed.apply(Event::Archive, &ctx).expect("is possible").1)
    };
    assert_eq!(attended(70), [Notice::E54]);
    assert_eq!(attended(69), []);
    let open = Ctx { evaluated: false, ..favourable(Event::Archive, Role::Office, &profile) };
    assert_eq!(refused(State::Completed, Event::Archive, &open), rule("3.6 evaluated"));
}

#[test]
fn what_waits_for_approval_takes_a_place() {
    let taking: Vec<State> = State::ALL.iter().copied().filter(|state| state.takes_a_place()).collect();
    assert_eq!(taking, [State::Pending, State::Approved, State::Active, State::Suspended]);
    assert!(State::Suspended.is_running() && !State::Approved.is_running());
}
