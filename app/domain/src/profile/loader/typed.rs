//! From a table to the types: unknown keys and words are found here.

use serde::Deserialize;
use toml::{Table, Value};

use super::Problem;
use crate::profile::Profile;

/// The keys that are tables of their own; every other key of a file belongs to the identity.
const GROUPS: [&str; 15] = [
    "accreditation",
    "account",
    "convention",
    "opportunity",
    "project",
    "lifecycle",
    "evaluation",
    "cob",
    "session",
    "signature",
    "file",
    "overlap",
    "list",
    "labels",
    "rules",
];

/// The profile of a table, or the first problem of each group.
pub(super) fn profile(table: &Table) -> Result<Profile, Vec<Problem>> {
    let grouped = grouped(table);
    let problems: Vec<Problem> = grouped.iter().filter_map(|(group, value)| problem_of(group, value)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    Profile::deserialize(Value::Table(grouped)).map_err(|error| vec![(String::new(), error.message().to_owned())])
}

/// The problems of one file by itself, before it is merged with others.
pub(super) fn problems(table: &Table) -> Vec<Problem> {
    grouped(table).iter().filter_map(|(group, value)| problem_of(group, value)).collect()
}

fn grouped(table: &Table) -> Table {
    let (groups, identity): (Table, Table) = table.clone().into_iter().partition(|(key, _)| GROUPS.contains(&key.as_str()));
    let mut grouped = groups;
    grouped.insert("identity".to_owned(), Value::Table(identity));
    grouped
}

fn problem_of(group: &str, value: &Value) -> Option<Problem> {
    let alone = Table::from_iter([(group.to_owned(), value.clone())]);
    let error = Profile::deserialize(Value::Table(alone)).err()?;
    let path = Path::of(&error);
    Some((path.key(group), path.reason))
}

/// What the parser says about the place of a mistake.
struct Path {
    keys: String,
    reason: String,
}

impl Path {
    /// The parser writes the reason, then «in `a.b`» on a line of its own.
    fn of(error: &toml::de::Error) -> Self {
        let text = error.to_string();
        let keys = text.lines().find_map(|line| line.strip_prefix("in `")?.strip_suffix('`'));
        Self { keys: keys.unwrap_or_default().to_owned(), reason: reason(error.message()) }
    }

    /// The key as it stands in the file: the identity's have no prefix; an unknown key is part of its own path.
    fn key(&self, group: &str) -> String {
        let unknown = self.reason.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        let mut keys = self.keys.clone();
        if keys.is_empty() {
            keys = group.to_owned();
        }
        if let Some(unknown) = unknown {
            keys = format!("{keys}.{unknown}");
        }
        let keys = keys.strip_prefix("identity").unwrap_or(&keys);
        keys.trim_start_matches('.').to_owned()
    }
}

/// The parser knows no words for values that can be written in several ways.
fn reason(message: &str) -> String {
    let words = [
        ("WrittenText", "a text is written \"…\" or { it = \"…\", en = \"…\" }"),
        ("RuleValue", "a rule's value is true, false, a whole number or a list of them"),
    ];
    let ours = words.iter().find(|(name, _)| message.ends_with(&format!("untagged enum {name}")));
    ours.map_or(message, |(_, words)| words).to_owned()
}
