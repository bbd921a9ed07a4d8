//! What a person sees and sets of the own account.

use chrono::{DateTime, Utc};
use domain::account::view::Me;
use domain::ids::MembershipId;
use domain::language::Language;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{account, membership, session};
use crate::entity::{account as account_row, session as session_row};
use crate::{Answer, BackendError, Cookie, Ctx};

/// Who is signed in, for the header and the guards of pages; none for a visitor.
pub async fn me(ctx: &Ctx) -> Answer<Option<Me>> {
    let Some(signed_in) = &ctx.visitor.signed_in else { return Ok(None) };
    let backend = &ctx.backend;
    let row = account::load(&backend.db, signed_in.account).await?;
    let roles = membership::list(&backend.db, row.id).await?;
    Ok(Some(Me {
        account: signed_in.account,
        user_name: row.user_name,
        first_name: row.first_name,
        last_name: row.last_name,
        language: signed_in.language,
        email: row.email,
        profiles: membership::choices(backend, &roles, ctx.visitor.language).await?,
        active: signed_in.membership,
        expires_at: session::expires_at(&backend.db, signed_in).await?,
        idle_minutes: signed_in.idle_minutes,
    }))
}

/// Keeps the session alive (`session/touch`). Answers when it ends without further use. Error: `SignIn` when it has ended.
pub async fn touch(ctx: &Ctx) -> Answer<DateTime<Utc>> {
    session::renew(&ctx.backend, &ctx.visitor).await?.ok_or(BackendError::SignIn)
}

/// *Gestione profili*: makes a role the active one. Answers where it lands. Error: `NotFound` for somebody else's.
pub async fn choose_profile(ctx: &Ctx, chosen: MembershipId) -> Answer<String> {
    let signed_in = ctx.signed_in()?;
    let roles = membership::list(&ctx.backend.db, signed_in.account.0).await?;
    if !roles.iter().any(|role| role.id == chosen.0) {
        return Err(BackendError::NotFound);
    }
    session_row::Entity::update_many()
        .col_expr(session_row::Column::MembershipId, Expr::value(chosen.0))
        .filter(session_row::Column::TokenHash.eq(signed_in.token_hash.as_str()))
        .exec(&ctx.backend.db)
        .await?;
    membership::landing(&ctx.backend, signed_in.account, Some(chosen)).await
}

/// The language of the pages here and, for somebody signed in, of the letters.
pub async fn set_language(ctx: &Ctx, language: Language) -> Answer<()> {
    ctx.visitor.set_cookie(Cookie::Language(language));
    let Some(signed_in) = &ctx.visitor.signed_in else { return Ok(()) };
    account_row::Entity::update_many()
        .col_expr(account_row::Column::Language, Expr::value(language.code()))
        .filter(account_row::Column::Id.eq(signed_in.account.0))
        .exec(&ctx.backend.db)
        .await?;
    Ok(())
}
