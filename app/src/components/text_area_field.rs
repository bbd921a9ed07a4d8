use i18n::form;
use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};
use crate::language::language;

/// Several lines of text with a counter; nothing pasted is cut, the check says what is too long.
#[component]
pub fn TextAreaField(
    spec: FieldSpec,
    #[prop(optional, into)] value: String,
    /// Most characters the check accepts.
    max: i64,
    #[prop(default = 4)] rows: u32,
    /// Id of the form it belongs to, if it stands outside.
    #[prop(optional)]
    form: Option<&'static str>,
) -> impl IntoView {
    let language = language();
    let control = spec.clone();
    let length = RwSignal::new(value.chars().count());
    let count = move || form::CHARACTERS.fill(language, &[("n", &length.get().to_string()), ("max", &max.to_string())]);
    view! {
        <FieldFrame spec>
            <textarea
                id=control.id.clone()
                name=control.name.clone()
                rows=rows
                form=form
                readonly=control.read_only
                aria-required=control.required()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by(true)
                on:input=move |event| length.set(event_target_value(&event).chars().count())
            >{value}</textarea>
            <p class="count" id=[control.id.as_str(), "-c"].concat() data-most=max>{count}</p>
        </FieldFrame>
    }
}
