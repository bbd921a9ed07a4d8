//! From the first draft to the activation under different profiles: the same engine, other data.

use chrono::Days;
use domain::access::Role;
use domain::notice::Notice;
use domain::profile::{Party, Profile, SignatureMethod, load_all, load_embedded};
use domain::project::approvals::Given;
use domain::project::{ContentHash, Ctx, Effect, Event, Received, State};
use domain::refusal::Refusal;
use domain::signing::Means;

use super::project::{person, rule};
use super::today;

/// A profile that exists only here: other groups, signing, approvals kept after a refusal, activation by the office.
const OTHER: &str = r##"
slug = "collina"
name = "Università della Collina"
short_name = "UniCollina"
tax_code = "97735020584"
address = "Via della Prova 1, 20126 Milano"
sender = "stage@collina.example"
tint = "#17395c"
helpdesk.email = "aiuto@collina.example"

[project]
approvals = [["academic_tutor"], [{ party = "trainee", mode = "sign" }, { party = "host", mode = "sign" }], ["office"]]
signatures = [{ role = "legal_rep" }]
reject_policy = "to_draft_keep"
activation = "office"
"##;

/// A project as it is stored.
struct Case {
    profile: Profile,
    state: State,
    content: ContentHash,
    given: Vec<Given>,
    signed: Vec<Role>,
    notices: Vec<Notice>,
    /// Days from today to the start.
    start: u64,
}

impl Case {
    fn new(profile: Profile) -> Self {
        let (state, _) = State::start(&Ctx::new(today(), Role::Contact, &profile)).expect("starts");
        let content = ContentHash([1; 32]);
        Self { profile, state, content, given: Vec::new(), signed: Vec::new(), notices: Vec::new(), start: 10 }
    }

    fn of(slug: &str) -> Self {
        Self::new(load_embedded().expect("is shipped").institution(slug).expect("is shipped").clone())
    }

    /// Applies an event as that role, a person of its own, and stores what follows.
    fn on(&mut self, event: Event, role: Role) -> Result<State, Refusal> {
        let by = person(Role::ALL.iter().position(|one| *one == role).unwrap_or_default() as u128);
        let (profile, given, signed) = (self.profile.clone(), self.given.clone(), self.signed.clone());
        let start = today() + Days::new(self.start);
        let ctx = Ctx {
            person: Some(by),
            note: "Obiettivi troppo generici",
            content: self.content,
            seen: self.content,
            given: &given,
            signed: &signed,
            start,
            received: Received::Signature { signer: Role::LegalRep, means: Means::File(SignatureMethod::Pades) },
            ..Ctx::new(today(), role, &profile)
        };
        let (state, effects) = self.state.apply(event, &ctx)?;
        self.state = state;
        for effect in effects {
            match effect {
                Effect::KeepApproval { party } => self.given.push(Given { party, by, content: self.content }),
                Effect::ResetApprovals => self.given.clear(),
                Effect::KeepSignature { signer, .. } => self.signed.push(signer),
                Effect::ClearSignatures => self.signed.clear(),
                Effect::Notify { notice } => self.notices.push(notice),
                _ => {}
            }
        }
        Ok(state)
    }

    fn told(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }
}

#[test]
fn upo_host_then_office_and_the_timer_activates() {
    let mut case = Case::of("upo");
    assert_eq!(case.on(Event::Submit, Role::Contact), Ok(State::Pending));
    assert_eq!(case.told(), [Notice::E30]);
    assert_eq!(case.on(Event::Approve, Role::Office), Ok(State::Approved));
    assert_eq!(case.told(), [Notice::E31, Notice::E33]);
    assert_eq!(case.on(Event::Activate, Role::System), Err(rule("3.6 not_due")));
    case.start = 0;
    assert_eq!(case.on(Event::Activate, Role::System), Ok(State::Active));
    assert_eq!(case.told(), [Notice::E35]);
}

#[test]
fn ecampus_trainee_then_tutor_and_office_in_any_order() {
    let mut case = Case::of("ecampus");
    assert_eq!(case.on(Event::Submit, Role::Contact), Ok(State::Pending));
    assert_eq!(case.on(Event::Approve, Role::Office), Err(rule("3.6 not_open")));
    assert_eq!(case.on(Event::Refuse, Role::Trainee), Ok(State::Draft));
    assert_eq!(case.told(), [Notice::E30, Notice::E32]);
    case.content = ContentHash([2; 32]);
    assert_eq!(case.on(Event::Submit, Role::Contact), Ok(State::Pending));
    assert_eq!(case.on(Event::Approve, Role::Trainee), Ok(State::Pending));
    assert_eq!(case.on(Event::Approve, Role::Office), Ok(State::Pending));
    assert_eq!(case.told(), [Notice::E30, Notice::E31, Notice::E30, Notice::E31]);
    case.start = 0;
    assert_eq!(case.on(Event::Approve, Role::AcademicTutor), Ok(State::Active), "it is the day of the start");
    assert_eq!(case.told(), [Notice::E31, Notice::E33, Notice::E35]);
}

#[test]
fn another_profile_has_other_groups_signs_keeps_approvals_and_leaves_activation_to_the_office() {
    let profiles = load_all(&[("collina.toml", OTHER)]).expect("has no mistake");
    let mut case = Case::new(profiles.institution("collina").expect("is there").clone());
    assert_eq!(case.on(Event::Submit, Role::Contact), Ok(State::Pending));
    assert_eq!(case.given, [], "the host's turn comes later");
    assert_eq!(case.on(Event::Approve, Role::AcademicTutor), Ok(State::Pending));
    assert_eq!(case.on(Event::Refuse, Role::Trainee), Ok(State::Draft));
    assert_eq!(case.on(Event::Submit, Role::Contact), Ok(State::Pending));
    let parties: Vec<Party> = case.given.iter().map(|given| given.party).collect();
    assert_eq!(parties, [Party::AcademicTutor, Party::Host], "kept, and the host agrees by submitting what it signed");
    assert_eq!(case.on(Event::Approve, Role::AcademicTutor), Err(rule("3.6 decided")));
    assert_eq!(case.on(Event::Approve, Role::Trainee), Ok(State::Pending));
    assert_eq!(case.on(Event::Approve, Role::Office), Ok(State::Approved));
    assert!(case.told().ends_with(&[Notice::E31, Notice::E33, Notice::E34]));
    assert_eq!(case.on(Event::Activate, Role::Office), Err(rule("6 signatures")));
    assert_eq!(case.on(Event::RecordDocuments, Role::LegalRep), Ok(State::Approved));
    assert_eq!(case.on(Event::Activate, Role::System), Err(rule("3.6 activation")));
    assert_eq!(case.on(Event::Activate, Role::Office), Ok(State::Active));
}

#[test]
fn two_officers_at_once_are_one_decision() {
    let mut case = Case::of("upo");
    case.on(Event::Submit, Role::Contact).expect("is possible");
    assert_eq!(case.on(Event::Approve, Role::Office), Ok(State::Approved));
    let late = case.on(Event::Approve, Role::Admin);
    assert_eq!(late, Err(Refusal::illegal("approved", "approve")));
    assert_eq!(case.on(Event::Refuse, Role::Admin), Err(Refusal::illegal("approved", "refuse")));
}
