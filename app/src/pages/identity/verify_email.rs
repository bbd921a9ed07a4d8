use domain::account::view::PendingCode;
use i18n::identity as words;
use leptos::prelude::*;
use leptos::web_sys::SubmitEvent;
use server_fn::ServerFn;

use super::form::{Problems, asked, labels, new_password};
use crate::api::accreditation::{VerifyCode, load_pending_code};
use crate::api::identity::SendCode;
use crate::browser;
use crate::components::{ErrorSummary, FieldSpec, Note, Page, PasswordField, SubmitButton, TextField, Tone, problem_of};
use crate::language::language;

/// What the button that asks for a code says of itself.
const SEND: &str = "send";

/// `/verifica-email`: the code of the mail, and the password. Source: acceptance U16–U18.
#[component]
pub fn VerifyEmail() -> impl IntoView {
    let pending = Resource::new(|| (), async |()| load_pending_code().await);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                // without an answer the name is typed: nothing here depends on it
                let pending = pending.await.unwrap_or_default();
                view! { <VerifyPage pending/> }
            })}
        </Suspense>
    }
}

#[component]
fn VerifyPage(
    /// The registration of this browser that waits for its code.
    pending: Option<PendingCode>,
) -> impl IntoView {
    let language = language();
    let send = ServerAction::<SendCode>::new();
    let verify = ServerAction::<VerifyCode>::new();
    let (sending, verifying) = (Problems::of(move || send.value().get()), Problems::of(move || verify.value().get()));
    let wrong = Signal::derive(move || sending.any.get() || verifying.any.get());
    let user_name = pending.as_ref().map(|pending| pending.user_name.clone()).or_else(|| asked("utente")).unwrap_or_default();
    view! {
        <Page title=words::VERIFY_TITLE.get(language).to_owned() wrong>
            <div class="narrow stack">
                <h1>{words::VERIFY_TITLE.get(language)}</h1>
                <p class="lead">{words::VERIFY_TEXT.get(language)}</p>
                {asked("inviato").map(|_| view! { <CodeSent/> })}
                <ErrorSummary problems=verifying.fields message=verifying.message label=labels(words::PASSWORD)/>
                <ErrorSummary problems=sending.fields message=sending.message label=labels(words::PASSWORD)/>
                <CodeForm send verify problems=verifying user_name email=pending.map(|pending| pending.email)/>
            </div>
        </Page>
    }
}

#[component]
fn CodeSent() -> impl IntoView {
    let language = language();
    view! { <Note tone=Tone::Ok title=words::CODE_SENT.get(language)><p>{words::CODE_SENT_TEXT.get(language)}</p></Note> }
}

/// One form, so that the user name is written once: one button sends a code, the other uses it.
#[component]
fn CodeForm(
    send: ServerAction<SendCode>,
    verify: ServerAction<VerifyCode>,
    problems: Problems,
    user_name: String,
    email: Option<String>,
) -> impl IntoView {
    let language = language();
    let name = FieldSpec::new("user_name", "user_name", words::USER_NAME.get(language))
        .mandatory()
        .autocomplete("username")
        .problem(problem_of(problems.fields, "user_name"));
    let code = FieldSpec::new("code", "code", words::CODE.get(language))
        .mandatory()
        .autocomplete("one-time-code")
        .class("otp")
        .hint(words::CODE_HINT.get(language))
        .problem(problem_of(problems.fields, "code"));
    let [password, again] = new_password(problems, ["password", "password_again"], words::PASSWORD);
    let text = if email.is_some() { words::SEND_CODE_TEXT } else { words::SEND_CODE_COLD };
    let went_to = email.map(|email| view! { <p>{words::SEND_CODE_TO.get(language)}" "<b>{email}</b></p> });
    let choose = move |event: SubmitEvent| {
        if browser::submitter_value(&event) == SEND {
            event.prevent_default();
            send.dispatch(SendCode { user_name: browser::value_of("user_name") });
        }
    };
    view! {
        <ActionForm action=verify attr:novalidate=true attr:class="card-p" on:submit:capture=choose>
            // The Enter key presses the first button of a form: it must not be the one that voids the code.
            <button class="vh" type="submit" tabindex="-1" aria-hidden="true">{words::VERIFY_CODE.get(language)}</button>
            <h2>{words::SEND_CODE_TITLE.get(language)}</h2>
            {went_to}
            <p>{text.get(language)}</p>
            <TextField spec=name value=user_name/>
            <div class="btns">
                <button class="btn btn-outline-primary" type="submit" formaction=SendCode::url() name="intent" value=SEND>
                    {words::SEND_CODE.get(language)}
                </button>
            </div>
            <h2 class="mt-xl">{words::VERIFY_CODE_TITLE.get(language)}</h2>
            <TextField spec=code keyboard="numeric"/>
            <PasswordField spec=password/>
            <PasswordField spec=again/>
            <div class="btns"><SubmitButton text=words::VERIFY_CODE.get(language) pending=verify.pending()/></div>
        </ActionForm>
    }
}
