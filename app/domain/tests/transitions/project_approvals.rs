use chrono::Days;
use domain::access::Role;
use domain::notice::Notice;
use domain::profile::{ApprovalMode, ContentLock, Party, Profile, RejectPolicy, load_embedded};
use domain::project::approvals::{Approvals, Given};
use domain::project::{ContentHash, Ctx, Effect, Event, State};
use domain::refusal::Refusal;

use super::project::{favourable, notices, person, rule};
use super::today;

const FIRST: ContentHash = ContentHash([1; 32]);
const SECOND: ContentHash = ContentHash([2; 32]);

fn shipped(slug: &str) -> Profile {
    load_embedded().expect("is shipped").institution(slug).expect("is shipped").clone()
}

fn given(party: Party, by: u128) -> Given {
    Given { party, by: person(by), content: FIRST }
}

/// The context of an answer by that role and person to the first content.
fn answering<'a>(profile: &'a Profile, role: Role, by: u128, given: &'a [Given]) -> Ctx<'a> {
    let ctx = favourable(Event::Approve, role, profile);
    Ctx { person: Some(person(by)), given, content: FIRST, seen: FIRST, delegated: false, ..ctx }
}

fn approve(ctx: &Ctx) -> Result<(State, Vec<Notice>), Refusal> {
    State::Pending.apply(Event::Approve, ctx).map(|(state, effects)| (state, notices(&effects)))
}

fn submit(ctx: &Ctx) -> (State, Vec<Effect>) {
    State::Draft.apply(Event::Submit, ctx).expect("is possible")
}

#[test]
fn who_submits_for_the_host_agrees_for_it_and_the_next_group_is_asked() {
    let upo = shipped("upo");
    let (state, effects) = submit(&answering(&upo, Role::Contact, 1, &[]));
    assert_eq!((state, notices(&effects)), (State::Pending, vec![Notice::E30]));
    assert!(effects.contains(&Effect::KeepApproval { party: Party::Host }));
    assert!(effects.contains(&Effect::HashContent) && effects.contains(&Effect::LockContent));
    let (_, effects) = submit(&answering(&upo, Role::Office, 2, &[]));
    assert!(!effects.contains(&Effect::KeepApproval { party: Party::Host }), "the office does not agree for the host");
}

#[test]
fn groups_come_one_after_the_other_and_parties_of_a_group_in_any_order() {
    let ecampus = shipped("ecampus");
    let host = [given(Party::Host, 1)];
    assert_eq!(approve(&answering(&ecampus, Role::AcademicTutor, 3, &host)), Err(rule("3.6 not_open")));
    let asked = Ok((State::Pending, vec![Notice::E31, Notice::E30]));
    assert_eq!(approve(&answering(&ecampus, Role::Trainee, 2, &host)), asked);
    let two = [host[0], given(Party::Trainee, 2)];
    assert_eq!(approve(&answering(&ecampus, Role::Trainee, 2, &two)), Err(rule("3.6 decided")));
    for (role, by, other) in [(Role::Office, 4, Party::AcademicTutor), (Role::AcademicTutor, 3, Party::Office)] {
        assert_eq!(approve(&answering(&ecampus, role, by, &two)), Ok((State::Pending, vec![Notice::E31])), "{role:?}");
        let three = [two[0], two[1], given(other, 5)];
        let last = approve(&answering(&ecampus, role, by, &three));
        assert_eq!(last, Ok((State::Approved, vec![Notice::E31, Notice::E33])), "{role:?}");
    }
}

#[test]
fn only_parties_the_profile_asks_have_a_say() {
    let upo = shipped("upo");
    let host = [given(Party::Host, 1)];
    for role in [Role::Trainee, Role::AcademicTutor, Role::HostTutor] {
        assert_eq!(approve(&answering(&upo, role, 3, &host)), Err(rule("1 actor")), "{role:?}");
    }
    assert_eq!(approve(&answering(&upo, Role::Office, 3, &host)), Ok((State::Approved, vec![Notice::E31, Notice::E33])));
}

#[test]
fn what_is_approved_is_what_is_stored() {
    let upo = shipped("upo");
    let host = [given(Party::Host, 1)];
    let stale = Ctx { content: SECOND, given: &[], ..answering(&upo, Role::Contact, 1, &host) };
    assert_eq!(approve(&stale), Err(rule("3.6 content")));
    let changed = Ctx { content: SECOND, seen: SECOND, ..answering(&upo, Role::Office, 2, &host) };
    assert_eq!(approve(&changed), Err(rule("3.6 not_open")), "the host agreed to another content");
}

#[test]
fn nobody_agrees_twice_under_two_roles_unless_the_profile_allows_it() {
    let mut ecampus = shipped("ecampus");
    let two = [given(Party::Host, 1), given(Party::Trainee, 2)];
    assert_eq!(approve(&answering(&ecampus, Role::AcademicTutor, 1, &two)), Err(rule("1 same_person")));
    ecampus.project.same_person_ok = true;
    let persons = [(Party::AcademicTutor, person(1))];
    let skipped = Ctx { persons: &persons, ..answering(&ecampus, Role::Office, 4, &two) };
    assert_eq!(approve(&skipped), Ok((State::Approved, vec![Notice::E31, Notice::E33])), "the tutor agreed as the host");
    let strict = shipped("ecampus");
    let asked = Ctx { profile: &strict, ..skipped };
    assert_eq!(approve(&asked), Ok((State::Pending, vec![Notice::E31])));
}

#[test]
fn a_host_tutor_agrees_for_the_host_only_where_that_was_delegated() {
    let mut upo = shipped("upo");
    upo.project.approvals.reverse();
    let office = [given(Party::Office, 9)];
    let tutor = answering(&upo, Role::HostTutor, 2, &office);
    assert_eq!(approve(&tutor), Err(rule("1 actor")));
    assert!(approve(&Ctx { delegated: true, ..tutor }).is_ok());
}

#[test]
fn a_party_that_signs_needs_a_signature() {
    let mut profile = shipped("ecampus");
    profile.project.approvals[1][0].mode = ApprovalMode::Sign;
    profile.project.approvals[0][0].mode = ApprovalMode::Sign;
    let host = [given(Party::Host, 1)];
    let unsigned = Ctx { signed_now: false, ..answering(&profile, Role::Trainee, 2, &host) };
    assert_eq!(approve(&unsigned), Err(rule("3.6 signature")));
    assert!(approve(&Ctx { signed_now: true, ..unsigned }).is_ok());
    let (_, effects) = submit(&Ctx { signed_now: false, ..answering(&profile, Role::Contact, 1, &[]) });
    assert!(!effects.contains(&Effect::KeepApproval { party: Party::Host }), "submitting is not signing");
}

#[test]
fn links_of_mails_answer_only_for_the_parties_of_the_profile() {
    let ecampus = shipped("ecampus");
    let two = [given(Party::Host, 1), given(Party::Trainee, 2)];
    let by_link = |role, by| Ctx { by_link: true, ..answering(&ecampus, role, by, &two) };
    assert!(approve(&by_link(Role::AcademicTutor, 3)).is_ok());
    assert_eq!(approve(&by_link(Role::Office, 4)), Err(rule("3.6 link_approval")));
}

#[test]
fn not_approving_needs_a_reason_and_resets_or_keeps_what_was_approved() {
    let mut ecampus = shipped("ecampus");
    let host = [given(Party::Host, 1)];
    let refuse = |profile: &Profile, note| {
        State::Pending.apply(Event::Refuse, &Ctx { note, ..answering(profile, Role::Trainee, 2, &host) })
    };
    assert_eq!(refuse(&ecampus, " 123456789 "), Err(Refusal::NoteShort { min: 10 }));
    let (state, effects) = refuse(&ecampus, "troppo generico").expect("is possible");
    assert_eq!((state, notices(&effects)), (State::Draft, vec![Notice::E32]));
    assert!(effects.contains(&Effect::ResetApprovals) && effects.contains(&Effect::UnlockContent));
    ecampus.project.reject_policy = RejectPolicy::ToDraftKeep;
    let (_, effects) = refuse(&ecampus, "troppo generico").expect("is possible");
    assert!(!effects.contains(&Effect::ResetApprovals) && effects.contains(&Effect::MarkReturned));
}

#[test]
fn kept_approvals_count_again_for_the_same_content_only() {
    let mut ecampus = shipped("ecampus");
    ecampus.project.reject_policy = RejectPolicy::ToDraftKeep;
    let two = [given(Party::Host, 1), given(Party::Trainee, 2)];
    let waiting = |content| {
        let groups = &ecampus.project.approvals;
        Approvals { groups, given: &two, content, persons: &[], same_person_ok: false }.open_group()
    };
    assert_eq!(waiting(FIRST), Some(2));
    assert_eq!(waiting(SECOND), Some(0));
}

#[test]
fn it_is_recalled_until_somebody_else_agreed() {
    let ecampus = shipped("ecampus");
    let recall = |given: &[Given]| {
        State::Pending.apply(Event::Recall, &answering(&ecampus, Role::Contact, 1, given)).map(|(state, _)| state)
    };
    assert_eq!(recall(&[given(Party::Host, 1)]), Ok(State::Draft));
    assert_eq!(recall(&[given(Party::Host, 1), given(Party::Trainee, 2)]), Err(rule("3.6 approved_by_others")));
}

#[test]
fn the_content_is_open_until_the_first_approval_only_where_the_profile_says_so() {
    let mut ecampus = shipped("ecampus");
    let host = [given(Party::Host, 1)];
    let save = |profile: &Profile, given: &[Given]| {
        State::Pending.apply(Event::Save, &answering(profile, Role::Contact, 1, given)).map(|(_, effects)| effects)
    };
    assert_eq!(save(&ecampus, &host), Err(rule("3.6 content_lock")));
    ecampus.project.content_lock = ContentLock::FirstApproval;
    assert!(save(&ecampus, &host).is_ok_and(|effects| effects.contains(&Effect::HashContent)));
    let two = [host[0], given(Party::Trainee, 2)];
    assert_eq!(save(&ecampus, &two), Err(rule("3.6 content_lock")));
    let (_, effects) = State::Pending.apply(Event::Approve, &answering(&ecampus, Role::Trainee, 2, &host)).expect("is possible");
    assert!(effects.contains(&Effect::LockContent));
}

#[test]
fn a_slip_of_the_pen_keeps_the_approvals_and_any_other_correction_asks_again_after_the_host() {
    let ecampus = shipped("ecampus");
    let ctx = answering(&ecampus, Role::Office, 4, &[]);
    let (state, effects) = State::Approved.apply(Event::Correct, &ctx).expect("is possible");
    assert_eq!(state, State::Pending);
    assert!(effects.contains(&Effect::ReopenAfterHost));
    let slip = Ctx { material_error: true, ..ctx };
    let outcome = State::Approved.apply(Event::Correct, &slip);
    assert_eq!(outcome, Ok((State::Approved, vec![Effect::HashContent, Effect::CarryApprovals, Effect::ClearSignatures])));
    let silent = Ctx { note: "", ..slip.clone() };
    assert_eq!(State::Approved.apply(Event::Correct, &silent), Err(Refusal::NoteShort { min: 10 }));
    let mut upo = shipped("upo");
    upo.project.approvals.truncate(1);
    let alone = Ctx { profile: &upo, material_error: false, ..slip };
    assert_eq!(State::Approved.apply(Event::Correct, &alone).map(|(state, _)| state), Ok(State::Approved));
}

#[test]
fn another_tutor_is_asked_anew_and_the_others_are_not() {
    let ecampus = shipped("ecampus");
    let ctx = answering(&ecampus, Role::Office, 4, &[]);
    let (_, effects) = State::Pending.apply(Event::ReplaceTutor, &ctx).expect("is possible");
    assert!(effects.contains(&Effect::ResetApproval { party: Party::AcademicTutor }));
    assert!(effects.contains(&Effect::CarryApprovals));
    let trainee = Ctx { replaced: Party::Trainee, ..ctx };
    assert_eq!(State::Pending.apply(Event::ReplaceTutor, &trainee), Err(rule("3.6 replaced")));
}

#[test]
fn the_last_approval_on_the_day_of_the_start_activates_at_once() {
    let upo = shipped("upo");
    let host = [given(Party::Host, 1)];
    let ctx = Ctx { start: today(), ..answering(&upo, Role::Office, 2, &host) };
    assert_eq!(approve(&ctx), Ok((State::Active, vec![Notice::E31, Notice::E33, Notice::E35])));
    let tomorrow = Ctx { start: ctx.start + Days::new(1), ..ctx };
    assert_eq!(approve(&tomorrow), Ok((State::Approved, vec![Notice::E31, Notice::E33])));
}
