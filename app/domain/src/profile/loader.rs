//! From TOML files to effective profiles, strictly: whatever is unknown or cannot work is an error with file, key and
//! reason. All files are checked before anything is refused, so that one start shows every mistake.
//!
//! A file is an institution, or with `department_of = "upo"` a department of it. `extends` takes over another
//! institution's policy (never its name, addresses and departments); a department takes over everything. Tables are
//! merged key by key, the nearer file wins; lists are replaced whole. A department without a file of its own may carry
//! `overrides = { … }` in the institution's list.

mod checks;
mod layers;
mod typed;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Table;

use super::{Profile, Profiles};
use layers::{Layer, Layers};

/// One mistake in a profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, Serialize, Deserialize)]
#[error("profile {file}: {key}: {reason}")]
pub struct ProfileError {
    pub file: String,
    /// Dotted, as in the file; empty if the file as a whole is meant.
    pub key: String,
    pub reason: String,
}

impl ProfileError {
    fn new(file: &str, key: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), key: key.into(), reason: reason.into() }
    }
}

/// The shipped files: name and text, by name.
pub fn embedded() -> &'static [(&'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/profiles.rs"))
}

/// The shipped profiles.
pub fn load_embedded() -> Result<Profiles, Vec<ProfileError>> {
    load_all(embedded())
}

/// The effective profiles of `files` (name and TOML text), or every mistake in them.
pub fn load_all<Name: AsRef<str>, Toml: AsRef<str>>(files: &[(Name, Toml)]) -> Result<Profiles, Vec<ProfileError>> {
    let mut errors = Vec::new();
    let mut layers = Vec::new();
    for (file, text) in files {
        match toml::from_str::<Table>(text.as_ref()) {
            Ok(table) => layers.push(Layer::read(file.as_ref(), table, &mut errors)),
            Err(error) => errors.push(ProfileError::new(file.as_ref(), "", error.message())),
        }
    }
    let layers = Layers::new(layers, &mut errors);
    if !errors.is_empty() {
        return Err(sorted(errors));
    }
    let profiles = effective(&layers, &mut errors);
    if errors.is_empty() { Ok(profiles) } else { Err(sorted(errors)) }
}

fn sorted(mut errors: Vec<ProfileError>) -> Vec<ProfileError> {
    errors.sort();
    errors.dedup();
    errors
}

fn effective(layers: &Layers, errors: &mut Vec<ProfileError>) -> Profiles {
    let (mut institutions, mut departments) = (Vec::new(), Vec::new());
    for layer in layers.institutions() {
        let before = errors.len();
        institutions.extend(finish(layer, layers.merged(layer), None, errors));
        // What is wrong with an institution would be said again for each of its departments.
        if errors.len() == before {
            departments.extend(departments_of(layer, layers, errors));
        }
    }
    Profiles::new(institutions, departments)
}

/// The profiles of an institution's departments: from their file, from their overrides, or as the institution.
fn departments_of(institution: &Layer, layers: &Layers, errors: &mut Vec<ProfileError>) -> Vec<Profile> {
    let merged = layers.merged(institution);
    let mut profiles = Vec::new();
    for (slug, overrides) in &institution.departments {
        let layer = layers.department(&institution.slug, slug).unwrap_or(institution);
        let mut table = if std::ptr::eq(layer, institution) { merged.clone() } else { layers.merged(layer) };
        layers::merge(&mut table, overrides);
        profiles.extend(finish(layer, table, Some(slug), errors));
    }
    profiles
}

/// A merged table as a profile, checked; none with an error added.
fn finish(layer: &Layer, table: Table, department: Option<&str>, errors: &mut Vec<ProfileError>) -> Option<Profile> {
    let mut profile = match typed::profile(&table) {
        Ok(profile) => profile,
        Err(problems) => {
            errors.extend(problems.into_iter().map(|(key, reason)| ProfileError::new(&layer.file, key, reason)));
            return None;
        }
    };
    profile.department = department.and_then(|slug| profile.identity.department(slug).cloned());
    checks::fill_tints(&mut profile.identity);
    let problems = checks::problems(&profile);
    errors.extend(problems.into_iter().map(|(key, reason)| ProfileError::new(&layer.file, key, reason)));
    Some(profile)
}

/// Dotted key and reason, before the file is known.
type Problem = (String, String);

/// Department slug → its overrides.
type Overrides = BTreeMap<String, Table>;
