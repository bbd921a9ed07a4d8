use leptos::ev::Event;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::field::{FieldFrame, FieldSpec};
use crate::api::places::search_municipalities;
use crate::browser;
use crate::form_page::SUGGEST;

/// Milliseconds of rest after the last letter before suggestions are asked for.
const REST: u64 = 200;
/// What is suggested for a municipality.
const TOWNS: &str = "towns";

/// One line of text with suggestions while one types: on watched pages the watcher of forms fetches them, on hydrated pages
/// the field itself those of municipalities. Without scripts it is a plain field: the server checks the name.
#[component]
pub fn SuggestField(
    spec: FieldSpec,
    #[prop(optional, into)] value: String,
    /// What is suggested: `towns`, `births`.
    what: &'static str,
) -> impl IntoView {
    let control = spec.clone();
    let list = [control.id.as_str(), "-l"].concat();
    let (names, timer) = (RwSignal::new(Vec::<String>::new()), StoredValue::new(None::<TimeoutHandle>));
    let ask = move |event: Event| {
        if what != TOWNS {
            return;
        }
        let typed = event_target_value(&event);
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let look = move || {
            spawn_local(async move {
                // without an answer there is no suggestion
                let towns = search_municipalities(typed).await.unwrap_or_default();
                let mut found: Vec<String> = towns.into_iter().map(|town| town.name).collect();
                found.dedup();
                names.try_set(found);
            });
        };
        timer.set_value(browser::after(REST, look));
    };
    let options = move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    let input = view! {
        <input
            id=control.id.clone()
            name=control.name.clone()
            type="text"
            value=value
            list=list.clone()
            class=control.width()
            autocomplete=control.autofill()
            aria-required=control.required()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by(false)
            on:input=ask
        />
    };
    view! {
        <FieldFrame spec>
            {input.attr(SUGGEST, what)}
            <datalist id=list>{options}</datalist>
        </FieldFrame>
    }
}
