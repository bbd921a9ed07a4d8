use leptos::prelude::*;

/// A link to a page that is not hydrated (doors, texts, first page): `rel="external"` keeps the browser's router from
/// catching it.
#[component]
pub fn PlainLink(
    #[prop(into)] href: String,
    #[prop(optional, into)] class: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! { <a href=href class=class rel="external">{children()}</a> }
}
