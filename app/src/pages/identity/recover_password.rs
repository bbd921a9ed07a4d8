use i18n::identity as words;
use leptos::prelude::*;

use super::form::{Problems, asked, labels, new_password};
use crate::api::identity::{RecoverPassword as RecoverAction, ResetPassword, password_link};
use crate::components::{
    ErrorSummary, ErrorView, FieldSpec, Note, Page, PasswordField, SubmitButton, TextField, Tone, problem_of,
};
use crate::language::language;

/// `/recupera-password`: asks for the link, or with `?link=` sets the new password. Source: acceptance U16, U18, D18.
#[component]
pub fn RecoverPassword() -> impl IntoView {
    match asked("link") {
        Some(link) => view! { <FromLink link/> }.into_any(),
        None => view! { <AskForLink is_dead=false/> }.into_any(),
    }
}

#[component]
fn AskForLink(
    /// A link was opened that no longer counts.
    is_dead: bool,
) -> impl IntoView {
    let language = language();
    let recover = ServerAction::<RecoverAction>::new();
    let problems = Problems::of(move || recover.value().get());
    let spec = FieldSpec::new("login", "login", words::USER_NAME.get(language))
        .mandatory()
        .autocomplete("username")
        .problem(problem_of(problems.fields, "login"));
    view! {
        <Page title=words::RECOVER_PASSWORD_TITLE.get(language).to_owned() wrong=problems.any>
            <div class="narrow">
                <h1>{words::RECOVER_PASSWORD_TITLE.get(language)}</h1>
                {is_dead.then(|| view! { <DeadLink/> })}
                {asked("inviato").map(|_| view! { <LinkSent/> })}
                <p class="lead">{words::RECOVER_PASSWORD_TEXT.get(language)}</p>
                <ErrorSummary problems=problems.fields message=problems.message label=labels(words::PASSWORD_NEW)/>
                <ActionForm action=recover attr:novalidate=true attr:class="card-p">
                    <TextField spec/>
                    <div class="btns"><SubmitButton text=words::SEND_LINK.get(language) pending=recover.pending()/></div>
                </ActionForm>
            </div>
        </Page>
    }
}

#[component]
fn DeadLink() -> impl IntoView {
    let language = language();
    view! { <Note tone=Tone::Warn title=words::LINK_DEAD.get(language)><p>{words::LINK_DEAD_TEXT.get(language)}</p></Note> }
}

#[component]
fn LinkSent() -> impl IntoView {
    let language = language();
    view! { <Note tone=Tone::Ok title=words::LINK_SENT.get(language)><p>{words::LINK_SENT_TEXT.get(language)}</p></Note> }
}

/// Opening the link changes nothing: it only decides which of the two pages is shown.
#[component]
fn FromLink(link: String) -> impl IntoView {
    let is_open = Resource::new(
        {
            let link = link.clone();
            move || link.clone()
        },
        async |link| password_link(link).await,
    );
    let link = StoredValue::new(link);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match is_open.await {
                    Ok(true) => view! { <SetPassword link=link.get_value()/> }.into_any(),
                    Ok(false) => view! { <AskForLink is_dead=true/> }.into_any(),
                    Err(error) => view! { <ErrorView error/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn SetPassword(link: String) -> impl IntoView {
    let language = language();
    let reset = ServerAction::<ResetPassword>::new();
    let problems = Problems::of(move || reset.value().get());
    let [password, again] = new_password(problems, ["password", "again"], words::PASSWORD_NEW);
    view! {
        <Page title=words::RESET_TITLE.get(language).to_owned() wrong=problems.any>
            <div class="narrow">
                <h1>{words::RESET_TITLE.get(language)}</h1>
                <ErrorSummary problems=problems.fields message=problems.message label=labels(words::PASSWORD_NEW)/>
                <ActionForm action=reset attr:novalidate=true attr:class="card-p">
                    <input type="hidden" name="link" value=link/>
                    <PasswordField spec=password/>
                    <PasswordField spec=again/>
                    <div class="btns"><SubmitButton text=words::RESET.get(language) pending=reset.pending()/></div>
                </ActionForm>
            </div>
        </Page>
    }
}
