//! How much and how long, and from where: body size, time, cross-site posts.

use std::time::Duration;

use http::StatusCode;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// Bytes of a body; uploads have their own limit. The largest form has 60 fields of at most 1,000 characters.
const BODY: usize = 64 * 1024;
/// Bytes of a body with a file. What is too large for its purpose is told by the page it was sent from, so more than that
/// is read; beyond this it is no mistake any more.
const UPLOAD: usize = 32 * 1024 * 1024;
/// Time until an answer begins; streams go on after it.
const ANSWER: Duration = Duration::from_secs(30);

/// Refuses larger bodies (413).
pub fn body() -> RequestBodyLimitLayer {
    RequestBodyLimitLayer::new(BODY)
}

/// The same for files.
pub fn upload() -> RequestBodyLimitLayer {
    RequestBodyLimitLayer::new(UPLOAD)
}

/// Gives up on a handler that hangs (503).
pub fn answer() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER)
}

/// Refuses posts that another site sent (403). Browsers name the page's origin; who names none is no browser and has no
/// cookies of ours. The external address counts as ours although a proxy may show us another host.
pub fn same_site(external_url: &str) -> CsrfLayer {
    CsrfLayer::new().add_trusted_origin(external_url).unwrap_or_else(|error| {
        tracing::warn!(%error, "the external address is no origin: only the Host header decides what is cross-site");
        CsrfLayer::new()
    })
}
