//! Every server function and plain route, called by everybody: refused ones change nothing, allowed ones work.
//!
//! What is expected comes from the permission matrix, kept as a fixture beside the rules' own tests, not from the table
//! that the code uses. A route without a row here fails the first test.

mod askers;
mod matrix;
mod rows;
mod subject;

use std::collections::BTreeSet;
use std::sync::Arc;

use http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;

use crate::support::TestApp;
use askers::{ASKERS, Asker};
use rows::{ROWS, Row};
use subject::{Needs, Subject, fingerprint};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b01_whoever_may_not_is_refused_and_nothing_happens() {
    let app = TestApp::start().await;
    let shared = Arc::new(Subject::make(&app, Needs::Anything).await);
    let mut wrong = Vec::new();
    for row in ROWS {
        let subject = subject_for(&app, row, &shared).await;
        let before = fingerprint(&app).await;
        for asker in ASKERS.iter().filter(|asker| !matrix::allows(row, **asker)) {
            let client = subject.browser_of(&app, *asker).await;
            let reply = row.call(&client, &subject).await;
            let expected: &[StatusCode] = match asker {
                Asker::Nobody if row.path.is_some() => &[StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED],
                Asker::Nobody => &[StatusCode::UNAUTHORIZED],
                _ => &[StatusCode::FORBIDDEN, StatusCode::NOT_FOUND],
            };
            if !expected.contains(&reply.status) {
                wrong.push(format!("{} by {asker:?}: {} {}", row.name(), reply.status, reply.body));
            }
        }
        if fingerprint(&app).await != before {
            wrong.push(format!("{}: a refusal had an effect", row.name()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b01_whoever_may_is_served() {
    let app = TestApp::start().await;
    let shared = Arc::new(Subject::make(&app, Needs::Anything).await);
    let mut wrong = Vec::new();
    for row in ROWS {
        for asker in ASKERS.iter().filter(|asker| matrix::allows(row, **asker)) {
            let subject = subject_for(&app, row, &shared).await;
            let logs_out = row.function == Some("identity/log_out");
            let client = match logs_out {
                true => subject.new_browser_of(&app, *asker).await,
                false => subject.browser_of(&app, *asker).await,
            };
            let reply = row.call(&client, &subject).await;
            let served = reply.status.is_success() || reply.status.is_redirection() && !reply.location().starts_with("/accedi");
            let answered = row.may_be_corrected && matches!(reply.status.as_u16(), 404 | 409 | 422 | 429);
            if !served && !answered {
                wrong.push(format!("{} by {asker:?}: {} {}", row.name(), reply.status, reply.body));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The one everybody may look at, or a new one that the call may change.
async fn subject_for(app: &TestApp, row: &Row, shared: &Arc<Subject>) -> Arc<Subject> {
    match row.needs {
        Needs::Anything => Arc::clone(shared),
        needs => Arc::new(Subject::make(app, needs).await),
    }
}

impl Row {
    fn name(&self) -> &'static str {
        self.function.or(self.path).unwrap_or_default()
    }
}
