//! An officer's notes on a request: kept while they are being written, and checked when they are sent.

use chrono::Duration;
use domain::access::{Action, Scope};
use domain::accreditation::Part;
use domain::accreditation::fields::Form;
use domain::accreditation::view::{FieldNote, Saved};
use domain::answers::Answers;
use domain::check::{Checker, FieldError};
use domain::ids::{AccountId, AccreditationId};
use domain::profile::LegalRepDue;
use domain::text::clean_text;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::review::load;
use crate::draft::DRAFT_DAYS;
use crate::entity::draft::{self, Column};
use crate::{Answer, BackendError, Ctx};

/// Longest note on one field, in characters.
const NOTE: usize = 1_000;
/// Longest note on the whole, or reason.
pub(super) const LONG_NOTE: usize = 2_000;
/// What an officer writes besides the notes on fields.
const OTHER: [&str; 2] = ["note", "reason"];

/// Keeps what this officer has written so far about a request; seen by this officer only.
pub async fn save(ctx: &Ctx, institution: &str, id: AccreditationId, notes: Answers) -> Answer<Saved> {
    let (institution, profile) = ctx.backend.institution(institution, None)?;
    ctx.may(Action::ReviewAccreditation, &Scope::institution(institution))?;
    let officer = ctx.signed_in()?.account;
    let request = load(&ctx.backend.db, institution, id).await?;
    let kept = kept(notes)?;
    let now = ctx.now();
    let broken = |error: serde_json::Error| BackendError::Internal(error.to_string());
    let row = draft::ActiveModel {
        id: Set(key(officer, request.id)),
        owner_kind: Set("account".to_owned()),
        owner: Set(officer.to_string()),
        institution_id: Set(Some(institution.0)),
        subject_id: Set(Some(request.id)),
        form: Set("review".to_owned()),
        department: Set(profile.department.as_ref().map(|own| own.slug.clone())),
        state: Set("draft".to_owned()),
        step: Set(String::new()),
        answers: Set(serde_json::to_string(&kept).map_err(broken)?),
        page_versions: Set("{}".to_owned()),
        checked_pages: Set("[]".to_owned()),
        conflict: Set(None),
        account_id: Set(None),
        language: Set(ctx.visitor.language.code().to_owned()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        expires_at: Set(now + Duration::days(DRAFT_DAYS)),
    };
    let again = OnConflict::column(Column::Id)
        .update_columns([Column::Answers, Column::UpdatedAt, Column::ExpiresAt])
        .value(Column::Version, Expr::col((draft::Entity, Column::Version)).add(1))
        .to_owned();
    draft::Entity::insert(row).on_conflict(again).exec_without_returning(&ctx.backend.db).await?;
    let stored = draft::Entity::find_by_id(key(officer, request.id)).one(&ctx.backend.db).await?;
    let version = stored.map_or(1, |row| row.version);
    Ok(Saved { version, saved_at: now, conflict: Vec::new(), merged: None })
}

/// What this officer has written so far.
pub(super) async fn find(db: &impl ConnectionTrait, officer: AccountId, request: Uuid) -> Answer<Answers> {
    let row = draft::Entity::find_by_id(key(officer, request)).one(db).await?;
    let broken = |error: serde_json::Error| BackendError::Internal(format!("review draft: {error}"));
    Ok(row.map(|row| serde_json::from_str(&row.answers)).transpose().map_err(broken)?.unwrap_or_default())
}

/// Drops it once it was sent.
pub(super) async fn forget(db: &impl ConnectionTrait, officer: AccountId, request: Uuid) -> Answer<()> {
    draft::Entity::delete_many().filter(Column::Id.eq(key(officer, request))).exec(db).await?;
    Ok(())
}

/// The notes on fields, clean and in the order of the form; empty ones and those on no field are left out.
pub(super) fn check(notes: &Answers) -> Result<Vec<FieldNote>, Vec<FieldError>> {
    let mut c = Checker::default();
    let mut checked = Vec::new();
    for field in field_names() {
        let note = c.take(field, clean_text(notes.get(field), NOTE)).unwrap_or_default();
        if !note.is_empty() {
            checked.push(FieldNote { field: field.to_owned(), note });
        }
    }
    c.finish(|| Some(checked))
}

/// Half-written notes: nothing is asked of them but that they are ours and of a sane length.
fn kept(notes: Answers) -> Answer<Answers> {
    let mut c = Checker::default();
    let fields = field_names();
    let mut kept = Answers::default();
    for (field, text) in notes.0 {
        let is_ours = fields.contains(&field.as_str()) || OTHER.contains(&field.as_str());
        if is_ours && !text.trim().is_empty() && c.take(&field, clean_text(&text, LONG_NOTE)).is_some() {
            kept.set(&field, text);
        }
    }
    Ok(c.finish(|| Some(kept))?)
}

/// Every field a note can be written on, whatever the host is, in the order of the form.
pub(super) fn field_names() -> Vec<&'static str> {
    let variants = [
        Answers::from([("sector_kind", "public"), ("contact_kinds_tutor", "true"), ("rep_tax_code_confirmed", "true")]),
        Answers::from([("country", "DE"), ("legal_seat_country", "DE"), ("operating_seat_country", "DE")]),
    ];
    let mut names = Vec::new();
    for part in Part::ALL {
        for answers in &variants {
            for field in (Form { answers, legal_rep_due: LegalRepDue::Convention }).fields(part) {
                if !names.contains(&field.name) {
                    names.push(field.name);
                }
            }
        }
    }
    names
}

/// One draft per officer and request, whichever of two windows is first: its key is made from both.
fn key(officer: AccountId, request: Uuid) -> Uuid {
    let digest = Sha256::new().chain_update(b"review").chain_update(officer.0).chain_update(request).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
