//! The order of signers, from the profile: the same for conventions and projects. Source: domain reference 3.0
//! (`convention.signatures`, `project.signatures`), 3.3, 6.

use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::coded::require;
use crate::profile::{Profile, SignatureMethod, SignatureStep};
use crate::refusal::Refusal;

/// Fewest characters of the note with which paper is recorded.
pub const NOTE_MIN: i64 = 10;

/// How a signature came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// As a file, signed so.
    File(SignatureMethod),
    /// On paper, recorded by the office with a note; shown as such, never as valid.
    Paper,
}

/// A signature at hand.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Who puts it in place.
    pub actor: Role,
    pub signer: Role,
    pub means: Means,
    /// The file passed its check (type, size, active content; section 6).
    pub file_ok: bool,
    pub note: &'a str,
}

/// The steps of the profile and the roles that have signed so far.
#[derive(Debug, Clone, Copy)]
pub struct Sequence<'a> {
    pub steps: &'a [SignatureStep],
    /// In any order.
    pub signed: &'a [Role],
}

impl<'a> Sequence<'a> {
    /// The steps that can be done now, in the order of the profile: those after the last one done, up to and with the
    /// first that is required. An optional step that was passed over is closed.
    pub fn open(&self) -> impl Iterator<Item = &'a SignatureStep> + use<'a> {
        let done = self.steps.iter().rposition(|step| self.signed.contains(&step.role)).map_or(0, |last| last + 1);
        let left = &self.steps[done..];
        let open = left.iter().position(|step| step.required).map_or(left.len(), |required| required + 1);
        left[..open].iter()
    }

    /// Whose turn it is: the first of the open steps.
    pub fn turn(&self) -> Option<&'a SignatureStep> {
        self.open().next()
    }

    /// The open step of `role`.
    pub fn open_step(&self, role: Role) -> Option<&'a SignatureStep> {
        self.open().find(|step| step.role == role)
    }

    /// Whether every required step is done.
    pub fn is_complete(&self) -> bool {
        self.is_done(|_| true)
    }

    /// Whether every required step of the host is done.
    pub fn is_signed_by_host(&self) -> bool {
        self.is_done(|step| step.role.is_of_host())
    }

    /// Whether the signature at hand can be kept: its signer's turn, in a way the step allows. Refusals: `3.3 next_signer`,
    /// `3.3 method`, `6 file_check`, `6 paper`, `NoteShort`.
    pub fn check(&self, record: &Record, profile: &Profile) -> Result<(), Refusal> {
        require(may_record(record.actor, record.signer), "1 actor")?;
        let Some(step) = self.open_step(record.signer) else {
            return Err(Refusal::Rule { rule: "3.3 next_signer".to_owned() });
        };
        match record.means {
            Means::File(method) => {
                require(step.methods.contains(&method), "3.3 method")?;
                require(record.file_ok, "6 file_check")
            }
            Means::Paper => {
                require(is_staff(record.actor) && profile.signature.paper_allowed, "6 paper")?;
                let length = i64::try_from(record.note.trim().chars().count()).unwrap_or(i64::MAX);
                if length < NOTE_MIN { Err(Refusal::NoteShort { min: NOTE_MIN }) } else { Ok(()) }
            }
        }
    }

    fn is_done(&self, of: impl Fn(&SignatureStep) -> bool) -> bool {
        self.steps.iter().filter(|step| step.required && of(step)).all(|step| self.signed.contains(&step.role))
    }
}

/// Whether `actor` may put the signature of `signer` in place: everybody one's own, whoever speaks for the host the
/// host's, and for any signer whoever receives paper and certified mail for the promoter.
pub fn may_record(actor: Role, signer: Role) -> bool {
    let for_host = signer.is_of_host() && matches!(actor, Role::Contact | Role::LegalRep);
    actor == signer || for_host || is_staff(actor)
}

/// Whether the role acts for the promoter's office.
pub fn is_staff(role: Role) -> bool {
    matches!(role, Role::Office | Role::Admin | Role::Principal)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn step(role: Role, required: bool) -> SignatureStep {
        SignatureStep { role, methods: BTreeSet::from([SignatureMethod::Pades]), required }
    }

    fn open(steps: &[SignatureStep], signed: &[Role]) -> Vec<Role> {
        Sequence { steps, signed }.open().map(|step| step.role).collect()
    }

    #[test]
    fn required_steps_follow_one_another() {
        let steps = [step(Role::LegalRep, true), step(Role::PromoterSignatory, true)];
        assert_eq!(open(&steps, &[]), [Role::LegalRep]);
        assert_eq!(open(&steps, &[Role::LegalRep]), [Role::PromoterSignatory]);
        assert_eq!(open(&steps, &[Role::PromoterSignatory, Role::LegalRep]), []);
    }

    #[test]
    fn an_optional_step_can_be_passed_over_and_is_then_closed() {
        let steps = [step(Role::HostTutor, false), step(Role::LegalRep, true), step(Role::Trainee, false)];
        assert_eq!(open(&steps, &[]), [Role::HostTutor, Role::LegalRep]);
        assert_eq!(open(&steps, &[Role::HostTutor]), [Role::LegalRep]);
        assert_eq!(open(&steps, &[Role::LegalRep]), [Role::Trainee]);
        assert!(Sequence { steps: &steps, signed: &[Role::LegalRep] }.is_complete());
    }

    #[test]
    fn nobody_signs_for_the_other_side_but_the_office_records_what_it_received() {
        assert!(may_record(Role::Contact, Role::LegalRep));
        assert!(!may_record(Role::Contact, Role::PromoterSignatory));
        assert!(!may_record(Role::PromoterSignatory, Role::LegalRep));
        assert!(!may_record(Role::HostTutor, Role::LegalRep));
        assert!(may_record(Role::Office, Role::LegalRep));
        assert!(!may_record(Role::Trainee, Role::AcademicTutor));
    }
}
