//! All rules of a project at once, while one types and at each step.

use super::{Finding, HostFacts, Other, Step, TermFacts, TimeFacts};
use super::{r01, r02, r05, r08, r10, r11, r14, r15, r16, r23, r28, r31, r34};
use crate::accreditation::state::State;
use crate::convention::coverage::{Asked, Terms};
use crate::insurance::Lamp;
use crate::profile::Profile;

/// What is known so far; a rule whose facts are not there yet is silent.
#[derive(Debug, Clone, Default)]
pub struct Facts<'a> {
    pub host: Option<HostFacts<'a>>,
    pub term: Option<TermFacts>,
    pub time: Option<TimeFacts<'a>>,
    /// The host's conventions and what is asked of them.
    pub conventions: Option<(&'a [Terms], &'a Asked)>,
    /// The other traineeships of the chosen tutors.
    pub host_tutor: Option<&'a [Other]>,
    pub academic_tutor: Option<&'a [Other]>,
    pub lamps: Option<(&'a [Lamp], Step)>,
    /// The host's accreditation here.
    pub accreditation: Option<State>,
}

/// What the rules find, in the order of their ids; blocks and warnings together.
pub fn evaluate(facts: &Facts, profile: &Profile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let term = facts.term.as_ref();
    if let Some(host) = &facts.host {
        findings.extend(r01(host, profile));
        findings.extend(term.and_then(|term| r02(host.employees_as_of, term.today, profile)));
    }
    findings.extend(term.and_then(|term| r05(term, profile)));
    findings.extend(facts.conventions.and_then(|(conventions, asked)| r08(conventions, asked, profile)));
    if let Some(time) = &facts.time {
        findings.extend(r10(time, profile));
        findings.extend(r11(time, profile));
    }
    if let Some(term) = term {
        findings.extend(facts.host_tutor.and_then(|others| r14(others, term.span, term.kind, profile)));
        findings.extend(facts.academic_tutor.and_then(|others| r15(others, term.span, profile)));
        findings.extend(r16(term, profile));
    }
    findings.extend(facts.lamps.into_iter().flat_map(|(lamps, step)| r23(lamps, step, profile)));
    findings.extend(term.and_then(|term| r28(term, profile)));
    findings.extend(facts.time.as_ref().and_then(|time| r31(time, profile)));
    findings.extend(facts.accreditation.and_then(|state| r34(state, profile)));
    findings
}
