//! insurance.

use super::{Finding, Level, Reason, Remedy, RuleId};
use crate::insurance::{Lamp, Light};
use crate::profile::{Profile, Severity};

/// What is about to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// No light may be red.
    Submission,
    /// Every light is green.
    Activation,
}

/// one finding for each required light that is not green. What may pass this step is a warning.
pub fn r23(lamps: &[Lamp], step: Step, profile: &Profile) -> Vec<Finding> {
    let poor = lamps.iter().filter(|lamp| lamp.required && lamp.light != Light::Green);
    poor.filter_map(|lamp| {
        let level = match (RuleId::R23.severity(profile), step, lamp.light) {
            (Severity::Off, _, _) => return None,
            (Severity::Warn, _, _) | (Severity::Block, Step::Submission, Light::Green | Light::Amber) => Level::Warning,
            (Severity::Block, Step::Submission, Light::Red) | (Severity::Block, Step::Activation, _) => Level::Block,
        };
        let reason = Reason::NotInsured { kind: lamp.kind, light: lamp.light, until: lamp.until };
        Some(Finding { rule: RuleId::R23, level, reason, remedy: Remedy::RenewInsurance { kind: lamp.kind } })
    })
    .collect()
}
