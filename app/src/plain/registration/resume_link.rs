use i18n::accreditation as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::api::accreditation::SendResumeLink;
use crate::components::{Note, SubmitButton, Tone};
use crate::error::AppError;
use crate::language::language;

/// «Inviami il link per continuare».
#[component]
pub fn ResumeLink(institution: String, step: String) -> impl IntoView {
    let language = language();
    let send = ServerAction::<SendResumeLink>::new();
    let sent = use_query_map().with_untracked(|query| query.get("inviato").is_some());
    let outcome = match send.value().get_untracked() {
        Some(Err(error)) => Some((Tone::Bad, text(&error, language))),
        Some(Ok(())) | None => sent.then(|| (Tone::Ok, words::RESUME_LINK_SENT.get(language).to_owned())),
    };
    view! {
        <section class="card-p tight mt-l" id="continua">
            <p>{words::RESUME_LINK_TEXT.get(language)}</p>
            {outcome.map(|(tone, text)| view! { <Note tone announced=true><p>{text}</p></Note> })}
            <ActionForm action=send attr:data-watched="">
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="step" value=step/>
                <SubmitButton text=words::RESUME_LINK.get(language) class="btn-outline-primary btn-s"/>
            </ActionForm>
        </section>
    }
}

fn text(error: &AppError, language: i18n::Language) -> String {
    match error {
        AppError::Invalid(problems) => {
            let text = problems.first().map(|error| i18n::problem::text(&error.problem, language));
            text.unwrap_or_default()
        }
        error => error.text(language),
    }
}
