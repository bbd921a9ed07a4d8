use i18n::form;
use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};
use crate::language::language;

/// One of several answers, from a list.
#[component]
pub fn SelectField(
    spec: FieldSpec,
    /// Value and words of each answer, in order.
    options: Vec<(String, String)>,
    #[prop(optional, into)] value: String,
    /// Whether «Scegli» stands first: not when some answer always holds.
    #[prop(default = true)]
    may_be_empty: bool,
) -> impl IntoView {
    let control = spec.clone();
    let options = options.into_iter().map(|(code, text)| {
        let selected = code == value;
        view! { <option value=code selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <FieldFrame spec chosen=true>
            <select
                id=control.id.clone()
                name=control.name.clone()
                class=control.width()
                autocomplete=control.autofill()
                aria-required=control.required()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by(false)
            >
                {may_be_empty.then(|| view! { <option value="">{form::CHOOSE.get(language())}</option> })}
                {options}
            </select>
        </FieldFrame>
    }
}
