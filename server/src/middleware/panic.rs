//! A handler that panics answers with the page for our faults; the server goes on.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;

use crate::AppState;
use crate::failure::Failure;

/// Catches panics of what is inside.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    // Nothing of the handler is used after its panic but the answer we make here.
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(cause) => {
            state.metrics.panicked();
            Failure::broken(&format!("panic: {}", said(cause.as_ref()))).into_response()
        }
    }
}

fn said(cause: &(dyn Any + Send)) -> &str {
    let text = cause.downcast_ref::<&'static str>().copied();
    text.or_else(|| cause.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}
