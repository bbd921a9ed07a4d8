use i18n::identity as words;
use leptos::prelude::*;

use super::form::{Problems, asked, labels};
use crate::api::identity::RecoverUserName as RecoverAction;
use crate::components::{ErrorSummary, FieldSpec, Note, Page, SubmitButton, TextField, Tone, problem_of};
use crate::language::language;

/// `/recupera-utente`: the names go to the address, without the office. Source: acceptance D18.
#[component]
pub fn RecoverUserName() -> impl IntoView {
    let language = language();
    let recover = ServerAction::<RecoverAction>::new();
    let problems = Problems::of(move || recover.value().get());
    let spec = FieldSpec::new("email", "email", words::EMAIL.get(language))
        .mandatory()
        .autocomplete("email")
        .problem(problem_of(problems.fields, "email"));
    view! {
        <Page title=words::RECOVER_USER_NAME_TITLE.get(language).to_owned() wrong=problems.any>
            <div class="narrow">
                <h1>{words::RECOVER_USER_NAME_TITLE.get(language)}</h1>
                {asked("inviato").map(|_| view! { <NameSent/> })}
                <p class="lead">{words::RECOVER_USER_NAME_TEXT.get(language)}</p>
                <ErrorSummary problems=problems.fields message=problems.message label=labels(words::PASSWORD)/>
                <ActionForm action=recover attr:novalidate=true attr:class="card-p">
                    <TextField spec kind="email"/>
                    <div class="btns"><SubmitButton text=words::SEND_USER_NAME.get(language) pending=recover.pending()/></div>
                </ActionForm>
            </div>
        </Page>
    }
}

#[component]
fn NameSent() -> impl IntoView {
    let language = language();
    view! {
        <Note tone=Tone::Ok title=words::USER_NAME_SENT.get(language)><p>{words::USER_NAME_SENT_TEXT.get(language)}</p></Note>
    }
}
