//! The roles of an account: what it may do, what it can choose from, where it lands.

use std::collections::HashMap;

use domain::access::{Actor, Membership, Role};
use domain::account::view::ProfileChoice;
use domain::accreditation::state::State;
use domain::ids::{AccountId, InstitutionId, MembershipId, OrganisationId};
use domain::language::Language;
use domain::profile::Profile;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{account, accreditation, membership, organisation};
use crate::{Answer, Backend};

/// Minutes when no institution says otherwise.
const IDLE_MINUTES: i64 = 30;

/// The active roles of an account, oldest first.
pub(super) async fn list(db: &impl ConnectionTrait, account: Uuid) -> Answer<Vec<membership::Model>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::Active.eq(true))
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id);
    Ok(rows.all(db).await?)
}

/// The departments of a row: slugs separated by commas, none for the whole institution.
fn departments(row: &membership::Model) -> impl Iterator<Item = &str> {
    row.departments.split(',').map(str::trim).filter(|slug| !slug.is_empty())
}

/// Who the account is to the access table.
pub(super) fn actor(account: Uuid, rows: &[membership::Model]) -> Actor {
    let held = rows.iter().filter_map(|row| {
        Some(Membership {
            role: Role::from_code(&row.role)?,
            institution: row.institution_id.map(InstitutionId),
            organisation: row.organisation_id.map(OrganisationId),
            departments: departments(row).map(str::to_owned).collect(),
            active: row.active,
        })
    });
    Actor::person(AccountId(account), held.collect())
}

/// The roles to choose from, with the names shown beside them.
pub(super) async fn choices(backend: &Backend, rows: &[membership::Model], language: Language) -> Answer<Vec<ProfileChoice>> {
    let hosts = rows.iter().filter_map(|row| row.organisation_id).collect::<Vec<_>>();
    let hosts = organisation::Entity::find().filter(organisation::Column::Id.is_in(hosts)).all(&backend.db).await?;
    let names = hosts.into_iter().map(|host| (host.id, host.legal_name)).collect::<HashMap<_, _>>();
    let accredited = accredited(backend, rows).await?;
    let choice = |row: &membership::Model| {
        let slug = row.institution_id.map(|id| backend.institutions.slug(InstitutionId(id))).unwrap_or_default();
        let of_host = row.organisation_id.and_then(|id| names.get(&id).cloned());
        Some(ProfileChoice {
            id: MembershipId(row.id),
            role: Role::from_code(&row.role)?,
            institution: slug.to_owned(),
            organisation: of_host.unwrap_or_else(|| place(backend, row, slug, language)),
            accredited_at: row.organisation_id.and_then(|id| accredited.get(&id).cloned()).unwrap_or_default(),
        })
    };
    Ok(rows.iter().filter_map(choice).collect())
}

/// Where the hosts among the roles have an open area.
async fn accredited(backend: &Backend, rows: &[membership::Model]) -> Answer<HashMap<Uuid, Vec<String>>> {
    let mut slugs: HashMap<Uuid, Vec<String>> = HashMap::new();
    for request in requests(&backend.db, rows).await? {
        if State::from_code(&request.state).is_some_and(State::has_area) {
            let slug = backend.institutions.slug(InstitutionId(request.institution_id));
            slugs.entry(request.organisation_id).or_default().push(slug.to_owned());
        }
    }
    Ok(slugs)
}

/// The departments' short names, or the institution's.
fn place(backend: &Backend, row: &membership::Model, slug: &str, language: Language) -> String {
    let Some(profile) = backend.profiles.institution(slug) else { return slug.to_owned() };
    let short = |slug| profile.identity.department(slug).map(|own| own.short_name.get(language));
    let own = departments(row).filter_map(short).collect::<Vec<_>>();
    if own.is_empty() { profile.identity.short_name.get(language).to_owned() } else { own.join(", ") }
}

/// Minutes a session may be idle: the fewest of the institutions and departments the person has to do with.
pub(super) async fn idle_minutes(backend: &Backend, account: &account::Model, rows: &[membership::Model]) -> Answer<i64> {
    let mut minutes = Vec::new();
    let mut of = |id: Uuid, department: Option<&str>| {
        let profile = backend.profiles.effective(backend.institutions.slug(InstitutionId(id)), department);
        minutes.extend(profile.map(|profile: &Profile| profile.session.idle_minutes));
    };
    if let Some(institution) = account.institution_id {
        of(institution, None);
    }
    for row in rows {
        let Some(institution) = row.institution_id else { continue };
        of(institution, None);
        departments(row).for_each(|department| of(institution, Some(department)));
    }
    for row in requests(&backend.db, rows).await? {
        of(row.institution_id, row.handling_department.as_deref());
    }
    Ok(minutes.into_iter().filter(|minutes| *minutes > 0).min().unwrap_or(IDLE_MINUTES))
}

/// The accreditations of the hosts among the roles, newest first.
async fn requests(db: &impl ConnectionTrait, rows: &[membership::Model]) -> Answer<Vec<accreditation::Model>> {
    let hosts = rows.iter().filter_map(|row| row.organisation_id).collect::<Vec<_>>();
    if hosts.is_empty() {
        return Ok(Vec::new());
    }
    let requests = accreditation::Entity::find()
        .filter(accreditation::Column::OrganisationId.is_in(hosts))
        .order_by_desc(accreditation::Column::CreatedAt);
    Ok(requests.all(db).await?)
}

/// Where a person goes after the log-in or after choosing a role.
pub async fn landing(backend: &Backend, account: AccountId, chosen: Option<MembershipId>) -> Answer<String> {
    let rows = list(&backend.db, account.0).await?;
    let row = rows.iter().find(|row| Some(MembershipId(row.id)) == chosen).or(rows.first());
    let role = row.and_then(|row| Role::from_code(&row.role));
    let institution = match row.and_then(|row| row.institution_id) {
        Some(institution) => Some(institution),
        None => home(backend, account, row).await?,
    };
    let slug = institution.map(|id| backend.institutions.slug(InstitutionId(id))).filter(|slug| !slug.is_empty());
    let first = backend.profiles.institutions().first().map(Profile::slug);
    let Some(slug) = slug.or(first) else { return Ok("/".to_owned()) };
    Ok(match role {
        Some(Role::Office | Role::Admin) => format!("/{slug}/ufficio/accreditamenti"),
        _ => format!("/{slug}/area"),
    })
}

/// The institution whose area somebody of a host sees first: where the account was made, if the host has anything to do
/// with it, else where it asked last.
async fn home(backend: &Backend, account: AccountId, row: Option<&membership::Model>) -> Answer<Option<Uuid>> {
    let registered = account::Entity::find_by_id(account.0).one(&backend.db).await?.and_then(|row| row.institution_id);
    let requests = match row {
        Some(row) => requests(&backend.db, std::slice::from_ref(row)).await?,
        None => Vec::new(),
    };
    let at_home = requests.is_empty() || requests.iter().any(|request| Some(request.institution_id) == registered);
    Ok(if at_home { registered } else { requests.first().map(|request| request.institution_id) })
}
