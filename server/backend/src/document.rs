//! Files as they are given out: access is asked every time.

use domain::access::{Action, Scope, could};
use domain::ids::{FileId, InstitutionId, OrganisationId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::{accreditation, file};
use crate::{Answer, BackendError, Ctx};

/// A file with its bytes.
#[derive(Debug)]
pub struct Document {
    pub media_type: String,
    /// Of the content: it is the same as long as this is.
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// One file, at the institution whose pages name it. Errors: SignIn, Denied, NotFound.
pub async fn open(ctx: &Ctx, slug: &str, id: FileId) -> Answer<Document> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    // Before anything is loaded, so that a refusal does not tell whether it exists.
    could(&ctx.visitor.actor, Action::SeeOrganisation)?;
    let row = file::Entity::find_by_id(id.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let host = row.organisation_id.map(OrganisationId).ok_or(BackendError::NotFound)?;
    let role = ctx.may(Action::SeeOrganisation, &Scope::host(institution, host))?.ok_or(BackendError::Denied)?;
    // An institution sees the hosts that asked it.
    if !role.is_of_host() && !asked_here(ctx, institution, host).await? {
        return Err(BackendError::NotFound);
    }
    let bytes = ctx.backend.files.get(&row.sha256).await?;
    Ok(Document { media_type: row.media_type, sha256: row.sha256, bytes })
}

async fn asked_here(ctx: &Ctx, institution: InstitutionId, host: OrganisationId) -> Answer<bool> {
    let here = accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .filter(accreditation::Column::OrganisationId.eq(host.0));
    Ok(here.count(&ctx.backend.db).await? > 0)
}
