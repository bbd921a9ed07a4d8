//! All effective profiles of an installation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Profile;

/// Every institution and department, looked up by slug.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Profiles {
    /// In the order of the first page.
    institutions: Vec<Profile>,
    /// Institution → department → profile.
    departments: BTreeMap<String, BTreeMap<String, Profile>>,
}

impl Profiles {
    /// Sorts the institutions by position, then slug. Departments name their institution by `identity.slug`.
    pub fn new(mut institutions: Vec<Profile>, departments: Vec<Profile>) -> Self {
        institutions.sort_by(|a, b| (a.identity.position, &a.identity.slug).cmp(&(b.identity.position, &b.identity.slug)));
        let mut by_institution: BTreeMap<String, BTreeMap<String, Profile>> = BTreeMap::new();
        for profile in departments {
            if let Some(department) = &profile.department {
                by_institution.entry(profile.identity.slug.clone()).or_default().insert(department.slug.clone(), profile);
            }
        }
        Self { institutions, departments: by_institution }
    }

    /// The institutions in the order of the first page.
    pub fn institutions(&self) -> &[Profile] {
        &self.institutions
    }

    /// The institution with that slug.
    pub fn institution(&self, slug: &str) -> Option<&Profile> {
        self.institutions.iter().find(|profile| profile.identity.slug == slug)
    }

    /// The profile of a department of an institution, whether or not it has a door of its own.
    pub fn department(&self, institution: &str, department: &str) -> Option<&Profile> {
        self.departments.get(institution)?.get(department)
    }

    /// The profile a case follows: its handling department's, or the institution's if there is none or it is unknown.
    pub fn effective(&self, institution: &str, handling_department: Option<&str>) -> Option<&Profile> {
        handling_department
            .and_then(|department| self.department(institution, department))
            .or_else(|| self.institution(institution))
    }

    /// Every profile: institutions, then departments.
    pub fn all(&self) -> impl Iterator<Item = &Profile> {
        self.institutions.iter().chain(self.departments.values().flat_map(BTreeMap::values))
    }
}
