//! One server per test: its own database, its own mail, its own clock.

use std::sync::Arc;
use std::time::Duration;

use backend::Backend;
use backend::entity::{account, membership};
use backend::mail::{self, Carrier, SentMail};
use backend::settings::{Mode, Settings};
use domain::access::Role;
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use domain::profile::{Profiles, embedded, load_all};
use sea_orm::{ActiveValue::Set, ConnectionTrait, Database, EntityTrait};
use server::{AppState, Quotas, Site};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::client::{Client, ORIGIN_OF_TESTS};

/// Everybody's password in tests.
pub const PASSWORD: &str = "quattro-ponti-2026";

/// The name of a shipped profile's file, and what becomes of its text.
pub type Change = (&'static str, fn(&str) -> String);

/// How a test wants its server.
pub struct Wishes {
    pub mode: Mode,
    pub external_url: String,
    /// Further profiles, as TOML.
    pub profiles: Vec<String>,
    /// Changes to the shipped profiles, by the name of the file.
    pub instead: Vec<Change>,
    pub quotas: Option<Quotas>,
    pub trusted_proxies: Vec<server::config::Network>,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            mode: Mode::Test,
            external_url: ORIGIN_OF_TESTS.to_owned(),
            profiles: Vec::new(),
            instead: Vec::new(),
            quotas: None,
            trusted_proxies: Vec::new(),
        }
    }
}

/// A running server without a network.
pub struct TestApp {
    pub backend: Arc<Backend>,
    pub state: AppState,
    router: axum::Router,
    carrier: Carrier,
    _folder: TempDir,
}

impl TestApp {
    /// As most tests want it: test mode, the shipped profiles, nobody and nothing in it.
    pub async fn start() -> Self {
        Self::start_with(Wishes::default()).await
    }

    /// As a test wishes.
    pub async fn start_with(wishes: Wishes) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database_url = database_url(&folder).await;
        let settings = Settings {
            mode: wishes.mode,
            external_url: wishes.external_url,
            // Production does not do without; nothing is sent unless a worker runs.
            files: folder.path().join("files"),
            smtp_url: (wishes.mode == Mode::Production).then(|| "smtp://127.0.0.1:1".to_owned()),
            secret: b"a secret of the tests and nobody else".to_vec(),
            argon2: (64, 1),
        };
        let carrier = Carrier::new(&settings).expect("mail that goes nowhere");
        let profiles = profiles(&wishes.profiles, &wishes.instead);
        let backend = Backend::start(&database_url, settings, profiles).await.expect("a database");
        let site = Site::bare(&backend.profiles);
        let mut state = AppState::new(Arc::clone(&backend), site).behind(&wishes.trusted_proxies);
        if let Some(quotas) = wishes.quotas {
            state = state.limited(quotas);
        }
        tokio::spawn(backend::live::run(Arc::clone(&backend), state.stop.clone()));
        let router = server::router(state.clone());
        Self { backend, state, router, carrier, _folder: folder }
    }

    /// A browser that has never been here.
    pub fn client(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// An institution's key.
    pub fn institution(&self, slug: &str) -> InstitutionId {
        self.backend.institutions.id(slug).expect("an institution of the profiles")
    }

    /// A browser signed in as a member of the staff by the name of the demo (`ufficio.upo`, `admin.ecampus`,
    /// `ufficio.digspes`); the account is made when it is not there.
    pub async fn as_account(&self, user_name: &str) -> Client {
        let (office, place) = user_name.split_once('.').expect("a name like ufficio.upo");
        let role = match office {
            "ufficio" => Role::Office,
            "admin" => Role::Admin,
            "preside" => Role::Principal,
            "docente" => Role::AcademicTutor,
            "rettore" => Role::PromoterSignatory,
            "studente" => Role::Trainee,
            other => panic!("no staff is called {other}"),
        };
        let departments = if place == "digspes" { "digspes" } else { "" };
        let institution = self.institution(if place == "digspes" { "upo" } else { place });
        if backend::identity::find_by_name(&self.backend.db, user_name).await.expect("accounts").is_none() {
            let account = self.account(user_name).await;
            self.membership(account, role, Some(institution), None, departments).await;
        }
        self.logged_in(user_name).await
    }

    /// A verified account without any role.
    pub async fn account(&self, user_name: &str) -> AccountId {
        let (id, now) = (Uuid::now_v7(), self.backend.clock.session_now());
        let email = format!("{user_name}@example.org");
        let row = account::ActiveModel {
            id: Set(id),
            user_name: Set(user_name.to_owned()),
            state: Set("verified".to_owned()),
            first_name: Set("Ada".to_owned()),
            last_name: Set("Prova".to_owned()),
            email: Set(email.clone()),
            email_key: Set(email),
            email_verified_at: Set(Some(now)),
            password_hash: Set(Some(self.backend.hasher.hash(PASSWORD).await.expect("a hash"))),
            language: Set("it".to_owned()),
            institution_id: Set(None),
            demo: Set(false),
            created_at: Set(now),
            updated_at: Set(now),
            version: Set(1),
        };
        account::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("an account");
        AccountId(id)
    }

    /// A role of an account.
    pub async fn membership(
        &self,
        account: AccountId,
        role: Role,
        institution: Option<InstitutionId>,
        organisation: Option<OrganisationId>,
        departments: &str,
    ) {
        let row = membership::ActiveModel {
            id: Set(Uuid::now_v7()),
            account_id: Set(account.0),
            role: Set(role.code().to_owned()),
            institution_id: Set(institution.map(|institution| institution.0)),
            organisation_id: Set(organisation.map(|organisation| organisation.0)),
            departments: Set(departments.to_owned()),
            active: Set(true),
            created_at: Set(self.backend.clock.now()),
        };
        membership::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("a membership");
    }

    /// A browser in which that account has logged in.
    pub async fn logged_in(&self, user_name: &str) -> Client {
        let client = self.client();
        let reply = client.post_form("identity/log_in", &[("login", user_name), ("password", PASSWORD)]).await;
        assert!(reply.status.is_success() && client.is_logged_in(), "{user_name}: {} {}", reply.status, reply.body);
        client
    }

    /// Everything written to an address, newest first; what is due is sent before.
    pub async fn mails_to(&self, address: &str) -> Vec<SentMail> {
        mail::send_due(&self.backend, &self.carrier, &CancellationToken::new()).await.expect("an outbox");
        let all = mail::sent(&self.backend, 1000, None).await.expect("an outbox");
        all.into_iter().filter(|letter| letter.to == address).collect()
    }

    /// Moves both clocks.
    pub fn advance_all(&self, by: Duration) {
        self.backend.clock.advance(chrono::Duration::from_std(by).expect("a span"), true);
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.state.stop.cancel();
    }
}

fn profiles(further: &[String], instead: &[Change]) -> Profiles {
    let shipped = |(name, text): &(&str, &str)| {
        let change = instead.iter().find(|(file, _)| name.trim_end_matches(".toml") == *file);
        ((*name).to_owned(), change.map_or_else(|| (*text).to_owned(), |(_, change)| change(text)))
    };
    let mut files: Vec<(String, String)> = embedded().iter().map(shipped).collect();
    files.extend(further.iter().enumerate().map(|(number, text)| (format!("test-{number}.toml"), text.clone())));
    load_all(&files).expect("profiles without mistakes")
}

/// A file of its own, or a database of its own in the cluster that `PONTE_TEST_DATABASE` names.
async fn database_url(folder: &TempDir) -> String {
    let Ok(cluster) = std::env::var("PONTE_TEST_DATABASE") else {
        return format!("sqlite://{}/ponte.sqlite", folder.path().display());
    };
    let name = format!("test_{}", Uuid::now_v7().simple());
    let db = Database::connect(&cluster).await.expect("the cluster of the tests");
    db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database of one's own");
    db.close().await.expect("a connection that closes");
    with_database(&cluster, &name)
}

/// The address of another database of the same cluster.
fn with_database(cluster: &str, name: &str) -> String {
    let (address, options) = cluster.split_once('?').map_or((cluster, ""), |(address, options)| (address, options));
    let server = address.rsplit_once('/').map_or(address, |(server, _)| server);
    if options.is_empty() { format!("{server}/{name}") } else { format!("{server}/{name}?{options}") }
}
