use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};
use crate::form_page::SUGGEST;

/// One line of text with suggestions while one types, which the watcher of forms fetches. Without scripts it is a plain
/// field: the server checks the name.
#[component]
pub fn SuggestField(
    spec: FieldSpec,
    #[prop(optional, into)] value: String,
    /// What is suggested: `towns`, `births`.
    what: &'static str,
) -> impl IntoView {
    let control = spec.clone();
    let list = [control.id.as_str(), "-l"].concat();
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
        />
    };
    view! {
        <FieldFrame spec>
            {input.attr(SUGGEST, what)}
            <datalist id=list></datalist>
        </FieldFrame>
    }
}
