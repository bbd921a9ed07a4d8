use domain::check::FieldError;
use i18n::{form, problem};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::icon::Mark;
use crate::browser;
use crate::language::language;

/// Everything that is wrong, above the form: one line per field, in the same words as at the field, linked to it. Takes
/// the focus when it appears.
#[component]
pub fn ErrorSummary(
    #[prop(into)] problems: Signal<Vec<FieldError>>,
    /// What went wrong with the whole form, if it is not a field's.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// The label and the control's id of a field, by its name.
    label: Callback<String, (String, String)>,
) -> impl IntoView {
    let language = language();
    let element = NodeRef::<leptos::html::Div>::new();
    let is_shown = Memo::new(move |_| !problems.read().is_empty() || message.read().is_some());
    Effect::new(move |_| {
        problems.track();
        message.track();
        if let (true, Some(element)) = (is_shown.get(), element.get()) {
            let _ = element.focus();
        }
    });
    let title = move || match problems.read().len() {
        0 => form::FORM_PROBLEM.get(language).to_owned(),
        1 => form::ONE_PROBLEM.get(language).to_owned(),
        several => form::PROBLEMS.fill(language, &[("n", &several.to_string())]),
    };
    let lines = move || problems.get().into_iter().map(|error| line(error, label)).collect_view();
    view! {
        <Show when=move || is_shown.get()>
            <div class="note bad summary" role="alert" tabindex="-1" node_ref=element>
                {Mark::Warn.view()}
                <div>
                    <h2>{title}</h2>
                    {move || message.get().map(|message| view! { <p>{message}</p> })}
                    <ul>{lines}</ul>
                </div>
            </div>
        </Show>
    }
}

fn line(error: FieldError, label: Callback<String, (String, String)>) -> impl IntoView {
    let (label, id) = label.run(error.field);
    let text = problem::line(&label, &error.problem, language());
    let target = id.clone();
    // the browser would move the focus by itself, but the router catches links inside the page
    let go = move |event: MouseEvent| {
        event.prevent_default();
        browser::focus(&target);
    };
    view! { <li><a href=["#", &id].concat() on:click=go>{text}</a></li> }
}
