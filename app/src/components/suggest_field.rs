use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};
use crate::browser;

/// Milliseconds of rest after the last letter before suggestions are asked for.
const REST: u64 = 200;

/// One line of text with suggestions while one types. Without scripts it is a plain field: the server checks the name.
#[component]
pub fn SuggestField(
    spec: FieldSpec,
    #[prop(optional, into)] value: String,
    /// What is suggested now.
    #[prop(into)]
    suggestions: Signal<Vec<String>>,
    /// What was typed, once it rests: the page asks the server and sets `suggestions`.
    on_rest: Callback<String>,
) -> impl IntoView {
    let control = spec.clone();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let on_input = move |event| {
        let typed = event_target_value(&event);
        waiting.update_value(|handle| {
            if let Some(handle) = handle.take() {
                handle.clear();
            }
            *handle = browser::after(REST, move || on_rest.run(typed));
        });
    };
    let list = [control.id.as_str(), "-l"].concat();
    let options = move || suggestions.get().into_iter().map(|text| view! { <option value=text></option> }).collect_view();
    view! {
        <FieldFrame spec>
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
                on:input=on_input
            />
            <datalist id=list>{options}</datalist>
        </FieldFrame>
    }
}
