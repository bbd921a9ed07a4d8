//! The accredited host one works for.

use domain::access::{Action, Role, Scope, could, roles_of};
use domain::accreditation::registration::Basis;
use domain::accreditation::state::State;
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use domain::profile::Profile;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::accreditation;
use crate::{Answer, BackendError, Ctx};

/// A host seen from one institution that accredits it.
pub(crate) struct OwnHost<'a> {
    pub slug: &'a str,
    pub institution: InstitutionId,
    pub profile: &'a Profile,
    pub id: OrganisationId,
    pub name: String,
}

/// The host for which the visitor may do `action`, as far as that does not depend on the subject. Errors: NotFound before
/// the host is accredited here.
pub(crate) async fn own_host<'a>(ctx: &'a Ctx, slug: &'a str, action: Action) -> Answer<OwnHost<'a>> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    could(&ctx.visitor.actor, action)?;
    let held = ctx.visitor.actor.active().filter(|held| roles_of(action).any(|role| role == held.role));
    let hosts: Vec<Uuid> = held.filter_map(|held| held.organisation).map(|host| host.0).collect();
    let row = accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .filter(accreditation::Column::OrganisationId.is_in(hosts))
        .order_by_desc(accreditation::Column::Number)
        .one(&ctx.backend.db)
        .await?
        .filter(|row| State::from_code(&row.state).is_some_and(State::has_area))
        .ok_or(BackendError::NotFound)?;
    let (_, profile) = ctx.backend.institution(slug, row.handling_department.as_deref())?;
    Ok(OwnHost { slug, institution, profile, id: OrganisationId(row.organisation_id), name: row.host_name })
}

impl OwnHost<'_> {
    /// The role by which the visitor may do this for the host.
    pub fn may(&self, ctx: &Ctx, action: Action) -> Answer<Role> {
        self.may_about(ctx, action, None)
    }

    /// The same about the record of one person.
    pub fn may_about(&self, ctx: &Ctx, action: Action, account: Option<Uuid>) -> Answer<Role> {
        let scope = Scope { account: account.map(AccountId), ..Scope::host(self.institution, self.id) };
        ctx.may(action, &scope)?.ok_or(BackendError::Denied)
    }

    /// What checking what was written needs to know.
    pub fn basis<'b>(&'b self, ctx: &'b Ctx) -> Basis<'b> {
        Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), self.profile)
    }
}
