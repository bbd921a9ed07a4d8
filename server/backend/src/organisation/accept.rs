//! Somebody who was invited has entered the code: they are admitted at once, or wait for the office.

use domain::access::Role;
use domain::accreditation::contact_state::{ContactCtx, ContactEvent, ContactState, events_of_invited};
use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use domain::profile::Profile;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::invite::INVITE;
use super::roles;
use crate::accreditation::{KnownHost, Received, accreditations_of, tell_of_newcomer, tell_received};
use crate::entity::{account, contact, event, membership, organisation};
use crate::mail::facts::{ContactEvent as Told, WaitsFor};
use crate::office::newcomers::{self, Change, name_of};
use crate::{Answer, BackendError, Ctx};

/// Enters whoever was invited with this account. Answers the institution where they were; none for who was not invited.
pub(crate) async fn accept_invitation(db: &impl ConnectionTrait, ctx: &Ctx, account: &account::Model) -> Answer<Option<String>> {
    let invited = contact::Entity::find()
        .filter(contact::Column::AccountId.eq(account.id))
        .filter(contact::Column::State.eq(ContactState::Draft.code()))
        .lock_exclusive()
        .one(db)
        .await?;
    let Some(mut row) = invited else { return Ok(None) };
    let institution = row.asked_institution_id.map(InstitutionId).ok_or(BackendError::NotFound)?;
    let slug = ctx.backend.institutions.slug(institution).to_owned();
    let (_, profile) = ctx.backend.institution(&slug, None)?;
    let inviter = inviter(db, &row).await?;
    let now = ctx.now();
    let mut state = ContactState::Draft;
    for event in events_of_invited(inviter.map(|(_, role)| role), profile) {
        let own = (AccountId(account.id), Role::Contact);
        let (actor, role) = if *event == ContactEvent::Admit { inviter.unwrap_or(own) } else { own };
        let machine = ContactCtx { actor: role, profile, code_right: true, has_active_project: false, has_substitute: false };
        let (to, _) = state.apply(*event, &machine)?;
        newcomers::save(db, &mut row, to, now).await?;
        newcomers::append(db, &row, Change { from: state, to, event: *event, actor, role, asked: institution, now }).await?;
        state = to;
    }
    roles::set(db, &row, state == ContactState::Active, now).await?;
    tell(db, ctx, (&slug, institution, profile), &row, account, state).await?;
    Ok(Some(slug))
}

/// Who invited the person, as long as they still work for the host in that role.
async fn inviter(db: &impl ConnectionTrait, row: &contact::Model) -> Answer<Option<(AccountId, Role)>> {
    let invitation = event::Entity::find()
        .filter(event::Column::CaseId.eq(row.id))
        .filter(event::Column::Action.eq(INVITE))
        .order_by_desc(event::Column::Sequence)
        .one(db)
        .await?;
    let Some((actor, role)) = invitation.and_then(|event| event.actor_id.zip(Role::from_code(&event.actor_role))) else {
        return Ok(None);
    };
    let held = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(actor))
        .filter(membership::Column::OrganisationId.eq(row.organisation_id))
        .filter(membership::Column::Role.eq(role.code()))
        .filter(membership::Column::Active.eq(true))
        .one(db)
        .await?;
    Ok(held.map(|_| (AccountId(actor), role)))
}

/// E02 with the user name to the person; E07 to the person and the host's contacts, or to whoever admits.
async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    (slug, institution, profile): (&str, InstitutionId, &Profile),
    row: &contact::Model,
    account: &account::Model,
    state: ContactState,
) -> Answer<()> {
    let host = organisation::Entity::find_by_id(row.organisation_id).one(db).await?.ok_or(BackendError::NotFound)?;
    let is_in = state == ContactState::Active;
    let received = Received {
        account: AccountId(account.id),
        email: &account.email,
        user_name: &account.user_name,
        language: Language::from_code(&account.language).unwrap_or_default(),
        host: &host.legal_name,
        number: None,
        waits_for: if is_in { WaitsFor::Nobody } else { waits_for(profile) },
    };
    tell_received(db, ctx, slug, institution, profile, received).await?;
    if is_in {
        return newcomers::tell(db, ctx, (slug, institution, profile), row, Told::Added).await;
    }
    let accreditations = accreditations_of(db, host.id).await?;
    let known = KnownHost { organisation: host, town: String::new(), accreditations };
    tell_of_newcomer(db, ctx, slug, institution, profile, (row.id, &name_of(row)), &known).await
}

fn waits_for(profile: &Profile) -> WaitsFor {
    match profile.accreditation.join_admits {
        domain::profile::JoinAdmits::Office => WaitsFor::Office,
        domain::profile::JoinAdmits::Contact => WaitsFor::HostContact,
    }
}
