//! The files as layers over one another.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::{Overrides, ProfileError, typed};
use crate::profile::{LifecyclePolicy, default_rules};

/// What an institution never takes over from the one it extends.
const OWN: [&str; 16] = [
    "slug",
    "name",
    "short_name",
    "extends",
    "position",
    "tax_code",
    "address",
    "sender",
    "helpdesk",
    "news",
    "tagline",
    "lead",
    "departments",
    "tint",
    "tint_dark",
    "tint_soft",
];

/// One file.
pub(super) struct Layer {
    pub file: String,
    /// Of the institution, or of the department.
    pub slug: String,
    pub department_of: Option<String>,
    extends: Option<String>,
    /// Departments declared here, with their overrides.
    pub departments: Overrides,
    table: Table,
}

impl Layer {
    /// Takes a file apart; its own mistakes are added to `errors`.
    pub fn read(file: &str, mut table: Table, errors: &mut Vec<ProfileError>) -> Self {
        let word = |table: &Table, key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        let department_of = word(&table, "department_of");
        let extends = word(&table, "extends");
        let departments = take_departments(&mut table);
        for (key, reason) in typed::problems(&over_defaults(&table)) {
            errors.push(ProfileError::new(file, key, reason));
        }
        for (slug, overrides) in &departments {
            for (key, reason) in typed::problems(&over_defaults(overrides)) {
                errors.push(ProfileError::new(file, format!("departments.{slug}.overrides.{key}"), reason));
            }
        }
        let slug = word(&table, "slug").unwrap_or_default();
        if slug.is_empty() {
            errors.push(ProfileError::new(file, "slug", "is missing"));
        }
        Self { file: file.to_owned(), slug, department_of, extends, departments, table }
    }

    /// The institution this layer lies upon.
    fn parent(&self) -> Option<&str> {
        self.department_of.as_deref().or(self.extends.as_deref())
    }
}

/// Takes the overrides out of the list of departments, so that what stays is plain.
fn take_departments(table: &mut Table) -> Overrides {
    let list = table.get_mut("departments").and_then(Value::as_array_mut);
    let rows = list.into_iter().flatten().filter_map(Value::as_table_mut);
    rows.filter_map(|row| {
        let overrides = match row.get("overrides") {
            Some(Value::Table(_)) => row.remove("overrides"),
            _ => None,
        };
        let slug = row.get("slug")?.as_str()?.to_owned();
        Some((slug, overrides.and_then(|value| value.try_into().ok()).unwrap_or_default()))
    })
    .collect()
}

/// All files, their relations checked.
pub(super) struct Layers(Vec<Layer>);

impl Layers {
    /// Checks slugs and inheritance.
    pub fn new(layers: Vec<Layer>, errors: &mut Vec<ProfileError>) -> Self {
        let layers = Self(layers);
        let mut seen = BTreeSet::new();
        for layer in &layers.0 {
            if !layer.slug.is_empty() && !seen.insert((&layer.department_of, &layer.slug)) {
                errors.push(ProfileError::new(&layer.file, "slug", format!("«{}» is taken by another file", layer.slug)));
            }
            layers.check_parent(layer, errors);
        }
        layers
    }

    fn check_parent(&self, layer: &Layer, errors: &mut Vec<ProfileError>) {
        let mut add = |key: &str, reason: String| errors.push(ProfileError::new(&layer.file, key, reason));
        if let Some(institution) = &layer.department_of {
            match self.institution(institution) {
                None => add("department_of", format!("there is no institution «{institution}»")),
                Some(parent) if !parent.departments.contains_key(&layer.slug) => {
                    add("slug", format!("«{institution}» declares no department «{}»", layer.slug));
                }
                Some(parent) if parent.departments.get(&layer.slug).is_some_and(|overrides| !overrides.is_empty()) => {
                    add("slug", format!("«{institution}» has overrides for «{}» already", layer.slug));
                }
                Some(_) => {}
            }
            if layer.extends.as_ref().is_some_and(|extends| extends != institution) {
                add("extends", "a department extends its own institution".to_owned());
            }
            if !layer.departments.is_empty() {
                add("departments", "a department has none".to_owned());
            }
        } else if let Some(extends) = &layer.extends {
            if self.institution(extends).is_none() {
                add("extends", format!("there is no institution «{extends}»"));
            } else if self.chain(layer).is_none() {
                add("extends", "goes round in a circle".to_owned());
            }
        }
    }

    /// The layers of institutions, in the order of the files.
    pub fn institutions(&self) -> impl Iterator<Item = &Layer> {
        self.0.iter().filter(|layer| layer.department_of.is_none())
    }

    fn institution(&self, slug: &str) -> Option<&Layer> {
        self.institutions().find(|layer| layer.slug == slug)
    }

    /// The file of a department, if it has one.
    pub fn department(&self, institution: &str, slug: &str) -> Option<&Layer> {
        self.0.iter().find(|layer| layer.department_of.as_deref() == Some(institution) && layer.slug == slug)
    }

    /// The layer and what lies beneath it, nearest first; none if that has no end.
    fn chain<'a>(&'a self, layer: &'a Layer) -> Option<Vec<&'a Layer>> {
        let mut chain = vec![layer];
        while let Some(parent) = chain.last().and_then(|last| last.parent()).and_then(|slug| self.institution(slug)) {
            if chain.iter().any(|known| std::ptr::eq(*known, parent)) {
                return None;
            }
            chain.push(parent);
        }
        Some(chain)
    }

    /// The table of `layer` over all it lies upon, over the default rules.
    pub fn merged(&self, layer: &Layer) -> Table {
        let mut chain = self.chain(layer).unwrap_or_default();
        let mut table = defaults();
        while let Some(layer) = chain.pop() {
            if layer.department_of.is_some() {
                merge_department(&mut table, layer);
            } else {
                table.retain(|key, _| !OWN.contains(&key));
                merge(&mut table, &layer.table);
            }
        }
        table
    }
}

/// The defaults of what is merged inside a table of free keys; all others are the types'.
fn defaults() -> Table {
    let rules = Value::try_from(default_rules()).map(|rules| ("rules".to_owned(), rules));
    let lifecycle = Value::try_from(LifecyclePolicy::default()).map(|keys| ("lifecycle".to_owned(), keys));
    rules.into_iter().chain(lifecycle).collect()
}

fn over_defaults(table: &Table) -> Table {
    let mut whole = defaults();
    merge(&mut whole, table);
    whole
}

/// A department keeps its institution's word in the addresses; its own is the department's.
fn merge_department(table: &mut Table, layer: &Layer) {
    let mut own = layer.table.clone();
    own.retain(|key, _| key != "slug");
    merge(table, &own);
}

/// Lays `nearer` over `table`: tables key by key, everything else whole.
pub(super) fn merge(table: &mut Table, nearer: &Table) {
    if nearer.contains_key("tint") {
        table.retain(|key, _| key != "tint_dark" && key != "tint_soft");
    }
    for (key, value) in nearer {
        match (table.get_mut(key), value) {
            (Some(Value::Table(old)), Value::Table(new)) if !is_text(new) => merge(old, new),
            _ => {
                table.insert(key.clone(), value.clone());
            }
        }
    }
}

/// A text in two languages is one value.
fn is_text(table: &Table) -> bool {
    !table.is_empty() && table.keys().all(|key| key == "it" || key == "en")
}
