use leptos::prelude::*;

use super::state_tag::Tone;

/// A message in the page: bad, warn, ok or information.
#[component]
pub fn Note(
    tone: Tone,
    /// Heading of the message; none for a single sentence.
    #[prop(optional, into)]
    title: Option<String>,
    /// It appears after the page was loaded and has to be announced.
    #[prop(optional)]
    announced: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=["note ", tone.class()].concat() role=announced.then_some("status")>
            {tone.mark().view()}
            <div>{title.map(|title| view! { <h2>{title}</h2> })}{children()}</div>
        </div>
    }
}
