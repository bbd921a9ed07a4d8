//! A list as a file: the rows it shows, in its order, every page of it.

use domain::language::Language;
use domain::list::ListQuery;
use sea_orm::{EntityTrait, Select};
use tokio::sync::mpsc;

use super::sheet::Sheet;
pub use super::sheet::{Cell, Format};
use super::{List, after};
use crate::{Answer, BackendError, Ctx};

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

/// What the file and its parts are called.
pub struct Names<'a> {
    /// Without date and ending.
    pub file: String,
    pub sheet: &'static str,
    pub columns: &'a [&'static str],
}

/// Every row of `scope` in the order asked for, at most 100,000.
pub async fn export_rows<E: EntityTrait>(
    ctx: &Ctx,
    list: &List<E::Column>,
    scope: Select<E>,
    query: &ListQuery,
    names: Names<'_>,
    (format, language): (Format, Language),
    cells: impl Fn(E::Model) -> Vec<Cell>,
) -> Answer<Exported>
where
    E::Column: Copy,
    E::Model: Clone,
{
    // The rows are written by another thread while they are read: neither keeps all of them.
    let (pieces, written) = mpsc::channel(2);
    let mut sheet = Sheet::new(format, language, names.sheet, names.columns)?;
    let writer = tokio::task::spawn_blocking(move || {
        write(&mut sheet, written)?;
        sheet.finish()
    });
    let mut last: Option<E::Model> = None;
    let mut count = 0;
    while count < MOST {
        let piece = after(&ctx.backend.db, list, scope.clone(), query, last.as_ref(), PIECE).await?;
        let is_last = (piece.len() as u64) < PIECE;
        count += piece.len();
        last = piece.last().cloned();
        let rows = piece.into_iter().map(&cells).collect::<Vec<_>>();
        if pieces.send(rows).await.is_err() || is_last {
            break;
        }
    }
    drop(pieces);
    let bytes = writer.await.map_err(|error| BackendError::Internal(error.to_string()))??;
    let file_name = format!("{}-{}.{}", names.file, ctx.backend.clock.today(), format.code());
    Ok(Exported { file_name, mime: format.mime(), bytes })
}

fn write(sheet: &mut Sheet, mut pieces: mpsc::Receiver<Vec<Vec<Cell>>>) -> Answer<()> {
    while let Some(rows) = pieces.blocking_recv() {
        for row in rows {
            sheet.add(row)?;
        }
    }
    Ok(())
}
