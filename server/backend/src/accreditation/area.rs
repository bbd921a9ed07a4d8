//! The reserved area: the request's state and what the office asked; once accredited, what can be done next.

use domain::access::{Action, Scope};
use domain::accreditation::state::State;
use domain::accreditation::view::AreaView;
use domain::ids::{AccreditationId, ContactId, InstitutionId, OrganisationId};
use domain::profile::JoinAdmits;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::correction::own_accreditation;
use super::elsewhere::first_host;
use super::known::accreditations_of;
use super::wizard::asked_notes;
use crate::entity::{accreditation, contact, organisation};
use crate::office;
use crate::organisation::logo_of;
use crate::{Answer, BackendError, Ctx, convention};

/// What the person who is signed in sees at an institution.
pub async fn overview(ctx: &Ctx, slug: &str) -> Answer<AreaView> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    ctx.signed_in()?;
    if let Some(row) = own_accreditation(ctx, institution).await? {
        let scope = Scope::host(institution, OrganisationId(row.organisation_id));
        ctx.may(Action::SeeOwnArea, &scope)?;
        return match State::from_code(&row.state) {
            Some(state) if state.has_area() => open(ctx, slug, state, row).await,
            Some(state) => request(ctx, state, row).await,
            None => Err(BackendError::Internal(format!("state of {}", row.id))),
        };
    }
    if let Some(view) = waiting(ctx, slug).await? {
        return Ok(view);
    }
    match first_host(ctx).await? {
        Some(host) => not_here(ctx, host).await,
        None => Ok(AreaView::Nothing),
    }
}

async fn request(ctx: &Ctx, state: State, row: accreditation::Model) -> Answer<AreaView> {
    let notes = if state == State::Integration { asked_notes(ctx, &row).await? } else { Vec::new() };
    Ok(AreaView::Request {
        id: AccreditationId(row.id),
        number: row.number,
        version: row.version,
        host_name: row.host_name,
        state,
        submitted_at: row.submitted_at,
        decided_at: row.decided_at,
        note: row.note.unwrap_or_default(),
        reason: row.reason.unwrap_or_default(),
        notes,
        can_correct: state == State::Integration,
        can_withdraw: matches!(state, State::Submitted | State::Integration),
    })
}

async fn open(ctx: &Ctx, slug: &str, state: State, row: accreditation::Model) -> Answer<AreaView> {
    let host = row.organisation_id;
    let (_, profile) = ctx.backend.institution(slug, row.handling_department.as_deref())?;
    let by_contact = profile.accreditation.join_admits == JoinAdmits::Contact;
    let newcomers = if by_contact { office::newcomers::waiting(&ctx.backend.db, host, None).await? } else { Vec::new() };
    let todo = match ctx.may(Action::ProposeConvention, &Scope::host(InstitutionId(row.institution_id), OrganisationId(host))) {
        Ok(_) => convention::waiting_for_host(ctx, slug, OrganisationId(host)).await?,
        Err(_) => Vec::new(),
    };
    Ok(AreaView::Open {
        todo,
        host_name: row.host_name,
        organisation: OrganisationId(host),
        state,
        accredited_at: row.decided_at,
        newcomers,
        logo: logo_of(&ctx.backend.db, host).await?,
        suspended_reason: if state == State::Suspended { row.reason.unwrap_or_default() } else { String::new() },
    })
}

/// A person who asked to enter a host and is not admitted yet, or was refused.
async fn waiting(ctx: &Ctx, slug: &str) -> Answer<Option<AreaView>> {
    let account = ctx.signed_in()?.account;
    ctx.may(Action::SeeOwnRequest, &Scope::account(account))?;
    let own = contact::Entity::find()
        .filter(contact::Column::AccountId.eq(account.0))
        .filter(contact::Column::State.is_in(["submitted", "rejected"]))
        .order_by_desc(contact::Column::Id)
        .one(&ctx.backend.db)
        .await?;
    let Some(own) = own else { return Ok(None) };
    let host = organisation::Entity::find_by_id(own.organisation_id).one(&ctx.backend.db).await?;
    let (_, profile) = ctx.backend.institution(slug, None)?;
    Ok(Some(AreaView::WaitingToJoin {
        host_name: host.map(|host| host.legal_name).unwrap_or_default(),
        refused: own.state == "rejected",
        by_office: profile.accreditation.join_admits == JoinAdmits::Office,
    }))
}

async fn not_here(ctx: &Ctx, host: OrganisationId) -> Answer<AreaView> {
    let organisation = organisation::Entity::find_by_id(host.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let rows = accreditations_of(&ctx.backend.db, host.0).await?;
    let accredited = rows.iter().filter(|row| row.state == State::Accredited.code());
    let name = |row: &accreditation::Model| {
        let slug = ctx.backend.institutions.slug(InstitutionId(row.institution_id));
        ctx.backend.profiles.institution(slug).map(|profile| profile.identity.name(ctx.visitor.language).to_owned())
    };
    Ok(AreaView::NotHere {
        host_name: organisation.legal_name,
        accredited_at_institutions: accredited.filter_map(name).collect(),
    })
}

/// A contact of the host admits or refuses a person who asked to enter it.
pub async fn decide_newcomer(ctx: &Ctx, slug: &str, contact: ContactId, admit: bool) -> Answer<()> {
    office::decide_newcomer(ctx, slug, contact, admit).await.map(|_| ())
}
