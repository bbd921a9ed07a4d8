use domain::account::view::Me;
use i18n::identity as words;
use leptos::prelude::*;

use super::form::{Problems, asked, labels, new_password};
use crate::api::identity::ChangePassword;
use crate::components::{
    ErrorSummary, ErrorView, FieldSpec, Note, Page, PasswordField, SubmitButton, Tone, own_session, problem_of, use_session_guard,
};
use crate::error::AppError;
use crate::language::language;

/// `/account`: own data and password.
#[component]
pub fn Account() -> impl IntoView {
    let session = own_session();
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match session.await {
                    Ok(Some(session)) => view! { <AccountPage me=session.me/> }.into_any(),
                    Ok(None) => view! { <ErrorView error=AppError::SignIn/> }.into_any(),
                    Err(error) => view! { <ErrorView error/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn AccountPage(me: Me) -> impl IntoView {
    let language = language();
    let change = ServerAction::<ChangePassword>::new();
    let problems = Problems::of(move || change.value().get());
    // the passwords are not kept for another try: the person presses the button again
    use_session_guard().watch(move || change.value().get(), Callback::new(|()| ()));
    view! {
        <Page title=words::ACCOUNT_TITLE.get(language).to_owned() wrong=problems.any>
            <div class="narrow stack">
                <h1>{words::ACCOUNT_TITLE.get(language)}</h1>
                {asked("cambiata").map(|_| view! { <Changed/> })}
                <section class="card-p">
                    <h2>{words::ACCOUNT_DATA.get(language)}</h2>
                    <dl class="dl">
                        <dt>{words::NAME.get(language)}</dt><dd>{[me.first_name.as_str(), &me.last_name].join(" ")}</dd>
                        <dt>{words::USER_NAME.get(language)}</dt><dd>{me.user_name}</dd>
                        <dt>{words::EMAIL.get(language)}</dt><dd>{me.email}</dd>
                    </dl>
                </section>
                <ErrorSummary problems=problems.fields message=problems.message label=labels(words::PASSWORD_NEW)/>
                <ChangeForm change problems/>
            </div>
        </Page>
    }
}

#[component]
fn Changed() -> impl IntoView {
    let language = language();
    view! {
        <Note tone=Tone::Ok title=words::PASSWORD_CHANGED.get(language)><p>{words::PASSWORD_CHANGED_TEXT.get(language)}</p></Note>
    }
}

#[component]
fn ChangeForm(change: ServerAction<ChangePassword>, problems: Problems) -> impl IntoView {
    let language = language();
    let current = FieldSpec::new("current", "current", words::PASSWORD_NOW.get(language))
        .mandatory()
        .autocomplete("current-password")
        .problem(problem_of(problems.fields, "current"));
    let [password, again] = new_password(problems, ["password", "again"], words::PASSWORD_NEW);
    view! {
        <ActionForm action=change attr:novalidate=true attr:class="card-p">
            <h2>{words::CHANGE_PASSWORD_TITLE.get(language)}</h2>
            <PasswordField spec=current/>
            <PasswordField spec=password/>
            <PasswordField spec=again/>
            <div class="btns"><SubmitButton text=words::CHANGE_PASSWORD.get(language) pending=change.pending()/></div>
        </ActionForm>
    }
}
