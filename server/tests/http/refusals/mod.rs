//! Every server function and plain route, called by everybody: refused ones change nothing, allowed ones work.
//!
//! What is expected comes from the permission matrix, kept as a fixture beside the rules' own tests, not from the table
//! that the code uses. A route without a row here fails the first test.

mod arguments;
mod askers;
mod before;
mod fingerprint;
mod matrix;
mod rows;
mod subject;

use std::collections::BTreeSet;
use std::sync::Arc;

use http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;

use crate::client::Client;
use crate::support::{Change, TestApp, Wishes};
use askers::{ASKERS, Asker};
use fingerprint::fingerprint;
use rows::{ROWS, Row, Whose};
use subject::{Needs, Subject};

/// Functions that only this program has.
const OURS: [&str; 1] = ["/api/test/panic"];

#[test]
fn b01_every_server_function_has_a_row() {
    let there: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let rows: BTreeSet<String> = ROWS.iter().filter_map(|row| row.function).map(|name| format!("/api/{name}")).collect();
    let without: Vec<&String> = there.iter().filter(|path| !rows.contains(*path) && !OURS.contains(&path.as_str())).collect();
    assert_eq!(without, Vec::<&String>::new(), "no row for");
    let gone: Vec<&String> = rows.iter().filter(|path| !there.contains(*path)).collect();
    assert_eq!(gone, Vec::<&String>::new(), "no function for");
}

#[tokio::test]
async fn b01_every_plain_route_and_page_has_a_row() {
    let there = server::addresses(true);
    let without: Vec<&String> = there.iter().filter(|route| !ROWS.iter().any(|row| row.is_of(route, &there))).collect();
    assert_eq!(without, Vec::<&String>::new(), "no row for");
    let paths = ROWS.iter().filter(|row| row.path.is_some());
    let gone: Vec<&str> = paths.filter(|row| !there.iter().any(|route| row.is_of(route, &there))).map(Row::name).collect();
    assert_eq!(gone, Vec::<&str>::new(), "no route for");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b01_whoever_may_not_is_refused_and_nothing_happens() {
    let apps = Apps::start().await;
    let mut wrong = Vec::new();
    for row in ROWS {
        let (app, subject) = apps.of(row).await;
        let mut refused: Vec<(Asker, Client)> = Vec::new();
        for asker in ASKERS.iter().filter(|asker| !matrix::allows(row, **asker)) {
            refused.push((*asker, subject.browser_of(app, *asker).await));
        }
        let before = fingerprint(app).await;
        for (asker, client) in refused {
            let reply = row.call(&client, &subject, &(row.pairs)(&subject)).await;
            let expected: &[StatusCode] = match asker {
                Asker::Nobody if row.path.is_some() => &[StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED],
                Asker::Nobody => &[StatusCode::UNAUTHORIZED],
                // They may in general: here a rule of the profile is against it.
                _ if row.whose == Whose::Staff && asker.reaches() => &[StatusCode::CONFLICT, StatusCode::FORBIDDEN],
                _ => &[StatusCode::FORBIDDEN, StatusCode::NOT_FOUND],
            };
            if !expected.contains(&reply.status) {
                wrong.push(format!("{} by {asker:?}: {} {}", row.name(), reply.status, reply.body));
            }
        }
        if fingerprint(app).await != before {
            wrong.push(format!("{}: a refusal had an effect", row.name()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b01_whoever_may_is_served() {
    let apps = Apps::start().await;
    let mut wrong = Vec::new();
    for row in ROWS {
        for asker in ASKERS.iter().filter(|asker| matrix::allows(row, **asker)) {
            let (app, subject) = apps.of(row).await;
            let client = match row.before.wants_new_browser() {
                true => subject.new_browser_of(app, *asker).await,
                false => subject.browser_of(app, *asker).await,
            };
            let pairs = row.before.done(app, &client).await.unwrap_or_else(|| (row.pairs)(&subject));
            let reply = row.call(&client, &subject, &pairs).await;
            let led_on = reply.status.is_redirection() && !reply.location().starts_with("/accedi");
            if !reply.status.is_success() && !led_on {
                wrong.push(format!("{} by {asker:?}: {} {}", row.name(), reply.status, reply.body));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The server as it is shipped, and one where the office admits whoever enters a host.
struct Apps {
    shipped: TestApp,
    office_admits: TestApp,
    shared: Arc<Subject>,
}

impl Apps {
    async fn start() -> Self {
        // Every browser has its own address, or the limits of one address would answer for all.
        let trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        let shipped = TestApp::start_with(Wishes { trusted_proxies: trusted_proxies.clone(), ..Wishes::default() }).await;
        let instead: Vec<Change> = vec![("upo", admitted_by_the_office)];
        let office_admits = TestApp::start_with(Wishes { instead, trusted_proxies, ..Wishes::default() }).await;
        let shared = Arc::new(Subject::make(&shipped, Needs::Anything).await);
        Self { shipped, office_admits, shared }
    }

    /// The one everybody may look at, or a new one that the call may change.
    async fn of(&self, row: &Row) -> (&TestApp, Arc<Subject>) {
        match row.needs {
            Needs::Anything => (&self.shipped, Arc::clone(&self.shared)),
            Needs::NewcomerOfOffice => {
                (&self.office_admits, Arc::new(Subject::make(&self.office_admits, Needs::NewcomerOfOffice).await))
            }
            needs => (&self.shipped, Arc::new(Subject::make(&self.shipped, needs).await)),
        }
    }
}

fn admitted_by_the_office(profile: &str) -> String {
    profile.replace("[accreditation]\n", "[accreditation]\njoin_admits = \"office\"\n")
}
