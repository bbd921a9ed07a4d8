//! docs/performance.md: its words and its other tables stay, what was measured is replaced.

use super::tables::{Rows, documents, lazy_parts, memory, times, visits, writing};
use super::{Figures, machine};
use anyhow::{Context, Result};
use std::path::Path;

/// The document with the rows of what was measured.
pub fn filled(document: &str, figures: &Figures, site: &Path) -> Result<String> {
    let tables: [(&str, usize, Rows); 7] = [
        ("## Where", 0, machine::rows(figures)),
        ("## The first visit", 0, visits(figures)),
        ("## The first visit", 1, lazy_parts(site)?),
        ("## Server time", 0, times(figures)),
        ("## Writing", 0, writing(figures)),
        ("## Documents", 0, documents(figures)),
        ("## Memory of the server", 0, memory(figures)),
    ];
    tables
        .into_iter()
        .try_fold(document.to_owned(), |document, (heading, place, rows)| replaced(&document, heading, place, &rows))
}

/// The document with other rows in one table: the one at `place` (from 0) below a heading. The table's two first lines stay.
fn replaced(document: &str, heading: &str, place: usize, rows: &Rows) -> Result<String> {
    let lines: Vec<&str> = document.lines().collect();
    let is_row = |line: &&str| line.starts_with('|');
    let below = lines.iter().position(|line| *line == heading).with_context(|| format!("the document has no {heading}"))? + 1;
    let begins = |at: &usize| is_row(&lines[*at]) && !is_row(&lines[*at - 1]);
    let section_ends = |at: &usize| !lines[*at].starts_with("## ");
    let start = (below..lines.len()).take_while(section_ends).filter(begins).nth(place);
    let start = start.with_context(|| format!("{heading} has too few tables"))?;
    let end = start + lines[start..].iter().take_while(|line| is_row(line)).count();
    let body = start.saturating_add(2).min(end);
    let written = rows.iter().map(|cells| format!("| {} |", cells.join(" | ")));
    let kept = |part: &[&str]| part.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let all: Vec<String> = kept(&lines[..body]).into_iter().chain(written).chain(kept(&lines[end..])).collect();
    Ok(all.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "# Figures\n\nWords.\n\n## A\n\n| x | y |\n|---|---|\n| 1 | |\n\nMore.\n\n| z |\n|---|\n| |\n\n## B\n\n| x |\n|---|\n| old |\n";

    fn rows(cells: &[&[&str]]) -> Rows {
        cells.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn only_the_rows_of_the_table_change() {
        let filled = replaced(DOCUMENT, "## A", 1, &rows(&[&["2"], &["3"]])).expect("a second table");
        assert_eq!(filled, DOCUMENT.replace("| z |\n|---|\n| |\n", "| z |\n|---|\n| 2 |\n| 3 |\n"));
        let again = replaced(&filled, "## B", 0, &rows(&[&["new"]])).expect("a table");
        assert_eq!(again, filled.replace("| old |", "| new |"));
    }

    #[test]
    fn a_table_of_another_heading_is_not_taken() {
        assert!(replaced(DOCUMENT, "## B", 1, &Rows::new()).is_err());
        assert!(replaced(DOCUMENT, "## C", 0, &Rows::new()).is_err());
    }
}
