use i18n::form;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::language::language;

/// The main part of a page with its title. Inside it stands one `h1`.
#[component]
pub fn Page(
    /// Title of the window; «– Ponte» is added.
    #[prop(into)]
    title: Signal<String>,
    /// Something is wrong on the page: the title begins «Errore:».
    #[prop(optional, into)]
    wrong: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <PageTitle title wrong/>
        <main id="main" class="page" tabindex="-1"><div class="wrap">{children()}</div></main>
    }
}

/// The title of the window; the last one made holds.
#[component]
pub fn PageTitle(#[prop(into)] title: Signal<String>, #[prop(optional, into)] wrong: Signal<bool>) -> impl IntoView {
    let language = language();
    // The window keeps a title until the next one is there, when the signals of the page may be gone.
    let first = title.get_untracked();
    let text = move || {
        let title = title.try_get().unwrap_or_else(|| first.clone());
        if wrong.try_get().unwrap_or_default() { form::ERROR_TITLE.fill(language, &[("title", &title)]) } else { title }
    };
    // the head is written after the page, when its signals may be gone: nothing changes on the server anyway
    #[cfg(feature = "ssr")]
    let text = text();
    view! { <Title text/> }
}
