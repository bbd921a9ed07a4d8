use leptos::prelude::*;

use super::field::{FieldFrame, FieldSpec};

/// One file to be sent. `accept`: media types, separated by commas.
#[component]
pub fn FileField(spec: FieldSpec, accept: &'static str) -> impl IntoView {
    let control = spec.clone();
    view! {
        <FieldFrame spec chosen=true>
            <input
                id=control.id.clone()
                name=control.name.clone()
                type="file"
                accept=accept
                aria-required=control.required()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by(false)
            />
        </FieldFrame>
    }
}
