//! Host A and its request at `upo`, in the state a route needs, and the browsers of those who ask about it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

use backend::entity::{accreditation, contact, convention, seat};
use domain::access::Role;
use domain::ids::{AccountId, ContactId, ConventionId, OrganisationId};
use http::StatusCode;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::arguments;
use super::askers::Asker;
use super::rows::Pairs;
use crate::client::Client;
use crate::files;
use crate::hosts::{Host, register};
use crate::support::TestApp;

/// What has to be there before the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// A request, which the call does not change.
    Anything,
    Submitted,
    Integration,
    Accredited,
    /// Another host at another institution has host A's address.
    Duplicate,
    /// Host A is accredited and has a logo.
    Logo,
    /// Host A is accredited and has a colleague and an operating seat.
    People,
    /// Host A has a convention that is being written.
    DraftConvention,
    /// … that waits for the office.
    SubmittedConvention,
    /// … that waits for the office, which makes its document.
    DepartmentConvention,
    /// … that waits for signatures.
    ApprovedConvention,
    /// … that both have signed.
    SignedConvention,
    ActiveConvention,
    /// … that renews itself.
    RenewingConvention,
    /// Host A is accredited and somebody asks to enter it.
    Newcomer,
    /// The same, where the profile says that the office admits.
    NewcomerOfOffice,
}

/// Host A.
pub struct Subject {
    pub request: accreditation::Model,
    pub version: i64,
    /// A role of nobody who asks.
    pub membership: Uuid,
    pub duplicate: Option<Uuid>,
    other_organisation: Uuid,
    letter: Uuid,
    file: Uuid,
    style: String,
    pub newcomer: Option<ContactId>,
    pub colleague: Uuid,
    pub seat: Uuid,
    pub convention: ConventionId,
    pub convention_version: i64,
    document: Uuid,
    contact_name: String,
    browsers: Mutex<HashMap<&'static str, Client>>,
}

static NEXT: AtomicU32 = AtomicU32::new(710_001);

/// A number that nobody had.
pub fn next() -> u32 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Subject {
    /// A new host A.
    pub async fn make(app: &TestApp, needs: Needs) -> Self {
        let number = next();
        let registered = register(app, "upo", Host::numbered(number)).await;
        let other_organisation = other_host(app).await;
        let contact_name = registered.host.user_name.clone();
        let letter = app.mails_to(&registered.host.email).await.first().expect("a letter to the contact").id.0;
        let browsers = Mutex::default();
        let mut subject = Self {
            version: registered.request.version,
            request: registered.request,
            membership: Uuid::now_v7(),
            duplicate: None,
            other_organisation,
            letter,
            file: Uuid::nil(),
            style: app.state.site.manifest.tint_css.trim_start_matches("/assets/").to_owned(),
            newcomer: None,
            colleague: Uuid::now_v7(),
            seat: Uuid::now_v7(),
            convention: ConventionId(Uuid::nil()),
            convention_version: 0,
            document: Uuid::nil(),
            contact_name,
            browsers,
        };
        match needs {
            Needs::Anything | Needs::Submitted => {}
            Needs::Integration => subject.decide(app, "request_integration").await,
            Needs::Accredited => subject.decide(app, "approve").await,
            Needs::Logo => {
                subject.decide(app, "approve").await;
                let contact = app.logged_in(&subject.contact_name).await;
                subject.file = files::with_logo(app, &contact, subject.request.organisation_id).await;
            }
            Needs::Duplicate => {
                let alike = Host::numbered(next()).with("email", &registered.host.email);
                subject.duplicate = Some(register(app, "ecampus", alike).await.request.organisation_id);
            }
            Needs::People => {
                subject.decide(app, "approve").await;
                subject.add_people(app).await;
            }
            Needs::DraftConvention
            | Needs::SubmittedConvention
            | Needs::DepartmentConvention
            | Needs::ApprovedConvention
            | Needs::SignedConvention
            | Needs::ActiveConvention
            | Needs::RenewingConvention => {
                subject.decide(app, "approve").await;
                subject.propose(app, needs).await;
            }
            Needs::Newcomer | Needs::NewcomerOfOffice => {
                subject.decide(app, "approve").await;
                subject.newcomer = Some(newcomer(app, number).await);
            }
        }
        subject
    }

    async fn decide(&mut self, app: &TestApp, event: &str) {
        let (id, version) = (self.request.id.to_string(), self.version.to_string());
        let pairs = [
            ("institution", "upo"),
            ("id", id.as_str()),
            ("decision[version]", version.as_str()),
            ("decision[event]", event),
            ("decision[note]", "Manca qualche cosa di importante"),
        ];
        let reply = app.as_account("ufficio.upo").await.post_form("office/decide", &pairs).await;
        assert_eq!(reply.status, StatusCode::OK, "{event}: {}", reply.body);
        let row = accreditation::Entity::find_by_id(self.request.id).one(&app.backend.db).await.unwrap().expect("the request");
        (self.version, self.request) = (row.version, row);
    }

    /// Leads a convention of host A to the state that is needed, by posts alone.
    async fn propose(&mut self, app: &TestApp, needs: Needs) {
        let contact = app.logged_in(&self.contact_name).await;
        let department = if needs == Needs::DepartmentConvention { "digspes" } else { "" };
        let intent = if needs == Needs::DraftConvention { "save" } else { "submit" };
        let renewal = if needs == Needs::RenewingConvention { "yes" } else { "no" };
        let mut pairs = arguments::asked(self);
        pairs.retain(|(name, _)| !["intent", "answers[tacit_renewal]"].contains(name));
        pairs.push(("intent", intent.to_owned()));
        pairs.push(("answers[tacit_renewal]", renewal.to_owned()));
        pairs.push(("answers[handling_department]", department.to_owned()));
        self.post(&contact, "convention/save", &pairs).await;
        self.read_convention(app).await;
        if matches!(needs, Needs::DraftConvention | Needs::SubmittedConvention | Needs::DepartmentConvention) {
            return;
        }
        let office = app.as_account("ufficio.upo").await;
        self.post(&office, "convention/decide", &arguments::decided(self, "approve")).await;
        self.read_convention(app).await;
        if needs == Needs::ApprovedConvention {
            return;
        }
        for signer in ["legal_rep", "promoter_signatory"] {
            let mut pairs = arguments::on_paper(self);
            pairs.retain(|(name, _)| *name != "signer");
            pairs.push(("signer", signer.to_owned()));
            self.post(&office, "convention/record_paper", &pairs).await;
            self.read_convention(app).await;
        }
        if needs != Needs::SignedConvention {
            self.post(&office, "convention/activate", &arguments::activated(self)).await;
            self.read_convention(app).await;
        }
    }

    async fn post(&self, client: &Client, function: &str, pairs: &Pairs) {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = client.post_form(function, &pairs).await;
        assert_eq!(reply.status, StatusCode::OK, "{function}: {}", reply.body);
    }

    async fn read_convention(&mut self, app: &TestApp) {
        let of_host = convention::Entity::find().filter(convention::Column::OrganisationId.eq(self.request.organisation_id));
        let row = of_host.one(&app.backend.db).await.unwrap().expect("a convention");
        (self.convention, self.convention_version) = (ConventionId(row.id), row.version);
        self.document = row.document_id.unwrap_or_default();
    }

    /// Host A's list of persons names the account too.
    async fn enter_as_contact(&self, app: &TestApp, account: AccountId) {
        self.add_contact(app, Uuid::now_v7(), Some(account.0)).await;
    }

    async fn add_contact(&self, app: &TestApp, id: Uuid, account_id: Option<Uuid>) {
        let db = &app.backend.db;
        let of_host = contact::Entity::find().filter(contact::Column::OrganisationId.eq(self.request.organisation_id));
        let first = of_host.one(db).await.unwrap().expect("the first contact");
        let own = contact::Model { id, account_id, ..first };
        contact::Entity::insert(own.into_active_model().reset_all()).exec_without_returning(db).await.unwrap();
    }

    /// A colleague without an account, and an operating seat like the registered one.
    async fn add_people(&self, app: &TestApp) {
        self.add_contact(app, self.colleague, None).await;
        let db = &app.backend.db;
        let of_host = seat::Entity::find().filter(seat::Column::OrganisationId.eq(self.request.organisation_id));
        let legal = of_host.one(db).await.unwrap().expect("the registered seat");
        let operating = seat::Model { id: self.seat, kind: "operating".to_owned(), ..legal };
        seat::Entity::insert(operating.into_active_model().reset_all()).exec_without_returning(db).await.unwrap();
    }

    /// A row's address, with the subject's keys in it.
    pub fn address(&self, path: &str) -> String {
        let keys = [
            ("{request}", self.request.id.to_string()),
            ("{letter}", self.letter.to_string()),
            ("{style}", self.style.clone()),
            ("{file}", self.file.to_string()),
            ("{colleague}", self.colleague.to_string()),
            ("{seat}", self.seat.to_string()),
            ("{convention}", self.convention.to_string()),
            ("{document}", self.document.to_string()),
        ];
        keys.iter().fold(path.to_owned(), |path, (word, key)| path.replace(word, key))
    }

    /// A browser of whoever asks; the same one every time.
    pub async fn browser_of(&self, app: &TestApp, asker: Asker) -> Client {
        let key = asker.name();
        let mut browsers = self.browsers.lock().await;
        if let Some(client) = browsers.get(key) {
            return client.clone();
        }
        let client = self.new_browser_of(app, asker).await;
        browsers.insert(key, client.clone());
        client
    }

    /// The same in a browser of its own, for a call that logs out.
    pub async fn new_browser_of(&self, app: &TestApp, asker: Asker) -> Client {
        if let Some(staff) = asker.staff() {
            return app.as_account(staff).await;
        }
        let organisation = OrganisationId(self.request.organisation_id);
        match asker {
            Asker::Nobody => app.client(),
            Asker::Contact => app.logged_in(&self.contact_name).await,
            Asker::LegalRep => {
                let (client, account) = member(app, Some((Role::LegalRep, organisation))).await;
                self.enter_as_contact(app, account).await;
                client
            }
            Asker::HostTutor => member(app, Some((Role::HostTutor, organisation))).await.0,
            Asker::OtherContact => member(app, Some((Role::Contact, OrganisationId(self.other_organisation)))).await.0,
            _ => member(app, None).await.0,
        }
    }
}

/// Signed in, with a role in a host or without any.
async fn member(app: &TestApp, role: Option<(Role, OrganisationId)>) -> (Client, AccountId) {
    let name = format!("persona.{}", next());
    let account = app.account(&name).await;
    if let Some((role, organisation)) = role {
        app.membership(account, role, None, Some(organisation), "").await;
    }
    (app.logged_in(&name).await, account)
}

/// A host that has nothing to do with `upo`.
async fn other_host(app: &TestApp) -> Uuid {
    let elsewhere = accreditation::Column::InstitutionId.eq(app.institution("ecampus").0);
    match accreditation::Entity::find().filter(elsewhere).one(&app.backend.db).await.unwrap() {
        Some(other) => other.organisation_id,
        None => register(app, "ecampus", Host::numbered(next())).await.request.organisation_id,
    }
}

/// A second person registers with host A's codes and waits to be admitted.
async fn newcomer(app: &TestApp, host: u32) -> ContactId {
    let joining = Host::numbered(host).joined_by(next());
    let email = joining.email.clone();
    register(app, "upo", joining).await;
    let waiting = contact::Entity::find().filter(contact::Column::Email.eq(email));
    ContactId(waiting.one(&app.backend.db).await.unwrap().expect("a contact that waits").id)
}
