//! The roles of a host's people in the portal, as their kinds say.

use chrono::{DateTime, Utc};
use domain::access::{Action, Role, roles_of as roles_for};
use domain::organisation::roles::{keeps_a_contact, roles_of};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::links;
use crate::Answer;
use crate::entity::{contact, membership, organisation};

/// The kinds in a row.
pub(crate) fn kinds_of(row: &contact::Model) -> impl Iterator<Item = &str> {
    row.kinds.split(',').filter(|kind| !kind.is_empty())
}

/// Makes the person's roles in the host those of their kinds; inactive ones count for nothing.
pub(crate) async fn set(db: &impl ConnectionTrait, row: &contact::Model, active: bool, now: DateTime<Utc>) -> Answer<()> {
    let Some(account) = row.account_id else { return Ok(()) };
    let wanted = roles_of(kinds_of(row));
    let held = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::OrganisationId.eq(row.organisation_id))
        .all(db)
        .await?;
    for one in &held {
        // Who represents the host by law does so whatever kind of contact they are.
        let counts = Role::from_code(&one.role).is_some_and(|role| role == Role::LegalRep || wanted.contains(&role));
        membership::Entity::update_many()
            .set(membership::ActiveModel { active: Set(active && counts), ..Default::default() })
            .filter(membership::Column::Id.eq(one.id))
            .exec(db)
            .await?;
    }
    for role in wanted.into_iter().filter(|role| held.iter().all(|one| one.role != role.code())) {
        insert(db, (account, row.organisation_id), role, active, now).await?;
    }
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    (account, organisation): (Uuid, Uuid),
    role: Role,
    active: bool,
    now: DateTime<Utc>,
) -> Answer<()> {
    let new = membership::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(account),
        role: Set(role.code().to_owned()),
        institution_id: Set(None),
        organisation_id: Set(Some(organisation)),
        departments: Set(String::new()),
        active: Set(active),
        created_at: Set(now),
    };
    membership::Entity::insert(new).exec_without_returning(db).await?;
    Ok(())
}

/// A person leaves the host: no seats any more. Error: Refused for the last who can admit others.
pub(crate) async fn leave(db: &impl ConnectionTrait, row: &contact::Model) -> Answer<()> {
    others_can_admit(db, row).await?;
    links::set(db, row.id, &[], None).await
}

/// Error: Refused if this is the last who can admit others. Locks the host, so that two cannot leave at once.
pub(crate) async fn others_can_admit(db: &impl ConnectionTrait, row: &contact::Model) -> Answer<()> {
    organisation::Entity::find_by_id(row.organisation_id).lock_exclusive().one(db).await?;
    let admitting = roles_for(Action::AdmitContact).filter(|role| role.is_of_host()).map(Role::code);
    let held = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(row.organisation_id))
        .filter(membership::Column::Role.is_in(admitting))
        .filter(membership::Column::Active.eq(true))
        .all(db)
        .await?;
    let (own, others): (Vec<_>, Vec<_>) = held.into_iter().partition(|one| Some(one.account_id) == row.account_id);
    if own.is_empty() {
        return Ok(());
    }
    Ok(keeps_a_contact(others.len())?)
}
