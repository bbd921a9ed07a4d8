//! The queue of requests as a file.

use chrono::{DateTime, Utc};
use domain::access::{Action, Scope};
use domain::accreditation::view::QueueRow;
use domain::language::Language;
use domain::list::ListQuery;
use domain::profile::Profile;

use super::queue::{REQUESTS, requests, row};
use super::words::{COLUMNS, FILE_NAME, NO, SHEET, YES};
use crate::list::export::{Cell, Exported, Format, Names, export_rows};
use crate::{Answer, Ctx};

/// Everything the list shows for a query, at most 100,000 rows. Errors: Denied, NotFound.
pub async fn export(ctx: &Ctx, slug: &str, query: &ListQuery, format: Format, language: Language) -> Answer<Exported> {
    let (institution, profile) = ctx.backend.institution(slug, None)?;
    ctx.may(Action::ExportAccreditations, &Scope::institution(institution))?;
    let rows = requests(&ctx.backend.db, institution, query).await?;
    let names = Names {
        file: format!("{}-{slug}", FILE_NAME.get(language)),
        sheet: SHEET.get(language),
        columns: &COLUMNS.map(|word| word.get(language)),
    };
    export_rows(ctx, &REQUESTS, rows, query, names, (format, language), |model| cells(row(model), profile, language)).await
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
