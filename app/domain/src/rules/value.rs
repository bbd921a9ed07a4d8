//! Reading a rule's value from the profile; without one, the reference's default.

use super::RuleId;
use crate::profile::{Profile, RuleValue, default_rules};

/// The `index`-th number of the rule's value; 0 where the reference has none.
pub(super) fn number(profile: &Profile, rule: RuleId, index: usize) -> i64 {
    let own = profile.rule(rule.code()).and_then(|rule| pick(&rule.value, index));
    own.or_else(|| pick(&default_rules().get(rule.code())?.value, index)).unwrap_or_default()
}

/// Whether a plain yes or no is a yes.
pub(super) fn flag(profile: &Profile, rule: RuleId) -> bool {
    profile.rule(rule.code()).is_none_or(|rule| rule.value != RuleValue::Flag(false))
}

fn pick(value: &RuleValue, index: usize) -> Option<i64> {
    match value {
        RuleValue::Flag(_) => None,
        RuleValue::Number(number) => (index == 0).then_some(*number),
        RuleValue::Numbers(numbers) => numbers.get(index).copied(),
    }
}
