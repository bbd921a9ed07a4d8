//! A database of one's own, people in it, and how they ask.

use std::sync::Arc;

use backend::context::Cookie;
use backend::entity::{account, membership, outbox, throttle};
use backend::identity::{self, NewAccount};
use backend::settings::{Mode, Settings};
use backend::{Answer, Backend, BackendError, Ctx};
use chrono::Duration;
use domain::access::Role;
use domain::account::user_name::UserName;
use domain::check::Problem;
use domain::ids::AccountId;
use domain::language::Language;
use domain::profile::{Profiles, load_embedded};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, Database, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

pub const PASSWORD: &str = "quattro ponti sul Sesia";

/// The use cases on an empty database.
pub struct App {
    pub backend: Arc<Backend>,
    _folder: TempDir,
}

pub fn settings() -> Settings {
    Settings {
        mode: Mode::Test,
        external_url: "https://ponte.example".into(),
        smtp_url: None,
        files: std::env::temp_dir().join("ponte-tests-without-files"),
        secret: b"the tests' secret".to_vec(),
        argon2: (8, 1),
    }
}

impl App {
    pub async fn start() -> Self {
        Self::start_with(settings(), load_embedded().expect("profiles without mistakes")).await
    }

    pub async fn start_with(settings: Settings, profiles: Profiles) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = database_url(&folder).await;
        let backend = Backend::start(&url, settings, profiles).await.expect("the use cases");
        Self { backend, _folder: folder }
    }

    /// Somebody without a session.
    pub async fn visitor(&self) -> Ctx {
        self.browser(None, "192.0.2.1").await
    }

    /// A request from an address, with a session's token or without.
    pub async fn browser(&self, token: Option<&str>, address: &str) -> Ctx {
        let visitor = identity::visitor(&self.backend, token, None, address.to_owned(), Language::It).await;
        Ctx { backend: self.backend.clone(), visitor: visitor.expect("a visitor") }
    }

    /// A person who waits for a code.
    pub async fn unverified(&self, name: &str) -> AccountId {
        let email = format!("{name}@firma.example");
        let new = NewAccount {
            user_name: UserName::parse(name).expect("a user name"),
            first_name: "Rosanna".into(),
            last_name: "Tibaldi".into(),
            email_key: identity::email_key(&email),
            email,
            language: Language::It,
            institution: self.backend.institutions.id("upo").ok(),
        };
        identity::create_account(&self.backend.db, self.backend.clock.now(), new).await.expect("an account")
    }

    /// A person who can log in.
    pub async fn person(&self, name: &str) -> AccountId {
        let id = self.unverified(name).await;
        let hash = self.backend.hasher.hash(PASSWORD).await.expect("a hash");
        let verified = identity::verify_account(&self.backend.db, self.backend.clock.now(), id, &hash).await;
        verified.expect("a verified account");
        id
    }

    /// Gives a role in an institution.
    pub async fn role(&self, account: AccountId, role: Role, institution: &str, departments: &str) -> Uuid {
        let id = Uuid::now_v7();
        let row = membership::ActiveModel {
            id: Set(id),
            account_id: Set(account.0),
            role: Set(role.code().into()),
            institution_id: Set(Some(self.backend.institutions.id(institution).expect("an institution").0)),
            organisation_id: Set(None),
            departments: Set(departments.into()),
            active: Set(true),
            created_at: Set(self.backend.clock.now()),
        };
        membership::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("a role");
        id
    }

    /// The token of a new session.
    pub async fn log_in(&self, name: &str) -> String {
        let ctx = self.visitor().await;
        identity::log_in(&ctx, name, PASSWORD).await.expect("the right password");
        token(&ctx).expect("a session's cookie")
    }

    pub fn later(&self, by: Duration) {
        self.backend.clock.advance(by, true);
    }

    /// The letters of a kind, oldest first.
    pub async fn letters(&self, notice: &str) -> Vec<outbox::Model> {
        let rows = outbox::Entity::find().filter(outbox::Column::Notice.eq(notice)).filter(outbox::Column::State.ne("dropped"));
        rows.order_by_asc(outbox::Column::Id).all(&self.backend.db).await.expect("the outbox")
    }

    /// Every row there is of what can be asked for without an account: letters, counts.
    pub async fn rows_written(&self) -> (usize, usize) {
        let letters = outbox::Entity::find().all(&self.backend.db).await.expect("the outbox").len();
        (letters, throttle::Entity::find().all(&self.backend.db).await.expect("the counts").len())
    }

    pub async fn state_of(&self, account: AccountId) -> String {
        let row = account::Entity::find_by_id(account.0).one(&self.backend.db).await.expect("the accounts");
        row.expect("the account").state
    }
}

/// A fact of a letter.
pub fn fact(letter: &outbox::Model, name: &str) -> String {
    let facts: Value = serde_json::from_str(&letter.facts).expect("facts");
    facts[name].as_str().expect("a text").to_owned()
}

/// The session's token among the cookies to be set; empty when it is taken away.
pub fn token(ctx: &Ctx) -> Option<String> {
    let cookies = ctx.visitor.cookies.lock().expect("the cookies");
    cookies.iter().rev().find_map(|cookie| match cookie {
        Cookie::Session(token) => Some(token.clone().unwrap_or_default()),
        Cookie::Draft(_) | Cookie::Language(_) => None,
    })
}

/// Field and problem of a refused form.
pub fn problems<T: std::fmt::Debug>(answer: Answer<T>) -> Vec<(String, Problem)> {
    match answer {
        Err(BackendError::Invalid(errors)) => errors.into_iter().map(|error| (error.field, error.problem)).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

/// Seconds to wait after too many tries.
pub fn seconds<T: std::fmt::Debug>(answer: Answer<T>) -> i64 {
    match answer {
        Err(BackendError::TooMany { seconds }) => seconds,
        other => panic!("not too many: {other:?}"),
    }
}

async fn database_url(folder: &TempDir) -> String {
    let Ok(cluster) = std::env::var("PONTE_TEST_DATABASE") else {
        return format!("sqlite://{}/ponte.sqlite", folder.path().display());
    };
    let name = format!("test_{}", Uuid::now_v7().simple());
    let db = Database::connect(&cluster).await.expect("the cluster of the tests");
    db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database of one's own");
    db.close().await.expect("a connection that closes");
    let server = cluster.rsplit_once('/').map_or(cluster.as_str(), |(server, _)| server);
    format!("{server}/{name}")
}
