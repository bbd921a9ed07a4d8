//! The first line of a file.

use serde::{Deserialize, Serialize};

use super::columns::{Column, columns};
use super::{RegistryKind, rows::COLUMNS_MANY};
use crate::answers::Answers;
use crate::check::{FieldError, Problem};
use crate::text::fold;

/// Which column stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// For each cell, the column it belongs to; none: a column that is not used.
    places: Vec<Option<&'static Column>>,
    /// Headers that are not known, as written; their cells are passed over.
    pub unused: Vec<String>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum HeaderProblem {
    /// There is no line.
    Empty,
    /// A mandatory column is not there.
    MissingColumn { column: String },
    /// Two headers mean the same column.
    DoubleColumn { column: String },
}

impl Header {
    /// The header of a file; case, accents and signs do not matter. Every problem at once.
    pub fn read<'a>(kind: RegistryKind, cells: impl IntoIterator<Item = &'a str>) -> Result<Self, Vec<HeaderProblem>> {
        let known = columns(kind);
        let mut header = Self { places: Vec::new(), unused: Vec::new() };
        for cell in cells {
            let text = fold(cell);
            let column = known.iter().find(|column| column.is_called(&text));
            if column.is_none() && !text.is_empty() {
                header.unused.push(cell.trim().to_owned());
            }
            header.places.push(column);
        }
        if header.places.iter().all(Option::is_none) && header.unused.is_empty() {
            return Err(vec![HeaderProblem::Empty]);
        }
        let times = |column: &Column| header.places.iter().flatten().filter(|place| place.name == column.name).count();
        let problem = |column: &Column| match times(column) {
            0 if column.mandatory => Some(HeaderProblem::MissingColumn { column: column.name.to_owned() }),
            0 | 1 => None,
            _ => Some(HeaderProblem::DoubleColumn { column: column.name.to_owned() }),
        };
        let problems: Vec<HeaderProblem> = known.iter().filter_map(problem).collect();
        if problems.is_empty() { Ok(header) } else { Err(problems) }
    }

    /// A line by the names of its columns. Error: more cells than the header has, but for empty ones at the end.
    pub fn answers<'a>(&self, cells: impl IntoIterator<Item = &'a str>) -> Result<Answers, Vec<FieldError>> {
        let mut answers = Answers::default();
        for (place, cell) in cells.into_iter().enumerate() {
            match self.places.get(place) {
                Some(Some(column)) => answers.set(column.name, cell.trim()),
                Some(None) => {}
                None if cell.trim().is_empty() => {}
                None => {
                    let max = i64::try_from(self.places.len()).unwrap_or(i64::MAX);
                    return Err(vec![FieldError { field: COLUMNS_MANY.to_owned(), problem: Problem::TooMany { max } }]);
                }
            }
        }
        Ok(answers)
    }
}

impl Column {
    fn is_called(&self, folded: &str) -> bool {
        folded == fold(self.name) || self.also.iter().any(|name| folded == fold(name))
    }
}
