//! Inviting a tutor or a further contact: an account that waits for its code. Source: acceptance U19, domain reference 3.1.

use chrono::Duration;
use domain::access::Action;
use domain::account::user_name::UserName;
use domain::accreditation::contact_state::ContactState;
use domain::answers::Answers;
use domain::ids::{AccountId, ContactId};
use domain::organisation::contact::{self as form, Contact};
use domain::organisation::roles::{is_new, may_have_seats};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::contacts::{state_of, ticked};
use super::kept::Kept;
use super::own::{OwnHost, own_host};
use super::save_contact::{happened, store, write};
use super::{links, roles};
use crate::draft::{DRAFT_DAYS, FormKind};
use crate::entity::{account, contact, membership, organisation};
use crate::identity::{self, Limit, NewAccount};
use crate::mail::facts::{ContactChanged, ContactEvent};
use crate::mail::{self, Letter};
use crate::office::newcomers::{CASE, name_of};
use crate::{Answer, Backend, Ctx, database, history};

/// What is done to a person's history by an invitation.
pub(super) const INVITE: &str = "invite";

/// Most invitations erased in one go.
const BATCH: u64 = 200;

/// Invitations of one host an hour.
const INVITED: Limit = Limit::per_minutes(30, 60);

/// Invites a person by e-mail; who has not answered an earlier invitation is sent another code. Errors: Invalid, Refused,
/// TooMany.
pub async fn invite_contact(ctx: &Ctx, slug: &str, answers: Answers) -> Answer<ContactId> {
    let host = own_host(ctx, slug, Action::InviteContact).await?;
    let role = host.may(ctx, Action::InviteContact)?;
    let kept = Kept { host: &host, form: FormKind::Contact, subject: None, version: 0 };
    let written = match form::read(&answers, &host.basis(ctx)) {
        Ok(written) => written,
        Err(problems) => {
            kept.keep(ctx, answers).await?;
            return Err(crate::BackendError::Invalid(problems));
        }
    };
    identity::limit_subject(&ctx.backend, "invited", host.id.0, INVITED).await?;
    let by = ctx.signed_in()?.account;
    let tx = database::begin(&ctx.backend.db).await?;
    organisation::Entity::find_by_id(host.id.0).lock_exclusive().one(&tx).await?;
    let seats = ticked(&tx, &host, &answers).await?;
    may_have_seats(&written.person.kinds, seats.len())?;
    let row = match invited_before(&tx, &host, &written.person.email).await? {
        Some(before) => again(&tx, ctx, before, written).await?,
        None => insert(&tx, ctx, &host, written).await?,
    };
    roles::set(&tx, &row, false, ctx.now()).await?;
    links::set(&tx, row.id, &seats, Some((by, ctx.now()))).await?;
    happened(&tx, ctx, &row, role, INVITE, None).await?;
    if let Some(account) = row.account_id {
        identity::issue_code(&tx, &ctx.backend, AccountId(account)).await?;
        tell(&tx, ctx, &host, &row, AccountId(account)).await?;
    }
    kept.forget(ctx, &tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(ContactId(row.id))
}

/// E07 to who was invited: by whom, for what, and what becomes of the data.
async fn tell(db: &impl ConnectionTrait, ctx: &Ctx, host: &OwnHost<'_>, row: &contact::Model, account: AccountId) -> Answer<()> {
    let facts = ContactChanged {
        event: ContactEvent::Invited,
        person: name_of(row),
        host: host.name.clone(),
        to_person: true,
        days: DRAFT_DAYS,
        link: "/verifica-email".to_owned(),
    };
    let letter = Letter::new(&facts, &row.email, ctx.visitor.language, format!("{}:{}", row.id, row.version))
        .to_account(account)
        .from_institution(host.institution, host.profile.department.as_ref().map(|own| own.slug.as_str()))
        .about(CASE, row.id);
    mail::queue(db, ctx.now(), letter).await
}

/// Erases who was invited and did not answer for as long as a draft is kept, with the account that waited for them. Answers how many.
pub(crate) async fn erase_unanswered(backend: &Backend) -> Answer<usize> {
    let before = backend.clock.now() - Duration::days(DRAFT_DAYS);
    let rows = contact::Entity::find()
        .filter(contact::Column::State.eq(ContactState::Draft.code()))
        .filter(contact::Column::UpdatedAt.lt(before))
        .limit(BATCH)
        .all(&backend.db)
        .await?;
    for row in &rows {
        let tx = database::begin(&backend.db).await?;
        let still = contact::Entity::find_by_id(row.id).lock_exclusive().one(&tx).await?;
        if still.is_some_and(|now| now.version == row.version && now.state == row.state) {
            links::set(&tx, row.id, &[], None).await?;
            contact::Entity::delete_by_id(row.id).exec(&tx).await?;
            if let Some(account) = row.account_id {
                membership::Entity::delete_many().filter(membership::Column::AccountId.eq(account)).exec(&tx).await?;
                account::Entity::delete_many()
                    .filter(account::Column::Id.eq(account))
                    .filter(account::Column::State.is_in(["unverified", "code_locked"]))
                    .exec(&tx)
                    .await?;
            }
            history::erase(&tx, backend.clock.now(), row.id).await?;
            tx.commit().await?;
        }
    }
    Ok(rows.len())
}

/// The host's contact with that address who has not entered a code yet. Error: Refused for one who has.
async fn invited_before(db: &impl ConnectionTrait, host: &OwnHost<'_>, email: &str) -> Answer<Option<contact::Model>> {
    let rows = contact::Entity::find().filter(contact::Column::OrganisationId.eq(host.id.0)).all(db).await?;
    let key = identity::email_key(email);
    let mut waiting = None;
    for row in rows.into_iter().filter(|row| identity::email_key(&row.email) == key) {
        let state = state_of(&row)?;
        is_new(matches!(state, ContactState::Submitted | ContactState::Active))?;
        if state == ContactState::Draft {
            waiting = Some(row);
        }
    }
    Ok(waiting)
}

async fn again(db: &impl ConnectionTrait, ctx: &Ctx, before: contact::Model, written: Contact) -> Answer<contact::Model> {
    let mut row = before;
    write(&mut row, written);
    store(db, ctx, &mut row).await?;
    Ok(row)
}

async fn insert(db: &impl ConnectionTrait, ctx: &Ctx, host: &OwnHost<'_>, written: Contact) -> Answer<contact::Model> {
    let now = ctx.now();
    let mut row = contact::Model {
        id: Uuid::now_v7(),
        organisation_id: host.id.0,
        account_id: None,
        asked_institution_id: Some(host.institution.0),
        state: ContactState::Draft.code().to_owned(),
        title: None,
        first_name: String::new(),
        last_name: String::new(),
        role_title: String::new(),
        kinds: String::new(),
        email: written.person.email.clone(),
        phone: String::new(),
        mobile: None,
        tax_code: None,
        education: None,
        contract_level: None,
        years_experience: None,
        skills: None,
        privacy_accepted_at: None,
        privacy_version: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    write(&mut row, written);
    row.account_id = Some(account_for(db, ctx, host, &row).await?.0);
    contact::Entity::insert(contact::ActiveModel::from(row.clone())).exec_without_returning(db).await?;
    Ok(row)
}

/// An account with the first free name made of the person's own. It has no password until the code is entered.
async fn account_for(db: &impl ConnectionTrait, ctx: &Ctx, host: &OwnHost<'_>, row: &contact::Model) -> Answer<AccountId> {
    let mut place = 1;
    let mut user_name = UserName::of_person(&row.first_name, &row.last_name, place);
    while !identity::user_name_is_free(db, &user_name).await? {
        place += 1;
        user_name = UserName::of_person(&row.first_name, &row.last_name, place);
    }
    let new = NewAccount {
        user_name,
        first_name: row.first_name.clone(),
        last_name: row.last_name.clone(),
        email_key: identity::email_key(&row.email),
        email: row.email.clone(),
        language: ctx.visitor.language,
        institution: Some(host.institution),
    };
    identity::create_account(db, ctx.now(), new).await
}
