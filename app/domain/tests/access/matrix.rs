use std::collections::BTreeMap;
use std::fmt::Write;

use domain::access::{Action, Actor, Denied, Role, Row, Scope, TABLE, may};

use super::{HERE, ME, OWN_DEPARTMENT, OWN_HOST, person, subjects};

const MATRIX: &str = include_str!("../fixtures/permissions.csv");

/// One row of the fixture.
struct Capability {
    subject: String,
    reads: Vec<String>,
    changes: Vec<String>,
    own_record: Vec<String>,
    /// Column → cell.
    cells: BTreeMap<String, String>,
    source: String,
}

/// How far a cell lets its role reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Nowhere,
    Everywhere,
    OwnRecord,
    OwnHost,
    Department,
    Institution,
}

fn capabilities() -> Vec<Capability> {
    let mut lines = MATRIX.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(';').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    lines.map(|cells| capability(&header, &cells)).collect()
}

fn capability(header: &[&str], cells: &[&str]) -> Capability {
    assert_eq!(header.len(), cells.len(), "{cells:?}");
    let cells: BTreeMap<String, String> =
        header.iter().zip(cells).map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect();
    let words = |column: &str| cells[column].split_whitespace().map(str::to_owned).collect();
    Capability {
        subject: cells["subject"].clone(),
        reads: words("reads"),
        changes: words("changes"),
        own_record: words("own_record"),
        source: cells["source"].clone(),
        cells,
    }
}

impl Capability {
    fn actions(&self) -> impl Iterator<Item = Action> {
        let words = self.reads.iter().chain(&self.changes).chain(&self.own_record);
        words.map(|word| Action::from_code(word).unwrap_or_else(|| panic!("no action {word}")))
    }

    /// What the matrix says about a role and an action of this row.
    fn reach(&self, role: Role, action: Action) -> Reach {
        let cell = self.cells[role.code()].as_str();
        let has = |words: &[String]| words.iter().any(|word| word == action.code());
        let letters: Vec<&str> = cell.split_whitespace().collect();
        match cell {
            cell if cell.starts_with('–') => Reach::Nowhere,
            "any" => Reach::Everywhere,
            "own record" if has(&self.own_record) => Reach::OwnRecord,
            "own record" => Reach::Nowhere,
            cell if cell.contains("2nd contact") => Reach::Nowhere,
            "R" if !has(&self.reads) => Reach::Nowhere,
            _ if role.is_of_host() => Reach::OwnHost,
            _ if letters.contains(&"D") => Reach::Department,
            _ if matches!(role, Role::Trainee | Role::AcademicTutor | Role::SchoolTutor | Role::Guardian) => Reach::OwnRecord,
            _ if role == Role::Principal && self.subject == "records" => Reach::OwnRecord,
            _ => Reach::Institution,
        }
    }

    /// What it says about everybody (`nobody`) and everybody with a session (`signed_in`).
    fn reach_of_all(&self, actor: &Actor) -> Reach {
        let signed_in = if actor.account.is_some() { self.cells["signed_in"].as_str() } else { "–" };
        match (self.cells["nobody"].as_str(), signed_in) {
            ("any", _) | (_, "any") => Reach::Everywhere,
            (_, "own") => Reach::OwnRecord,
            _ => Reach::Nowhere,
        }
    }
}

fn reaches(reach: Reach, scope: &Scope) -> bool {
    match reach {
        Reach::Nowhere => false,
        Reach::Everywhere => true,
        Reach::OwnRecord => scope.account == Some(ME),
        Reach::OwnHost => scope.organisation == Some(OWN_HOST),
        Reach::Department => {
            scope.institution == Some(HERE) && scope.department.as_deref().is_none_or(|slug| slug == OWN_DEPARTMENT)
        }
        Reach::Institution => scope.institution == Some(HERE),
    }
}

#[test]
fn every_role_may_what_the_matrix_says_and_nothing_else() {
    for capability in capabilities() {
        for action in capability.actions() {
            for role in Role::ALL {
                let actor = person(role);
                let reach = [capability.reach(role, action), capability.reach_of_all(&actor)];
                for scope in subjects() {
                    let expected = reach.iter().any(|reach| reaches(*reach, &scope));
                    let found = may(&actor, action, &scope);
                    assert_eq!(found.is_ok(), expected, "{role:?} {action:?} {scope:?}: {found:?}, matrix {reach:?}");
                }
            }
        }
    }
}

#[test]
fn a_refusal_tells_whether_one_is_to_sign_in_or_it_is_not_ones_own() {
    for capability in capabilities() {
        for action in capability.actions() {
            for role in Role::ALL.into_iter().filter(|role| *role != Role::System) {
                let actor = person(role);
                let reach = [capability.reach(role, action), capability.reach_of_all(&actor)];
                let ever = reach.iter().any(|reach| *reach != Reach::Nowhere);
                for scope in subjects() {
                    if let Err(denied) = may(&actor, action, &scope) {
                        assert_eq!(denied, if ever { Denied::Hidden } else { Denied::Forbidden }, "{role:?} {action:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn nobody_may_what_is_open_to_all_and_is_asked_to_sign_in_for_the_rest() {
    for capability in capabilities() {
        for action in capability.actions() {
            let open = capability.cells["nobody"] == "any";
            let expected = match action {
                Action::RunTimers => Err(Denied::Forbidden),
                _ if open => Ok(None),
                _ => Err(Denied::SignIn),
            };
            for scope in subjects() {
                assert_eq!(may(&Actor::nobody(), action, &scope), expected, "{action:?}");
            }
        }
    }
}

#[test]
fn every_action_stands_in_one_row_of_the_matrix_and_one_of_the_table() {
    let capabilities = capabilities();
    for action in Action::ALL {
        let in_matrix = capabilities.iter().flat_map(Capability::actions).filter(|one| one == action).count();
        let in_table = TABLE.iter().filter(|row| row.action == *action).count();
        assert_eq!((in_matrix, in_table), (1, 1), "{action:?}");
    }
    assert_eq!(TABLE.len(), Action::ALL.len());
}

#[test]
fn the_whole_matrix_is_transcribed() {
    let capabilities = capabilities();
    assert_eq!(capabilities.iter().filter(|capability| capability.source == "matrix").count(), 22);
    for role in Role::ALL {
        assert!(capabilities.iter().all(|capability| capability.cells.contains_key(role.code())), "{role:?}");
    }
}

#[test]
fn the_access_table() {
    let mut text = String::new();
    for Row { action, who } in TABLE {
        let who: Vec<String> = who.iter().map(|(who, reach)| format!("{who:?} {reach:?}")).collect();
        writeln!(text, "{}: {}", action.code(), who.join(", ")).unwrap();
    }
    insta::assert_snapshot!(text);
}
