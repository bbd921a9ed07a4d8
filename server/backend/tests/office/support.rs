//! A database of one's own, people and hosts in it.

use std::sync::Arc;

use backend::context::{Ctx, SignedIn, Visitor};
use backend::entity::{account, accreditation, contact, host_identifier, membership, organisation, outbox, seat};
use backend::settings::{Mode, Settings};
use backend::{Backend, search};
use chrono::{DateTime, Duration, Utc};
use domain::access::{Actor, Membership, Role};
use domain::accreditation::company::name_core;
use domain::accreditation::state::State;
use domain::ids::{AccountId, AccreditationId, InstitutionId, OrganisationId};
use domain::language::Language;
use domain::profile::{Profiles, embedded, load_all, load_embedded};
use domain::text::fold;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, Database, EntityTrait, QueryFilter, QueryOrder};
use tempfile::TempDir;
use uuid::Uuid;

/// The use cases on an empty database.
pub struct Office {
    pub backend: Arc<Backend>,
    _folder: TempDir,
}

/// A person with a role, and the context in which they ask.
pub struct Person {
    pub account: AccountId,
    pub ctx: Ctx,
    pub email: String,
}

/// A host to be registered.
#[derive(Clone)]
pub struct Host {
    pub name: String,
    pub town: (String, String, String),
    pub vat: String,
    pub phone: String,
    pub email: String,
    pub pec: Option<String>,
    pub website: Option<String>,
    pub state: State,
    pub waiting_days: i64,
}

/// A host in its rows.
pub struct Registered {
    pub request: AccreditationId,
    pub organisation: OrganisationId,
    pub contact: Person,
}

impl Host {
    /// A host that differs from all others in everything.
    pub fn named(name: &str) -> Self {
        let mark = Uuid::now_v7().simple().to_string();
        let digits: String = mark.bytes().map(|byte| char::from(b'0' + byte % 10)).collect();
        Self {
            name: name.to_owned(),
            town: ("Novara".into(), "NO".into(), "28100".into()),
            vat: digits[16..27].to_owned(),
            phone: format!("+39{}", &digits[20..]),
            email: format!("info-{mark}@host.example"),
            pec: Some(format!("pec-{mark}@pec.example")),
            website: None,
            state: State::Submitted,
            waiting_days: 0,
        }
    }

    pub fn at(mut self, town: &str, province: &str, postal_code: &str) -> Self {
        self.town = (town.into(), province.into(), postal_code.into());
        self
    }

    pub fn state(mut self, state: State) -> Self {
        self.state = state;
        self
    }
}

impl Office {
    pub async fn start() -> Self {
        Self::start_with(load_embedded().expect("the embedded profiles")).await
    }

    /// With a further profile.
    pub async fn start_with_profile(name: &str, toml: &str) -> Self {
        let mut files: Vec<(String, String)> =
            embedded().iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        files.push((name.to_owned(), toml.to_owned()));
        Self::start_with(load_all(&files).expect("profiles without mistakes")).await
    }

    async fn start_with(profiles: Profiles) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings {
            mode: Mode::Test,
            external_url: "http://127.0.0.1:3000".into(),
            smtp_url: None,
            files: folder.path().join("files"),
            secret: b"a secret of the tests".to_vec(),
            argon2: (64, 1),
        };
        let backend = Backend::start(&database_url(&folder).await, settings, profiles).await.expect("a backend");
        Self { backend, _folder: folder }
    }

    pub fn institution(&self, slug: &str) -> InstitutionId {
        self.backend.institutions.id(slug).expect("an institution")
    }

    pub async fn officer(&self, slug: &str) -> Person {
        let role = Membership::in_institution(Role::Office, self.institution(slug));
        self.person("Paola", "Rinaudo", Language::It, vec![role]).await
    }

    pub async fn admin(&self, slug: &str) -> Person {
        let role = Membership::in_institution(Role::Admin, self.institution(slug));
        self.person("Ada", "Centrale", Language::It, vec![role]).await
    }

    /// Somebody who is signed in with these roles.
    pub async fn person(&self, first: &str, last: &str, language: Language, roles: Vec<Membership>) -> Person {
        let id = Uuid::now_v7();
        let now = self.backend.clock.now();
        let email = format!("{}-{}@persons.example", fold(first), id.simple());
        let row = account::ActiveModel {
            id: Set(id),
            user_name: Set(id.simple().to_string()),
            state: Set("verified".into()),
            first_name: Set(first.into()),
            last_name: Set(last.into()),
            email: Set(email.clone()),
            email_key: Set(email.clone()),
            email_verified_at: Set(Some(now)),
            password_hash: Set(None),
            language: Set(language.code().into()),
            institution_id: Set(None),
            demo: Set(false),
            created_at: Set(now),
            updated_at: Set(now),
            version: Set(1),
        };
        account::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("an account");
        for role in &roles {
            self.membership(id, role, true).await;
        }
        let account = AccountId(id);
        let signed_in = SignedIn {
            account,
            token_hash: String::new(),
            first_name: first.into(),
            last_name: last.into(),
            user_name: id.simple().to_string(),
            language,
            membership: None,
            expires_at: now + Duration::hours(1),
            idle_minutes: 30,
        };
        let visitor =
            Visitor { signed_in: Some(signed_in), actor: Actor::person(account, roles), language, ..Default::default() };
        Person { account, email, ctx: Ctx { backend: Arc::clone(&self.backend), visitor } }
    }

    pub async fn membership(&self, account: Uuid, role: &Membership, active: bool) {
        let row = membership::ActiveModel {
            id: Set(Uuid::now_v7()),
            account_id: Set(account),
            role: Set(role.role.code().into()),
            institution_id: Set(role.institution.map(|id| id.0)),
            organisation_id: Set(role.organisation.map(|id| id.0)),
            departments: Set(String::new()),
            active: Set(active),
            created_at: Set(self.backend.clock.now()),
        };
        membership::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("a membership");
    }

    /// Somebody who asks nothing signed in.
    pub fn nobody(&self) -> Ctx {
        Ctx { backend: Arc::clone(&self.backend), visitor: Visitor::default() }
    }

    /// A host with all its rows and one request.
    pub async fn register(&self, slug: &str, host: &Host) -> Registered {
        let organisation = Uuid::now_v7();
        let db = &self.backend.db;
        let now = self.backend.clock.now();
        organisation::Entity::insert(organisation_row(organisation, host, now))
            .exec_without_returning(db)
            .await
            .expect("an organisation");
        let identifier = host_identifier::ActiveModel {
            id: Set(Uuid::now_v7()),
            country: Set("IT".into()),
            identifier: Set(host.vat.clone()),
            organisation_id: Set(organisation),
        };
        host_identifier::Entity::insert(identifier).exec_without_returning(db).await.expect("an identifier");
        seat::Entity::insert(seat_row(organisation, host, now)).exec_without_returning(db).await.expect("a seat");
        let role = Membership::in_organisation(Role::Contact, OrganisationId(organisation));
        let contact = self.person("Rosanna", "Tibaldi", Language::En, vec![role]).await;
        let id = self.contact(organisation, &contact, slug, "active").await;
        let request = self.request(slug, host, organisation, (id, contact.account.0)).await;
        Registered { request, organisation: OrganisationId(organisation), contact }
    }

    /// A person's row in a host.
    pub async fn contact(&self, organisation: Uuid, person: &Person, slug: &str, state: &str) -> Uuid {
        let id = Uuid::now_v7();
        let row = contact::ActiveModel {
            id: Set(id),
            organisation_id: Set(organisation),
            account_id: Set(Some(person.account.0)),
            asked_institution_id: Set(Some(self.institution(slug).0)),
            state: Set(state.into()),
            title: Set(None),
            first_name: Set(person.ctx.signed_in().expect("a person").first_name.clone()),
            last_name: Set(person.ctx.signed_in().expect("a person").last_name.clone()),
            role_title: Set("Risorse umane".into()),
            kinds: Set("referente".into()),
            email: Set(person.email.clone()),
            phone: Set("+390321555014".into()),
            mobile: Set(None),
            tax_code: Set(None),
            education: Set(None),
            contract_level: Set(None),
            years_experience: Set(None),
            skills: Set(None),
            privacy_accepted_at: Set(None),
            privacy_version: Set(None),
            created_at: Set(self.backend.clock.now()),
            updated_at: Set(self.backend.clock.now()),
            version: Set(1),
        };
        contact::Entity::insert(row).exec_without_returning(&self.backend.db).await.expect("a contact");
        id
    }

    /// A request of a host at an institution.
    pub async fn request(
        &self,
        slug: &str,
        host: &Host,
        organisation: Uuid,
        (contact, account): (Uuid, Uuid),
    ) -> AccreditationId {
        let institution = self.institution(slug);
        let db = &self.backend.db;
        let number = backend::institution::next_number(db, institution).await.expect("a number");
        let now = self.backend.clock.now() - Duration::days(host.waiting_days);
        let mut row = request_row(institution, number, &host.name, &host.town.0, host.state, now);
        row.organisation_id = organisation;
        row.contact_id = Some(contact);
        row.requested_by = Some(account);
        let id = row.id;
        accreditation::Entity::insert(accreditation::ActiveModel::from(row)).exec_without_returning(db).await.expect("a request");
        let words = format!("{} {} {} {number}", host.name, host.town.0, host.vat);
        search::index(db, "accreditation", institution, id, &words).await.expect("words");
        AccreditationId(id)
    }

    pub async fn row(&self, id: AccreditationId) -> accreditation::Model {
        accreditation::Entity::find_by_id(id.0).one(&self.backend.db).await.expect("a query").expect("a request")
    }

    /// What waits to be sent about a case: notice, recipient and language, by recipient.
    pub async fn letters(&self, case: Uuid) -> Vec<outbox::Model> {
        outbox::Entity::find()
            .filter(outbox::Column::CaseId.eq(case))
            .order_by_asc(outbox::Column::Notice)
            .order_by_asc(outbox::Column::Recipient)
            .all(&self.backend.db)
            .await
            .expect("an outbox")
    }
}

fn organisation_row(id: Uuid, host: &Host, now: DateTime<Utc>) -> organisation::ActiveModel {
    organisation::ActiveModel {
        id: Set(id),
        country: Set("IT".into()),
        tax_code: Set(Some(host.vat.clone())),
        vat_number: Set(Some(host.vat.clone())),
        foreign_vat: Set(None),
        legal_name: Set(host.name.clone()),
        legal_name_core: Set(name_core(&host.name)),
        short_name: Set(None),
        legal_form: Set("srl".into()),
        sector_kind: Set("private".into()),
        ipa_code: Set(None),
        ateco: Set(Some("13.20.00".into())),
        activity: Set("Tessitura".into()),
        industry_association: Set(None),
        ccnl: Set(None),
        employees_permanent: Set(16),
        employees_total: Set(18),
        employees_as_of: Set(Some(now.date_naive())),
        email: Set(host.email.clone()),
        pec: Set(host.pec.clone()),
        sdi_code: Set(None),
        phone: Set(host.phone.clone()),
        fax: Set(None),
        website: Set(host.website.clone()),
        digital_signature_available: Set(None),
        inail_pat: Set(None),
        safety_dvr: Set(Some(true)),
        law68_compliant: Set(None),
        created_at: Set(now),
        created_by: Set(None),
        updated_at: Set(now),
        updated_by: Set(None),
        version: Set(1),
    }
}

fn seat_row(organisation: Uuid, host: &Host, now: DateTime<Utc>) -> seat::ActiveModel {
    let (town, province, postal_code) = host.town.clone();
    seat::ActiveModel {
        id: Set(Uuid::now_v7()),
        organisation_id: Set(organisation),
        kind: Set("legal".into()),
        name: Set("Sede".into()),
        country: Set("IT".into()),
        street: Set("Via dei Cattaneo".into()),
        civic_no: Set(Some("14/B".into())),
        postal_code: Set(postal_code),
        city: Set(town),
        belfiore: Set(None),
        province: Set(Some(province)),
        region: Set(None),
        place: Set(None),
        phone: Set(None),
        email: Set(None),
        employees_permanent_seat: Set(None),
        risk_level: Set(None),
        active: Set(true),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    }
}

/// A request's row, of a host that has none.
pub fn request_row(
    institution: InstitutionId,
    number: i64,
    name: &str,
    town: &str,
    state: State,
    at: DateTime<Utc>,
) -> accreditation::Model {
    accreditation::Model {
        id: Uuid::now_v7(),
        institution_id: institution.0,
        organisation_id: Uuid::now_v7(),
        number,
        state: state.code().into(),
        handling_department: None,
        contact_id: None,
        requested_by: None,
        profile_version: "1".into(),
        privacy_accepted_at: Some(at),
        privacy_version: Some("1".into()),
        submitted_at: at,
        waiting_since: at,
        decided_at: None,
        decided_by: None,
        reason: None,
        note: None,
        round: 0,
        host_name: name.into(),
        host_sort: fold(name),
        contact_name: "Rosanna Tibaldi".into(),
        town: town.into(),
        town_sort: fold(town),
        province: "NO".into(),
        country: "IT".into(),
        created_at: at,
        updated_at: at,
        version: 1,
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
