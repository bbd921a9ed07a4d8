use i18n::office as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{Note, Tone};
use crate::language::language;

/// The result of the decision before this page: an event and a number in the address, nothing of persons.
#[component]
pub fn Outcome(
    /// The next request is below.
    has_next: bool,
) -> impl IntoView {
    let language = language();
    let asked = use_query_map().with_untracked(|query| query.get("esito").zip(query.get("n")));
    let result = asked.and_then(|(event, number)| {
        let number: i64 = number.parse().ok()?;
        let is_final = matches!(event.as_str(), "suspend" | "reinstate" | "revoke");
        Some((words::result(&event)?.fill(language, &[("n", &number.to_string())]), is_final))
    });
    result.map(|(title, is_final)| {
        let next = (has_next && !is_final).then(|| [" ", words::RESULT_NEXT.get(language)].concat());
        view! {
            <div class="mb-s">
                <Note tone=Tone::Ok title announced=true><p>{words::RESULT_TOLD.get(language)}{next}</p></Note>
            </div>
        }
    })
}
