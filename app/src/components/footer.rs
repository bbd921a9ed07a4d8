use i18n::frame as words;
use leptos::prelude::*;

use super::link::PlainLink;
use crate::language::language;
use crate::routes;

/// The foot of every page. Source: acceptance M25.
#[component]
pub fn Footer() -> impl IntoView {
    let language = language();
    let links = [
        (routes::USE, words::USE),
        (routes::ACCESSIBILITY, words::ACCESSIBILITY),
        (routes::LEGAL_NOTES, words::LEGAL_NOTES),
        (routes::PRIVACY, words::PRIVACY),
    ];
    let links = links.map(|(href, text)| view! { <li><PlainLink href>{text.get(language)}</PlainLink></li> });
    view! {
        <footer class="foot">
            <div class="wrap">
                <p>{words::FOOT_PURPOSE.get(language)}<br/>{words::FOOT_DATA.get(language)}</p>
                <ul aria-label=words::FOOT_LINKS.get(language)>{links}</ul>
            </div>
        </footer>
    }
}
