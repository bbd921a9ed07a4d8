//! Files: what is kept, what is refused and how it is told, who gets them.

use backend::entity::file;
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::client::Client;
use crate::hosts::{Host, Registered, register};
use crate::support::TestApp;

/// A PNG of one grey pixel, with a remark in it.
pub const PICTURE: &[u8] = include_bytes!("../fixtures/pixel.png");
/// What the remark says.
const REMARK: &[u8] = b"photographed at home";

const UPLOAD: &str = "/upo/carica/logo";

/// Sends a logo for a host: the key under which it is given out.
pub async fn with_logo(app: &TestApp, contact: &Client, organisation: Uuid) -> Uuid {
    let reply = contact.send_file(UPLOAD, "logo", PICTURE).await;
    assert_eq!(reply.location(), "/upo/area?logo=salvato#logo", "{} {}", reply.status, reply.body);
    let of_host = file::Entity::find().filter(file::Column::OrganisationId.eq(organisation));
    of_host.order_by_desc(file::Column::Id).one(&app.backend.db).await.unwrap().expect("a logo").id
}

async fn accredited(app: &TestApp, number: u32) -> Registered {
    let registered = register(app, "upo", Host::numbered(number)).await;
    let id = registered.request.id.to_string();
    let pairs = [("institution", "upo"), ("id", &id), ("decision[version]", "1"), ("decision[event]", "approve")];
    let reply = app.as_account("ufficio.upo").await.post_form("office/decide", &pairs).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
    registered
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_logo_is_drawn_anew_and_shown_until_it_is_taken_away() {
    let app = TestApp::start().await;
    let host = accredited(&app, 720_001).await;
    assert!(PICTURE.windows(REMARK.len()).any(|bytes| bytes == REMARK));
    let first = with_logo(&app, &host.client, host.request.organisation_id).await;
    let address = format!("/upo/documenti/{first}");
    assert!(host.client.get("/upo/area?logo=salvato").await.body.contains(&format!("src=\"{address}\"")));
    let request = host.client.request(http::Method::GET, &address).body(axum::body::Body::empty()).unwrap();
    let answer = host.client.open(request).await;
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.headers()["cache-control"], "private, no-cache");
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    assert!(bytes.starts_with(b"\x89PNG") && !bytes.windows(REMARK.len()).any(|bytes| bytes == REMARK));
    let second = with_logo(&app, &host.client, host.request.organisation_id).await;
    assert_eq!(host.client.get(&address).await.status, StatusCode::NOT_FOUND);
    let removed = host.client.send_file(UPLOAD, "intent", b"remove").await;
    assert_eq!(removed.location(), "/upo/area?logo=tolto#logo");
    assert_eq!(host.client.get(&format!("/upo/documenti/{second}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(file::Entity::find().count(&app.backend.db).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_picture_or_too_large_is_told_at_its_field_and_the_logo_stays() {
    let app = TestApp::start().await;
    let host = accredited(&app, 720_002).await;
    with_logo(&app, &host.client, host.request.organisation_id).await;
    let large = [PICTURE, &vec![0; 1024 * 1024]].concat();
    let cut = &PICTURE[..PICTURE.len() / 2];
    let wrong: [(&[u8], &str); 6] = [
        (b"%PDF-1.7 a document", "tipo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "tipo"),
        (b"GIF89a", "tipo"),
        (cut, "tipo"),
        (&large, "grande"),
        (b"", "manca"),
    ];
    for (bytes, word) in wrong {
        let reply = host.client.send_file(UPLOAD, "logo", bytes).await;
        assert_eq!(reply.location(), format!("/upo/area?logo={word}#logo"), "{} {}", reply.status, reply.body);
        let page = host.client.get(&format!("/upo/area?logo={word}")).await.body;
        assert!(page.contains("id=\"logo-file-e\"") && page.contains("aria-invalid=\"true\""), "{word}");
    }
    assert_eq!(file::Entity::find().count(&app.backend.db).await.unwrap(), 1);
    let huge = host.client.send_file(UPLOAD, "logo", &vec![0; 33 * 1024 * 1024]).await;
    assert_eq!(huge.status, StatusCode::BAD_REQUEST);
    assert!(huge.body.contains("<h1"), "a page says what happened");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_not_there_for_an_institution_its_host_never_asked() {
    let app = TestApp::start().await;
    let host = accredited(&app, 720_003).await;
    let id = with_logo(&app, &host.client, host.request.organisation_id).await;
    assert_eq!(app.as_account("ufficio.upo").await.get(&format!("/upo/documenti/{id}")).await.status, StatusCode::OK);
    let elsewhere = app.as_account("ufficio.ecampus").await.get(&format!("/ecampus/documenti/{id}")).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    let other = accredited(&app, 720_004).await;
    assert_eq!(other.client.get(&format!("/upo/documenti/{id}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_a_host_is_accredited_it_keeps_no_logo() {
    let app = TestApp::start().await;
    let host = register(&app, "upo", Host::numbered(720_005)).await;
    let reply = host.client.send_file(UPLOAD, "logo", PICTURE).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_eq!(file::Entity::find().count(&app.backend.db).await.unwrap(), 0);
}
