//! The app's pages and server functions, each request with its own context.

use std::pin::Pin;
use std::sync::LazyLock;
use std::time::Duration;

use app::error::AppError;
use app::shell::{Assets, form_shell, plain_shell, shell};
use axum::body::Body;
use axum::extract::{Extension, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Router, response::Redirect};
use backend::Ctx;
use futures::stream::{Stream, StreamExt, once};
use http::{HeaderName, Method, Uri, header};
use leptos::nonce::Nonce;
use leptos::prelude::*;
use leptos::server_fn::axum::get_server_fn_service;
use leptos_axum::{
    AxumRouteListing, generate_route_list, handle_response_inner, handle_server_fns_with_context, render_app_async_with_context,
};

use crate::AppState;
use crate::failure::Failure;

/// Addresses of the pages of each kind: hydrated, watched over, plain. Found once a process: while the library looks for
/// them, whatever is being rendered beside waits for its resources for ever (leptos, issue 4773).
static ADDRESSES: LazyLock<[Vec<String>; 3]> = LazyLock::new(|| {
    [
        listed(generate_route_list(app::app::App)),
        listed(generate_route_list(app::plain::FormApp)),
        listed(generate_route_list(app::plain::PlainApp)),
    ]
});

/// The addresses of all pages.
pub fn addresses() -> impl Iterator<Item = &'static String> {
    ADDRESSES.iter().flatten()
}

fn listed(listings: Vec<AxumRouteListing>) -> Vec<String> {
    listings.iter().map(|listing| listing.path().to_owned()).collect()
}

/// Every page of the app, and the server functions.
pub fn routes() -> Router<AppState> {
    let router = Router::new().route("/api/{*function}", any(server_function));
    let [app, forms, texts] = &*ADDRESSES;
    let router = app.iter().fold(router, |router, path| router.route(path, get(hydrated)));
    let router = forms.iter().fold(router, |router, path| router.route(path, get(watched)));
    texts.iter().fold(router, |router, path| router.route(path, get(plain)))
}

/// What is no address of ours; one written with a slash at its end is the same without.
pub async fn nothing(request: Request) -> Response {
    let path = request.uri().path();
    let shorter = path.trim_end_matches('/');
    if request.method() == Method::GET && shorter.len() < path.len() && shorter.starts_with('/') && !shorter.starts_with("//") {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::permanent(&format!("{shorter}{query}")).into_response();
    }
    Failure::not_found().into_response()
}

/// How long a page may take before it is written anew. About once in ten thousand pages the library waits for ever, when
/// two parts of a page wait for one resource (leptos, issues 4673 and 4851). Looking changes nothing: it may be done twice.
const PATIENCE: Duration = Duration::from_secs(3);

/// A page the browser takes over.
async fn hydrated(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let render = || {
        let request = Request::from_parts(parts.clone(), Body::empty());
        let provide = context(&state, ctx.clone(), &request);
        async move { render_app_async_with_context(provide, shell)(request).await }
    };
    once_more(PATIENCE, render).await
}

/// Does it again, without a limit, if it has not ended within `patience`.
async fn once_more<T, F: Future<Output = T>>(patience: Duration, make: impl Fn() -> F) -> T {
    if let Ok(done) = tokio::time::timeout(patience, make()).await {
        return done;
    }
    tracing::warn!(seconds = patience.as_secs(), "a page did not come to an end and is written anew");
    make().await
}

/// A form the browser watches over.
async fn watched(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, request: Request) -> Response {
    let provide = context(&state, ctx, &request);
    handle_response_inner(provide, form_shell, request, rendered).await
}

/// A page without scripts.
async fn plain(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, request: Request) -> Response {
    let provide = context(&state, ctx, &request);
    handle_response_inner(provide, plain_shell, request, rendered).await
}

/// The page that says what went wrong, for an asker whose request has been answered in vain.
pub async fn failure(state: &AppState, ctx: Ctx, mut asker: Request, error: AppError) -> Response {
    if asker.uri().path().starts_with("/api/") {
        // A form was posted: the page it stood on says whose frame this is, and where to come back to.
        *asker.uri_mut() = app_page(&asker).unwrap_or_default();
    }
    let provide_page = context(state, ctx, &asker);
    let provide = move || {
        provide_page();
        provide_context(error.clone());
    };
    handle_response_inner(provide, plain_shell, asker, rendered).await
}

fn app_page(request: &Request) -> Option<Uri> {
    let text = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let referer: Uri = text(header::REFERER)?.parse().ok()?;
    let ours = referer.authority().map(|authority| authority.as_str()) == text(header::HOST);
    referer.path_and_query().filter(|_| ours)?.as_str().parse().ok()
}

/// `/api/{noun}/{verb}`.
async fn server_function(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, request: Request) -> Response {
    if get_server_fn_service(request.uri().path(), request.method().clone()).is_none() {
        return Failure::not_found().into_response();
    }
    let provide = context(&state, ctx, &request);
    handle_server_fns_with_context(provide, request).await.into_response()
}

/// What pages and server functions find in their context.
fn context(state: &AppState, ctx: Ctx, request: &Request) -> impl Fn() + Clone + Send + Sync + use<> {
    let manifest = &state.site.manifest;
    let assets = Assets {
        js: manifest.js.clone(),
        wasm: manifest.wasm.clone(),
        forms_js: manifest.forms_js.clone(),
        forms_wasm: manifest.forms_wasm.clone(),
        css: manifest.css.clone(),
        tint_css: manifest.tint_css.clone(),
        preload_fonts: manifest.fonts.clone(),
    };
    let nonce = request.extensions().get::<Nonce>().cloned();
    move || {
        provide_context(ctx.clone());
        provide_context(assets.clone());
        // The policy in the answer's header names this one, not the one the library has made for itself.
        if let Some(nonce) = &nonce {
            provide_context(nonce.clone());
        }
    }
}

type Html = Pin<Box<dyn Stream<Item = String> + Send>>;
type Later<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The page alone: what the library would append for hydration has nobody to read it.
fn rendered<V: IntoView + 'static>(page: V, _hydration: Box<dyn FnOnce() -> Html + Send>, _out_of_order: bool) -> Later<Html> {
    Box::pin(async move {
        let html: String = page.to_html_stream_in_order().collect().await;
        Box::pin(once(async move { html })) as Html
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn what_hangs_is_done_once_more() {
        let tries = AtomicUsize::new(0);
        let answer = once_more(Duration::from_millis(10), || {
            let first = tries.fetch_add(1, Ordering::Relaxed) == 0;
            async move {
                if first {
                    std::future::pending::<()>().await;
                }
                "done"
            }
        });
        assert_eq!((answer.await, tries.load(Ordering::Relaxed)), ("done", 2));
    }

    #[tokio::test]
    async fn what_ends_in_time_is_done_once() {
        let tries = AtomicUsize::new(0);
        let answer = once_more(Duration::from_secs(60), || async { tries.fetch_add(1, Ordering::Relaxed) });
        assert_eq!(answer.await, 0);
    }
}
