//! A name for every request, and one line in the log for each. Never query strings, cookies, bodies or names.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;
use uuid::Uuid;

use crate::AppState;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names, times and logs the request.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    // Ours, never the visitor's: what stands in the log must not be of their making.
    let id = Uuid::now_v7().simple().to_string();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let span = tracing::info_span!("request", id = %id);
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = started.elapsed();
    let status = response.status();
    state.metrics.answered(status, took);
    let duration_ms = took.as_secs_f64() * 1000.0;
    span.in_scope(|| {
        if path.starts_with("/assets/") || path == "/healthz" {
            tracing::debug!(%method, path, status = status.as_u16(), duration_ms, "answered");
        } else {
            tracing::info!(%method, path, status = status.as_u16(), duration_ms, "answered");
        }
    });
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}
