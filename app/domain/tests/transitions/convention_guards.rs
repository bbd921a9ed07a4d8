use chrono::Days;
use domain::access::Role;
use domain::convention::{Ctx, Effect, Event, State};
use domain::notice::Notice;
use domain::profile::{ActiveWhen, DocumentSource, Party, Profile, Severity, SignatureMethod, SignatureStep, load_embedded};
use domain::refusal::Refusal;
use domain::signing::Means;

use super::convention::{favourable, notices, rule};
use super::{profile, today};

fn refused(state: State, event: Event, ctx: &Ctx) -> Refusal {
    state.apply(event, ctx).expect_err("is refused")
}

fn shipped(slug: &str) -> Profile {
    load_embedded().expect("is shipped").institution(slug).expect("is shipped").clone()
}

fn signing<'a>(profile: &'a Profile, actor: Role, signed: &'a [Role], signer: Role) -> Ctx<'a> {
    Ctx { signed, signer, ..favourable(State::AwaitingSignatures, Event::RecordSignature, actor, profile) }
}

#[test]
fn only_an_accredited_host_proposes() {
    let profile = profile();
    let ctx = Ctx { host_accredited: false, ..Ctx::new(today(), Role::Contact, &profile) };
    assert_eq!(State::propose(&ctx), Err(rule("3.3 host_accredited")));
    assert_eq!(refused(State::Draft, Event::Submit, &ctx), rule("3.3 host_accredited"));
}

#[test]
fn a_second_open_request_of_the_same_kind_is_acknowledged_first() {
    let profile = profile();
    let ctx = Ctx { other_open_request: true, ..Ctx::new(today(), Role::Contact, &profile) };
    assert_eq!(State::propose(&ctx), Err(rule("3.3 other_open_request")));
    assert_eq!(State::propose(&Ctx { acknowledged: true, ..ctx }), Ok((State::Draft, vec![])));
}

#[test]
fn a_request_needs_its_answers_and_a_complete_legal_representative() {
    let profile = profile();
    let good = favourable(State::Draft, Event::Submit, Role::Contact, &profile);
    let ctx = Ctx { request_complete: false, ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Submit, &ctx), rule("3.3 request_complete"));
    let ctx = Ctx { legal_rep_complete: false, ..good.clone() };
    assert_eq!(refused(State::Draft, Event::Submit, &ctx), rule("R-21"));
    let mut relaxed = profile.clone();
    relaxed.rules = domain::profile::default_rules();
    relaxed.rules.get_mut("R-21").expect("is known").severity = Severity::Off;
    assert!(State::Draft.apply(Event::Submit, &Ctx { legal_rep_complete: false, profile: &relaxed, ..good }).is_ok());
}

#[test]
fn where_the_host_uploads_the_document_its_signed_copy_comes_first() {
    let ecampus = shipped("ecampus");
    let ctx = Ctx { host_copy_attached: false, ..favourable(State::Draft, Event::Submit, Role::Contact, &ecampus) };
    assert_eq!(refused(State::Draft, Event::Submit, &ctx), rule("3.3 host_copy"));
    let ctx = Ctx { signed: &[Role::LegalRep], ..favourable(State::Submitted, Event::Approve, Role::Office, &ecampus) };
    let (state, effects) = State::Submitted.apply(Event::Approve, &ctx).expect("is possible");
    assert_eq!((state, notices(&effects)), (State::AwaitingSignatures, vec![Notice::E11]));
    assert!(!effects.contains(&Effect::IssueDocument), "it was made at the first save");
}

#[test]
fn approving_numbers_once_and_makes_the_document() {
    let profile = profile();
    let ctx = favourable(State::Submitted, Event::Approve, Role::Office, &profile);
    let (_, effects) = State::Submitted.apply(Event::Approve, &ctx).expect("is possible");
    let lapse = Effect::Timer { event: Event::Lapse, on: today() + Days::new(90) };
    let told = Effect::Notify { notice: Notice::E11 };
    let approved = Effect::Approved { party: Party::Office };
    assert_eq!(effects, [approved, Effect::AssignNumber, Effect::IssueDocument, lapse, told]);
    let again = Ctx { number_assigned: true, ..ctx.clone() };
    let (_, effects) = State::Submitted.apply(Event::Approve, &again).expect("is possible");
    assert!(!effects.contains(&Effect::AssignNumber), "a convention keeps its number");
    let without = Ctx { document_ready: false, ..ctx };
    assert_eq!(refused(State::Submitted, Event::Approve, &without), rule("3.3 document"));
}

#[test]
fn approvals_go_step_by_step() {
    let mut profile = profile();
    profile.convention.approvals = vec![Party::Office, Party::Principal];
    let step = |approved_by, role| {
        let ctx = Ctx { approved_by, ..favourable(State::Submitted, Event::Approve, role, &profile) };
        State::Submitted.apply(Event::Approve, &ctx).map(|(state, effects)| (state, notices(&effects)))
    };
    assert_eq!(step(&[], Role::Principal), Err(rule("1 actor")));
    assert_eq!(step(&[], Role::Office), Ok((State::Submitted, vec![Notice::E10])));
    assert_eq!(step(&[Party::Office], Role::Office), Err(rule("1 actor")));
    assert_eq!(step(&[Party::Office], Role::Principal), Ok((State::AwaitingSignatures, vec![Notice::E11])));
}

#[test]
fn signatures_come_in_the_order_of_the_profile() {
    let profile = profile();
    let early = signing(&profile, Role::PromoterSignatory, &[], Role::PromoterSignatory);
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &early), rule("3.3 next_signer"));
    let twice = signing(&profile, Role::Contact, &[Role::LegalRep], Role::LegalRep);
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &twice), rule("3.3 next_signer"));
    let other_side = signing(&profile, Role::Contact, &[Role::LegalRep], Role::PromoterSignatory);
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &other_side), rule("1 actor"));
}

#[test]
fn the_last_signature_activates_at_once_where_nothing_else_is_missing() {
    let profile = profile();
    let last = signing(&profile, Role::PromoterSignatory, &[Role::LegalRep], Role::PromoterSignatory);
    let record = |ctx: &Ctx| {
        let (state, effects) = State::AwaitingSignatures.apply(Event::RecordSignature, ctx).expect("is possible");
        (state, notices(&effects))
    };
    assert_eq!(record(&last), (State::Active, vec![Notice::E13, Notice::E14]));
    for waits in [
        Ctx { protocol_recorded: false, ..last.clone() },
        Ctx { signatures_confirmed: false, ..last.clone() },
        Ctx { stamp_duty_settled: false, ..last.clone() },
    ] {
        assert_eq!(record(&waits), (State::AwaitingSignatures, vec![Notice::E13]));
    }
}

#[test]
fn nothing_is_activated_without_signatures_protocol_and_a_look_at_each() {
    let profile = profile();
    let good = favourable(State::AwaitingSignatures, Event::Activate, Role::Office, &profile);
    for (ctx, name) in [
        (Ctx { signed: &[Role::LegalRep], ..good.clone() }, "3.3 signatures"),
        (Ctx { protocol_recorded: false, ..good.clone() }, "3.3 protocol"),
        (Ctx { signatures_confirmed: false, ..good.clone() }, "6 signatures_confirmed"),
    ] {
        assert_eq!(refused(State::AwaitingSignatures, Event::Activate, &ctx), rule(name));
    }
    let mut strict = profile.clone();
    strict.rules = domain::profile::default_rules();
    let unstamped = Ctx { stamp_duty_settled: false, profile: &strict, ..good };
    assert_eq!(refused(State::AwaitingSignatures, Event::Activate, &unstamped), rule("R-22"));
    let accepted = Ctx { acknowledged: true, ..unstamped };
    assert!(State::AwaitingSignatures.apply(Event::Activate, &accepted).is_ok(), "a warning can be accepted");
}

#[test]
fn where_the_host_s_signature_is_enough_the_promoter_s_comes_later() {
    let unimi = shipped("unimi");
    let ctx = signing(&unimi, Role::Contact, &[], Role::LegalRep);
    let (state, effects) = State::AwaitingSignatures.apply(Event::RecordSignature, &ctx).expect("is possible");
    assert_eq!((state, notices(&effects)), (State::Active, vec![Notice::E13, Notice::E11, Notice::E14]));
    let scan = Ctx { means: Means::File(SignatureMethod::HandwrittenScan), ..ctx };
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &scan), rule("3.3 method"));
}

#[test]
fn where_it_is_generated_the_principal_does_it_after_both_signatures() {
    let school = shipped("alternanza");
    assert_eq!(school.convention.active_when, ActiveWhen::Generated);
    let submit = favourable(State::Draft, Event::Submit, Role::Principal, &school);
    let (state, effects) = State::Draft.apply(Event::Submit, &submit).expect("is possible");
    assert_eq!((state, notices(&effects)), (State::AwaitingSignatures, vec![Notice::E11]));
    let last = signing(&school, Role::LegalRep, &[Role::Principal], Role::LegalRep);
    let (state, _) = State::AwaitingSignatures.apply(Event::RecordSignature, &last).expect("is possible");
    assert_eq!(state, State::AwaitingSignatures);
    let both = Ctx { signed: &[Role::Principal, Role::LegalRep], actor: Role::Principal, ..last };
    assert!(State::AwaitingSignatures.apply(Event::Activate, &both).is_ok());
}

#[test]
fn a_copy_that_fails_its_check_is_not_kept() {
    let profile = profile();
    let ctx = Ctx { file_ok: false, ..signing(&profile, Role::Contact, &[], Role::LegalRep) };
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &ctx), rule("6 file_check"));
}

#[test]
fn paper_is_recorded_by_the_office_with_a_note_where_it_is_allowed() {
    fn office(profile: &Profile) -> Ctx<'_> {
        Ctx { means: Means::Paper, ..signing(profile, Role::Office, &[], Role::LegalRep) }
    }
    let mut profile = profile();
    let (_, effects) = State::AwaitingSignatures.apply(Event::RecordSignature, &office(&profile)).expect("is possible");
    assert!(effects.contains(&Effect::KeepSignature { signer: Role::LegalRep, means: Means::Paper }));
    let silent = Ctx { note: "", ..office(&profile) };
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &silent), Refusal::NoteShort { min: 10 });
    let contact = Ctx { actor: Role::Contact, ..office(&profile) };
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &contact), rule("6 paper"));
    profile.signature.paper_allowed = false;
    assert_eq!(refused(State::AwaitingSignatures, Event::RecordSignature, &office(&profile)), rule("6 paper"));
}

#[test]
fn going_back_to_the_draft_clears_signatures_unless_the_profile_keeps_them() {
    let mut profile = profile();
    let effects = |profile: &Profile| {
        let ctx = favourable(State::AwaitingSignatures, Event::Return, Role::Office, profile);
        State::AwaitingSignatures.apply(Event::Return, &ctx).expect("is possible").1
    };
    assert!(effects(&profile).contains(&Effect::ClearSignatures));
    profile.convention.back_to_draft_clears_signatures = false;
    assert!(!effects(&profile).contains(&Effect::ClearSignatures));
    assert!(effects(&profile).contains(&Effect::ClearApprovals));
}

#[test]
fn reasons_have_ten_characters() {
    let profile = profile();
    for (state, event) in [
        (State::Submitted, Event::Return),
        (State::Submitted, Event::Reject),
        (State::AwaitingSignatures, Event::Return),
        (State::Active, Event::Terminate),
    ] {
        let ctx = Ctx { note: " 123456789 ", ..favourable(state, event, Role::Office, &profile) };
        assert_eq!(refused(state, event, &ctx), Refusal::NoteShort { min: 10 });
    }
}

#[test]
fn an_alias_is_made_of_an_active_convention_with_the_same_host() {
    let profile = profile();
    let ctx = Ctx::new(today(), Role::Principal, &profile);
    assert_eq!(State::associate(State::Active, true, &ctx), Ok((State::Associated, vec![])));
    assert_eq!(State::associate(State::Expired, true, &ctx), Err(rule("3.3 linked_active")));
    assert_eq!(State::associate(State::Active, false, &ctx), Err(rule("3.3 same_host")));
    let contact = Ctx { actor: Role::Contact, ..ctx };
    assert_eq!(State::associate(State::Active, true, &contact), Err(rule("1 actor")));
}

#[test]
fn a_document_of_the_office_is_not_typeset_here() {
    let mut profile = profile();
    profile.convention.document = DocumentSource::Office;
    let ctx = favourable(State::Submitted, Event::Approve, Role::Office, &profile);
    let (_, effects) = State::Submitted.apply(Event::Approve, &ctx).expect("is possible");
    assert!(!effects.contains(&Effect::IssueDocument));
}

#[test]
fn an_optional_signature_does_not_keep_anybody_waiting() {
    let mut profile = profile();
    let optional = SignatureStep { role: Role::HostTutor, required: false, ..profile.convention.signatures[0].clone() };
    profile.convention.signatures.insert(1, optional);
    let ctx = signing(&profile, Role::PromoterSignatory, &[Role::LegalRep], Role::PromoterSignatory);
    let outcome = State::AwaitingSignatures.apply(Event::RecordSignature, &ctx).map(|(state, _)| state);
    assert_eq!(outcome, Ok(State::Active));
}
