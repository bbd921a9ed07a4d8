//! Every server function and plain route, called by everybody: refused ones change nothing, allowed ones work.
//!
//! What is expected comes from the permission matrix, kept as a fixture beside the rules' own tests, not from the table
//! that the code uses. A route without a row here fails the first test.

mod askers;
mod matrix;
mod rows;
mod subject;

use std::collections::BTreeSet;

use http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;

use crate::support::TestApp;
use askers::{ASKERS, Asker};
use rows::{ROWS, Row};
use subject::{Subject, fingerprint};

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
async fn b01_whoever_may_not_is_refused_and_nothing_happens() {
    let app = TestApp::start().await;
    for row in ROWS {
        let subject = Subject::make(&app, row.needs).await;
        let before = fingerprint(&app).await;
        for asker in ASKERS.iter().filter(|asker| !matrix::allows(row, **asker)) {
            let client = subject.browser_of(&app, *asker).await;
            let reply = row.call(&client, &subject).await;
            let expected: &[StatusCode] = match asker {
                Asker::Nobody if row.path.is_some() => &[StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED],
                Asker::Nobody => &[StatusCode::UNAUTHORIZED],
                _ => &[StatusCode::FORBIDDEN, StatusCode::NOT_FOUND],
            };
            assert!(expected.contains(&reply.status), "{} by {asker:?}: {} {}", row.name(), reply.status, reply.body);
        }
        assert_eq!(fingerprint(&app).await, before, "{}: a refusal had an effect", row.name());
    }
}

#[tokio::test]
async fn b01_whoever_may_is_served() {
    let app = TestApp::start().await;
    for row in ROWS {
        for asker in ASKERS.iter().filter(|asker| matrix::allows(row, **asker)) {
            let subject = Subject::make(&app, row.needs).await;
            let client = subject.browser_of(&app, *asker).await;
            let reply = row.call(&client, &subject).await;
            let served = reply.status.is_success() || reply.status.is_redirection() && !reply.location().starts_with("/accedi");
            let answered = row.may_be_corrected && matches!(reply.status.as_u16(), 404 | 409 | 422);
            assert!(served || answered, "{} by {asker:?}: {} {}", row.name(), reply.status, reply.body);
        }
    }
}

impl Row {
    fn name(&self) -> &'static str {
        self.function.or(self.path).unwrap_or_default()
    }
}
