//! Forgotten password and forgotten user name: the same work and the same answer whether or not anybody is found.
//! Source: domain reference 3.2.

use chrono::Duration;
use domain::access::Role;
use domain::account::state::{self, Event, RESET_MINUTES, State};
use domain::check::{FieldError, Problem};
use domain::ids::{AccountId, InstitutionId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::letters::{to_holder, to_nobody};
use super::throttle::{self, Limit, bucket};
use super::{account, code, links, password, session};
use crate::entity::account::{Column, Entity, Model};
use crate::mail;
use crate::mail::facts::{PasswordLink, SecurityEvent, UserNames, Warning};
use crate::{Answer, BackendError, Ctx, database};

const PASSWORD_LINK: &str = "password_link";

/// Asked for, per name or mailbox typed, and per visitor's address.
const PER_SUBJECT: Limit = Limit { most: 5, window: Duration::hours(1), apart: Duration::seconds(60) };
const PER_ADDRESS: Limit = Limit::per_minutes(30, 60);
/// Links opened or tried from one address.
const OPENED_PER_ADDRESS: Limit = Limit::per_minutes(60, 60);
/// Accounts of one mailbox that are written to.
const ACCOUNTS: u64 = 10;

/// «Password dimenticata»: sends the link that sets a new password to the holder of that user name, or of that e-mail
/// address. An account that was never verified gets its code instead. Errors: `Invalid` (`login`), `TooMany`.
pub async fn recover_password(ctx: &Ctx, login_or_email: &str) -> Answer<()> {
    let rows = begin_recovery(ctx, "recover_password", login_or_email, true).await?;
    let backend = &ctx.backend;
    if rows.is_empty() {
        let tx = database::begin(&backend.db).await?;
        link_to_nobody(&tx, ctx).await?;
        tx.commit().await?;
    }
    // One transaction each: several accounts of one mailbox must not wait for one another's counts.
    for row in &rows {
        let tx = database::begin(&backend.db).await?;
        recover(&tx, ctx, row).await?;
        tx.commit().await?;
    }
    backend.mail.wake();
    Ok(())
}

async fn recover(db: &impl ConnectionTrait, ctx: &Ctx, row: &Model) -> Answer<()> {
    let (backend, now) = (&ctx.backend, ctx.backend.clock.session_now());
    match account::state_of(row) {
        State::Verified if code::mailbox_has_room(db, backend, &row.email_key, now).await? => send_link(db, ctx, row).await,
        State::Unverified if code::may_send(db, backend, row, now).await? => code::send(db, backend, row, now).await,
        State::Verified | State::Unverified | State::CodeLocked | State::Disabled => link_to_nobody(db, ctx).await,
    }
}

/// «Nome utente dimenticato»: sends the user names registered with that address to it. Errors: `Invalid` (`email`),
/// `TooMany`.
pub async fn recover_user_name(ctx: &Ctx, email: &str) -> Answer<()> {
    let rows = begin_recovery(ctx, "recover_user_name", email, false).await?;
    let known = rows.iter().filter(|row| account::state_of(row) != State::Disabled).collect::<Vec<_>>();
    let login = |row: &&Model| account::login_of(&ctx.backend, &row.user_name, row.institution_id.map(InstitutionId));
    let facts = UserNames { names: known.iter().map(login).collect() };
    let tx = database::begin(&ctx.backend.db).await?;
    match known.first() {
        Some(row) => mail::queue(&tx, ctx.now(), to_holder(row, &facts)).await?,
        None => mail::queue_nothing(&tx, ctx.now(), to_nobody(ctx, &facts)).await?,
    }
    tx.commit().await?;
    ctx.backend.mail.wake();
    Ok(())
}

/// Counts the request, then looks for accounts: by address, or by name where that is meant too.
async fn begin_recovery(ctx: &Ctx, kind: &str, typed: &str, by_name: bool) -> Answer<Vec<Model>> {
    if typed.trim().is_empty() {
        let field = if by_name { "login" } else { "email" };
        return Err(BackendError::Invalid(vec![FieldError { field: field.to_owned(), problem: Problem::Missing }]));
    }
    throttle::limit_address(ctx, kind, PER_ADDRESS).await?;
    let backend = &ctx.backend;
    let subject = if by_name { account::plain_name(backend, typed) } else { account::email_key(typed) };
    let tx = database::begin(&backend.db).await?;
    throttle::count_in(&tx, &bucket(backend, kind, &subject), backend.clock.session_now(), PER_SUBJECT).await?;
    tx.commit().await?;
    let named = if by_name { account::find_by_name(&backend.db, &subject).await? } else { None };
    let mailbox = Entity::find().filter(Column::EmailKey.eq(account::email_key(typed))).order_by_asc(Column::CreatedAt);
    let reached = mailbox.limit(ACCOUNTS).all(&backend.db).await?;
    Ok(named.map_or(reached, |row| vec![row]))
}

async fn send_link(db: &impl ConnectionTrait, ctx: &Ctx, row: &Model) -> Answer<()> {
    let rules = state::Ctx::new(ctx.backend.clock.session_now(), Role::Contact);
    account::state_of(row).apply(Event::RecoverPassword, &rules)?;
    let token = issue(db, ctx, row.id).await?;
    let link = format!("/recupera-password?link={token}");
    let facts = PasswordLink { user_name: row.user_name.clone(), minutes: RESET_MINUTES, link };
    mail::queue(db, ctx.now(), to_holder(row, &facts)).await
}

async fn link_to_nobody(db: &impl ConnectionTrait, ctx: &Ctx) -> Answer<()> {
    let nobody = Uuid::now_v7();
    code::mailbox_has_room(db, &ctx.backend, &nobody.to_string(), ctx.backend.clock.session_now()).await?;
    issue(db, ctx, nobody).await?;
    let facts = PasswordLink { user_name: String::new(), minutes: RESET_MINUTES, link: String::new() };
    mail::queue_nothing(db, ctx.now(), to_nobody(ctx, &facts)).await
}

async fn issue(db: &impl ConnectionTrait, ctx: &Ctx, account: Uuid) -> Answer<String> {
    links::issue_link(db, ctx.backend.clock.session_now(), PASSWORD_LINK, account, Duration::minutes(RESET_MINUTES)).await
}

/// Whether the link of a mail still counts. Changes nothing. Error: `TooMany`.
pub async fn password_link_is_open(ctx: &Ctx, token: &str) -> Answer<bool> {
    throttle::limit_address(ctx, "password_link", OPENED_PER_ADDRESS).await?;
    Ok(links::find_link(&ctx.backend.db, ctx.backend.clock.session_now(), PASSWORD_LINK, token).await?.is_some())
}

/// Sets a new password by the link of a mail; every session of the account ends.
/// Errors: `Invalid` on `link`, `password` or `again`; `TooMany`.
pub async fn reset_password(ctx: &Ctx, token: &str, new: &str, again: &str) -> Answer<()> {
    let backend = &ctx.backend;
    if !password_link_is_open(ctx, token).await? {
        return Err(outdated());
    }
    let problems = password::password_problems(new, again, false).await?;
    if !problems.is_empty() {
        return Err(BackendError::Invalid(problems));
    }
    let now = backend.clock.session_now();
    let hash = backend.hasher.hash(new).await?;
    let tx = database::begin(&backend.db).await?;
    let account = links::use_link(&tx, now, PASSWORD_LINK, token).await?.ok_or_else(outdated)?;
    let row = account::load(&tx, AccountId(account)).await?;
    let rules = state::Ctx::new(now, Role::Contact);
    let outcome = account::state_of(&row).apply(Event::ResetPassword, &rules);
    outcome.map_err(|_| outdated())?;
    links::void_links(&tx, now, PASSWORD_LINK, account).await?;
    account::set_password(&tx, ctx.now(), AccountId(account), &hash).await?;
    session::close_all(&tx, AccountId(account), None).await?;
    let facts = SecurityEvent { warning: Warning::PasswordReset, user_name: row.user_name.clone(), at: ctx.now() };
    mail::queue(&tx, ctx.now(), to_holder(&row, &facts)).await?;
    tx.commit().await?;
    backend.mail.wake();
    Ok(())
}

fn outdated() -> BackendError {
    BackendError::Invalid(vec![FieldError { field: "link".into(), problem: Problem::CodeExpired }])
}
