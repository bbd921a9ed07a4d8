//! Entering the code. Wrong ones are counted per name, whether or not anybody has it. Source: domain reference 3.2.

use chrono::{DateTime, Duration, Utc};
use domain::access::Role;
use domain::account::state::{self, CODE_TRIES, Event, LOCK_MINUTES, State};
use domain::check::{FieldError, Problem};
use domain::ids::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::account;
use super::code::{fits, is_open, recent, void_codes};
use super::letters::{to_holder, to_nobody};
use super::throttle::{self, Limit, bucket};
use crate::entity::one_time_secret::{Column, Entity};
use crate::entity::{account as account_row, throttle as throttle_row};
use crate::mail;
use crate::mail::facts::{SecurityEvent, Warning};
use crate::{Answer, Backend, BackendError, Ctx, database};

const TRIED_PER_ADDRESS: Limit = Limit::per_minutes(60, 60);

/// What became of a code that was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeVerdict {
    /// The account's own, and it still counts: to be used up by [`use_code`].
    Right(AccountId),
    /// Wrong, or nobody has that name: the same answer.
    Wrong,
    /// Was right once.
    Expired,
}

impl CodeVerdict {
    /// The account, or the error a page shows.
    pub fn accepted(self) -> Answer<AccountId> {
        match self {
            Self::Right(account) => Ok(account),
            Self::Wrong => Err(refused(Problem::CodeWrong)),
            Self::Expired => Err(refused(Problem::CodeExpired)),
        }
    }
}

fn refused(problem: Problem) -> BackendError {
    BackendError::Invalid(vec![FieldError { field: "code".into(), problem }])
}

/// Whether the code is right, counted in a transaction of its own, so that a wrong one counts whatever follows.
/// The same answers for a name nobody has. Error: `TooMany` after five wrong ones, and from one address.
pub async fn try_code(ctx: &Ctx, user_name: &str, code: &str) -> Answer<CodeVerdict> {
    throttle::limit_address(ctx, "code_tried", TRIED_PER_ADDRESS).await?;
    let backend = &ctx.backend;
    let (name, now) = (account::plain_name(backend, user_name), backend.clock.session_now());
    let tx = database::begin(&backend.db).await?;
    let (tries, row) = unlocked(&tx, backend, &name, now).await?;
    throttle::free(&tries, now)?;
    let verdict = compared(&tx, backend, row.as_ref(), code, now).await?;
    let locked = if verdict == CodeVerdict::Wrong { wrong(&tx, ctx, tries, row.as_ref(), now).await? } else { None };
    tx.commit().await?;
    backend.mail.wake();
    match locked {
        Some(until) => Err(throttle::too_many(until, now)),
        None => Ok(verdict),
    }
}

/// Uses the code up, in the transaction of what it allows. Error: `Invalid` when it does not count (any more).
pub async fn use_code(db: &impl ConnectionTrait, backend: &Backend, account: AccountId, code: &str) -> Answer<()> {
    let now = backend.clock.session_now();
    let rows = recent(db, account).await?;
    let Some(row) = rows.iter().find(|row| is_open(row, now) && fits(backend, row, code)) else {
        return Err(refused(Problem::CodeExpired));
    };
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Id.eq(row.id))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(refused(Problem::CodeExpired)) }
}

/// The tries of a name and its account if it waits for a code; a lock that is over is taken away.
pub(super) async fn unlocked(
    db: &impl ConnectionTrait,
    backend: &Backend,
    name: &str,
    now: DateTime<Utc>,
) -> Answer<(throttle_row::Model, Option<account_row::Model>)> {
    let mut tries = throttle::open(db, &bucket(backend, "code_try", name), now).await?;
    let mut row = account::find_by_name(db, name).await?;
    if tries.blocked_until.is_some_and(|until| now >= until) {
        (tries.count, tries.blocked_until) = (0, None);
        throttle::save(db, &tries).await?;
    }
    if let Some(row) = &mut row
        && tries.blocked_until.is_none()
        && account::state_of(row) == State::CodeLocked
    {
        let (state, _) = State::CodeLocked.apply(Event::Unlock, &state::Ctx::new(now, Role::System))?;
        account::set_state(db, now, AccountId(row.id), state).await?;
        row.state = state.code().to_owned();
    }
    Ok((tries, row.filter(|row| account::state_of(row) == State::Unverified)))
}

async fn compared(
    db: &impl ConnectionTrait,
    backend: &Backend,
    account: Option<&account_row::Model>,
    code: &str,
    now: DateTime<Utc>,
) -> Answer<CodeVerdict> {
    // Nobody's codes are looked up too: the same work.
    let rows = recent(db, AccountId(account.map_or_else(Uuid::now_v7, |account| account.id))).await?;
    let fitting = rows.iter().filter(|row| fits(backend, row, code)).collect::<Vec<_>>();
    Ok(match account {
        Some(account) if fitting.iter().any(|row| is_open(row, now)) => CodeVerdict::Right(AccountId(account.id)),
        Some(_) if !fitting.is_empty() => CodeVerdict::Expired,
        _ => CodeVerdict::Wrong,
    })
}

/// Counts a wrong code. Answers until when entering is locked now, if it is.
async fn wrong(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    mut tries: throttle_row::Model,
    row: Option<&account_row::Model>,
    now: DateTime<Utc>,
) -> Answer<Option<DateTime<Utc>>> {
    tries.count += 1;
    tries.window_started_at = now;
    if tries.count < CODE_TRIES {
        throttle::save(db, &tries).await?;
        return Ok(None);
    }
    let until = now + Duration::minutes(LOCK_MINUTES);
    tries.blocked_until = Some(until);
    throttle::save(db, &tries).await?;
    lock(db, ctx, row, tries.count, now).await?;
    Ok(Some(until))
}

async fn lock(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    row: Option<&account_row::Model>,
    wrong_codes: i64,
    now: DateTime<Utc>,
) -> Answer<()> {
    let facts = SecurityEvent {
        warning: Warning::CodeLocked,
        user_name: row.map(|row| row.user_name.clone()).unwrap_or_default(),
        at: ctx.now(),
    };
    let Some(row) = row else {
        return mail::queue_nothing(db, ctx.now(), to_nobody(ctx, &facts)).await;
    };
    let rules = state::Ctx { wrong_codes, ..state::Ctx::new(now, Role::System) };
    let (state, _) = State::Unverified.apply(Event::WrongCode, &rules)?;
    account::set_state(db, now, AccountId(row.id), state).await?;
    void_codes(db, now, AccountId(row.id)).await?;
    mail::queue(db, ctx.now(), to_holder(row, &facts)).await
}
