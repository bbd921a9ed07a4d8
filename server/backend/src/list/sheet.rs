//! Rows as a file: CSV as Italian spreadsheets open it, or a real XLSX. Nothing in a cell is ever a formula.

use chrono::{NaiveDate, NaiveDateTime};
use domain::language::Language;
use rust_xlsxwriter::{Format as Style, Workbook, XlsxError};

use crate::{Answer, BackendError};

/// What file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    /// The word in the address, and the file's ending.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The content type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(i64),
    /// In Rome's time.
    Instant(NaiveDateTime),
    /// A day, or none.
    Date(Option<NaiveDate>),
}

/// A file being written, row after row.
pub enum Sheet {
    Csv { writer: Box<csv::Writer<Vec<u8>>>, language: Language },
    Xlsx { book: Box<Workbook>, row: u32, styles: Box<Styles> },
}

/// How a workbook shows times.
pub struct Styles {
    instant: Style,
    date: Style,
}

impl Sheet {
    /// A file with its first line; `name`: its sheet's.
    pub fn new(format: Format, language: Language, name: &str, columns: &[&str]) -> Answer<Self> {
        match format {
            Format::Csv => {
                // The mark tells spreadsheets that it is UTF-8; the semicolon is what Italian ones expect.
                let writer = csv::WriterBuilder::new().delimiter(b';').from_writer(b"\xef\xbb\xbf".to_vec());
                let mut writer = Box::new(writer);
                writer.write_record(columns).map_err(csv_error)?;
                Ok(Self::Csv { writer, language })
            }
            Format::Xlsx => {
                let mut book = Box::new(Workbook::new());
                let sheet = book.add_worksheet_with_constant_memory().map_err(xlsx_error)?;
                sheet.set_name(name).map_err(xlsx_error)?;
                let bold = Style::new().set_bold();
                for (column, title) in (0..).zip(columns) {
                    sheet.write_string_with_format(0, column, *title, &bold).map_err(xlsx_error)?;
                    sheet.set_column_width(column, 18).map_err(xlsx_error)?;
                }
                let instant = Style::new().set_num_format("dd/mm/yyyy hh:mm");
                let date = Style::new().set_num_format("dd/mm/yyyy");
                Ok(Self::Xlsx { book, row: 1, styles: Box::new(Styles { instant, date }) })
            }
        }
    }

    /// Adds a row.
    pub fn add(&mut self, cells: Vec<Cell>) -> Answer<()> {
        match self {
            Self::Csv { writer, language } => {
                let texts = cells.into_iter().map(|cell| text_of(cell, *language));
                writer.write_record(texts).map_err(csv_error)
            }
            Self::Xlsx { book, row, styles } => {
                let sheet = book.worksheet_from_index(0).map_err(xlsx_error)?;
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        // Written as text: never calculated.
                        Cell::Text(text) => sheet.write_string(*row, column, text),
                        #[expect(clippy::cast_precision_loss, reason = "numbers of requests are small")]
                        Cell::Number(number) => sheet.write_number(*row, column, number as f64),
                        Cell::Instant(at) => sheet.write_datetime_with_format(*row, column, at, &styles.instant),
                        Cell::Date(Some(day)) => sheet.write_datetime_with_format(*row, column, day, &styles.date),
                        Cell::Date(None) => continue,
                    }
                    .map_err(xlsx_error)?;
                }
                *row += 1;
                Ok(())
            }
        }
    }

    /// The file.
    pub fn finish(self) -> Answer<Vec<u8>> {
        match self {
            Self::Csv { writer, .. } => writer.into_inner().map_err(|error| csv_error(error.into_error())),
            Self::Xlsx { mut book, .. } => book.save_to_buffer().map_err(xlsx_error),
        }
    }
}

fn text_of(cell: Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Instant(instant) => instant.format(language.pick("%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M")).to_string(),
        Cell::Date(day) => day.map(|day| day.format(language.pick("%d/%m/%Y", "%Y-%m-%d")).to_string()).unwrap_or_default(),
    }
}

/// A text that a spreadsheet would calculate gets an apostrophe before it.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

fn csv_error(error: impl Into<csv::Error>) -> BackendError {
    BackendError::Internal(format!("csv: {}", error.into()))
}

fn xlsx_error(error: XlsxError) -> BackendError {
    BackendError::Internal(format!("xlsx: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(format: Format, cells: Vec<Cell>) -> Vec<u8> {
        let mut sheet = Sheet::new(format, Language::It, "Foglio", &["Azienda/Ente", "N."]).unwrap();
        sheet.add(cells).unwrap();
        sheet.finish().unwrap()
    }

    #[test]
    fn csv_opens_with_its_mark_and_calculates_nothing() {
        for typed in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let bytes = file(Format::Csv, vec![Cell::Text(typed.into()), Cell::Number(-7)]);
            let text = String::from_utf8(bytes).unwrap();
            let rest = text.strip_prefix("\u{feff}Azienda/Ente;N.\n").unwrap();
            assert!(rest.trim_start_matches('"').starts_with('\''), "{rest:?}");
            assert!(rest.ends_with(";-7\n"), "{rest:?}");
        }
    }

    #[test]
    fn what_divides_columns_is_quoted() {
        let text = String::from_utf8(file(Format::Csv, vec![Cell::Text("a;b \"c\"\nd".into()), Cell::Number(1)])).unwrap();
        assert!(text.ends_with("\"a;b \"\"c\"\"\nd\";1\n"), "{text:?}");
    }

    #[test]
    fn xlsx_is_a_zip() {
        let bytes = file(Format::Xlsx, vec![Cell::Text("=1+1".into()), Cell::Number(1)]);
        assert!(bytes.starts_with(b"PK"));
    }
}
