//! Headers that tell the browser what it must not do. The policy is the one of the style book, section 3.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use backend::settings::Mode;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use leptos::nonce::Nonce;

use crate::AppState;

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Makes the request's nonce, which the rendering stamps on its scripts, and adds the headers to the answer.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    fixed(headers);
    if state.backend.settings.mode == Mode::Production {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = if is_page(headers) { page_policy(&nonce) } else { Some(OTHER_POLICY.clone()) };
        if let Some(policy) = policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
    }
    response
}

fn fixed(headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Forms without scripts come back to the page named by Referer, so it must be sent to ourselves.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        PERMISSIONS,
        HeaderValue::from_static("camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    );
    // Pages and answers are somebody's own; what may be kept says so itself.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

fn is_page(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| value.starts_with("text/html"))
}

/// What is not a page may do nothing even if a browser is made to show it as one.
static OTHER_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

fn page_policy(nonce: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    );
    HeaderValue::from_str(&policy).ok()
}
