//! Reading the transcriptions.

use domain::access::Role;

/// One row of a transcription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub from: String,
    pub event: String,
    pub actor: String,
    pub may: Vec<String>,
    pub to: String,
    pub notices: Vec<String>,
}

impl Move {
    /// Whether `role` may make the move. «user» is everybody but the installation.
    pub fn is_open_to(&self, role: Role) -> bool {
        let of_user = role != Role::System && self.may.iter().any(|word| word == "user");
        of_user || self.may.iter().any(|word| word == role.code())
    }
}

/// The cells of the rows that are not comments.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// The rows of a transcription.
pub fn moves(text: &str) -> Vec<Move> {
    rows(text).into_iter().map(one).collect()
}

fn one(cells: Vec<String>) -> Move {
    let [from, event, actor, may, _guard, to, notices] = cells.try_into().expect("seven cells");
    let words = |cell: String| cell.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    Move { from, event, actor, may: words(may), to, notices: words(notices) }
}

/// The move of a state and an event, if the reference has it.
pub fn of<'a>(moves: &'a [Move], from: &str, event: &str) -> Option<&'a Move> {
    moves.iter().find(|one| one.from == from && one.event == event)
}
