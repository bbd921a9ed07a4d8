//! Files as they are given out: access is asked every time.

use domain::access::{Action, Scope, could};
use domain::ids::{FileId, InstitutionId, OrganisationId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::{self, accreditation, file, signature};
use crate::{Answer, BackendError, Ctx, convention};

/// A file with its bytes.
#[derive(Debug)]
pub struct Document {
    pub media_type: String,
    /// Of the content: it is the same as long as this is.
    pub sha256: String,
    pub bytes: Vec<u8>,
    /// What it is saved as; none for what is shown in a page.
    pub file_name: Option<String>,
}

/// One file, at the institution whose pages name it. Errors: SignIn, Denied, NotFound.
pub async fn open(ctx: &Ctx, slug: &str, id: FileId) -> Answer<Document> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    // Before anything is loaded, so that a refusal does not tell whether it exists.
    let either = |one: Action, other: Action| could(&ctx.visitor.actor, one).or(could(&ctx.visitor.actor, other));
    either(Action::SeeOrganisation, Action::SeeConvention)?;
    let row = file::Entity::find_by_id(id.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let host = row.organisation_id.map(OrganisationId).ok_or(BackendError::NotFound)?;
    let file_name = match row.kind.as_str() {
        convention::DOCUMENT | convention::SIGNED_COPY => Some(of_convention(ctx, institution, host, &row).await?),
        _ => {
            let role = ctx.may(Action::SeeOrganisation, &Scope::host(institution, host))?.ok_or(BackendError::Denied)?;
            // An institution sees the hosts that asked it.
            if !role.is_of_host() && !asked_here(ctx, institution, host).await? {
                return Err(BackendError::NotFound);
            }
            None
        }
    };
    let bytes = ctx.backend.files.get(&row.sha256).await?;
    Ok(Document { media_type: row.media_type, sha256: row.sha256, bytes, file_name })
}

/// What a document of a convention is offered as, for those who see the convention.
async fn of_convention(ctx: &Ctx, institution: InstitutionId, host: OrganisationId, row: &file::Model) -> Answer<String> {
    if row.institution_id != Some(institution.0) {
        return Err(BackendError::NotFound);
    }
    ctx.may(Action::SeeConvention, &Scope::host(institution, host))?;
    if row.kind == convention::SIGNED_COPY {
        let copy = signature::Entity::find().filter(signature::Column::FileId.eq(row.id)).one(&ctx.backend.db).await?;
        return copy.map(|copy| copy.file_name).ok_or(BackendError::NotFound);
    }
    let case = row.case_id.ok_or(BackendError::NotFound)?;
    let case = entity::convention::Entity::find_by_id(case).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let number = case.number_year.zip(case.number_progressive).map(|(year, number)| format!("_{year}-{number}"));
    Ok(format!("convenzione{}.pdf", number.unwrap_or_default()))
}

async fn asked_here(ctx: &Ctx, institution: InstitutionId, host: OrganisationId) -> Answer<bool> {
    let here = accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .filter(accreditation::Column::OrganisationId.eq(host.0));
    Ok(here.count(&ctx.backend.db).await? > 0)
}
