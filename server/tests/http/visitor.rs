//! Cookies, languages, and who gets where.

use std::time::Duration;

use backend::entity::session;
use backend::settings::Mode;
use http::Method;
use http::StatusCode;
use http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use sea_orm::EntityTrait;

use crate::client::Reply;
use crate::support::{PASSWORD, TestApp, Wishes};

fn cookies(reply: &Reply) -> Vec<&str> {
    reply.headers.get_all(SET_COOKIE).into_iter().filter_map(|value| value.to_str().ok()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_session_cookie_is_kept_from_scripts_and_other_sites() {
    let app = TestApp::start().await;
    app.account("ada").await;
    let reply = app.client().post_form("identity/log_in", &[("login", "ada"), ("password", PASSWORD)]).await;
    let cookie = cookies(&reply)[0].to_owned();
    assert!(cookie.starts_with("ponte=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_cookies_are_secure_and_bound_to_the_host() {
    let wishes = Wishes { mode: Mode::Production, external_url: "https://ponte.test".into(), ..Wishes::default() };
    let app = TestApp::start_with(wishes).await;
    app.account("ada").await;
    let client = app.client();
    let reply = client.post_form("identity/log_in", &[("login", "ada"), ("password", PASSWORD)]).await;
    let cookie = cookies(&reply)[0].to_owned();
    assert!(cookie.starts_with("__Host-ponte=") && cookie.ends_with("HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    assert_eq!(client.get("/account").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_are_italian_until_another_language_is_chosen_for_a_year() {
    let app = TestApp::start().await;
    let client = app.client();
    let request = client.request(Method::GET, "/").header(ACCEPT_LANGUAGE, "en-GB,en;q=0.8");
    let page = client.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert!(page.body.contains("<html lang=\"it\""), "{}", page.body);
    let reply = client.post_plain("/lingua", &[("lingua", "en")], "/upo?x=1").await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/upo?x=1"));
    assert_eq!(cookies(&reply), ["lingua=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"]);
    assert!(client.get("/").await.body.contains("<html lang=\"en\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_language_changes_nothing() {
    let app = TestApp::start().await;
    let reply = app.client().post_plain("/lingua", &[("lingua", "xx")], "/upo").await;
    assert_eq!((reply.status, cookies(&reply).len()), (StatusCode::SEE_OTHER, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_renew_a_session_and_what_they_ask_by_themselves_does_not() {
    let app = TestApp::start().await;
    let client = app.as_account("ufficio.upo").await;
    let expiry = async || session::Entity::find().one(&app.backend.db).await.unwrap().unwrap().expires_at;
    let at_first = expiry().await;
    app.advance_all(Duration::from_secs(120));
    client.read("identity/me", &[]).await;
    assert_eq!(expiry().await, at_first);
    client.get("/upo/ufficio/accreditamenti").await;
    assert!(expiry().await > at_first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_somebodys_send_to_the_log_in_and_back() {
    let app = TestApp::start().await;
    for path in ["/upo/area", "/upo/ufficio/accreditamenti", "/upo/ufficio", "/account", "/profili", "/upo/area/azienda"] {
        let reply = app.client().get(path).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, format!("/accedi?poi={path}").as_str()));
        assert_eq!(reply.body, "", "{path}");
    }
    let reply = app.client().get("/upo/ufficio/accreditamenti?state=all&q=a").await;
    assert_eq!(reply.location(), "/accedi?poi=/upo/ufficio/accreditamenti%3Fstate%3Dall%26q%3Da");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_of_one_institution_has_no_pages_at_another() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    assert_eq!(office.get("/upo/ufficio/accreditamenti").await.status, StatusCode::OK);
    assert_eq!(office.get("/ecampus/ufficio/accreditamenti").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_without_an_office_is_told_so() {
    let app = TestApp::start().await;
    let student = app.as_account("studente.upo").await;
    let reply = student.get("/upo/ufficio/accreditamenti").await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(reply.body.contains("Pagina non aperta al tuo profilo"), "{}", reply.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn logging_out_takes_the_cookie_away() {
    let app = TestApp::start().await;
    let client = app.as_account("ufficio.upo").await;
    let reply = client.post_form("identity/log_out", &[]).await;
    assert!(cookies(&reply).iter().any(|cookie| cookie.starts_with("ponte=;") && cookie.contains("Max-Age=0")));
    assert_eq!(client.get("/account").await.status, StatusCode::SEE_OTHER);
}
