//! The pages of the demo: accounts, mail, clock.

use std::time::Duration;

use backend::entity::outbox;
use backend::settings::Mode;
use http::StatusCode;
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::support::{TestApp, Wishes};

const PAGES: [&str; 3] = ["/demo", "/demo/posta", "/demo/orologio"];

async fn letter(app: &TestApp, to: &str, subject: &str) -> Uuid {
    let (id, now) = (Uuid::now_v7(), app.backend.clock.now());
    let row = outbox::ActiveModel {
        id: Set(id),
        deduplication_key: Set(id.to_string()),
        notice: Set("E01".to_owned()),
        language: Set("it".to_owned()),
        recipient: Set(to.to_owned()),
        account_id: Set(None),
        institution_id: Set(None),
        department: Set(None),
        case_kind: Set(None),
        case_id: Set(None),
        facts: Set("{}".to_owned()),
        message_id: Set(format!("<{id}@ponte.test>")),
        subject: Set(Some(subject.to_owned())),
        body_text: Set(Some("Apri http://ponte.test/verifica-email?n=1&m=2.\n<b>".to_owned())),
        body_html: Set(Some("<p style=\"color:red\">Ciao</p>".to_owned())),
        state: Set("sent".to_owned()),
        attempts: Set(1),
        next_attempt_at: Set(now),
        claimed_until: Set(None),
        sent_at: Set(Some(now)),
        last_error: Set(None),
        created_at: Set(now),
    };
    outbox::Entity::insert(row).exec_without_returning(&app.backend.db).await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demos_pages_are_whole_pages_in_both_languages() {
    let app = TestApp::start().await;
    for path in PAGES {
        let client = app.client();
        let page = client.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("<html lang=\"it\"") && page.body.contains("class=\"skip\" href=\"#main\""), "{path}");
        assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
        assert!(!page.body.contains("<script"), "{path}");
        client.set_cookie("lingua", "en");
        assert!(client.get(path).await.body.contains("<html lang=\"en\""), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn production_has_no_demo_pages() {
    let wishes = Wishes { mode: Mode::Production, external_url: "https://ponte.test".into(), ..Wishes::default() };
    let app = TestApp::start_with(wishes).await;
    for path in PAGES {
        assert_eq!(app.client().get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let moved = app.client().post_plain("/demo/orologio", &[("number", "1"), ("unit", "days")], "/").await;
    assert_eq!(moved.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_is_listed_newest_first_and_found_by_recipient() {
    let app = TestApp::start().await;
    letter(&app, "ada@example.org", "Prima").await;
    letter(&app, "bice@example.org", "Seconda").await;
    letter(&app, "ada@example.org", "Terza <b>").await;
    let all = app.client().get("/demo/posta").await.body;
    let place = |text: &str| all.find(text).unwrap_or_else(|| panic!("{text} in {all}"));
    assert!(place("Terza &lt;b&gt;") < place("Seconda") && place("Seconda") < place("Prima"));
    let hers = app.client().get("/demo/posta?a=BICE").await.body;
    assert!(hers.contains("Seconda") && !hers.contains("Prima"));
    assert!(app.client().get("/demo/posta?a=nobody").await.body.contains("Nessun messaggio per nobody."));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_is_text_with_links_and_its_html_cannot_run() {
    let app = TestApp::start().await;
    let id = letter(&app, "ada@example.org", "Oggetto").await;
    let page = app.client().get(&format!("/demo/posta/{id}")).await;
    let link = "<a href=\"http://ponte.test/verifica-email?n=1&amp;m=2\">";
    assert!(page.body.contains("<pre>") && page.body.contains(link) && page.body.contains("&lt;b&gt;"), "{}", page.body);
    let html = app.client().get(&format!("/demo/posta/{id}/html")).await;
    assert_eq!(html.body, "<p style=\"color:red\">Ciao</p>");
    assert!(html.header("content-security-policy").starts_with("default-src 'none'; style-src 'unsafe-inline'"));
    for unknown in [Uuid::now_v7().to_string(), "x".to_owned()] {
        assert_eq!(app.client().get(&format!("/demo/posta/{unknown}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_clock_moves_forward_with_or_without_sessions() {
    let app = TestApp::start().await;
    let (now, session_now) = (app.backend.clock.now(), app.backend.clock.session_now());
    let pairs = [("number", "3"), ("unit", "days")];
    let reply = app.client().post_plain("/demo/orologio", &pairs, "/demo/orologio").await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/demo/orologio"));
    let moved = |later: chrono::DateTime<chrono::Utc>, earlier: chrono::DateTime<chrono::Utc>| {
        (later - earlier).to_std().unwrap_or_default()
    };
    assert!(moved(app.backend.clock.now(), now) >= Duration::from_secs(3 * 86_400));
    assert!(moved(app.backend.clock.session_now(), session_now) < Duration::from_secs(3600));
    let both = [("number", "2"), ("unit", "hours"), ("sessions", "true")];
    app.client().post_plain("/demo/orologio", &both, "/demo/orologio").await;
    assert!(moved(app.backend.clock.session_now(), session_now) >= Duration::from_secs(7200));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_clock_takes_whole_numbers_only() {
    let app = TestApp::start().await;
    let now = app.backend.clock.now();
    for (number, unit) in [("-1", "days"), ("x", "days"), ("", "hours"), ("10001", "minutes"), ("1", "years")] {
        let reply = app.client().post_plain("/demo/orologio", &[("number", number), ("unit", unit)], "/demo").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {unit}");
        assert!(reply.body.contains("role=\"alert\""));
    }
    assert!(app.backend.clock.now() - now < chrono::Duration::minutes(5));
}
