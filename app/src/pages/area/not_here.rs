//! The host is known elsewhere: one press asks this institution too (C13).

use domain::accreditation::view::AreaView;
use i18n::{area as words, field as labels};
use leptos::prelude::*;

use super::overview::Actions;
use crate::components::{CheckField, ErrorSummary, FieldSpec, SubmitButton, problem_of};
use crate::error::AppError;
use crate::language::language;
use crate::routes;

/// What is known, and the form that asks.
#[component]
pub fn NotHere(institution: String, view: AreaView, actions: Actions) -> impl IntoView {
    let AreaView::NotHere { host_name, accredited_at_institutions } = view else { return ().into_any() };
    let language = language();
    let action = actions.ask_here;
    let problems = Signal::derive(move || AppError::problems(&action.value().read()));
    let label = Callback::new(move |field: String| (labels::field_label(&field, language).to_owned(), field));
    let spec = FieldSpec::new("privacy_accepted", "privacy_accepted", labels::field_label("privacy_accepted", language))
        .mandatory()
        .problem(problem_of(problems, "privacy_accepted"));
    let elsewhere = (!accredited_at_institutions.is_empty()).then(|| {
        let names = accredited_at_institutions.join(", ");
        view! { <p class="muted">{words::NOT_HERE_ELSEWHERE.fill(language, &[("names", &names)])}</p> }
    });
    view! {
        <section class="card-p narrow">
            <h2>{words::NOT_HERE_TITLE.fill(language, &[("host", &host_name)])}</h2>
            <p>{words::NOT_HERE_TEXT.get(language)}</p>
            {elsewhere}
            <ErrorSummary problems label/>
            <ActionForm action attr:novalidate=true>
                <input type="hidden" name="institution" value=institution/>
                <CheckField spec>
                    <p class="small m0"><a href=routes::PRIVACY rel="external" target="_blank">{words::READ_NOTICE.get(language)}</a></p>
                </CheckField>
                <div class="btns"><SubmitButton text=words::ASK_HERE.get(language) pending=action.pending()/></div>
            </ActionForm>
        </section>
    }
    .into_any()
}
