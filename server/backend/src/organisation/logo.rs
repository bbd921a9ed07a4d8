//! The logo of a host: one, its own contacts', shown wherever the host is. Source: domain reference 2.2.

use domain::access::{Action, Role};
use domain::check::FieldError;
use domain::ids::{FileId, OrganisationId};
use domain::logo::check_logo;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::own::own_host;
use super::picture::redrawn;
use crate::entity::{file, organisation};
use crate::history::{self, Audience, Happening};
use crate::{Answer, BackendError, Ctx, database};

const KIND: &str = "logo";

/// Keeps a picture as the logo of one's host, in place of the one before. Errors: Invalid (`logo`), NotFound.
pub async fn set_logo(ctx: &Ctx, slug: &str, bytes: Vec<u8>) -> Answer<()> {
    let (host, role) = editable(ctx, slug).await?;
    let wrong = |problem| BackendError::Invalid(vec![FieldError { field: KIND.to_owned(), problem }]);
    let kind = check_logo(&bytes).map_err(wrong)?;
    let picture = redrawn(bytes, kind).await?.map_err(wrong)?;
    let size = i64::try_from(picture.len()).unwrap_or(i64::MAX);
    let sha256 = ctx.backend.files.put(picture).await?;
    let new = file::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(KIND.to_owned()),
        institution_id: Set(None),
        organisation_id: Set(Some(host.0)),
        case_id: Set(None),
        media_type: Set("image/png".to_owned()),
        size: Set(size),
        sha256: Set(sha256),
        created_by: Set(Some(ctx.signed_in()?.account.0)),
        created_at: Set(ctx.now()),
    };
    replace(ctx, host, role, Some(new)).await
}

/// Takes the logo of one's host away. Without a logo nothing happens. Error: NotFound.
pub async fn remove_logo(ctx: &Ctx, slug: &str) -> Answer<()> {
    let (host, role) = editable(ctx, slug).await?;
    replace(ctx, host, role, None).await
}

/// The logo of a host.
pub(crate) async fn logo_of(db: &impl ConnectionTrait, host: Uuid) -> Answer<Option<FileId>> {
    let rows = file::Entity::find().filter(file::Column::OrganisationId.eq(host)).filter(file::Column::Kind.eq(KIND));
    Ok(rows.order_by_desc(file::Column::Id).one(db).await?.map(|row| FileId(row.id)))
}

/// The accredited host one works for, and as what.
async fn editable(ctx: &Ctx, slug: &str) -> Answer<(OrganisationId, Role)> {
    let host = own_host(ctx, slug, Action::EditOrganisation).await?;
    let role = host.may(ctx, Action::EditOrganisation)?;
    Ok((host.id, role))
}

async fn replace(ctx: &Ctx, host: OrganisationId, role: Role, new: Option<file::ActiveModel>) -> Answer<()> {
    let tx = database::begin(&ctx.backend.db).await?;
    let row = organisation::Entity::find_by_id(host.0).lock_exclusive().one(&tx).await?.ok_or(BackendError::NotFound)?;
    let old = file::Entity::delete_many().filter(file::Column::OrganisationId.eq(host.0)).filter(file::Column::Kind.eq(KIND));
    let removed = old.exec(&tx).await?.rows_affected;
    let action = if new.is_some() { "logo_set" } else { "logo_removed" };
    if new.is_none() && removed == 0 {
        return Ok(());
    }
    if let Some(new) = new {
        file::Entity::insert(new).exec_without_returning(&tx).await?;
    }
    let happening = Happening {
        case_kind: "organisation",
        case_id: host.0,
        action,
        actor: Some(ctx.signed_in()?.account),
        role,
        from_state: None,
        to_state: None,
        version: row.version,
        note: None,
        diff: None,
        audience: Audience { organisation: Some(host), ..Audience::default() },
    };
    history::append(&tx, ctx.now(), happening).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}
