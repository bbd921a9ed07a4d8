//! Logging in and out. The same answer and the same work whether or not the account exists; a growing delay per account
//! and address, never a lock that a stranger could impose. Source: domain reference 3.2.

use chrono::{DateTime, Duration, Utc};
use domain::account::state::{FAILURES_TOLD, State, login_delay};
use domain::check::{FieldError, Problem};
use domain::ids::AccountId;

use super::letters::{to_holder, to_nobody};
use super::throttle::{self, Limit, bucket};
use super::{account, session};
use crate::entity::account as account_row;
use crate::mail;
use crate::mail::facts::{SecurityEvent, Warning};
use crate::{Answer, BackendError, Cookie, Ctx, database};

/// Log-ins tried from one address, whatever the names: a whole faculty may sit behind it.
const PER_ADDRESS: Limit = Limit::per_minutes(600, 15);
/// Failures further apart than this are not in a row.
const IN_A_ROW: Duration = Duration::hours(24);
/// A longer password is nobody's: not worth the work of hashing it.
const LONGEST: usize = 1000;

/// Who came in, and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedIn {
    pub account: AccountId,
    pub landing: String,
}

/// Logs in by name (with or without an institution's suffix) and password.
/// Errors: `Invalid` on `login` for whatever does not fit together; `TooMany`.
pub async fn log_in(ctx: &Ctx, login: &str, password: &str) -> Answer<LoggedIn> {
    throttle::limit_address(ctx, "login_address", PER_ADDRESS).await?;
    let backend = &ctx.backend;
    let (name, now) = (account::plain_name(backend, login), backend.clock.session_now());
    let pair = bucket(backend, "login", &format!("{name}\n{}", ctx.visitor.address));
    let tx = database::begin(&backend.db).await?;
    throttle::free(&throttle::open(&tx, &pair, now).await?, now)?;
    tx.commit().await?;
    let row = account::find_by_name(&backend.db, &name).await?;
    let usable = row.as_ref().filter(|row| account::state_of(row) == State::Verified);
    let hash = usable.and_then(|row| row.password_hash.as_deref()).filter(|_| password.len() <= LONGEST);
    let typed = if password.len() <= LONGEST { password } else { "" };
    let right = backend.hasher.verify(hash, typed).await?;
    match usable {
        Some(row) if right => {
            throttle::forget(&backend.db, &pair).await?;
            let account = AccountId(row.id);
            let landing = session::open_session(ctx, account).await?;
            Ok(LoggedIn { account, landing })
        }
        _ => {
            failed(ctx, &name, &pair, usable, now).await?;
            Err(BackendError::Invalid(vec![FieldError { field: "login".into(), problem: Problem::PasswordWrong }]))
        }
    }
}

/// Counts a failure, sets the delay, and tells the holder at the tenth, from wherever they came.
async fn failed(ctx: &Ctx, name: &str, pair: &str, row: Option<&account_row::Model>, now: DateTime<Utc>) -> Answer<()> {
    let backend = &ctx.backend;
    let tx = database::begin(&backend.db).await?;
    let mut here = in_a_row(throttle::open(&tx, pair, now).await?, now);
    here.window_started_at = now;
    let delay = login_delay(here.count);
    here.blocked_until = (delay > 0).then(|| now + Duration::seconds(delay));
    throttle::save(&tx, &here).await?;
    let mut all = in_a_row(throttle::open(&tx, &bucket(backend, "login_failures", name), now).await?, now);
    if all.count == 1 {
        all.window_started_at = now;
    }
    throttle::save(&tx, &all).await?;
    if all.count == FAILURES_TOLD {
        tell(&tx, ctx, row).await?;
    }
    tx.commit().await?;
    backend.mail.wake();
    Ok(())
}

fn in_a_row(mut row: crate::entity::throttle::Model, now: DateTime<Utc>) -> crate::entity::throttle::Model {
    if now >= row.window_started_at + IN_A_ROW {
        row.count = 0;
    }
    row.count += 1;
    row
}

async fn tell(db: &impl sea_orm::ConnectionTrait, ctx: &Ctx, row: Option<&account_row::Model>) -> Answer<()> {
    let user_name = row.map(|row| row.user_name.clone()).unwrap_or_default();
    let facts = SecurityEvent { warning: Warning::FailedLogins, user_name, at: ctx.now() };
    match row {
        Some(row) => mail::queue(db, ctx.now(), to_holder(row, &facts)).await,
        None => mail::queue_nothing(db, ctx.now(), to_nobody(ctx, &facts)).await,
    }
}

/// Ends the session of this browser and takes its cookie away.
pub async fn log_out(ctx: &Ctx) -> Answer<()> {
    if let Some(signed_in) = &ctx.visitor.signed_in {
        session::close(&ctx.backend.db, &signed_in.token_hash).await?;
    }
    ctx.visitor.set_cookie(Cookie::Session(None));
    Ok(())
}
