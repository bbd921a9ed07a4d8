//! Persons who ask to enter a host: admitted, refused or disabled by the host's contacts or by the office.
//! Source: domain reference 3.1, last paragraph.

use chrono::{DateTime, Utc};
use domain::access::{Action, Role, Scope, could};
use domain::accreditation::contact_state::{ContactCtx, ContactEffect, ContactEvent, ContactState};
use domain::accreditation::view::Newcomer;
use domain::ids::{AccountId, ContactId, InstitutionId, OrganisationId};
use domain::language::Language;
use domain::profile::Profile;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{account, contact, event, membership, organisation};
use crate::history::{self, Audience, Happening};
use crate::mail::facts::{ContactChanged, ContactEvent as Told};
use crate::mail::{self, Letter};
use crate::organisation::roles;
use crate::{Answer, BackendError, Ctx, database};

/// Kind of the case whose history and letters these are.
pub(crate) const CASE: &str = "contact";

/// Admits a person or refuses them. Errors: Refused.
pub async fn decide_newcomer(ctx: &Ctx, institution: &str, contact: ContactId, admit: bool) -> Answer<()> {
    let event = if admit { ContactEvent::Admit } else { ContactEvent::Refuse };
    decide(ctx, institution, contact, event).await.map(|_| ())
}

/// The persons who wait to enter a host, longest first; with an institution, those who asked there.
pub async fn waiting(db: &impl ConnectionTrait, host: Uuid, asked: Option<InstitutionId>) -> Answer<Vec<Newcomer>> {
    let mut rows = contact::Entity::find()
        .filter(contact::Column::OrganisationId.eq(host))
        .filter(contact::Column::State.eq(ContactState::Submitted.code()));
    if let Some(asked) = asked {
        rows = rows.filter(contact::Column::AskedInstitutionId.eq(asked.0));
    }
    let rows = rows.order_by_asc(contact::Column::Id).all(db).await?;
    let newcomer = |row: contact::Model| Newcomer {
        contact: ContactId(row.id),
        version: row.version,
        name: name_of(&row),
        role_title: row.role_title,
        email: row.email,
        at: row.created_at,
    };
    Ok(rows.into_iter().map(newcomer).collect())
}

/// Fires an event of a further contact, whoever asks: a contact of the host or the office where the person asked to enter.
pub async fn decide(ctx: &Ctx, institution: &str, contact: ContactId, event: ContactEvent) -> Answer<ContactState> {
    let slug = institution;
    let (institution, _) = ctx.backend.institution(slug, None)?;
    // Before anything is loaded, so that a refusal does not tell whether it exists.
    could(&ctx.visitor.actor, Action::AdmitContact)?;
    let actor = ctx.signed_in()?.account;
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let mut row = contact::Entity::find_by_id(contact.0).lock_exclusive().one(&tx).await?.ok_or(BackendError::NotFound)?;
    let scope = Scope::host(institution, OrganisationId(row.organisation_id));
    let role = ctx.may(Action::AdmitContact, &scope)?.ok_or(BackendError::Denied)?;
    let asked = row.asked_institution_id.map(InstitutionId);
    // An office decides about those who asked it, not about hosts of other institutions.
    if !role.is_of_host() && asked != Some(institution) {
        return Err(BackendError::NotFound);
    }
    let slug = asked.map_or(slug, |asked| ctx.backend.institutions.slug(asked));
    let (asked, profile) = ctx.backend.institution(slug, None)?;
    let from = ContactState::from_code(&row.state)
        .ok_or_else(|| BackendError::Internal(format!("contact {}: unknown state {}", row.id, row.state)))?;
    if is_repeated(&tx, &row, actor, event).await? {
        return Ok(from);
    }
    if event == ContactEvent::Disable {
        roles::leave(&tx, &row).await?;
    }
    let machine = ContactCtx { actor: role, profile, code_right: true, has_active_project: false, has_substitute: false };
    let (to, effects) = from.apply(event, &machine)?;
    save(&tx, &mut row, to, now).await?;
    append(&tx, &row, Change { from, to, event, actor, role, asked, now }).await?;
    for effect in effects {
        match effect {
            ContactEffect::EnableMembership => roles::set(&tx, &row, true, now).await?,
            ContactEffect::DisableMembership => roles::set(&tx, &row, false, now).await?,
            ContactEffect::Notify { .. } => tell(&tx, ctx, (slug, asked, profile), &row, told(event)).await?,
        }
    }
    tx.commit().await?;
    ctx.backend.announce();
    Ok(to)
}

/// First and last name.
pub(crate) fn name_of(row: &contact::Model) -> String {
    format!("{} {}", row.first_name, row.last_name)
}

/// Whether the same person's same click was done already.
async fn is_repeated(db: &impl ConnectionTrait, row: &contact::Model, actor: AccountId, event: ContactEvent) -> Answer<bool> {
    let last =
        event::Entity::find().filter(event::Column::CaseId.eq(row.id)).order_by_desc(event::Column::Sequence).one(db).await?;
    Ok(last.is_some_and(|last| last.action == event.code() && last.actor_id == Some(actor.0)))
}

/// Stores the state as the row's next version.
pub(crate) async fn save(
    db: &impl ConnectionTrait,
    row: &mut contact::Model,
    to: ContactState,
    now: DateTime<Utc>,
) -> Answer<()> {
    row.state = to.code().to_owned();
    row.updated_at = now;
    row.version += 1;
    let values = contact::ActiveModel {
        state: Set(row.state.clone()),
        updated_at: Set(now),
        version: Set(row.version),
        ..Default::default()
    };
    contact::Entity::update_many().set(values).filter(contact::Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// What the history is told.
pub(crate) struct Change {
    pub from: ContactState,
    pub to: ContactState,
    pub event: ContactEvent,
    pub actor: AccountId,
    pub role: Role,
    pub asked: InstitutionId,
    pub now: DateTime<Utc>,
}

/// Appends to the person's history.
pub(crate) async fn append(db: &impl ConnectionTrait, row: &contact::Model, change: Change) -> Answer<()> {
    let happening = Happening {
        case_kind: CASE,
        case_id: row.id,
        action: change.event.code(),
        actor: Some(change.actor),
        role: change.role,
        from_state: Some(change.from.code()),
        to_state: Some(change.to.code()),
        version: row.version,
        note: None,
        diff: None,
        audience: Audience {
            institution: Some(change.asked),
            department: None,
            organisation: Some(OrganisationId(row.organisation_id)),
            account: row.account_id.map(AccountId),
        },
    };
    history::append(db, change.now, happening).await?;
    Ok(())
}

/// What the letter says of an event.
fn told(event: ContactEvent) -> Told {
    match event {
        ContactEvent::Submit => Told::Waiting,
        ContactEvent::Admit => Told::Admitted,
        ContactEvent::Refuse => Told::Refused,
        ContactEvent::Disable => Told::Disabled,
    }
}

/// E07 to the person and to the host's other contacts.
pub(crate) async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    (slug, institution, profile): (&str, InstitutionId, &Profile),
    row: &contact::Model,
    told: Told,
) -> Answer<()> {
    let host = organisation::Entity::find_by_id(row.organisation_id).one(db).await?;
    let host = host.map(|host| host.legal_name).unwrap_or_default();
    let department = profile.department.as_ref().map(|own| own.slug.as_str());
    for reader in readers(db, row).await? {
        let facts = ContactChanged {
            event: told,
            person: name_of(row),
            host: host.clone(),
            to_person: Some(reader.id) == row.account_id,
            days: 0,
            link: format!("/{slug}/area"),
        };
        let language = Language::from_code(&reader.language).unwrap_or_default();
        let letter = Letter::new(&facts, &reader.email, language, format!("{}:{}", row.id, row.version))
            .to_account(AccountId(reader.id))
            .from_institution(institution, department)
            .about(CASE, row.id);
        mail::queue(db, ctx.now(), letter).await?;
    }
    Ok(())
}

/// The person, and everybody with a role in the host that counts.
async fn readers(db: &impl ConnectionTrait, row: &contact::Model) -> Answer<Vec<account::Model>> {
    let colleagues = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(row.organisation_id))
        .filter(membership::Column::Role.eq(Role::Contact.code()))
        .filter(membership::Column::Active.eq(true))
        .all(db)
        .await?;
    let ids = colleagues.into_iter().map(|role| role.account_id).chain(row.account_id);
    Ok(account::Entity::find().filter(account::Column::Id.is_in(ids)).order_by_asc(account::Column::Id).all(db).await?)
}
