//! The accounts of the demo mode. Source: design 9.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::account::state::State;
use domain::ids::InstitutionId;
use domain::language::Language;
use domain::profile::{InstitutionKind, Profile};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{account, membership};
use crate::{Answer, Backend, BackendError, database, identity};

/// The password of every demo account.
pub const PASSWORD: &str = "ponte-demo-2026";

/// One account of the demo.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    pub user_name: String,
    pub first_name: &'static str,
    pub last_name: String,
    /// None for the people of the demo host: they get their roles when it is registered.
    pub role: Option<Role>,
    /// The slug.
    pub institution: String,
    pub departments: Vec<String>,
}

/// Every account there is to be, in the order of the demo page.
pub fn accounts(backend: &Backend) -> Vec<DemoAccount> {
    let profiles = backend.profiles.institutions();
    let home = profiles.first().map(|profile| profile.slug().to_owned()).unwrap_or_default();
    let of_host = |user_name: &str, first_name, last_name: &str| DemoAccount {
        user_name: user_name.to_owned(),
        first_name,
        last_name: last_name.to_owned(),
        role: None,
        institution: home.clone(),
        departments: Vec::new(),
    };
    let host = [of_host("referente.demo", "Giulia", "Rossi"), of_host("tutor.demo", "Marco", "Bianchi")];
    host.into_iter().chain(profiles.iter().flat_map(of_institution)).collect()
}

fn of_institution(profile: &Profile) -> Vec<DemoAccount> {
    let slug = profile.slug();
    let account = |what: &str, first_name, last_name: &str, role, departments: Vec<String>| DemoAccount {
        user_name: what.to_owned(),
        first_name,
        last_name: last_name.to_owned(),
        role: Some(role),
        institution: slug.to_owned(),
        departments,
    };
    let whole = |what: &str, first_name, last_name, role| account(&format!("{what}.{slug}"), first_name, last_name, role, vec![]);
    let mut all = vec![
        whole("ufficio", "Sofia", "Marchetti", Role::Office),
        whole("admin", "Paolo", "Ferraris", Role::Admin),
        whole("docente", "Elena", "Colombo", Role::AcademicTutor),
        whole("rettore", "Andrea", "Conti", Role::PromoterSignatory),
        whole("studente", "Luca", "Greco", Role::Trainee),
        whole("studente2", "Chiara", "Moretti", Role::Trainee),
    ];
    if profile.identity.kind == InstitutionKind::SchoolNetwork {
        all.push(whole("preside", "Teresa", "Novelli", Role::Principal));
    }
    for department in profile.identity.departments.iter().filter(|department| department.page) {
        let own = vec![department.slug.clone()];
        all.push(account(&format!("ufficio.{}", department.slug), "Davide", "Barbero", Role::Office, own));
    }
    all
}

/// Makes the accounts that are missing. Demo and test mode only; a second time changes nothing.
pub async fn seed(backend: &Backend) -> Answer<()> {
    if !backend.settings.has_demo_pages() {
        return Err(BackendError::Denied);
    }
    let missing = missing(backend).await?;
    if missing.is_empty() {
        return Ok(());
    }
    // One hash for all: it is the same password, and everybody may read it.
    let hash = backend.hasher.hash(PASSWORD).await?;
    let now = backend.clock.now();
    let tx = database::begin(&backend.db).await?;
    for account in missing {
        insert(&tx, backend, &account, &hash, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn missing(backend: &Backend) -> Answer<Vec<DemoAccount>> {
    let there = account::Entity::find().filter(account::Column::Demo.eq(true)).all(&backend.db).await?;
    let is_there = |name: &str| there.iter().any(|row| row.user_name == name);
    Ok(accounts(backend).into_iter().filter(|account| !is_there(&account.user_name)).collect())
}

async fn insert(db: &impl ConnectionTrait, backend: &Backend, demo: &DemoAccount, hash: &str, now: DateTime<Utc>) -> Answer<()> {
    let institution = backend.institutions.id(&demo.institution)?;
    let email = format!("{}@demo.example", demo.user_name);
    let id = Uuid::now_v7();
    let row = account::ActiveModel {
        id: Set(id),
        user_name: Set(demo.user_name.clone()),
        state: Set(State::Verified.code().to_owned()),
        first_name: Set(demo.first_name.to_owned()),
        last_name: Set(demo.last_name.clone()),
        email_key: Set(identity::email_key(&email)),
        email: Set(email),
        email_verified_at: Set(Some(now)),
        password_hash: Set(Some(hash.to_owned())),
        language: Set(Language::It.code().to_owned()),
        institution_id: Set(Some(institution.0)),
        demo: Set(true),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    if !identity::insert_unless_taken(db, row).await? {
        return Ok(());
    }
    match demo.role {
        Some(role) => insert_role(db, id, demo, role, institution, now).await,
        None => Ok(()),
    }
}

async fn insert_role(
    db: &impl ConnectionTrait,
    account: Uuid,
    demo: &DemoAccount,
    role: Role,
    institution: InstitutionId,
    now: DateTime<Utc>,
) -> Answer<()> {
    let row = membership::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(account),
        role: Set(role.code().to_owned()),
        institution_id: Set(Some(institution.0)),
        organisation_id: Set(None),
        departments: Set(demo.departments.join(",")),
        active: Set(true),
        created_at: Set(now),
    };
    membership::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Whether the database holds demo accounts: production refuses to start on it.
pub async fn has_demo_accounts(backend: &Backend) -> Answer<bool> {
    Ok(account::Entity::find().filter(account::Column::Demo.eq(true)).count(&backend.db).await? > 0)
}
