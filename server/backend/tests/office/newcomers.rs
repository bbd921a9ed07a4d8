//! Persons who ask to enter a host.

use backend::entity::{contact, membership};
use backend::{BackendError, office};
use domain::access::{Membership, Role};
use domain::ids::ContactId;
use domain::language::Language;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{Host, Office, Person, Registered};

/// A profile whose office admits.
pub const BY_OFFICE: &str = r##"
slug = "prova"
position = 90
name = { it = "Istituto di prova", en = "Institute of trial" }
short_name = "Prova"
kind = "university"
subtitle = { it = "Tirocini", en = "Traineeships" }
lead = { it = "Per provare.", en = "For trying." }
tax_code = "90027520130"
address = "Via Prova 1, 28100 Novara (NO)"
sender = "tirocini@prova.example"
signatory_title = { it = "Rettrice o Rettore", en = "Rector" }
tint = "#17395c"

[helpdesk]
email = "aiuto@prova.example"

[accreditation]
join_admits = "office"
"##;

/// Somebody who waits to enter the host.
async fn newcomer(office: &Office, slug: &str, host: &Registered) -> (ContactId, Person) {
    let person = office.person("Mario", "Nuovo", Language::It, Vec::new()).await;
    let id = office.contact(host.organisation.0, &person, slug, "submitted").await;
    let role = Membership::in_organisation(Role::Contact, host.organisation);
    office.membership(person.account.0, &role, false).await;
    (ContactId(id), person)
}

async fn is_active(office: &Office, person: &Person) -> bool {
    let rows = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(person.account.0))
        .all(&office.backend.db)
        .await
        .unwrap();
    rows.iter().any(|row| row.active)
}

async fn state(office: &Office, id: ContactId) -> String {
    contact::Entity::find_by_id(id.0).one(&office.backend.db).await.unwrap().unwrap().state
}

#[tokio::test]
async fn a_contact_of_the_host_admits_and_everybody_concerned_is_told() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda")).await;
    let (id, person) = newcomer(&office, "upo", &host).await;
    for _ in 0..2 {
        office::decide_newcomer(&host.contact.ctx, "upo", id, true).await.unwrap();
    }
    assert!(is_active(&office, &person).await);
    assert_eq!(state(&office, id).await, "active");
    let letters = office.letters(id.0).await;
    let mut told: Vec<_> = letters.iter().map(|letter| (letter.notice.as_str(), letter.recipient.clone())).collect();
    told.sort();
    let mut expected = vec![("E07", person.email.clone()), ("E07", host.contact.email.clone())];
    expected.sort();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn who_was_refused_stays_outside() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda")).await;
    let (id, person) = newcomer(&office, "upo", &host).await;
    office::decide_newcomer(&host.contact.ctx, "upo", id, false).await.unwrap();
    assert!(!is_active(&office, &person).await);
    let late = office::decide_newcomer(&host.contact.ctx, "upo", id, true).await;
    assert!(matches!(late, Err(BackendError::Refused(_))));
}

#[tokio::test]
async fn an_office_decides_only_about_those_who_asked_it() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda")).await;
    let (id, person) = newcomer(&office, "upo", &host).await;
    let (officer, stranger) = (office.officer("upo").await, office.officer("unimi").await);
    for slug in ["unimi", "upo"] {
        let refused = office::decide_newcomer(&stranger.ctx, slug, id, true).await;
        assert!(matches!(refused, Err(BackendError::NotFound)), "{slug}");
    }
    let own = office::decide_newcomer(&person.ctx, "upo", id, true).await;
    assert!(matches!(own, Err(BackendError::Denied)));
    assert!(matches!(office::decide_newcomer(&office.nobody(), "upo", id, true).await, Err(BackendError::SignIn)));
    assert!(!is_active(&office, &person).await);
    office::decide_newcomer(&officer.ctx, "upo", id, true).await.unwrap();
    assert!(is_active(&office, &person).await);
}

#[tokio::test]
async fn where_the_office_admits_the_panel_shows_who_waits_and_the_host_may_not() {
    let office = Office::start_with_profile("prova.toml", BY_OFFICE).await;
    let host = office.register("prova", &Host::named("Filanda")).await;
    let (id, person) = newcomer(&office, "prova", &host).await;
    let officer = office.officer("prova").await;
    let view = office::review(&officer.ctx, "prova", host.request).await.unwrap();
    let waiting: Vec<_> = view.newcomers.iter().map(|newcomer| (newcomer.contact, newcomer.name.as_str())).collect();
    assert_eq!(waiting, [(id, "Mario Nuovo")]);
    let by_host = office::decide_newcomer(&host.contact.ctx, "prova", id, true).await;
    assert!(matches!(by_host, Err(BackendError::Refused(_))));
    office::decide_newcomer(&officer.ctx, "prova", id, true).await.unwrap();
    assert!(is_active(&office, &person).await);
}
