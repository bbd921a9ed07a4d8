//! The six digits that verify an address. Source: domain reference 3.2.

use chrono::{DateTime, Duration, Utc};
use domain::account::state::{self, CODE_MINUTES};
use domain::ids::AccountId;
use domain::language::Language;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::code_entry::unlocked;
use super::letters::to_holder;
use super::throttle::{self, Limit, bucket};
use super::{account, secret};
use crate::entity::account as account_row;
use crate::entity::one_time_secret::{ActiveModel, Column, Entity, Model};
use crate::mail::facts::VerificationCode;
use crate::mail::{self, Letter};
use crate::{Answer, Backend, BackendError, Ctx, database};

const PURPOSE: &str = "email_code";

/// Codes asked for, per name: those of the rule.
const PER_NAME: Limit =
    Limit { most: state::RESENDS_PER_HOUR, window: Duration::hours(1), apart: Duration::seconds(state::RESEND_SECONDS) };
/// Codes and links to one mailbox, whatever the names, so that nobody is flooded.
const PER_MAILBOX: Limit = Limit::per_minutes(10, 60);
const SENT_PER_ADDRESS: Limit = Limit::per_minutes(30, 60);

/// «Invia codice»: the same answer whether or not somebody has that name. Error: `TooMany`.
pub async fn send_code(ctx: &Ctx, user_name: &str) -> Answer<()> {
    throttle::limit_address(ctx, "code_sent", SENT_PER_ADDRESS).await?;
    let backend = &ctx.backend;
    let (name, now) = (account::plain_name(backend, user_name), backend.clock.session_now());
    let tx = database::begin(&backend.db).await?;
    throttle::count_in(&tx, &bucket(backend, "code", &name), now, PER_NAME).await?;
    let waiting = unlocked(&tx, backend, &name, now).await?.1;
    match waiting {
        Some(row) if mailbox_has_room(&tx, backend, &row.email_key, now).await? => send(&tx, backend, &row, now).await?,
        _ => send_to_nobody(&tx, backend, ctx.visitor.language, now).await?,
    }
    tx.commit().await?;
    backend.mail.wake();
    Ok(())
}

/// Sends the first code of a registration, or a further one after a change, in the caller's transaction; earlier
/// codes no longer count. Error: `TooMany`. After the commit: `backend.mail.wake()`.
pub async fn issue_code(db: &impl ConnectionTrait, backend: &Backend, account: AccountId) -> Answer<()> {
    let now = backend.clock.session_now();
    let row = account::load(db, account).await?;
    let key = bucket(backend, "code", &row.user_name);
    let mut sent = throttle::open(db, &key, now).await?;
    // Confirming the summary again is not asking again: only the number an hour counts here.
    sent.blocked_until = None;
    throttle::save(db, &sent).await?;
    throttle::count_in(db, &key, now, PER_NAME).await?;
    if !mailbox_has_room(db, backend, &row.email_key, now).await? {
        return Err(throttle::too_many(now + PER_MAILBOX.window, now));
    }
    send(db, backend, &row, now).await
}

/// Codes sent so far no longer count.
pub async fn void_codes(db: &impl ConnectionTrait, now: DateTime<Utc>, account: AccountId) -> Answer<()> {
    super::links::void_links(db, now, PURPOSE, account.0).await
}

/// Counts one code to that account, if the limits leave room for it.
pub(super) async fn may_send(
    db: &impl ConnectionTrait,
    backend: &Backend,
    row: &account_row::Model,
    now: DateTime<Utc>,
) -> Answer<bool> {
    let named = throttle::count_in(db, &bucket(backend, "code", &row.user_name), now, PER_NAME).await;
    Ok(has_room(named)? && mailbox_has_room(db, backend, &row.email_key, now).await?)
}

/// Counts one letter to a mailbox, if there is room for it in the hour.
pub(super) async fn mailbox_has_room(
    db: &impl ConnectionTrait,
    backend: &Backend,
    email_key: &str,
    now: DateTime<Utc>,
) -> Answer<bool> {
    has_room(throttle::count_in(db, &bucket(backend, "mailbox", email_key), now, PER_MAILBOX).await)
}

fn has_room(counted: Answer<()>) -> Answer<bool> {
    match counted {
        Ok(()) => Ok(true),
        Err(BackendError::TooMany { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A new code to an unverified account, earlier ones void, tries counted from zero.
pub(super) async fn send(
    db: &impl ConnectionTrait,
    backend: &Backend,
    row: &account_row::Model,
    now: DateTime<Utc>,
) -> Answer<()> {
    void_codes(db, now, AccountId(row.id)).await?;
    let mut tries = throttle::open(db, &bucket(backend, "code_try", &row.user_name), now).await?;
    if tries.blocked_until.is_none() {
        tries.count = 0;
        throttle::save(db, &tries).await?;
    }
    let code = insert(db, backend, row.id, now).await?;
    let link = format!("/verifica-email?utente={}", row.user_name);
    let facts = VerificationCode { code, minutes: CODE_MINUTES, user_name: row.user_name.clone(), link };
    mail::queue(db, backend.clock.now(), to_holder(row, &facts)).await
}

/// The work of [`send`], with no letter.
pub(super) async fn send_to_nobody(
    db: &impl ConnectionTrait,
    backend: &Backend,
    language: Language,
    now: DateTime<Utc>,
) -> Answer<()> {
    let nobody = Uuid::now_v7();
    mailbox_has_room(db, backend, &nobody.to_string(), now).await?;
    void_codes(db, now, AccountId(nobody)).await?;
    insert(db, backend, nobody, now).await?;
    let facts = VerificationCode { code: String::new(), minutes: CODE_MINUTES, user_name: String::new(), link: String::new() };
    mail::queue_nothing(db, backend.clock.now(), Letter::new(&facts, "", language, nobody)).await
}

async fn insert(db: &impl ConnectionTrait, backend: &Backend, account: Uuid, now: DateTime<Utc>) -> Answer<String> {
    let (id, code) = (Uuid::now_v7(), secret::digits());
    let row = ActiveModel {
        id: Set(id),
        purpose: Set(PURPOSE.to_owned()),
        subject_id: Set(account),
        hash: Set(hash(backend, id, &code)),
        tries: Set(0),
        created_at: Set(now),
        expires_at: Set(now + Duration::minutes(CODE_MINUTES)),
        used_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(code)
}

fn hash(backend: &Backend, id: Uuid, code: &str) -> String {
    secret::keyed(&backend.settings.secret, &[PURPOSE, &id.to_string(), code])
}

/// The latest codes of an account, newest first.
pub(super) async fn recent(db: &impl ConnectionTrait, account: AccountId) -> Answer<Vec<Model>> {
    let codes = Entity::find().filter(Column::Purpose.eq(PURPOSE)).filter(Column::SubjectId.eq(account.0));
    Ok(codes.order_by_desc(Column::CreatedAt).limit(10).all(db).await?)
}

/// Blanks between the digits are the reader's.
pub(super) fn fits(backend: &Backend, row: &Model, code: &str) -> bool {
    let code = code.split_whitespace().collect::<String>();
    hash(backend, row.id, &code).as_bytes().ct_eq(row.hash.as_bytes()).into()
}

pub(super) fn is_open(row: &Model, now: DateTime<Utc>) -> bool {
    row.used_at.is_none() && now < row.expires_at
}
