//! A file taken into the registry, tried first. Pieces are stored one by one, so that others write in between; the same file
//! once more changes nothing, and takes up what was left.

use std::collections::HashSet;

use domain::access::{Action, Scope};
use domain::check::{FieldError, Problem};
use domain::ids::InstitutionId;
use domain::registry::{RegistryKind, RegistryRow, Report};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::entries::{Entry, codes, put, withdraw};
use super::file::{self, File, Line};
use crate::entity::{course, department, registry_import, student, teacher};
use crate::{Answer, BackendError, Ctx, database};

/// Lines that are stored together.
pub(super) const PIECE: usize = 500;
/// MiB of a file at most; 100,000 students are about 12.
const FILE_MAX: usize = 64;

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intent {
    /// Not only tried.
    pub applies: bool,
    /// It names everybody: who is missing has left.
    pub is_complete: bool,
}

/// What a file would do, or did. `told` hears how many lines are done, of how many. Errors: Invalid (`file`), SignIn, Denied,
/// NotFound.
pub async fn import(
    ctx: &Ctx,
    slug: &str,
    kind: RegistryKind,
    bytes: Vec<u8>,
    intent: Intent,
    told: impl Fn(usize, usize) + Send,
) -> Answer<Report> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    ctx.may(Action::ImportRegistry, &Scope::institution(institution))?;
    if bytes.len() > FILE_MAX << 20 {
        let problem = Problem::FileTooLarge { max_mb: FILE_MAX as i64 };
        return Err(BackendError::Invalid(vec![FieldError { field: "file".to_owned(), problem }]));
    }
    let today = ctx.backend.clock.today();
    let read = tokio::task::spawn_blocking(move || file::read(kind, &bytes, today));
    let read = read.await.map_err(|error| BackendError::Internal(format!("reading a file: {error}")))?;
    let mut report = Report::of(kind);
    let File { unused, lines } = match read {
        Ok(file) => file,
        Err(problems) => return Ok(Report { header: problems, ..report }),
    };
    report.unused = unused;
    match kind {
        RegistryKind::Departments => run::<department::Model>(ctx, institution, lines, intent, &mut report, told).await?,
        RegistryKind::Courses => run::<course::Model>(ctx, institution, lines, intent, &mut report, told).await?,
        RegistryKind::Teachers => run::<teacher::Model>(ctx, institution, lines, intent, &mut report, told).await?,
        RegistryKind::Students => run::<student::Model>(ctx, institution, lines, intent, &mut report, told).await?,
    }
    if intent.applies {
        report.applied = true;
        record(ctx, institution, &report).await?;
    }
    Ok(report)
}

async fn run<E>(
    ctx: &Ctx,
    institution: InstitutionId,
    lines: Vec<Line>,
    intent: Intent,
    report: &mut Report,
    told: impl Fn(usize, usize) + Send,
) -> Answer<()>
where
    E: Entry + PartialEq + IntoActiveModel<<E::Table as EntityTrait>::ActiveModel>,
    <E::Table as EntityTrait>::ActiveModel: Send,
{
    let (db, now, total) = (&ctx.backend.db, ctx.now(), lines.len());
    let known = known(ctx, institution, report.kind).await?;
    let mut named = HashSet::new();
    let mut done = 0;
    for piece in lines.chunks(PIECE) {
        let mut rows = Vec::with_capacity(piece.len());
        for (line, read) in piece {
            // A line that cannot be taken names its entry all the same.
            match read.as_ref().map_err(Clone::clone).and_then(|row| refers(row, known.as_ref())) {
                Ok(row) => rows.extend(E::of(institution, row, now)),
                Err(problems) => report.add_broken(*line, problems),
            }
            if let Ok(row) = read {
                named.insert(row.key().to_owned());
            }
        }
        let outcomes = if intent.applies {
            let tx = database::begin(db).await?;
            let outcomes = put(&tx, institution, rows, true).await?;
            tx.commit().await?;
            outcomes
        } else {
            put(db, institution, rows, false).await?
        };
        outcomes.into_iter().for_each(|outcome| report.add(outcome));
        done += piece.len();
        told(done, total);
    }
    // A complete file with lines nobody can read might name whom it seems to leave out.
    if intent.is_complete && report.broken == 0 && report.lines > 0 {
        report.withdrawn = withdraw::<E>(db, institution, |code| named.contains(code), now, intent.applies).await?;
    }
    Ok(())
}

/// The codes that the lines of a file refer to: of departments or of courses.
async fn known(ctx: &Ctx, institution: InstitutionId, kind: RegistryKind) -> Answer<Option<HashSet<String>>> {
    let db = &ctx.backend.db;
    Ok(match kind {
        RegistryKind::Departments => None,
        RegistryKind::Courses | RegistryKind::Teachers => Some(codes::<department::Model>(db, institution).await?),
        RegistryKind::Students => Some(codes::<course::Model>(db, institution).await?),
    })
}

/// The row, if what it refers to is there.
fn refers<'a>(row: &'a RegistryRow, known: Option<&HashSet<String>>) -> Result<&'a RegistryRow, Vec<FieldError>> {
    match (row.refers_to(), known) {
        (Some((field, code)), Some(known)) if !known.contains(code) => {
            Err(vec![FieldError { field: field.to_owned(), problem: Problem::NotInRegistry }])
        }
        _ => Ok(row),
    }
}

async fn record(ctx: &Ctx, institution: InstitutionId, report: &Report) -> Answer<()> {
    let report_json = serde_json::to_string(report).map_err(|error| BackendError::Internal(format!("a report: {error}")))?;
    let row = registry_import::ActiveModel {
        id: Set(Uuid::now_v7()),
        institution_id: Set(institution.0),
        kind: Set(report.kind.code().to_owned()),
        report: Set(report_json),
        created_by: Set(ctx.visitor.signed_in.as_ref().map(|person| person.account.0)),
        created_at: Set(ctx.now()),
    };
    registry_import::Entity::insert(row).exec_without_returning(&ctx.backend.db).await?;
    Ok(())
}
