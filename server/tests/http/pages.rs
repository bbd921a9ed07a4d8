//! Every address by every role: status, title, one `h1`.

use domain::access::Role;
use domain::ids::OrganisationId;
use http::StatusCode;
use uuid::Uuid;

use crate::client::{Client, Reply};
use crate::support::TestApp;

/// Who asks, in the order of the columns below.
async fn askers(app: &TestApp) -> Vec<(&'static str, Client)> {
    app.account("newcomer").await;
    let contact = app.account("contact").await;
    app.membership(contact, Role::Contact, None, Some(OrganisationId(Uuid::now_v7())), "").await;
    vec![
        ("nobody", app.client()),
        ("newcomer", app.logged_in("newcomer").await),
        ("contact", app.logged_in("contact").await),
        ("office here", app.as_account("ufficio.upo").await),
        ("office of a department here", app.as_account("ufficio.digspes").await),
        ("admin here", app.as_account("admin.upo").await),
        ("office elsewhere", app.as_account("ufficio.ecampus").await),
        ("trainee here", app.as_account("studente.upo").await),
        ("principal elsewhere", app.as_account("preside.alternanza").await),
    ]
}

const OPEN: [u16; 9] = [200; 9];
const OWN: [u16; 9] = [303, 200, 200, 200, 200, 200, 200, 200, 200];
const STAFF: [u16; 9] = [303, 403, 403, 200, 200, 200, 404, 403, 403];

/// Those of a host that is accredited here: nobody below works for one.
const HOST: [u16; 9] = [303, 403, 404, 404, 404, 404, 404, 403, 403];
const SEATS: [u16; 9] = [303, 403, 404, 404, 404, 404, 404, 403, 404];

const TABLE: [(&str, [u16; 9]); 29] = [
    ("/", OPEN),
    ("/upo", OPEN),
    ("/upo/digspes", OPEN),
    ("/ecampus", OPEN),
    ("/unimi", OPEN),
    ("/alternanza", OPEN),
    ("/upo/accreditamento", OPEN),
    ("/upo/accreditamento/nazione", OPEN),
    ("/ecampus/accreditamento/nazione", OPEN),
    ("/accedi", OPEN),
    ("/verifica-email", OPEN),
    ("/recupera-password", OPEN),
    ("/recupera-utente", OPEN),
    ("/esci", OPEN),
    ("/uso-del-portale", OPEN),
    ("/privacy", OPEN),
    ("/note-legali", OPEN),
    ("/accessibilita", OPEN),
    ("/account", OWN),
    ("/profili", OWN),
    ("/upo/area/contatti", HOST),
    ("/upo/area/contatti/nuovo", HOST),
    ("/upo/area/sedi", SEATS),
    ("/upo/area/azienda", SEATS),
    ("/upo/area/convenzioni", SEATS),
    ("/upo/area/convenzioni/nuova", SEATS),
    ("/upo/ufficio/convenzioni", STAFF),
    ("/upo/ufficio/accreditamenti", STAFF),
    ("/upo/ufficio/accreditamenti?state=all&sort=-host&size=50&q=x", STAFF),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_answers_each_role_as_the_table_says() {
    let app = TestApp::start().await;
    let askers = askers(&app).await;
    for (path, expected) in TABLE {
        for ((who, client), status) in askers.iter().zip(expected) {
            let reply = client.get(path).await;
            assert_eq!(reply.status.as_u16(), status, "{path} for {who}: {}", reply.body);
            if reply.status != StatusCode::SEE_OTHER {
                is_whole(path, who, &reply);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_whole_in_english_too() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    office.set_cookie("lingua", "en");
    for (path, _) in TABLE {
        let reply = office.get(path).await;
        is_whole(path, "office in English", &reply);
        assert!(reply.body.contains("<html lang=\"en\""), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_host_area_is_for_those_who_are_signed_in() {
    let app = TestApp::start().await;
    for (who, client) in askers(&app).await {
        let reply = client.get("/upo/area").await;
        if who == "nobody" {
            assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/accedi?poi=/upo/area"));
        } else {
            assert!(!reply.status.is_server_error(), "{who}: {}", reply.body);
            is_whole("/upo/area", who, &reply);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_somebody_elses_or_nothing_looks_the_same() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    for path in [format!("/upo/ufficio/accreditamenti/{}", Uuid::now_v7()), "/upo/ufficio/accreditamenti/x".to_owned()] {
        let reply = office.get(&path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        is_whole(&path, "office", &reply);
    }
}

/// A page has a title of its own, one heading of the first rank, one main part and a way to it.
fn is_whole(path: &str, who: &str, reply: &Reply) {
    let body = &reply.body;
    let title = body.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map(|(title, _)| title);
    assert!(
        title.is_some_and(|title| title.ends_with(" – Ponte") && title.len() > " – Ponte".len()),
        "{path} for {who}: {title:?}"
    );
    assert_eq!(body.matches("<h1").count(), 1, "{path} for {who}: {body}");
    assert_eq!(body.matches("<main id=\"main\"").count(), 1, "{path} for {who}");
    assert!(body.contains("href=\"#main\""), "{path} for {who}");
}
