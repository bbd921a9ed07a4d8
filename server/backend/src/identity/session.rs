//! Who is logged in on which browser. The token is the browser's alone; here is its hash. Source: design 6.

use chrono::{DateTime, Duration, Utc};
use domain::access::Actor;
use domain::account::state::State;
use domain::ids::{AccountId, MembershipId};
use domain::language::Language;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{account, membership, secret};
use crate::context::SignedIn;
use crate::entity::account as account_row;
use crate::entity::session::{ActiveModel, Column, Entity, Model};
use crate::{Answer, Backend, Cookie, Ctx, Visitor};

/// Hours an ended session still names its account, so that what it posts is kept as that account's draft.
pub const REMEMBERED_HOURS: i64 = 24;

/// A session is not renewed again within these seconds: a write per request would buy nothing.
const RENEWED_EVERY: i64 = 20;

/// What a token stands for.
#[derive(Debug, Clone)]
pub enum Found {
    Active(Box<SignedIn>, Actor),
    /// Ended, less than a day ago.
    Expired(AccountId),
    None,
}

/// Logs the account in on this browser and sets the cookie; a session the browser had before ends.
/// Answers where the person lands.
pub async fn open_session(ctx: &Ctx, account: AccountId) -> Answer<String> {
    let backend = &ctx.backend;
    let row = account::load(&backend.db, account).await?;
    let roles = membership::list(&backend.db, account.0).await?;
    let idle_minutes = membership::idle_minutes(backend, &row, &roles).await?;
    let (token, now) = (secret::token(), backend.clock.session_now());
    let chosen = roles.first().map(|role| role.id);
    let session = ActiveModel {
        token_hash: Set(secret::hashed(&token)),
        account_id: Set(account.0),
        membership_id: Set(chosen),
        idle_minutes: Set(idle_minutes),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + Duration::minutes(idle_minutes)),
    };
    Entity::insert(session).exec_without_returning(&backend.db).await?;
    if let Some(before) = &ctx.visitor.signed_in {
        close(&backend.db, &before.token_hash).await?;
    }
    ctx.visitor.set_cookie(Cookie::Session(Some(token)));
    membership::landing(backend, account, chosen.map(MembershipId)).await
}

/// What a browser's token stands for. A disabled account has no session.
pub async fn find(backend: &Backend, token: &str) -> Answer<Found> {
    let Some(session) = Entity::find_by_id(secret::hashed(token)).one(&backend.db).await? else { return Ok(Found::None) };
    let now = backend.clock.session_now();
    if now >= session.expires_at {
        let remembered = now < session.expires_at + Duration::hours(REMEMBERED_HOURS);
        return Ok(if remembered { Found::Expired(AccountId(session.account_id)) } else { Found::None });
    }
    let Some(row) = account_row::Entity::find_by_id(session.account_id).one(&backend.db).await? else {
        return Ok(Found::None);
    };
    if account::state_of(&row) != State::Verified {
        return Ok(Found::None);
    }
    let roles = membership::list(&backend.db, row.id).await?;
    let actor = membership::actor(row.id, &roles);
    let chosen = session.membership_id.filter(|id| roles.iter().any(|role| role.id == *id));
    let chosen = chosen.or(roles.first().map(|role| role.id)).map(MembershipId);
    Ok(Found::Active(Box::new(signed_in(session, row, chosen)), actor))
}

fn signed_in(session: Model, row: account_row::Model, membership: Option<MembershipId>) -> SignedIn {
    SignedIn {
        account: AccountId(row.id),
        token_hash: session.token_hash,
        language: Language::from_code(&row.language).unwrap_or_default(),
        first_name: row.first_name,
        last_name: row.last_name,
        user_name: row.user_name,
        membership,
        expires_at: session.expires_at,
        idle_minutes: session.idle_minutes,
    }
}

/// Somebody is there: the session lasts its idle time from now on. For page loads and posts only; what a page asks by
/// itself must not keep a session alive. Answers when it ends now; none if it has ended already.
pub async fn renew(backend: &Backend, visitor: &Visitor) -> Answer<Option<DateTime<Utc>>> {
    let Some(signed_in) = &visitor.signed_in else { return Ok(None) };
    let now = backend.clock.session_now();
    let expires_at = now + Duration::minutes(signed_in.idle_minutes);
    if (expires_at - signed_in.expires_at).num_seconds() < RENEWED_EVERY {
        return Ok(Some(signed_in.expires_at));
    }
    let renewed = Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(now))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at))
        .filter(Column::TokenHash.eq(signed_in.token_hash.as_str()))
        .filter(Column::ExpiresAt.gt(now))
        .exec(&backend.db)
        .await?;
    Ok((renewed.rows_affected == 1).then_some(expires_at))
}

/// When the visitor's session ends, as it stands now.
pub(super) async fn expires_at(db: &impl ConnectionTrait, signed_in: &SignedIn) -> Answer<DateTime<Utc>> {
    let row = Entity::find_by_id(signed_in.token_hash.clone()).one(db).await?;
    Ok(row.map_or(signed_in.expires_at, |row| row.expires_at))
}

/// Ends one session for good: its token names nobody any more.
pub async fn close(db: &impl ConnectionTrait, token_hash: &str) -> Answer<()> {
    Entity::delete_by_id(token_hash.to_owned()).exec(db).await?;
    Ok(())
}

/// Ends every session of an account but one.
pub async fn close_all(db: &impl ConnectionTrait, account: AccountId, except: Option<&str>) -> Answer<()> {
    let mut sessions = Entity::delete_many().filter(Column::AccountId.eq(account.0));
    if let Some(kept) = except {
        sessions = sessions.filter(Column::TokenHash.ne(kept));
    }
    sessions.exec(db).await?;
    Ok(())
}
