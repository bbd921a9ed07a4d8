//! The page of the mailed link: it shows nothing and changes nothing before the identifier is given.

use i18n::accreditation as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::api::accreditation::Resume as ResumeAction;
use crate::components::{ErrorSummary, FieldSpec, Page, SubmitButton, TextField};
use crate::error::AppError;
use crate::language::language;

/// `/{i}/accreditamento/riprendi?chiave=…`.
#[component]
pub fn Resume(institution: String) -> impl IntoView {
    let language = language();
    let resume = ServerAction::<ResumeAction>::new();
    let token = use_query_map().with_untracked(|query| query.get("chiave")).unwrap_or_default();
    let (wrong_text, dead_text) = (words::RESUME_WRONG.get(language), i18n::identity::LINK_DEAD_TEXT.get(language));
    let message = match resume.value().get_untracked() {
        Some(Err(AppError::Invalid(_))) => Some(wrong_text.to_owned()),
        Some(Err(AppError::NotFound)) => Some(dead_text.to_owned()),
        Some(Err(error)) => Some(error.text(language)),
        Some(Ok(())) | None => None,
    };
    let wrong = message.is_some();
    let message = Signal::stored(message);
    let identifier = FieldSpec::new("identifier", "identifier", words::RESUME_IDENTIFIER.get(language)).mandatory();
    view! {
        <Page title=words::RESUME_TITLE.get(language).to_owned() wrong>
            <div class="narrow">
                <h1>{words::RESUME_TITLE.get(language)}</h1>
                <p class="lead">{words::RESUME_TEXT.get(language)}</p>
                <ErrorSummary problems=Signal::stored(Vec::new()) message label=Callback::new(|field| (String::new(), field))/>
                <ActionForm
                    action=resume attr:novalidate=true attr:class="card-p" attr:data-watched="" attr:data-invalid=wrong_text
                    attr:data-not-found=dead_text
                >
                    <input type="hidden" name="institution" value=institution/>
                    <input type="hidden" name="token" value=token/>
                    <TextField spec=identifier/>
                    <div class="btns"><SubmitButton text=words::RESUME_BUTTON.get(language)/></div>
                </ActionForm>
            </div>
        </Page>
    }
}
