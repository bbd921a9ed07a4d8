use i18n::accreditation as words;
use leptos::prelude::*;

use crate::api::accreditation::SendResumeLink;
use crate::components::{Note, SubmitButton, Tone};
use crate::error::AppError;
use crate::language::language;

/// «Inviami il link per continuare».
#[component]
pub fn ResumeLink(institution: String) -> impl IntoView {
    let language = language();
    let send = ServerAction::<SendResumeLink>::new();
    let outcome = move || send.value().get().map(|answer| message(answer, language));
    view! {
        <section class="card-p tight mt-l">
            <p>{words::RESUME_LINK_TEXT.get(language)}</p>
            <ActionForm action=send>
                <input type="hidden" name="institution" value=institution/>
                <SubmitButton text=words::RESUME_LINK.get(language) class="btn-outline-primary btn-s" pending=send.pending()/>
            </ActionForm>
            {outcome}
        </section>
    }
}

fn message(answer: Result<(), AppError>, language: i18n::Language) -> impl IntoView {
    let (tone, text) = match answer {
        Ok(()) => (Tone::Ok, words::RESUME_LINK_SENT.get(language).to_owned()),
        Err(AppError::Invalid(problems)) => {
            let text = problems.first().map(|error| i18n::problem::text(&error.problem, language));
            (Tone::Bad, text.unwrap_or_default())
        }
        Err(error) => (Tone::Bad, error.text(language)),
    };
    view! { <Note tone announced=true><p>{text}</p></Note> }
}
