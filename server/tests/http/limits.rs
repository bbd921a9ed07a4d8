//! How much, how often, and from where.

use std::num::NonZeroU32;

use app::error::AppError;
use axum::body::Body;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, ORIGIN};
use http::{Method, StatusCode};
use server::Quotas;

use crate::support::{TestApp, Wishes};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_over_64_kib_is_refused() {
    let app = TestApp::start().await;
    let client = app.client();
    let long = "a".repeat(65 * 1024);
    let reply = client.post_form("identity/log_in", &[("login", &long)]).await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(reply.json::<AppError>(), AppError::Transport);
    let page = client.post_plain("/api/identity/log_in", &[("login", &long)], "/accedi").await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.body.contains("<h1"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_hides_its_length_is_not_read_to_its_end() {
    let app = TestApp::start().await;
    let client = app.client();
    let pieces = (0..200).map(|_| Ok::<_, std::io::Error>(vec![b'a'; 1024]));
    let body = Body::from_stream(futures::stream::iter(pieces));
    let request = client.request(Method::POST, "/api/identity/log_in").header(CONTENT_TYPE, FORM);
    let reply = client.send(request.header(ACCEPT, "application/json").body(body).unwrap()).await;
    assert!(reply.status.is_client_error(), "{}", reply.status);
    assert!(!reply.headers.contains_key(CONTENT_LENGTH) || !reply.body.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_from_another_site_is_refused() {
    let app = TestApp::start().await;
    let client = app.client();
    for (name, value) in [("sec-fetch-site", "cross-site"), (ORIGIN.as_str(), "https://evil.example")] {
        let request = client.request(Method::POST, "/lingua").header(CONTENT_TYPE, FORM).header(name, value);
        let reply = client.send(request.body(Body::from("lingua=en")).unwrap()).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{name}");
        assert!(reply.body.contains("<h1") && client.cookie("lingua").is_none(), "{name}");
    }
    let same = client.post_plain("/lingua", &[("lingua", "en")], "/upo").await;
    assert_eq!((same.status, same.location()), (StatusCode::SEE_OTHER, "/upo"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_fourth_try_within_a_minute_is_too_many() {
    let three = NonZeroU32::new(3).unwrap();
    let wishes = Wishes { quotas: Some(Quotas { tight: three, wide: three }), ..Wishes::default() };
    let app = TestApp::start_with(wishes).await;
    let client = app.client();
    for _ in 0..3 {
        let reply = client.post_form("identity/log_in", &[("login", "nobody"), ("password", "x")]).await;
        assert_ne!(reply.json::<AppError>(), AppError::TooMany { seconds: 20 });
    }
    let reply = client.post_form("identity/log_in", &[("login", "nobody"), ("password", "x")]).await;
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
    let AppError::TooMany { seconds } = reply.json() else { panic!("{}", reply.body) };
    assert!((1..=21).contains(&seconds), "{seconds}");
    assert_eq!(reply.header("retry-after"), seconds.to_string());
    // Pages are not counted, and a form gets a page.
    assert_eq!(client.get("/accedi").await.status, StatusCode::OK);
    let page = client.post_plain("/api/identity/log_in", &[], "/accedi").await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.body.contains("<h1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_counted_apart_behind_a_known_proxy_only() {
    let one = NonZeroU32::MIN;
    let quotas = Some(Quotas { tight: one, wide: one });
    let trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    let app = TestApp::start_with(Wishes { quotas, trusted_proxies, ..Wishes::default() }).await;
    let from = async |app: &TestApp, address: &str| {
        let client = app.client();
        let request = client.request(Method::POST, "/api/identity/log_in").header(CONTENT_TYPE, FORM);
        let request = request.header("x-forwarded-for", address).header(ACCEPT, "application/json");
        client.send(request.body(Body::empty()).unwrap()).await.status
    };
    assert_ne!(from(&app, "203.0.113.1").await, StatusCode::TOO_MANY_REQUESTS);
    assert_ne!(from(&app, "203.0.113.2").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(from(&app, "203.0.113.1").await, StatusCode::TOO_MANY_REQUESTS);
    let unknown = TestApp::start_with(Wishes { quotas, ..Wishes::default() }).await;
    assert_ne!(from(&unknown, "203.0.113.1").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(from(&unknown, "203.0.113.2").await, StatusCode::TOO_MANY_REQUESTS);
}
