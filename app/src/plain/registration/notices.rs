//! What stands above a page of the wizard: that the host is known, what the office asked, that only the code is missing.

use domain::accreditation::view::{FieldNote, WizardMode, WizardView};
use i18n::accreditation as words;
use leptos::prelude::*;

use crate::api::accreditation::Reopen;
use crate::components::{Note, SubmitButton, Tone};
use crate::language::language;
use crate::routes;

/// Why the wizard is open, where it is not for a new host.
#[component]
pub fn ModeNotice(mode: WizardMode) -> impl IntoView {
    let language = language();
    match mode {
        WizardMode::New => ().into_any(),
        WizardMode::Join { legal_name, town } => view! {
            <Note tone=Tone::Wait title=words::JOIN_TITLE.fill(language, &[("name", &legal_name)])>
                <p>{words::JOIN_TEXT.fill(language, &[("town", &town)])}</p>
            </Note>
        }
        .into_any(),
        WizardMode::Correction { note, .. } => view! {
            <Note tone=Tone::Warn title=words::CORRECTION_TITLE.get(language)><p class="pre">{note}</p></Note>
        }
        .into_any(),
    }
}

/// What the office wrote about a field, beside it.
#[component]
pub fn FieldNotice(notes: Vec<FieldNote>, #[prop(into)] field: String) -> impl IntoView {
    let language = language();
    let own = notes.into_iter().find(|note| note.field == field);
    own.map(|own| {
        view! {
            <div class="note warn compact">
                {Tone::Warn.mark().view()}
                <p><b>{words::CORRECTION_FIELD.get(language)}</b>" "{own.note}</p>
            </div>
        }
    })
}

/// The summary is confirmed: enter the code, or go back.
#[component]
pub fn WaitsForCode(institution: String) -> impl IntoView {
    let reopen = ServerAction::<Reopen>::new();
    let language = language();
    view! {
        <Note tone=Tone::Wait title=words::WAITS_TITLE.get(language)><p>{words::WAITS_TEXT.get(language)}</p></Note>
        <div class="btns mt-m">
            <a class="btn btn-primary" href=routes::VERIFY_EMAIL>{words::ENTER_CODE.get(language)}</a>
            <ActionForm action=reopen attr:data-watched="">
                <input type="hidden" name="institution" value=institution/>
                <SubmitButton text=words::REOPEN.get(language) class="btn-outline-primary"/>
            </ActionForm>
        </div>
    }
}

/// The notes on fields of a correction; none otherwise.
pub fn notes_of(view: &WizardView) -> Vec<FieldNote> {
    match &view.mode {
        WizardMode::Correction { notes, .. } => notes.clone(),
        WizardMode::New | WizardMode::Join { .. } => Vec::new(),
    }
}
