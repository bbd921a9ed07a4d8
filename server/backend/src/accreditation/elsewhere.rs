//! A host that is known elsewhere asks this institution, from its own area and without typing anything again (C13).

use domain::access::{Action, Role, Scope};
use domain::accreditation::join::is_known;
use domain::accreditation::state::State;
use domain::check::{FieldError, Problem};
use domain::ids::OrganisationId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::correction::organisations_of;
use super::known::accreditations_of;
use super::letters;
use super::stored::load_host;
use super::submit::{HostLine, Submission, insert_accreditation};
use super::update::audience;
use crate::entity::contact;
use crate::history::{self, Happening};
use crate::mail::facts::RequestEvent;
use crate::{Answer, BackendError, Ctx, database};

/// Sends the host's stored data to this institution's office. Asking twice changes nothing.
pub async fn request_elsewhere(ctx: &Ctx, slug: &str, privacy_accepted: bool) -> Answer<()> {
    let (institution, profile) = ctx.backend.institution(slug, None)?;
    let account = ctx.signed_in()?.account;
    if !privacy_accepted {
        let error = FieldError { field: "privacy_accepted".to_owned(), problem: Problem::NotAccepted };
        return Err(BackendError::Invalid(vec![error]));
    }
    let host = organisations_of(ctx).await?.into_iter().next().ok_or(BackendError::NotFound)?;
    ctx.may(Action::RequestAccreditationElsewhere, &Scope::host(institution, host))?;
    let rows = accreditations_of(&ctx.backend.db, host.0).await?;
    let states: Vec<State> = rows.iter().filter_map(|row| State::from_code(&row.state)).collect();
    let is_over = |code: &str| State::from_code(code).is_some_and(State::is_over);
    if rows.iter().any(|row| row.institution_id == institution.0 && !is_over(&row.state)) {
        return Ok(());
    }
    if !is_known(&states) {
        return Err(BackendError::NotFound);
    }
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let stored = load_host(&tx, host.0).await?;
    let state = if profile.accreditation.approval { State::Submitted } else { State::Accredited };
    let submission = Submission { institution, profile, department: None, account, state, now };
    let own = contact::Entity::find()
        .filter(contact::Column::OrganisationId.eq(host.0))
        .filter(contact::Column::AccountId.eq(account.0))
        .one(&tx)
        .await?
        .ok_or(BackendError::NotFound)?;
    let legal = stored.seats.iter().find(|seat| seat.kind == "legal").ok_or(BackendError::NotFound)?;
    let line = HostLine {
        name: stored.organisation.legal_name.clone(),
        town: legal.city.clone(),
        province: legal.province.clone().unwrap_or_default(),
        country: legal.country.clone(),
    };
    let name = format!("{} {}", own.first_name, own.last_name);
    let row = match insert_accreditation(&tx, &submission, host.0, own.id, &name, &line).await {
        // A colleague asked at the same instant.
        Err(BackendError::Database(error)) if database::is_taken(&error) => return Ok(()),
        other => other?,
    };
    let happening = Happening {
        case_kind: "accreditation",
        case_id: row.id,
        action: "submit",
        actor: Some(account),
        role: Role::Contact,
        from_state: None,
        to_state: Some(state.code()),
        version: row.version,
        note: None,
        diff: None,
        audience: audience(&row),
    };
    history::append(&tx, now, happening).await?;
    letters::to_office(&tx, ctx, slug, profile, &row, RequestEvent::Submitted).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

/// The hosts of the visitor that every area page begins with.
pub(super) async fn first_host(ctx: &Ctx) -> Answer<Option<OrganisationId>> {
    Ok(organisations_of(ctx).await?.into_iter().next())
}
