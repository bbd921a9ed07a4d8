//! Whether a host is known: ever submitted at any institution, unless every accreditation was rejected or withdrawn.

use domain::accreditation::company::HostIds;
use domain::accreditation::join::is_known;
use domain::accreditation::state::State;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Answer;
use crate::entity::{accreditation, host_identifier, organisation, seat};

/// A host that is registered.
#[derive(Debug, Clone)]
pub struct KnownHost {
    pub organisation: organisation::Model,
    /// Where its registered seat is.
    pub town: String,
    pub accreditations: Vec<accreditation::Model>,
}

/// The known host that shares an identifier, if there is one.
pub async fn find_known(db: &impl ConnectionTrait, ids: &HostIds) -> Answer<Option<KnownHost>> {
    let Some(organisation) = find_organisation(db, ids).await? else { return Ok(None) };
    let accreditations = accreditations_of(db, organisation.id).await?;
    let states: Vec<State> = accreditations.iter().filter_map(|row| State::from_code(&row.state)).collect();
    if !is_known(&states) {
        return Ok(None);
    }
    let seat = seat::Entity::find()
        .filter(seat::Column::OrganisationId.eq(organisation.id))
        .filter(seat::Column::Kind.eq("legal"))
        .one(db)
        .await?;
    Ok(Some(KnownHost { organisation, town: seat.map(|seat| seat.city).unwrap_or_default(), accreditations }))
}

/// The organisation that shares an identifier, known or not.
pub async fn find_organisation(db: &impl ConnectionTrait, ids: &HostIds) -> Answer<Option<organisation::Model>> {
    let identifier = host_identifier::Entity::find()
        .filter(host_identifier::Column::Country.eq(&ids.country))
        .filter(host_identifier::Column::Identifier.is_in(ids.all()))
        .one(db)
        .await?;
    let Some(identifier) = identifier else { return Ok(None) };
    Ok(organisation::Entity::find_by_id(identifier.organisation_id).one(db).await?)
}

/// Every accreditation of a host.
pub async fn accreditations_of(db: &impl ConnectionTrait, organisation: Uuid) -> Answer<Vec<accreditation::Model>> {
    Ok(accreditation::Entity::find().filter(accreditation::Column::OrganisationId.eq(organisation)).all(db).await?)
}
