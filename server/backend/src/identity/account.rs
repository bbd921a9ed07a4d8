//! The rows of accounts.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::account::state::{Ctx, Event, State};
use domain::account::user_name::{UserName, without_suffix};
use domain::check::{FieldError, Problem};
use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::account::{ActiveModel, Column, Entity, Model};
use crate::{Answer, Backend, BackendError};

/// A person who registers.
#[derive(Debug, Clone)]
pub struct NewAccount {
    pub user_name: UserName,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// The address as it is compared: [`email_key`].
    pub email_key: String,
    pub language: Language,
    /// Where they registered: gives the log-in's suffix and the letters' sender.
    pub institution: Option<InstitutionId>,
}

/// Whether nobody has the name.
pub async fn user_name_is_free(db: &impl ConnectionTrait, name: &UserName) -> Answer<bool> {
    Ok(find_by_name(db, name.as_str()).await?.is_none())
}

/// Inserts an unverified account without password. Error: `Invalid` when the name was taken meanwhile; the caller's
/// transaction stays usable.
pub async fn create_account(db: &impl ConnectionTrait, now: DateTime<Utc>, new: NewAccount) -> Answer<AccountId> {
    let (state, _) = State::create(now);
    let id = Uuid::now_v7();
    let row = ActiveModel {
        id: Set(id),
        user_name: Set(new.user_name.as_str().to_owned()),
        state: Set(state.code().to_owned()),
        first_name: Set(new.first_name),
        last_name: Set(new.last_name),
        email_key: Set(new.email_key),
        email: Set(new.email),
        email_verified_at: Set(None),
        password_hash: Set(None),
        language: Set(new.language.code().to_owned()),
        institution_id: Set(new.institution.map(|institution| institution.0)),
        demo: Set(false),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    if insert_unless_taken(db, row).await? {
        return Ok(AccountId(id));
    }
    Err(name_taken())
}

fn name_taken() -> BackendError {
    BackendError::Invalid(vec![FieldError { field: "user_name".into(), problem: Problem::UserNameTaken }])
}

/// An address as it is compared: capitals do not make another mailbox.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether the row went in: a taken name must not end a PostgreSQL transaction.
pub(crate) async fn insert_unless_taken(db: &impl ConnectionTrait, row: ActiveModel) -> Answer<bool> {
    let ignore = OnConflict::column(Column::UserName).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(ignore).exec_without_returning(db).await? == 1)
}

/// The account of a name without suffix.
pub async fn find_by_name(db: &impl ConnectionTrait, name: &str) -> Answer<Option<Model>> {
    Ok(Entity::find().filter(Column::UserName.eq(name)).one(db).await?)
}

/// The account with that key.
pub(super) async fn load(db: &impl ConnectionTrait, id: AccountId) -> Answer<Model> {
    Entity::find_by_id(id.0).one(db).await?.ok_or(BackendError::NotFound)
}

/// The state of a row. A word nobody knows counts as disabled.
pub(super) fn state_of(row: &Model) -> State {
    State::from_code(&row.state).unwrap_or(State::Disabled)
}

/// Writes a new state.
pub(super) async fn set_state(db: &impl ConnectionTrait, now: DateTime<Utc>, account: AccountId, state: State) -> Answer<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(account.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Writes a new password's hash.
pub async fn set_password(db: &impl ConnectionTrait, now: DateTime<Utc>, account: AccountId, hash: &str) -> Answer<()> {
    Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(account.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The address is verified and the password set: the account can log in. Call after [`super::use_code`], in the same
/// transaction. Error: `Refused` when the account does not wait for that.
pub async fn verify_account(db: &impl ConnectionTrait, now: DateTime<Utc>, account: AccountId, hash: &str) -> Answer<()> {
    let row = load(db, account).await?;
    let (state, _) = state_of(&row).apply(Event::EnterCode, &Ctx::new(now, Role::Contact))?;
    set_state(db, now, account, state).await?;
    Entity::update_many().col_expr(Column::EmailVerifiedAt, Expr::value(now)).filter(Column::Id.eq(account.0)).exec(db).await?;
    set_password(db, now, account, hash).await
}

/// What was typed as a log-in, folded and without any institution's suffix. Source: acceptance U15.
pub(super) fn plain_name(backend: &Backend, login: &str) -> String {
    let suffixes = backend.profiles.all().map(|profile| profile.account.login_suffix.as_str()).collect::<Vec<_>>();
    without_suffix(login, &suffixes)
}

/// The log-in as it is told: the name with its institution's suffix.
pub fn login_of(backend: &Backend, user_name: &str, institution: Option<InstitutionId>) -> String {
    let slug = institution.map(|id| backend.institutions.slug(id)).unwrap_or_default();
    let suffix = backend.profiles.institution(slug).map(|profile| profile.account.login_suffix.as_str());
    format!("{user_name}{}", suffix.unwrap_or_default())
}
