//! Contacts, tutors and seats of a host.

mod contacts;
mod invitations;
mod seats;

use backend::entity::{account, contact, membership, outbox};
use backend::{BackendError, Ctx, accreditation, organisation};
use domain::access::{Actor, Membership, Role};
use domain::accreditation::state::State;
use domain::answers::Answers;
use domain::ids::{ContactId, SeatId};
use domain::language::Language;
use domain::organisation::roles::Rule;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::support::{Host, Office, Person, Registered};

const PASSWORD: &str = "tre gatti sul tetto";

async fn accredited(office: &Office, slug: &str) -> Registered {
    office.register(slug, &Host::named("Filanda").state(State::Accredited)).await
}

fn tutor() -> Answers {
    Answers::from([
        ("contact_first_name", "Elena"),
        ("contact_last_name", "Dho"),
        ("contact_role_title", "Responsabile di produzione"),
        ("contact_kinds_tutor", "true"),
        ("contact_email", "elena.dho@filanda.example"),
        ("contact_phone", "+39 0321 555 0199"),
        ("contact_tax_code", "RSSMRA85D10H501H"),
        ("contact_years_experience", "12"),
    ])
}

fn laboratory() -> Answers {
    Answers::from([
        ("operating_seat_name", "Laboratorio"),
        ("operating_seat_street", "Via Roma"),
        ("operating_seat_civic_no", "3"),
        ("operating_seat_postal_code", "28100"),
        ("operating_seat_city", "Novara"),
        ("operating_seat_province", "NO"),
        ("operating_seat_risk", "low"),
    ])
}

fn tick(seat: SeatId) -> String {
    format!("seat_{seat}")
}

async fn row(office: &Office, id: ContactId) -> contact::Model {
    contact::Entity::find_by_id(id.0).one(&office.backend.db).await.unwrap().expect("a contact")
}

async fn account_of(office: &Office, id: ContactId) -> account::Model {
    let account = row(office, id).await.account_id.expect("an account");
    account::Entity::find_by_id(account).one(&office.backend.db).await.unwrap().expect("an account")
}

/// The newest code sent to an address.
async fn code_to(office: &Office, email: &str) -> String {
    let letters = outbox::Entity::find()
        .filter(outbox::Column::Recipient.eq(email))
        .filter(outbox::Column::Notice.eq("E01"))
        .order_by_desc(outbox::Column::Id);
    let letter = letters.one(&office.backend.db).await.unwrap().expect("a letter with a code");
    let facts: serde_json::Value = serde_json::from_str(&letter.facts).unwrap();
    facts["code"].as_str().expect("a code").to_owned()
}

async fn enter_code(office: &Office, id: ContactId) -> String {
    let account = account_of(office, id).await;
    let code = code_to(office, &account.email).await;
    let nobody = office.nobody();
    accreditation::verify_code(&nobody, &account.user_name, &code, PASSWORD, PASSWORD).await.unwrap()
}

/// The active roles of a person in the host.
async fn roles(office: &Office, id: ContactId) -> Vec<String> {
    let row = row(office, id).await;
    let held = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(row.account_id))
        .filter(membership::Column::OrganisationId.eq(row.organisation_id))
        .filter(membership::Column::Active.eq(true))
        .order_by_asc(membership::Column::Role);
    held.all(&office.backend.db).await.unwrap().into_iter().map(|one| one.role).collect()
}

async fn letters_to(office: &Office, email: &str) -> Vec<String> {
    let letters = outbox::Entity::find().filter(outbox::Column::Recipient.eq(email)).order_by_asc(outbox::Column::Notice);
    letters.all(&office.backend.db).await.unwrap().into_iter().map(|letter| letter.notice).collect()
}

async fn first_contact(office: &Office, host: &Registered) -> ContactId {
    let of_host = contact::Entity::find().filter(contact::Column::OrganisationId.eq(host.organisation.0));
    let first = of_host.order_by_asc(contact::Column::Id).one(&office.backend.db).await.unwrap();
    ContactId(first.expect("a contact").id)
}

/// A tutor who has entered the code, signed in.
async fn admitted(office: &Office, host: &Registered, answers: Answers) -> (ContactId, Ctx) {
    let id = organisation::invite_contact(&host.contact.ctx, "upo", answers).await.unwrap();
    enter_code(office, id).await;
    let held = roles(office, id).await.into_iter().filter_map(|role| Role::from_code(&role));
    let held = held.map(|role| Membership::in_organisation(role, host.organisation)).collect();
    let person = office.person("Elena", "Dho", Language::It, Vec::new()).await;
    let mut ctx = person.ctx;
    let account = account_of(office, id).await.id.into();
    ctx.visitor.actor = Actor::person(account, held);
    if let Some(signed_in) = &mut ctx.visitor.signed_in {
        signed_in.account = account;
    }
    (id, ctx)
}

fn rule(answer: Result<impl std::fmt::Debug, BackendError>) -> Option<Rule> {
    match answer {
        Err(BackendError::Refused(refusal)) => Rule::of(&refusal),
        other => panic!("{other:?}"),
    }
}

async fn second_contact(office: &Office, host: &Registered) -> Person {
    let role = Membership::in_organisation(Role::Contact, host.organisation);
    let person = office.person("Ada", "Neri", Language::It, vec![role]).await;
    office.contact(host.organisation.0, &person, "upo", "active").await;
    person
}
