use i18n::frame as words;
use leptos::prelude::*;

use crate::language::language;

/// One stop on the way to a page.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub text: String,
    pub href: String,
    /// The stop is a page that is not hydrated.
    pub plain: bool,
}

impl Crumb {
    /// A stop that is hydrated.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), plain: false }
    }

    /// A stop that is not.
    pub fn plain(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { plain: true, ..Self::new(text, href) }
    }
}

/// The way to this page; on the phone one step back.
#[component]
pub fn Crumbs(
    trail: Vec<Crumb>,
    /// What this page is called.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    let stops = trail.into_iter().map(|stop| {
        view! { <li><a href=stop.href rel=stop.plain.then_some("external")>{stop.text}</a></li> }
    });
    view! {
        <nav class="crumb" aria-label=words::PATH.get(language())>
            <ol>{stops.collect_view()}<li aria-current="page">{current}</li></ol>
        </nav>
    }
}
