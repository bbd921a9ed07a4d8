//! What went wrong, as the asker reads it.

use app::error::AppError;
use http::StatusCode;
use leptos::prelude::*;

use crate::support::{TestApp, Wishes};

/// Registered in this program only, to fail in the middle of an answer.
#[server(prefix = "/api", endpoint = "test/panic")]
async fn panic_now() -> Result<(), AppError> {
    panic!("on purpose")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_address_has_a_page_in_the_frame() {
    let app = TestApp::start().await;
    for path in ["/nowhere", "/upo/nowhere", "/nowhere/ufficio", "/upo/ufficio/nowhere/x", "/metrics"] {
        let client = app.as_account("admin.upo").await;
        let reply = client.get(path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(reply.body.matches("<h1").count(), 1, "{path}");
        assert!(reply.body.contains("Pagina non trovata") && reply.body.contains("href=\"/\""), "{path}: {}", reply.body);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_with_a_slash_too_many_leads_to_the_right_one() {
    let app = TestApp::start().await;
    let reply = app.client().get("/upo/?x=1").await;
    assert_eq!((reply.status, reply.location()), (StatusCode::PERMANENT_REDIRECT, "/upo?x=1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_function_is_not_found() {
    let app = TestApp::start().await;
    let reply = app.client().post_form("nothing/here", &[]).await;
    assert_eq!((reply.status, reply.json()), (StatusCode::NOT_FOUND, AppError::NotFound));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_is_our_fault_and_has_a_code() {
    let app = TestApp::start().await;
    let reply = app.client().post_form("test/panic", &[]).await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    let AppError::Internal(code) = reply.json() else { panic!("{}", reply.body) };
    assert!(code.0.starts_with("E-") && code.0.len() == 7, "{code}");
    assert!(!reply.body.contains("on purpose"));
    let page = app.client().post_plain("/api/test/panic", &[], "/upo").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.body.contains("<h1") && page.body.contains("E-") && !page.body.contains("on purpose"), "{}", page.body);
    assert!(app.state.metrics.text(&[]).contains("ponte_panics_total 2"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_says_whether_it_lives_and_works() {
    let app = TestApp::start().await;
    let client = app.client();
    assert_eq!(client.get("/healthz").await.body, "ok");
    assert_eq!(client.get("/readyz").await.body, "ready");
    app.state.stop.cancel();
    assert_eq!(client.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(client.get("/healthz").await.status, StatusCode::OK);
}

/// One file of data, and nothing else.
const SIXTH: &str = r##"
slug = "sesta"
extends = "upo"
name = "Sesta Università"
short_name = "Sesta"
tax_code = "91000138882"
address = "Via del Fiume 2, 28100 Novara"
sender = "stage@sesta.example"
tint = "#2b3f8f"
helpdesk.email = "aiuto@sesta.example"
"##;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sixth_profile_has_a_door_without_a_change_of_code() {
    let app = TestApp::start_with(Wishes { profiles: vec![SIXTH.to_owned()], ..Wishes::default() }).await;
    let reply = app.client().get("/sesta").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.body.contains("Sesta Università"));
}
