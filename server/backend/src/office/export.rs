//! The list as a file: the rows it shows, in its order, every page of it.

use chrono::{DateTime, Utc};
use domain::access::{Action, Scope};
use domain::accreditation::view::QueueRow;
use domain::language::Language;
use domain::list::ListQuery;
use domain::profile::Profile;
use tokio::sync::mpsc;

use super::queue::{REQUESTS, requests, row};
use super::sheet::{Cell, Sheet};
use super::words::{COLUMNS, FILE_NAME, NO, YES};
use crate::entity::accreditation;
use crate::{Answer, BackendError, Ctx, list};

pub use super::sheet::Format;

/// More rows than this are for a report, not for a spreadsheet.
const MOST: usize = 100_000;
/// Rows read at once.
const PIECE: u64 = 1_000;

/// A file to be downloaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub file_name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// Everything the list shows for a query, at most 100,000 rows. Errors: Denied, NotFound.
pub async fn export(ctx: &Ctx, institution: &str, query: &ListQuery, format: Format, language: Language) -> Answer<Exported> {
    let slug = institution;
    let (institution, profile) = ctx.backend.institution(slug, None)?;
    ctx.may(Action::ExportAccreditations, &Scope::institution(institution))?;
    // The rows are written by another thread while they are read: neither keeps all of them.
    let (pieces, written) = mpsc::channel(2);
    let writer = tokio::task::spawn_blocking(move || write(written, format, language));
    let rows = requests(&ctx.backend.db, institution, query).await?;
    let mut last: Option<accreditation::Model> = None;
    let mut count = 0;
    while count < MOST {
        let piece = list::after(&ctx.backend.db, &REQUESTS, rows.clone(), query, last.as_ref(), PIECE).await?;
        let is_last = (piece.len() as u64) < PIECE;
        count += piece.len();
        last = piece.last().cloned();
        let cells = piece.into_iter().map(|model| cells(row(model), profile, language)).collect::<Vec<_>>();
        if pieces.send(cells).await.is_err() || is_last {
            break;
        }
    }
    drop(pieces);
    let bytes = writer.await.map_err(|error| BackendError::Internal(error.to_string()))??;
    let file_name = format!("{}-{slug}-{}.{}", FILE_NAME.get(language), ctx.backend.clock.today(), format.code());
    Ok(Exported { file_name, mime: format.mime(), bytes })
}

fn write(mut pieces: mpsc::Receiver<Vec<Vec<Cell>>>, format: Format, language: Language) -> Answer<Vec<u8>> {
    let headers = COLUMNS.map(|word| word.get(language));
    let mut sheet = Sheet::new(format, language, &headers)?;
    while let Some(rows) = pieces.blocking_recv() {
        for row in rows {
            sheet.add(row)?;
        }
    }
    sheet.finish()
}

fn cells(row: QueueRow, profile: &Profile, language: Language) -> Vec<Cell> {
    let state = profile.state_label("accreditation", row.state.code(), language).to_owned();
    vec![
        Cell::Number(row.number),
        Cell::Text(row.host_name),
        Cell::Text(row.town),
        Cell::Text(row.province),
        Cell::Text(row.country),
        Cell::Text(state),
        instant(row.submitted_at),
        instant(row.waiting_since),
        Cell::Text(if row.integrated { YES.get(language) } else { NO.get(language) }.to_owned()),
    ]
}

/// Clocks on paper are Rome's.
fn instant(at: DateTime<Utc>) -> Cell {
    Cell::Instant(at.with_timezone(&chrono_tz::Europe::Rome).naive_local())
}
