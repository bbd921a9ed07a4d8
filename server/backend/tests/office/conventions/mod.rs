//! Conventions: asked for, approved, signed, active, over.

mod document;
mod journey;
mod refused;
mod signing;
mod term;

use backend::convention::{self, Intent};
use backend::entity::{convention as rows, outbox};
use backend::{BackendError, organisation};
use domain::access::{Membership, Role};
use domain::accreditation::state::State as Accreditation;
use domain::answers::Answers;
use domain::convention::{Event, State};
use domain::ids::ConventionId;
use domain::language::Language;
use domain::refusal::Refusal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::support::{Host, Office, Person, Registered};

/// An accredited host, with who signs for it.
async fn host(office: &Office, slug: &str) -> Registered {
    let host = office.register(slug, &Host::named("Filanda Nuova S.r.l.").state(Accreditation::Accredited)).await;
    organisation::save_legal_rep(&host.contact.ctx, slug, 0, representative()).await.expect("a representative");
    host
}

fn representative() -> Answers {
    Answers::from([
        ("rep_first_name", "Mario"),
        ("rep_last_name", "Rossi"),
        ("rep_sex", "M"),
        ("rep_birth_date", "10/04/1985"),
        ("rep_birth_place", "Roma"),
        ("rep_birth_province", "RM"),
        ("rep_tax_code", "RSSMRA85D10H501H"),
        ("rep_office_held", "sole_director"),
    ])
}

fn asked() -> Answers {
    Answers::from([
        ("convention_kind", "both"),
        ("description", "Tirocini nel reparto tessitura"),
        ("duration_months", "36"),
        ("area", "Scienze economiche e statistiche"),
        ("digital_signature", "yes"),
        ("tacit_renewal", "no"),
    ])
}

/// Asked for by the host's contact.
async fn submitted(office: &Office, host: &Registered, slug: &str, answers: Answers) -> ConventionId {
    let _ = office;
    convention::save(&host.contact.ctx, slug, None, 0, Intent::Submit, answers).await.expect("a request")
}

async fn row(office: &Office, id: ConventionId) -> rows::Model {
    rows::Entity::find_by_id(id.0).one(&office.backend.db).await.unwrap().expect("a convention")
}

async fn state(office: &Office, id: ConventionId) -> State {
    State::from_code(&row(office, id).await.state).expect("a state")
}

/// What somebody decides on the present version.
async fn decide(office: &Office, by: &Person, id: ConventionId, event: Event, note: &str) -> Result<State, BackendError> {
    let version = row(office, id).await.version;
    convention::decide(&by.ctx, "upo", id, version, event, note, false).await
}

async fn rector(office: &Office, slug: &str) -> Person {
    let role = Membership::in_institution(Role::PromoterSignatory, office.institution(slug));
    office.person("Irene", "Valcamonti", Language::It, vec![role]).await
}

/// Approved by the office of `upo`.
async fn approved(office: &Office) -> (Registered, Person, ConventionId) {
    let host = host(office, "upo").await;
    let id = submitted(office, &host, "upo", asked()).await;
    let officer = office.officer("upo").await;
    decide(office, &officer, id, Event::Approve, "").await.expect("an approval");
    (host, officer, id)
}

/// Signed by both with scans, and looked at.
async fn active(office: &Office) -> (Registered, Person, ConventionId) {
    let (host, officer, id) = approved(office).await;
    let rector = rector(office, "upo").await;
    upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.expect("a copy");
    upload(&rector, "upo", id, Role::PromoterSignatory, signed()).await.expect("a copy");
    activate(office, &officer, id).await.expect("an activation");
    (host, officer, id)
}

async fn activate(office: &Office, officer: &Person, id: ConventionId) -> Result<State, BackendError> {
    let version = row(office, id).await.version;
    let mut answers =
        Answers::from([("protocol_number", "0152340"), ("stamp_mode", "virtual"), ("stamp_identifier", "aut. 12/2020")]);
    answers.set("protocol_date", office.backend.clock.today().to_string());
    for copy in convention::convention(&officer.ctx, "upo", id).await?.copies {
        answers.set(&format!("looked_{}", copy.id), "true");
    }
    convention::activate(&officer.ctx, "upo", id, version, &answers).await
}

async fn upload(
    by: &Person,
    slug: &str,
    id: ConventionId,
    signer: Role,
    bytes: Vec<u8>,
) -> Result<convention::Received, BackendError> {
    convention::upload_copy(&by.ctx, slug, id, signer, "Convenzione firmata.pdf", bytes).await
}

/// Who was told what about it, in order.
async fn letters(office: &Office, id: ConventionId) -> Vec<String> {
    let letters = outbox::Entity::find().filter(outbox::Column::CaseId.eq(id.0)).order_by_asc(outbox::Column::Id);
    letters.all(&office.backend.db).await.unwrap().into_iter().map(|letter| letter.notice).collect()
}

fn rule(answer: Result<impl std::fmt::Debug, BackendError>) -> String {
    match answer {
        Err(BackendError::Refused(Refusal::Rule { rule })) => rule,
        other => panic!("{other:?}"),
    }
}

/// A page without a signature, as scanners make it.
fn scan() -> Vec<u8> {
    pdf("")
}

/// One with a signature's field. Nothing verifies it here.
fn signed() -> Vec<u8> {
    pdf("/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >> >>] >>")
}

/// A document of one empty page, with more in its catalogue.
fn pdf(catalogue: &str) -> Vec<u8> {
    let objects = [
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>".to_owned(),
    ];
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = String::from("xref\n0 4\n0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("{table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    bytes
}
