//! Made-up hosts, registered as a browser without scripts does it.

use backend::entity::accreditation;
use domain::accreditation::view::WizardView;
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::client::Client;
use crate::support::{PASSWORD, TestApp};

/// What a host and its first contact write; every number makes another host.
pub struct Host {
    pub user_name: String,
    pub email: String,
    pub legal_name: String,
    answers: Vec<(&'static str, String)>,
}

/// A host whose request has been sent.
pub struct Registered {
    /// The browser in which it was registered, signed in.
    pub client: Client,
    pub host: Host,
    pub request: accreditation::Model,
}

impl Host {
    /// The host of a number (at most six digits).
    pub fn numbered(number: u32) -> Self {
        let vat = vat_number(number);
        let (user_name, email) = (format!("tessa.{number}"), format!("tessa@{number}.example"));
        let legal_name = format!("Cartiera {number} S.r.l.");
        let fixed = [
            ("country", "IT"),
            ("legal_form", "srl"),
            ("sector_kind", "private"),
            ("ateco", "62.01.00"),
            ("activity", "Carta fatta a mano"),
            ("employees_permanent", "7"),
            ("employees_total", "9"),
            ("employees_as_of", "2026-06-30"),
            ("safety_dvr", "true"),
            ("digital_signature_available", "true"),
            ("legal_seat_name", "Sede legale"),
            ("legal_seat_street", "Via Italia"),
            ("legal_seat_civic_no", "7"),
            ("legal_seat_postal_code", "13900"),
            ("legal_seat_city", "Biella"),
            ("legal_seat_province", "BI"),
            ("contact_first_name", "Tessa"),
            ("contact_last_name", "Carta"),
            ("contact_role_title", "Responsabile del personale"),
            ("contact_kinds_referente", "true"),
            ("contact_phone", "015 555015"),
            ("rep_first_name", "Mario"),
            ("rep_last_name", "Rossi"),
            ("rep_sex", "M"),
            ("rep_birth_date", "1985-04-10"),
            ("rep_birth_place", "Roma"),
            ("rep_birth_province", "RM"),
            ("rep_tax_code", "RSSMRA85D10H501H"),
            ("rep_office_held", "sole_director"),
            ("privacy_accepted", "true"),
        ];
        let own = [
            ("company_tax_code", vat.clone()),
            ("vat_number", vat),
            ("legal_name", legal_name.clone()),
            ("email", email.clone()),
            ("pec", format!("pec@{number}.example")),
            ("phone", format!("015 {number:06}")),
            ("contact_email", email.clone()),
            ("user_name", user_name.clone()),
        ];
        let answers = fixed.into_iter().map(|(field, text)| (field, text.to_owned())).chain(own).collect();
        Self { user_name, email, legal_name, answers }
    }

    /// The same host, for whom another person writes.
    pub fn joined_by(mut self, number: u32) -> Self {
        (self.user_name, self.email) = (format!("tessa.{number}"), format!("tessa@{number}.example"));
        let (user_name, email) = (self.user_name.clone(), self.email.clone());
        for (field, text) in &mut self.answers {
            match *field {
                "user_name" => text.clone_from(&user_name),
                "contact_email" => text.clone_from(&email),
                _ => {}
            }
        }
        self
    }

    /// What the host wrote in a field.
    pub fn answer(&self, field: &str) -> &str {
        self.answers.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// The same answers with another one.
    pub fn with(mut self, field: &'static str, text: &str) -> Self {
        self.answers.retain(|(name, _)| *name != field);
        self.answers.push((field, text.to_owned()));
        self
    }

    /// The answers as the form of one step posts them.
    fn posted(&self, step: &str, version: i64, institution: &str) -> Vec<(String, String)> {
        let pairs = [("institution", institution), ("step", step), ("intent", "next")];
        let mut pairs: Vec<(String, String)> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        pairs.push(("version".to_owned(), version.to_string()));
        pairs.extend(self.answers.iter().map(|(field, text)| (format!("answers[{field}]"), text.clone())));
        pairs
    }
}

/// Walks the wizard of an institution to its end, takes the code from the mail, and is signed in.
pub async fn register(app: &TestApp, institution: &str, host: Host) -> Registered {
    let client = app.client();
    confirm(&client, institution, &host).await;
    let code = code_for(app, &host).await;
    let pairs = [("user_name", host.user_name.as_str()), ("code", &code), ("password", PASSWORD), ("password_again", PASSWORD)];
    let reply = client.post_plain("/api/accreditation/verify_code", &pairs, "/verifica-email").await;
    assert_eq!((reply.status, reply.location()), (StatusCode::FOUND, format!("/{institution}/area").as_str()), "{}", reply.body);
    let rows = accreditation::Entity::find().filter(accreditation::Column::HostName.eq(host.legal_name.as_str()));
    let request = rows.one(&app.backend.db).await.unwrap().expect("a request");
    Registered { client, host, request }
}

/// From the first page to «Conferma»: afterwards the code is on its way.
pub async fn confirm(client: &Client, institution: &str, host: &Host) {
    fill(client, institution, host).await;
    let pairs = [("institution", institution), ("answers[privacy_accepted]", "true")];
    let page = format!("/{institution}/accreditamento/riepilogo");
    let reply = client.post_plain("/api/accreditation/confirm", &pairs, &page).await;
    assert_eq!(reply.location(), "/verifica-email", "{:?}", wizard(client, institution, "riepilogo").await.problems);
}

/// From the first page to the summary.
pub async fn fill(client: &Client, institution: &str, host: &Host) {
    let mut step = first_step(client, institution).await;
    while step != "riepilogo" {
        let view = wizard(client, institution, &step).await;
        let posted = host.posted(&step, view.version, institution);
        let pairs: Vec<(&str, &str)> = posted.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = format!("/{institution}/accreditamento/{step}");
        let reply = client.post_plain("/api/accreditation/save_step", &pairs, &page).await;
        let next = reply.location().rsplit('/').next().unwrap_or_default().to_owned();
        assert_eq!(reply.status, StatusCode::FOUND, "{step}: {}", reply.body);
        if next.contains("?controlla") {
            panic!("{step}: {:?}", wizard(client, institution, &step).await.problems);
        }
        step = next;
    }
}

async fn first_step(client: &Client, institution: &str) -> String {
    let page = client.get(&format!("/{institution}/accreditamento")).await;
    let marker = format!("href=\"/{institution}/accreditamento/");
    let link = page.body.split_once(marker.as_str()).map(|(_, rest)| rest.split(['"', '?']).next().unwrap_or_default());
    link.expect("a link to the first step").to_owned()
}

/// One page of the wizard as its server function tells it.
pub async fn wizard(client: &Client, institution: &str, step: &str) -> WizardView {
    let reply = client.read("accreditation/wizard", &[("institution", institution), ("step", step)]).await;
    assert_eq!(reply.status, StatusCode::OK, "{step}: {}", reply.body);
    reply.json()
}

/// The newest code sent to the host's contact.
pub async fn code_for(app: &TestApp, host: &Host) -> String {
    let letters = app.mails_to(&host.email).await;
    let words = letters.iter().flat_map(|letter| letter.text.split(|c: char| !c.is_ascii_digit()));
    words.clone().find(|word| word.len() == 6).expect("a letter with six digits").to_owned()
}

/// A VAT number of the office of Biella, with its check digit (domain reference 5, V-PIVA).
fn vat_number(number: u32) -> String {
    let digits = format!("{number:07}002");
    let doubled = |digit: u32| digit * 2 - if digit > 4 { 9 } else { 0 };
    let values = digits.bytes().map(|byte| u32::from(byte - b'0')).enumerate();
    let sum: u32 = values.map(|(place, digit)| if place % 2 == 0 { digit } else { doubled(digit) }).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
