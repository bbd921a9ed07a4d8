//! What the browser is told it must not do.

use backend::settings::Mode;

use crate::support::{TestApp, Wishes};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_fixed_headers() {
    let app = TestApp::start().await;
    for path in ["/", "/accedi", "/nowhere", "/api/nothing/here", "/healthz"] {
        let reply = app.client().get(path).await;
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert!(reply.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        assert!(!reply.header("x-request-id").is_empty(), "{path}");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(reply.header("strict-transport-security"), "", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_policy_of_a_page_is_the_strict_one_and_its_nonce_is_on_every_script() {
    let app = TestApp::start().await;
    let reply = app.client().get("/accedi").await;
    let policy = reply.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert_eq!(
        policy,
        format!(
            "default-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
        )
    );
    let scripts: Vec<&str> = reply.body.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
    assert!(!scripts.is_empty());
    assert!(scripts.iter().all(|script| script.contains(&format!("nonce=\"{nonce}\""))), "{scripts:?}");
    assert!(!reply.body.contains(" style=") && !reply.body.contains(" onclick="));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_answers_never_share_nonce_or_name() {
    let app = TestApp::start().await;
    let (one, other) = (app.client().get("/accedi").await, app.client().get("/accedi").await);
    assert_ne!(one.header("content-security-policy"), other.header("content-security-policy"));
    assert_ne!(one.header("x-request-id"), other.header("x-request-id"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_links_load_no_scripts() {
    let app = TestApp::start().await;
    for path in ["/", "/upo", "/privacy", "/nowhere"] {
        let reply = app.client().get(path).await;
        assert!(reply.body.contains("<h1") && !reply.body.contains("<script"), "{path}: {}", reply.body);
        assert!(reply.header("content-security-policy").contains("script-src 'nonce-"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_asks_for_https_for_a_year() {
    let wishes = Wishes { mode: Mode::Production, external_url: "https://ponte.example".into(), ..Wishes::default() };
    let app = TestApp::start_with(wishes).await;
    assert_eq!(app.client().get("/").await.header("strict-transport-security"), "max-age=31536000");
}
