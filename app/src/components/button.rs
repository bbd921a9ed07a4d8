use i18n::form;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::language::language;

/// A button that sends its form, once: while it is sent the button says so and sends nothing more. It stays in the
/// order of the Tab key.
#[component]
pub fn SubmitButton(
    #[prop(into)] text: String,
    /// `btn-primary` unless told otherwise.
    #[prop(optional, into)]
    class: Option<&'static str>,
    #[prop(optional, into)] pending: Signal<bool>,
    /// Accessible name, where the text alone does not say which of several it is; it begins with the text.
    #[prop(optional, into)]
    label: Option<String>,
    /// Name and value posted with the form, for forms with several buttons.
    #[prop(optional)]
    name: Option<&'static str>,
    #[prop(optional, into)] value: Option<String>,
) -> impl IntoView {
    let language = language();
    let class = ["btn ", class.unwrap_or("btn-primary")].concat();
    let once = move |event: MouseEvent| {
        // a dialog's button may be pressed as its form goes
        if pending.try_get_untracked() == Some(true) {
            event.prevent_default();
        }
    };
    view! {
        <button class=class type="submit" name=name value=value aria-label=label aria-disabled=move || pending.get().then_some("true") on:click=once>
            {move || if pending.get() { form::SENDING.get(language).to_owned() } else { text.clone() }}
        </button>
    }
}
