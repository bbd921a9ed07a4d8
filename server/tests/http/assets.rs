//! What the browser loads beside the pages.

use std::fs;

use http::header::ACCEPT_ENCODING;
use http::{Method, StatusCode};
use server::{AppState, Site};

use crate::client::{Client, Reply};
use crate::support::TestApp;

/// A server with a site of two files.
async fn with_files(app: &TestApp) -> Client {
    let folder = tempfile::tempdir().unwrap();
    let assets = folder.path().join("assets");
    fs::create_dir(&assets).unwrap();
    fs::write(assets.join("app.1f.js"), "let whole").unwrap();
    fs::write(assets.join("app.1f.js.br"), "compressed").unwrap();
    fs::write(assets.join("app.1f.wasm"), "module").unwrap();
    let manifest =
        r#"{"js":"/assets/app.1f.js","wasm":"/assets/app.1f.wasm","css":"/assets/style.css","fonts":["/assets/a.woff2"]}"#;
    fs::write(folder.path().join("manifest.json"), manifest).unwrap();
    let site = Site::read(folder.path(), &app.backend.profiles).unwrap();
    Client::new(server::router(AppState::new(app.backend.clone(), site)))
}

async fn load(client: &Client, path: &str, encoding: &str) -> Reply {
    let request = client.request(Method::GET, path).header(ACCEPT_ENCODING, encoding);
    client.send(request.body(axum::body::Body::empty()).unwrap()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_served_compressed_to_those_who_can_read_it() {
    let app = TestApp::start().await;
    let client = with_files(&app).await;
    let small = load(&client, "/assets/app.1f.js", "gzip, deflate, br").await;
    assert_eq!((small.body.as_str(), small.header("content-encoding")), ("compressed", "br"));
    for unable in ["gzip", "br;q=0", ""] {
        let whole = load(&client, "/assets/app.1f.js", unable).await;
        assert_eq!((whole.body.as_str(), whole.header("content-encoding")), ("let whole", ""), "{unable}");
        assert_eq!(whole.header("vary"), "accept-encoding");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_kept_for_ever_and_are_what_they_say() {
    let app = TestApp::start().await;
    let client = with_files(&app).await;
    for (path, content_type) in
        [("/assets/app.1f.js", "text/javascript; charset=utf-8"), ("/assets/app.1f.wasm", "application/wasm")]
    {
        let reply = load(&client, path, "br").await;
        assert_eq!(reply.header("content-type"), content_type);
        assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_else_is_served() {
    let app = TestApp::start().await;
    let client = with_files(&app).await;
    for path in ["/assets/none.js", "/assets/app.1f.js.br", "/assets/..%2fmanifest.json", "/assets/manifest.json"] {
        assert_eq!(load(&client, path, "br").await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_name_the_files_of_the_manifest() {
    let app = TestApp::start().await;
    let client = with_files(&app).await;
    let page = client.get("/accedi").await.body;
    for file in ["/assets/app.1f.js", "/assets/app.1f.wasm", "/assets/style.css", "/assets/a.woff2", "/assets/tint."] {
        assert!(page.contains(file), "{file}");
    }
    assert!(!client.get("/upo").await.body.contains("app.1f"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_institution_has_its_colours_in_one_sheet() {
    let app = TestApp::start().await;
    let page = app.client().get("/").await.body;
    let start = page.find("/assets/tint.").expect("a sheet of colours");
    let address = page[start..].split('"').next().unwrap();
    let sheet = app.client().get(address).await;
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    for profile in app.backend.profiles.institutions() {
        let rule = format!("[data-inst=\"{}\"]{{--tint:{};", profile.slug(), profile.identity.tint);
        assert!(sheet.body.contains(&rule), "{rule} in {}", sheet.body);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_site_that_was_not_built_is_named() {
    let app = TestApp::start().await;
    let error = Site::read(std::path::Path::new("/nowhere"), &app.backend.profiles).unwrap_err().to_string();
    assert!(error.contains("/nowhere/manifest.json") && error.contains("cargo xtask run"), "{error}");
}
