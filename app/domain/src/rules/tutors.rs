//! how many trainees a tutor follows at the same time.

use super::places::{Other, Span, peak};
use super::value::number;
use super::{Finding, Reason, Remedy, RuleId};
use crate::profile::{Profile, ProjectKind};

/// the host's tutor. Blocks an extracurricular traineeship, warns of the others.
pub fn r14(others: &[Other], span: Span, kind: ProjectKind, profile: &Profile) -> Option<Finding> {
    let (limit, trainees) = (number(profile, RuleId::R14, 0), peak(others, span, true) + 1);
    if trainees <= limit {
        return None;
    }
    let reason = Reason::TutorFull { limit, trainees };
    match kind {
        ProjectKind::Extracurricular => Finding::of(RuleId::R14, profile, reason, Remedy::OtherTutor),
        ProjectKind::Curricular | ProjectKind::Pcto => Finding::warning(RuleId::R14, profile, reason, Remedy::OtherTutor),
    }
}

/// the promoter's tutor.
pub fn r15(others: &[Other], span: Span, profile: &Profile) -> Option<Finding> {
    let (limit, trainees) = (number(profile, RuleId::R15, 0), peak(others, span, true) + 1);
    let reason = Reason::TutorFull { limit, trainees };
    if trainees > limit { Finding::of(RuleId::R15, profile, reason, Remedy::OtherTutor) } else { None }
}
