//! The document around the pages: with scripts for those that are hydrated, without any for the rest.

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::app::App;
use crate::error::AppError;
use crate::language::language;
use crate::plain::{ErrorPage, FormApp, PlainApp};

/// Addresses of the files a page loads, hashed by the build. The server provides them as context.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    pub js: String,
    pub wasm: String,
    /// The same of the part that watches over forms.
    pub forms_js: String,
    pub forms_wasm: String,
    pub css: String,
    /// The institutions' colours, made from the profiles.
    pub tint_css: String,
    pub preload_fonts: Vec<String>,
}

/// A page that the browser takes over.
pub fn shell() -> impl IntoView {
    view! { <Document scripts=Scripts::App><App/></Document> }
}

/// A form that the browser watches over.
pub fn form_shell() -> impl IntoView {
    view! { <Document scripts=Scripts::Forms><FormApp/></Document> }
}

/// What a page loads beside its styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scripts {
    None,
    Forms,
    App,
}

/// A page of links and text: it loads no scripts. With an `AppError` in the context it is the page of that error.
pub fn plain_shell() -> impl IntoView {
    let page = match use_context::<AppError>() {
        Some(error) => view! { <ErrorPage error/> }.into_any(),
        None => view! { <PlainApp/> }.into_any(),
    };
    view! { <Document scripts=Scripts::None>{page}</Document> }
}

#[component]
fn Document(scripts: Scripts, children: Children) -> impl IntoView {
    let assets = use_context::<Assets>().unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=language().code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light"/>
                <link rel="icon" href="/favicon.ico" type="image/svg+xml"/>
                {assets.preload_fonts.iter().map(|href| preload_font(href)).collect_view()}
                <link rel="stylesheet" href=assets.css.clone()/>
                <link rel="stylesheet" href=assets.tint_css.clone()/>
                {start(scripts, &assets)}
                <MetaTags/>
            </head>
            <body>{children()}</body>
        </html>
    }
}

fn preload_font(href: &str) -> impl IntoView + use<> {
    view! { <link rel="preload" href=href.to_owned() r#as="font" r#type="font/woff2" crossorigin="anonymous"/> }
}

/// The script that starts the browser's part, its two files loading side by side. No link asks for the larger one, as
/// browsers without scripts would load it for nothing.
fn start(scripts: Scripts, assets: &Assets) -> Option<impl IntoView + use<>> {
    let (js, wasm, entry) = match scripts {
        Scripts::None => return None,
        Scripts::Forms => (assets.forms_js.clone(), &assets.forms_wasm, "watch"),
        Scripts::App => (assets.js.clone(), &assets.wasm, "hydrate"),
    };
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let start = format!("const w=fetch({wasm:?});import({js:?}).then(m=>m.default({{module_or_path:w}}).then(()=>m.{entry}()))");
    Some(view! {
        <link rel="modulepreload" href=js nonce=nonce.clone()/>
        <script type="module" nonce=nonce>{start}</script>
    })
}
