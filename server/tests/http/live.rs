//! The stream of an institution: who hears of what, and when it ends.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use backend::history::{self, Audience, Happening};
use backend::{database, live};
use domain::access::Role;
use domain::ids::EventId;
use futures::StreamExt;
use http::{Method, StatusCode};
use uuid::Uuid;

use crate::client::Client;
use crate::support::TestApp;

/// Longer than any event of a sound server takes.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open stream, read event by event.
struct Stream {
    body: BodyDataStream,
    text: String,
}

#[derive(Debug, PartialEq, Eq)]
struct Told {
    event: String,
    id: String,
    data: String,
}

impl Stream {
    async fn open(client: &Client, path: &str, last: Option<&str>) -> Result<Self, StatusCode> {
        let mut request = client.request(Method::GET, path);
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = client.open(request.body(Body::empty()).unwrap()).await;
        if response.status() != StatusCode::OK {
            return Err(response.status());
        }
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        assert_eq!(response.headers()["cache-control"], "no-cache");
        Ok(Self { body: response.into_body().into_data_stream(), text: String::new() })
    }

    /// Opened and greeted.
    async fn greeted(client: &Client, path: &str) -> Self {
        let mut stream = Self::open(client, path, None).await.expect("a stream");
        assert_eq!(stream.next().await.expect("a greeting").event, "hello");
        stream
    }

    /// The next event; none at the end of the stream.
    async fn next(&mut self) -> Option<Told> {
        tokio::time::timeout(PATIENCE, self.read()).await.expect("an event in time")
    }

    async fn read(&mut self) -> Option<Told> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    let value = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
                    value.unwrap_or_default().trim().to_owned()
                };
                let told = Told { event: field("event"), id: field("id"), data: field("data") };
                self.text = rest.to_owned();
                if !told.event.is_empty() {
                    return Some(told);
                }
                continue;
            }
            let piece = self.body.next().await?.expect("a whole piece");
            self.text.push_str(std::str::from_utf8(&piece).expect("text"));
        }
    }
}

/// Something happens here, and this server is told. Answers the case and the event.
async fn happens(app: &TestApp, institution: &str, department: Option<&str>) -> (Uuid, EventId) {
    let happened = happens_elsewhere(app, institution, department).await;
    app.backend.live.wake();
    happened
}

/// The same, committed by somebody who wakes nobody.
async fn happens_elsewhere(app: &TestApp, institution: &str, department: Option<&str>) -> (Uuid, EventId) {
    let case_id = Uuid::now_v7();
    let tx = database::begin(&app.backend.db).await.unwrap();
    let happening = Happening {
        case_kind: "accreditation",
        case_id,
        action: "submit",
        actor: None,
        role: Role::System,
        from_state: None,
        to_state: Some("submitted"),
        version: 3,
        note: None,
        diff: None,
        audience: Audience {
            institution: Some(app.institution(institution)),
            department: department.map(str::to_owned),
            ..Audience::default()
        },
    };
    let event = history::append(&tx, app.backend.clock.now(), happening).await.unwrap();
    tx.commit().await.unwrap();
    (case_id, event)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_hears_of_a_change_with_its_version_and_nothing_more() {
    let app = TestApp::start().await;
    let mut stream = Stream::greeted(&app.as_account("ufficio.upo").await, "/upo/live").await;
    let (case, event) = happens(&app, "upo", None).await;
    let data = format!("{{\"id\":\"{case}\",\"kind\":\"accreditation\",\"version\":3}}");
    assert_eq!(stream.next().await, Some(Told { event: "change".into(), id: event.to_string(), data }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_nobody_announced_is_found_all_the_same() {
    let app = TestApp::start().await;
    let mut stream = Stream::greeted(&app.as_account("ufficio.upo").await, "/upo/live").await;
    happens_elsewhere(&app, "ecampus", None).await;
    let (_, event) = happens_elsewhere(&app, "upo", None).await;
    assert_eq!(stream.next().await.unwrap().id, event.to_string());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_department_hears_of_its_own() {
    let app = TestApp::start().await;
    let mut stream = Stream::greeted(&app.as_account("ufficio.digspes").await, "/upo/live").await;
    happens(&app, "upo", Some("disei")).await;
    let (_, own) = happens(&app, "upo", Some("digspes")).await;
    assert_eq!(stream.next().await.unwrap().id, own.to_string());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_comes_back_is_told_what_was_missed() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    let (_, known) = happens(&app, "upo", None).await;
    let (_, missed) = happens(&app, "upo", None).await;
    let mut by_header = Stream::open(&office, "/upo/live", Some(&known.to_string())).await.unwrap();
    assert_eq!(by_header.next().await.unwrap().event, "hello");
    assert_eq!(by_header.next().await.unwrap().id, missed.to_string());
    let mut by_query = Stream::open(&office, &format!("/upo/live?last={known}"), None).await.unwrap();
    by_query.next().await;
    assert_eq!(by_query.next().await.unwrap().id, missed.to_string());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_missed_too_much_begins_anew() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    let tx = database::begin(&app.backend.db).await.unwrap();
    for _ in 0..501 {
        let happening = Happening {
            case_kind: "accreditation",
            case_id: Uuid::now_v7(),
            action: "submit",
            actor: None,
            role: Role::System,
            from_state: None,
            to_state: None,
            version: 1,
            note: None,
            diff: None,
            audience: Audience { institution: Some(app.institution("upo")), ..Audience::default() },
        };
        history::append(&tx, app.backend.clock.now(), happening).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut stream = Stream::open(&office, "/upo/live", Some(&live::position().to_string())).await.unwrap();
    stream.next().await;
    assert_eq!(stream.next().await.unwrap().event, "resync");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_reads_too_slowly_begins_anew() {
    let app = TestApp::start().await;
    let mut stream = Stream::greeted(&app.as_account("ufficio.upo").await, "/upo/live").await;
    for version in 0..2000 {
        app.backend.live.tell(live::Change {
            event: live::position(),
            at: app.backend.clock.now(),
            case_kind: "accreditation".into(),
            case_id: Uuid::now_v7(),
            version,
            institution: Some(app.institution("upo")),
            department: None,
            organisation: None,
            account: None,
        });
    }
    assert_eq!(stream.next().await.unwrap().event, "resync");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn logging_out_ends_the_stream() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    let mut stream = Stream::greeted(&office, "/upo/live").await;
    office.post_form("identity/log_out", &[]).await;
    assert_eq!(stream.next().await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopping_the_server_ends_the_stream() {
    let app = TestApp::start().await;
    let mut stream = Stream::greeted(&app.as_account("ufficio.upo").await, "/upo/live").await;
    app.state.stop.cancel();
    assert_eq!(stream.next().await, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_is_for_those_who_are_signed_in_and_of_an_institution() {
    let app = TestApp::start().await;
    assert_eq!(Stream::open(&app.client(), "/upo/live", None).await.err(), Some(StatusCode::UNAUTHORIZED));
    let office = app.as_account("ufficio.upo").await;
    assert_eq!(Stream::open(&office, "/nowhere/live", None).await.err(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_has_six_streams() {
    let app = TestApp::start().await;
    let office = app.as_account("ufficio.upo").await;
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(Stream::greeted(&office, "/upo/live").await);
    }
    assert_eq!(Stream::open(&office, "/upo/live", None).await.err(), Some(StatusCode::TOO_MANY_REQUESTS));
    streams.pop();
    assert!(Stream::open(&office, "/upo/live", None).await.is_ok());
}
