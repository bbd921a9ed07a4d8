//! A file as lines.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::check::{FieldError, Problem};
use domain::registry::{Header, HeaderProblem, RegistryKind, RegistryRow, decoded, read_row, separator};

/// What stands on one line, or what is wrong with it.
pub type Line = (i64, Result<RegistryRow, Vec<FieldError>>);

/// A file that has a header.
pub struct File {
    /// Headers that mean nothing here.
    pub unused: Vec<String>,
    /// Empty lines are left out.
    pub lines: Vec<Line>,
}

/// Every line of a file. Errors: what is wrong with its header.
pub fn read(kind: RegistryKind, bytes: &[u8], today: NaiveDate) -> Result<File, Vec<HeaderProblem>> {
    let (text, _) = decoded(bytes);
    // Lines may have too few or too many cells: each says so itself.
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator(&text)).flexible(true).has_headers(false);
    let mut reader = builder.from_reader(text.as_bytes());
    let mut records = reader.records().map(Result::unwrap_or_default).filter(has_something);
    let first = records.next().ok_or_else(|| vec![HeaderProblem::Empty])?;
    let header = Header::read(kind, first.iter())?;
    let mut seen = HashMap::new();
    let mut place = Place { bytes: text.as_bytes(), at: 0, line: 1 };
    let lines = records.map(|record| {
        let line = place.line_of(record.position().map_or(0, csv::Position::byte));
        let row = header.answers(record.iter()).and_then(|answers| read_row(kind, &answers, today));
        (line, row.and_then(|row| once(&mut seen, line, row)))
    });
    Ok(File { lines: lines.collect(), unused: header.unused.clone() })
}

/// Where a reader of the file is, as an editor counts. The library's own count stands before the end of the line before.
struct Place<'a> {
    bytes: &'a [u8],
    at: usize,
    line: i64,
}

impl Place<'_> {
    /// The line of a record that begins at this byte, or behind the empty lines there. Places only move forward.
    fn line_of(&mut self, start: u64) -> i64 {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let blank = self.bytes.get(start..).unwrap_or_default().iter().take_while(is_end).count();
        let passed = self.bytes.get(self.at..start + blank).unwrap_or_default();
        // `\r\n` ends one line.
        let pairs = passed.windows(2).filter(|pair| pair == b"\r\n").count();
        let ends = passed.iter().filter(is_end).count() - pairs;
        self.line = self.line.saturating_add(i64::try_from(ends).unwrap_or(i64::MAX));
        self.at = start + blank;
        self.line
    }
}

fn has_something(record: &csv::StringRecord) -> bool {
    record.iter().any(|cell| !cell.trim().is_empty())
}

/// Of two lines with one key the first counts.
fn once(seen: &mut HashMap<String, i64>, line: i64, row: RegistryRow) -> Result<RegistryRow, Vec<FieldError>> {
    match seen.get(row.key()) {
        Some(first) => Err(vec![FieldError { field: row.key_column().to_owned(), problem: Problem::Repeated { line: *first } }]),
        None => {
            seen.insert(row.key().to_owned(), line);
            Ok(row)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "codice;nome", "", "A;Uno", "", "", "B;\"Due", "righe\"", "C;Tre", ""].join(end);
            let file = read(RegistryKind::Departments, text.as_bytes(), today).expect("a file");
            let lines: Vec<i64> = file.lines.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [4, 7, 9], "{end:?}");
        }
    }
}
