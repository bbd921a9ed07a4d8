//! Hosts that might be the same, though no identifier says so.

use std::collections::{HashMap, HashSet};

use domain::access::{Action, Scope};
use domain::accreditation::join::is_known;
use domain::accreditation::state::State;
use domain::accreditation::view::Duplicate;
use domain::ids::{AccreditationId, OrganisationId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::review::load;
use crate::entity::organisation::{self, Column};
use crate::entity::{accreditation, duplicate_dismissal, seat};
use crate::{Answer, BackendError, Ctx};

/// More than these nobody compares.
const SHOWN: u64 = 20;

/// Says that a host is not the one of the request: it is not shown again.
pub async fn dismiss(ctx: &Ctx, institution: &str, id: AccreditationId, organisation: OrganisationId) -> Answer<()> {
    let (institution, _) = ctx.backend.institution(institution, None)?;
    ctx.may(Action::DismissDuplicate, &Scope::institution(institution))?;
    let officer = ctx.signed_in()?.account;
    let db = &ctx.backend.db;
    let request = load(db, institution, id).await?;
    // Only what is shown can be dismissed; a second click finds it dismissed and is content.
    let host = organisation::Entity::find_by_id(request.organisation_id).one(db).await?.ok_or(BackendError::NotFound)?;
    if !alike(db, &host).await?.iter().any(|other| other.id == organisation.0) {
        return Err(BackendError::NotFound);
    }
    let row = duplicate_dismissal::ActiveModel {
        id: Set(Uuid::now_v7()),
        accreditation_id: Set(request.id),
        organisation_id: Set(organisation.0),
        created_by: Set(Some(officer.0)),
        created_at: Set(ctx.now()),
    };
    let pair = [duplicate_dismissal::Column::AccreditationId, duplicate_dismissal::Column::OrganisationId];
    let again = OnConflict::columns(pair).do_nothing().to_owned();
    duplicate_dismissal::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// The known hosts that are like this request's, without those that were dismissed.
pub(super) async fn of(
    db: &impl ConnectionTrait,
    request: &accreditation::Model,
    host: &organisation::Model,
) -> Answer<Vec<Duplicate>> {
    let dismissed =
        duplicate_dismissal::Entity::find().filter(duplicate_dismissal::Column::AccreditationId.eq(request.id)).all(db).await?;
    let dismissed: HashSet<Uuid> = dismissed.into_iter().map(|row| row.organisation_id).collect();
    let mut others = alike(db, host).await?;
    others.retain(|other| !dismissed.contains(&other.id));
    let towns = towns(db, others.iter().map(|other| other.id)).await?;
    let here = here(db, request.institution_id, others.iter().map(|other| other.id)).await?;
    let told = |other: organisation::Model| Duplicate { here: here.get(&other.id).copied(), ..duplicate(host, other, &towns) };
    Ok(others.into_iter().map(told).collect())
}

/// The known hosts with the same telephone, address, certified address, site or name, newest first. Identifiers are unique, so
/// none of them has the same.
async fn alike(db: &impl ConnectionTrait, host: &organisation::Model) -> Answer<Vec<organisation::Model>> {
    let pairs = [
        (Column::Phone, Some(&host.phone)),
        (Column::Email, Some(&host.email)),
        (Column::Pec, host.pec.as_ref()),
        (Column::Website, host.website.as_ref()),
        (Column::LegalNameCore, Some(&host.legal_name_core)),
    ];
    let mut same = Condition::any();
    for (column, value) in pairs {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            same = same.add(column.eq(value));
        }
    }
    if same.is_empty() {
        return Ok(Vec::new());
    }
    let mut others = organisation::Entity::find()
        .filter(same)
        .filter(Column::Id.ne(host.id))
        .order_by_desc(Column::Id)
        .limit(SHOWN)
        .all(db)
        .await?;
    let known = known(db, others.iter().map(|other| other.id)).await?;
    others.retain(|other| known.contains(&other.id));
    Ok(others)
}

/// Which of these hosts are known: all of whose requests were rejected or withdrawn are not.
async fn known(db: &impl ConnectionTrait, hosts: impl Iterator<Item = Uuid>) -> Answer<HashSet<Uuid>> {
    let requests = accreditation::Entity::find().filter(accreditation::Column::OrganisationId.is_in(hosts)).all(db).await?;
    let mut states: HashMap<Uuid, Vec<State>> = HashMap::new();
    for request in requests {
        states.entry(request.organisation_id).or_default().extend(State::from_code(&request.state));
    }
    Ok(states.into_iter().filter(|(_, states)| is_known(states)).map(|(host, _)| host).collect())
}

/// The hosts' last requests at the institution.
async fn here(
    db: &impl ConnectionTrait,
    institution: Uuid,
    hosts: impl Iterator<Item = Uuid>,
) -> Answer<HashMap<Uuid, AccreditationId>> {
    let requests = accreditation::Entity::find()
        .filter(accreditation::Column::OrganisationId.is_in(hosts))
        .filter(accreditation::Column::InstitutionId.eq(institution))
        .order_by_asc(accreditation::Column::Id)
        .all(db)
        .await?;
    Ok(requests.into_iter().map(|row| (row.organisation_id, AccreditationId(row.id))).collect())
}

async fn towns(db: &impl ConnectionTrait, hosts: impl Iterator<Item = Uuid>) -> Answer<HashMap<Uuid, String>> {
    let seats = seat::Entity::find()
        .filter(seat::Column::OrganisationId.is_in(hosts))
        .filter(seat::Column::Kind.eq("legal"))
        .all(db)
        .await?;
    Ok(seats.into_iter().map(|seat| (seat.organisation_id, seat.city)).collect())
}

fn duplicate(host: &organisation::Model, other: organisation::Model, towns: &HashMap<Uuid, String>) -> Duplicate {
    let given = |mine: Option<&String>, theirs: Option<&String>| mine == theirs && mine.is_some_and(|text| !text.is_empty());
    let alike = [
        ("phone", given(Some(&host.phone), Some(&other.phone))),
        ("email", given(Some(&host.email), Some(&other.email))),
        ("pec", given(host.pec.as_ref(), other.pec.as_ref())),
        ("website", given(host.website.as_ref(), other.website.as_ref())),
        ("name", given(Some(&host.legal_name_core), Some(&other.legal_name_core))),
    ];
    Duplicate {
        organisation: OrganisationId(other.id),
        town: towns.get(&other.id).cloned().unwrap_or_default(),
        alike: alike.into_iter().filter(|(_, same)| *same).map(|(code, _)| code.to_owned()).collect(),
        identifier: other.vat_number.or(other.tax_code).or(other.foreign_vat).unwrap_or_default(),
        legal_name: other.legal_name,
        here: None,
    }
}
