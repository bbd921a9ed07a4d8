//! The policy of an institution or of one of its departments, as data. Source: domain reference 3.0, 3.10.
//!
//! The types are always here, as they travel to the browser; reading them from TOML is the feature `loader`.

mod accreditation;
mod approval;
mod areas;
mod cases;
mod identity;
mod institutions;
mod kinds;
mod labels;
#[cfg(feature = "loader")]
mod loader;
mod rules;
mod tint;

pub use accreditation::*;
pub use approval::Approval;
pub use cases::*;
pub use identity::*;
pub use institutions::*;
pub use kinds::*;
pub use labels::{OBJECTS, canonical_label, states_of};
#[cfg(feature = "loader")]
pub use loader::{ProfileError, embedded, load_all, load_embedded};
pub use rules::*;
pub use tint::{contrast, hue_distance};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::{Language, Text};

/// The effective profile: every key has its value, defaults and inheritance already applied.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    pub identity: Identity,
    /// The department this profile is for; none for the institution itself.
    pub department: Option<Department>,
    pub accreditation: Accreditation,
    pub account: AccountPolicy,
    pub convention: ConventionPolicy,
    pub opportunity: OpportunityPolicy,
    pub project: ProjectPolicy,
    pub lifecycle: LifecyclePolicy,
    pub evaluation: EvaluationPolicy,
    pub cob: CobPolicy,
    pub session: SessionPolicy,
    pub signature: SignaturePolicy,
    pub file: FilePolicy,
    pub overlap: OverlapPolicy,
    pub list: ListPolicy,
    /// Object → state → the words shown; what is not here has its canonical label.
    pub labels: BTreeMap<String, BTreeMap<String, Text>>,
    /// Rule id (`R-01`) → value and severity. Source: domain reference 4.
    pub rules: BTreeMap<String, Rule>,
}

impl Profile {
    /// The institution's word in every address (`/{slug}/…`), also for a department's profile.
    pub fn slug(&self) -> &str {
        &self.identity.slug
    }

    /// What a state is called here. Falls back to the canonical label, and for an unknown state to its code.
    pub fn state_label<'a>(&'a self, object: &str, state: &'a str, language: Language) -> &'a str {
        let own = self.labels.get(object).and_then(|states| states.get(state));
        match own {
            Some(text) => text.get(language),
            None => canonical_label(object, state, language).unwrap_or(state),
        }
    }

    /// Where the competent office reads: the department's address if it has one, else the institution's.
    pub fn office_email(&self) -> &str {
        let department = self.department.as_ref().map(|department| department.email.as_str());
        department.filter(|email| !email.is_empty()).unwrap_or(&self.identity.helpdesk.email)
    }

    /// The rule with that id, if the installation knows it.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.get(id)
    }
}
