use i18n::office as words;
use leptos::prelude::*;

use super::age::sentence;
use super::live_queue::LiveQueue;
use crate::components::{LiveMark, LiveState};
use crate::language::language;
use crate::lists::News;

/// Title, what waits, and whether the page follows what happens.
#[component]
pub fn Head(
    queue: LiveQueue,
    state: Signal<LiveState>,
    /// The queue is not there, or not yet.
    #[prop(optional)]
    is_empty: bool,
) -> impl IntoView {
    let language = language();
    let lead = move || queue.waiting.with(|(waiting, now)| sentence(waiting, *now, language));
    view! {
        <div class="head first">
            <div>
                <h1>{words::TITLE.get(language)}</h1>
                {(!is_empty).then(|| view! { <p class="muted">{lead}</p> })}
            </div>
            <div><News list=queue.list/>" "<LiveMark state/></div>
        </div>
    }
}
