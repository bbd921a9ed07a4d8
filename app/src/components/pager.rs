use i18n::frame as words;
use leptos::prelude::*;

use crate::language::language;

/// From page to page of a list, by its addresses.
#[component]
pub fn Pager(
    /// How many rows there are, in words.
    #[prop(into)]
    summary: String,
    /// Address of the page before; none on the first.
    previous: Option<String>,
    /// Address of the page after; none on the last.
    next: Option<String>,
    /// What else stands at the foot of the list, such as its files.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let language = language();
    let several = previous.is_some() || next.is_some();
    let step = |address: Option<String>, text: &'static str, rel: &'static str| match address {
        Some(address) => view! { <li><a href=address rel=rel>{text}</a></li> }.into_any(),
        None => view! { <li><span class="muted" aria-hidden="true">{text}</span></li> }.into_any(),
    };
    view! {
        <nav class="pager" aria-label=words::PAGES.get(language)>
            <p>{summary}</p>
            {several.then(|| view! {
                <ul>
                    {step(previous, words::PREVIOUS_PAGE.get(language), "prev")}
                    {step(next, words::NEXT_PAGE.get(language), "next")}
                </ul>
            })}
            {children.map(|children| children())}
        </nav>
    }
}
