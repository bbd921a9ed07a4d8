//! What a transition of a project needs to know, and the guards several transitions share.

use chrono::NaiveDate;

use super::ContentHash;
use super::approvals::{Approvals, Given, parties_of};
use super::state::NOTE_MIN;
use crate::access::Role;
use crate::coded::require;
use crate::ids::AccountId;
use crate::insurance::Light;
use crate::profile::{Activation, Approval, Party, Profile, ProjectKind, RuleValue, StartMode};
use crate::refusal::Refusal;
use crate::rules::{Finding, Level, RuleId};
use crate::signing::{Means, Sequence};

/// What arrived of an approved project's papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    Signature {
        signer: Role,
        means: Means,
    },
    /// Signed copies on paper, counted by the office: how many there are now.
    Copies {
        count: i64,
    },
}

/// What a transition needs to know.
#[derive(Debug, Clone)]
pub struct Ctx<'a> {
    /// Today in Rome.
    pub today: NaiveDate,
    /// The role by which the actor acts: the answer of `access::may`.
    pub actor: Role,
    /// The acting person; the installation has none.
    pub person: Option<AccountId>,
    /// The profile the case follows.
    pub profile: &'a Profile,
    /// Note or reason given with the event.
    pub note: &'a str,
    pub kind: ProjectKind,
    pub start_mode: StartMode,
    /// The trainee was found by the exact matricola and may do a traineeship.
    pub student_eligible: bool,
    /// The trainee made the first access to the placement portal.
    pub placement_registered: bool,
    /// An active convention of the right kind covers the first day.
    pub covered: bool,
    /// The chosen tutor is linked to the chosen seat.
    pub tutor_linked: bool,
    /// The acting person began the draft.
    pub is_creator: bool,
    /// It was submitted once.
    pub was_submitted: bool,
    /// Every mandatory field is there and passes its check.
    pub complete: bool,
    /// What the rules found, now.
    pub findings: &'a [Finding],
    /// The warnings that were acknowledged with a note.
    pub acknowledged: &'a [RuleId],
    /// The worst of the required lights over the whole period.
    pub light: Light,
    pub given: &'a [Given],
    /// Who each party is, as far as it is known.
    pub persons: &'a [(Party, AccountId)],
    /// The hash of the content as it is now: as stored, and at the submission as it is to be stored.
    pub content: ContentHash,
    /// The hash of the content the acting person saw.
    pub seen: ContentHash,
    /// The host delegated its approval to its tutor.
    pub delegated: bool,
    /// The answer came by the link of a mail.
    pub by_link: bool,
    /// The acting party signed the document, and the copy passed its check (mode `sign`).
    pub signed_now: bool,
    /// Whose tutor is replaced.
    pub replaced: Party,
    /// The correction is flagged as a mere slip of the pen.
    pub material_error: bool,
    /// First and last day, as confirmed or else as planned; both inclusive.
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub received: Received,
    /// The copy at hand passed its check.
    pub file_ok: bool,
    /// The roles whose signature counts.
    pub signed: &'a [Role],
    /// Signed copies on paper so far, and the day the last one came.
    pub copies: i64,
    pub copies_on: Option<NaiveDate>,
    /// The compulsory communication's number is recorded.
    pub communicated: bool,
    /// From when a suspension or early end holds.
    pub effective_on: NaiveDate,
    /// First day after a suspension.
    pub resume_on: NaiveDate,
    /// The last day after an extension, or after a suspension that is made up for.
    pub new_end: Option<NaiveDate>,
    /// The trainee never came.
    pub never_begun: bool,
    /// Both questionnaires, timesheet and report are accepted.
    pub evaluated: bool,
    /// Share of the planned hours attended, in per cent.
    pub attendance: i64,
}

impl<'a> Ctx<'a> {
    /// A context in which every guard holds that can: to be narrowed with `..Ctx::new(…)`. Nobody has agreed yet; it starts
    /// today and lasts a hundred days.
    pub fn new(today: NaiveDate, actor: Role, profile: &'a Profile) -> Self {
        Self {
            today,
            actor,
            person: None,
            profile,
            note: "",
            kind: ProjectKind::Curricular,
            start_mode: StartMode::KnownStudent,
            student_eligible: true,
            placement_registered: true,
            covered: true,
            tutor_linked: true,
            is_creator: true,
            was_submitted: false,
            complete: true,
            findings: &[],
            acknowledged: &[],
            light: Light::Green,
            given: &[],
            persons: &[],
            content: ContentHash::default(),
            seen: ContentHash::default(),
            delegated: false,
            by_link: false,
            signed_now: true,
            replaced: Party::AcademicTutor,
            material_error: false,
            start: today,
            end: today.checked_add_days(chrono::Days::new(100)).unwrap_or(today),
            received: Received::Copies { count: profile.project.physical_copies },
            file_ok: true,
            signed: &[],
            copies: profile.project.physical_copies,
            copies_on: today.pred_opt(),
            communicated: true,
            effective_on: today,
            resume_on: today,
            new_end: None,
            never_begun: true,
            evaluated: true,
            attendance: 100,
        }
    }

    /// The approvals of the content as stored.
    pub fn approvals(&self) -> Approvals<'_> {
        Approvals {
            groups: &self.profile.project.approvals,
            given: self.given,
            content: self.content,
            persons: self.persons,
            same_person_ok: self.profile.project.same_person_ok,
        }
    }

    pub(super) fn sequence<'b>(&'b self, signed: &'b [Role]) -> Sequence<'b> {
        Sequence { steps: &self.profile.project.signatures, signed }
    }

    pub(super) fn note_long_enough(&self) -> Result<(), Refusal> {
        let length = i64::try_from(self.note.trim().chars().count()).unwrap_or(i64::MAX);
        if length < NOTE_MIN { Err(Refusal::NoteShort { min: NOTE_MIN }) } else { Ok(()) }
    }

    /// No rule blocks. Refuses with the first that does.
    pub(super) fn no_block(&self) -> Result<(), Refusal> {
        let block = self.findings.iter().find(|finding| finding.level == Level::Block);
        block.map_or(Ok(()), |finding| require(false, finding.rule.code()))
    }

    /// Every warning was acknowledged. Refuses with the first that was not.
    pub(super) fn all_acknowledged(&self) -> Result<(), Refusal> {
        let unread =
            self.findings.iter().find(|finding| finding.level == Level::Warning && !self.acknowledged.contains(&finding.rule));
        unread.map_or(Ok(()), |finding| require(false, &format!("{} not_acknowledged", finding.rule.code())))
    }

    /// The parties the actor can agree for whose agreement is asked for here.
    pub(super) fn own_parties(&self) -> impl Iterator<Item = Party> {
        let own = parties_of(self.actor, self.delegated).iter().copied();
        own.filter(|party| self.approvals().has_party(*party))
    }

    /// The approval that is the actor's to give now.
    pub(super) fn turn(&self) -> Result<Approval, Refusal> {
        let approvals = self.approvals();
        let waiting: Vec<Approval> = approvals.waiting().collect();
        let turn = self.own_parties().find_map(|party| waiting.iter().find(|approval| approval.party == party));
        if let Some(turn) = turn {
            return Ok(*turn);
        }
        require(!self.own_parties().any(|party| approvals.has_approved(party)), "3.6 decided")?;
        Err(Refusal::Rule { rule: "3.6 not_open".to_owned() })
    }

    /// Whether the installation activates by itself.
    pub(super) fn is_automatic(&self) -> bool {
        self.profile.project.activation == Activation::AutoOnStart
    }

    pub(super) fn needs_communication(&self) -> bool {
        self.profile.cob.kinds.contains(&self.kind)
    }

    /// Days before the start by which papers are delivered.
    pub(super) fn delivery_days(&self) -> u64 {
        match self.profile.rule(RuleId::R16.code()).map(|rule| &rule.value) {
            Some(RuleValue::Number(days)) => days.unsigned_abs(),
            Some(RuleValue::Numbers(_) | RuleValue::Flag(_)) | None => 1,
        }
    }

    /// Per cent of attendance an attestation needs.
    pub(super) fn attendance_needed(&self) -> i64 {
        match self.profile.rule("R-18").map(|rule| &rule.value) {
            Some(RuleValue::Number(share)) => *share,
            Some(RuleValue::Numbers(_) | RuleValue::Flag(_)) | None => 70,
        }
    }
}
