//! The accounts of the demo.

use backend::entity::{account, membership};
use backend::settings::{Mode, Settings};
use backend::{BackendError, demo, identity};
use domain::profile::load_embedded;
use sea_orm::EntityTrait;

use crate::support::{App, settings};

#[tokio::test]
async fn every_account_is_there_once_and_can_log_in() {
    let app = App::start().await;
    assert!(!demo::has_demo_accounts(&app.backend).await.unwrap());
    demo::seed(&app.backend).await.unwrap();
    demo::seed(&app.backend).await.unwrap();
    assert!(demo::has_demo_accounts(&app.backend).await.unwrap());
    let expected = demo::accounts(&app.backend);
    let rows = account::Entity::find().all(&app.backend.db).await.unwrap();
    assert_eq!(rows.len(), expected.len());
    assert!(rows.iter().all(|row| row.demo && row.email.ends_with("@demo.example")));
    let roles = membership::Entity::find().all(&app.backend.db).await.unwrap();
    assert_eq!(roles.len(), expected.iter().filter(|account| account.role.is_some()).count());
    for name in ["referente.demo", "ufficio.upo", "ufficio.digspes", "preside.alternanza", "studente2.unimi"] {
        assert!(expected.iter().any(|account| account.user_name == name), "{name}");
        identity::log_in(&app.visitor().await, name, demo::PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn the_departments_office_is_of_its_department() {
    let app = App::start().await;
    let all = demo::accounts(&app.backend);
    let office = all.iter().find(|account| account.user_name == "ufficio.digspes").unwrap();
    assert_eq!((office.institution.as_str(), office.departments.as_slice()), ("upo", ["digspes".to_owned()].as_slice()));
    assert!(!all.iter().any(|account| account.user_name == "preside.upo"));
}

#[tokio::test]
async fn production_has_no_demo() {
    let app = App::start_with(Settings { mode: Mode::Production, ..settings() }, load_embedded().unwrap()).await;
    assert!(matches!(demo::seed(&app.backend).await, Err(BackendError::Denied)));
}
