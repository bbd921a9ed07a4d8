//! What could not be done, as the asker can read it: a page in the frame, or the wire's words for scripts.
//!
//! Handlers and layers answer a bare [`Failure`]; the outermost layer here gives it a body, as it alone knows who asked.

use std::fmt::Display;

use app::error::AppError;
use axum::Json;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::{BackendError, Ctx, Visitor};
use http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

use crate::{AppState, pages};

/// Why not.
#[derive(Debug, Clone)]
pub struct Failure(pub AppError);

impl Failure {
    /// There is nothing at that address, or it is somebody else's.
    pub fn not_found() -> Self {
        Self(AppError::NotFound)
    }

    /// Our fault: the cause goes to the log, a code to quote to the asker.
    pub fn broken(cause: &impl Display) -> Self {
        BackendError::Internal(cause.to_string()).into()
    }

    fn of(response: &Response) -> Self {
        if let Some(failure) = response.extensions().get::<Failure>() {
            return failure.clone();
        }
        match response.status() {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Self(AppError::NotFound),
            StatusCode::UNAUTHORIZED => Self(AppError::SignIn),
            StatusCode::FORBIDDEN => Self(AppError::Denied),
            StatusCode::TOO_MANY_REQUESTS => Self(AppError::TooMany { seconds: 60 }),
            status if status.is_server_error() => Self::broken(&status),
            _ => Self(AppError::Transport),
        }
    }
}

impl From<BackendError> for Failure {
    fn from(error: BackendError) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        if let AppError::TooMany { seconds } = self.0 {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives bare refusals their body, in the words of whoever reads it.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let asker = without_body(&request);
    let response = next.run(request).await;
    let bare = is_bare(response.headers());
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if !failed || !bare || is_file(asker.uri().path()) {
        return response;
    }
    explain(&state, asker, response).await
}

/// Whether a refusal says nothing readable: no body, or a library's line of English text.
fn is_bare(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_none_or(|value| value.starts_with("text/plain")) && !headers.contains_key(SERVER_FN_ERROR_HEADER)
}

/// Files and streams have no readers.
fn is_file(path: &str) -> bool {
    path.starts_with("/assets/") || path.ends_with("/live") || matches!(path, "/healthz" | "/readyz")
}

async fn explain(state: &AppState, asker: Request, response: Response) -> Response {
    let failure = Failure::of(&response);
    let (mut parts, _) = response.into_parts();
    let explained = if is_script(&asker) {
        Json(&failure.0).into_response()
    } else {
        let ctx = parts.extensions.get::<Ctx>().cloned();
        let ctx = ctx.unwrap_or_else(|| Ctx { backend: state.backend.clone(), visitor: Visitor::default() });
        pages::failure(state, ctx, asker, failure.0).await
    };
    let (said, body) = explained.into_parts();
    // A length of the empty body would cut ours.
    parts.headers.remove(http::header::CONTENT_LENGTH);
    parts.headers.extend(said.headers);
    Response::from_parts(parts, body)
}

/// Server functions called by scripts; the same posted as a form wants a page.
fn is_script(request: &Request) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    request.uri().path().starts_with("/api/") && !accept.contains("text/html")
}

/// The request again, for a second answer.
fn without_body(request: &Request) -> Request {
    let mut again = Request::default();
    *again.method_mut() = request.method().clone();
    *again.uri_mut() = request.uri().clone();
    *again.headers_mut() = request.headers().clone();
    *again.extensions_mut() = request.extensions().clone();
    again
}
