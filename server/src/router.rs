//! Which address goes where, and through what.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::middleware::{guard, headers, limits, panic, rate, trace, visitor};
use crate::routes::{demo, export, health, language, live};
use crate::{AppState, assets, failure, pages};

/// Pages are compressed while somebody waits: this costs about a millisecond.
const QUALITY: i32 = 4;

/// The whole server.
pub fn router(state: AppState) -> Router {
    personal(&state)
        .merge(impersonal())
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(state.clone(), headers::layer))
        .layer(from_fn_with_state(state.clone(), trace::layer))
        .with_state(state)
}

/// What is the same for everybody: no visitor is looked for.
fn impersonal() -> Router<AppState> {
    Router::new()
        .route("/assets/{name}", get(assets::serve))
        .route("/favicon.ico", get(icon))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
}

/// What depends on who asks. The last layer is the outermost.
fn personal(state: &AppState) -> Router<AppState> {
    let mut routes = pages::routes()
        .route("/lingua", post(language::choose))
        .route("/{institution}/live", get(live::stream))
        .route("/{institution}/ufficio/accreditamenti/esporta/{format}", get(export::accreditations));
    if state.backend.settings.has_demo_pages() {
        routes = routes.merge(demo::router());
    }
    routes
        .fallback(pages::nothing)
        .layer(from_fn_with_state(state.clone(), guard::layer))
        .layer(from_fn_with_state(state.clone(), panic::layer))
        .layer(limits::body())
        .layer(limits::answer())
        .layer(from_fn_with_state(state.clone(), visitor::layer))
        .layer(from_fn_with_state(state.clone(), rate::layer))
        .layer(limits::same_site(&state.backend.settings.external_url))
        .layer(from_fn_with_state(state.clone(), failure::layer))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(QUALITY)))
}

/// The portal's mark, for browsers that ask for it at the place of old.
async fn icon() -> impl IntoResponse {
    const MARK: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 52 52\">\
        <rect width=\"52\" height=\"52\" rx=\"8\" fill=\"#17395c\"/><g fill=\"none\" stroke=\"#fff\" stroke-width=\"3\">\
        <path d=\"M4 37h44M8 37C10 20 18 12 26 12s16 8 18 25\"/><path d=\"M17 21v16M26 12v25M35 21v16\" stroke-width=\"2\"/></g></svg>";
    ([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "public, max-age=86400")], MARK)
}
