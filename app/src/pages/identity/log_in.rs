use i18n::identity as words;
use leptos::prelude::*;

use super::form::{asked, labels};
use crate::api::identity::LogIn as LogInAction;
use crate::components::{
    ErrorSummary, FieldSpec, Note, Page, PasswordField, PlainLink, SubmitButton, TextField, Tone, login_failure, own_institution,
};
use crate::language::language;
use crate::routes;

/// `/accedi`: user name, with or without the institution's extension, and password. Source: acceptance U15, D05.
#[component]
pub fn LogIn() -> impl IntoView {
    let language = language();
    let log_in = ServerAction::<LogInAction>::new();
    let message = Signal::derive(move || login_failure(&log_in.value().read()));
    let wrong = Signal::derive(move || message.read().is_some());
    let next = asked("poi").as_deref().and_then(routes::safe_next).unwrap_or(routes::HOME).to_owned();
    let password =
        FieldSpec::new("password", "password", words::PASSWORD.get(language)).mandatory().autocomplete("current-password");
    view! {
        <Page title=words::LOG_IN_TITLE.get(language).to_owned() wrong>
            <div class="narrow">
                <h1>{words::LOG_IN_TITLE.get(language)}</h1>
                {asked("reimpostata").map(|_| view! { <ResetDone/> })}
                <ErrorSummary problems=Signal::stored(Vec::new()) message label=labels(words::PASSWORD)/>
                <ActionForm action=log_in attr:novalidate=true attr:class="card-p">
                    <input type="hidden" name="poi" value=next/>
                    <UserNameField/>
                    <PasswordField spec=password/>
                    <div class="btns"><SubmitButton text=words::LOG_IN.get(language) pending=log_in.pending()/></div>
                </ActionForm>
                <OtherWays/>
            </div>
        </Page>
    }
}

/// The user name; the hint gives the extension of the institution one comes from.
#[component]
fn UserNameField() -> impl IntoView {
    let language = language();
    let institution = own_institution();
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let suffix = institution.await.ok().flatten().map(|institution| institution.login_suffix).unwrap_or_default();
                let spec = FieldSpec::new("login", "login", words::USER_NAME.get(language)).mandatory().autocomplete("username");
                let hint = words::USER_NAME_HINT.fill(language, &[("suffix", &suffix)]);
                let spec = if suffix.is_empty() { spec } else { spec.hint(hint) };
                view! { <TextField spec/> }
            })}
        </Suspense>
    }
}

#[component]
fn ResetDone() -> impl IntoView {
    let language = language();
    view! {
        <Note tone=Tone::Ok title=words::RESET_DONE.get(language)><p>{words::RESET_DONE_TEXT.get(language)}</p></Note>
    }
}

#[component]
fn OtherWays() -> impl IntoView {
    let language = language();
    view! {
        <div class="mt-l"><ul class="rows">
            <li><a href=routes::RECOVER_PASSWORD>{words::FORGOTTEN_PASSWORD.get(language)}</a></li>
            <li><a href=routes::RECOVER_USER_NAME>{words::FORGOTTEN_USER_NAME.get(language)}</a></li>
            <li>
                {words::NO_CREDENTIALS.get(language)}" "
                <PlainLink href=routes::HOME>{words::CHOOSE_INSTITUTION.get(language)}</PlainLink>
            </li>
        </ul></div>
    }
}
