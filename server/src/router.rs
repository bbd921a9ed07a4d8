//! Which address goes where, and through what.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::middleware::{guard, headers, limits, panic, rate, trace, visitor};
use crate::routes::{demo, export, files, health, language, live};
use crate::{AppState, assets, failure, pages};

/// Pages are compressed while somebody waits: this costs about a millisecond.
const QUALITY: i32 = 4;

/// The whole server.
pub fn router(state: AppState) -> Router {
    personal(&state)
        .merge(with(Router::new(), impersonal()))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(state.clone(), headers::layer))
        .layer(from_fn_with_state(state.clone(), trace::layer))
        .with_state(state)
}

/// Method, address, and what answers there.
pub type Route = (&'static str, &'static str, MethodRouter<AppState>);

/// Method and address of everything that is served but server functions, in the router's own notation: what a test of all
/// of them begins with.
pub fn addresses(has_demo_pages: bool) -> Vec<String> {
    let plain = impersonal()
        .into_iter()
        .chain(uploads())
        .chain(plain(has_demo_pages))
        .map(|(method, path, _)| format!("{method} {path}"));
    plain.chain(pages::addresses().map(|path| format!("GET {path}"))).collect()
}

/// What is the same for everybody: no visitor is looked for.
fn impersonal() -> Vec<Route> {
    vec![
        ("GET", "/assets/{name}", get(assets::serve)),
        ("GET", "/favicon.ico", get(icon)),
        ("GET", "/healthz", get(health::alive)),
        ("GET", "/readyz", get(health::ready)),
    ]
}

/// Where files are sent to: these have a limit of their own.
fn uploads() -> Vec<Route> {
    vec![
        ("POST", "/{institution}/carica/logo", post(files::logo)),
        ("POST", "/{institution}/carica/convenzione", post(files::signed_copy)),
    ]
}

/// What is neither a page of the app nor a server function.
fn plain(has_demo_pages: bool) -> Vec<Route> {
    let mut routes = vec![
        ("POST", "/lingua", post(language::choose)),
        ("GET", "/{institution}/live", get(live::stream)),
        ("GET", "/{institution}/documenti/{id}", get(files::document)),
        ("GET", "/{institution}/ufficio/accreditamenti/esporta/{format}", get(export::accreditations)),
        ("GET", "/{institution}/ufficio/convenzioni/esporta/{format}", get(export::office_conventions)),
        ("GET", "/{institution}/area/convenzioni/esporta/{format}", get(export::host_conventions)),
    ];
    if has_demo_pages {
        routes.extend(demo::routes());
    }
    routes
}

fn with(router: Router<AppState>, routes: Vec<Route>) -> Router<AppState> {
    routes.into_iter().fold(router, |router, (_, path, answer)| router.route(path, answer))
}

/// What depends on who asks. The last layer is the outermost.
fn personal(state: &AppState) -> Router<AppState> {
    with(pages::routes(), plain(state.backend.settings.has_demo_pages()))
        .fallback(pages::nothing)
        .layer(limits::body())
        .merge(with(Router::new(), uploads()).layer(DefaultBodyLimit::disable()).layer(limits::upload()))
        .layer(from_fn_with_state(state.clone(), guard::layer))
        .layer(from_fn_with_state(state.clone(), panic::layer))
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
