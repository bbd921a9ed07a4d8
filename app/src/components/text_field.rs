use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};

/// One line of text. The value is read once: what is typed before the page is hydrated stays.
#[component]
pub fn TextField(
    spec: FieldSpec,
    #[prop(optional, into)] value: String,
    /// `text`, `email`, `tel`, `url`, `search`.
    #[prop(optional, into)]
    kind: Option<&'static str>,
    /// The keyboard of phones: `numeric`, `email`, `tel`, `url`.
    #[prop(optional, into)]
    keyboard: Option<&'static str>,
) -> impl IntoView {
    let control = spec.clone();
    view! {
        <FieldFrame spec>
            <input
                id=control.id.clone()
                name=control.name.clone()
                type=kind.unwrap_or("text")
                value=value
                class=control.width()
                inputmode=keyboard
                autocomplete=control.autofill()
                readonly=control.read_only
                aria-required=control.required()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by(false)
            />
        </FieldFrame>
    }
}

/// A password: never filled by us, never shown.
#[component]
pub fn PasswordField(spec: FieldSpec) -> impl IntoView {
    let control = spec.clone();
    view! {
        <FieldFrame spec>
            <input
                id=control.id.clone()
                name=control.name.clone()
                type="password"
                autocomplete=control.autofill()
                aria-required=control.required()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by(false)
            />
        </FieldFrame>
    }
}
