use i18n::error as words;
use leptos::prelude::*;

use super::link::PlainLink;
use super::page::Page;
use crate::error::{AppError, duration};
use crate::language::language;
use crate::routes;

/// A whole page for what went wrong: whose fault, whether anything was lost, what to do, code to quote.
#[component]
pub fn ErrorView(error: AppError) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::context::set_status(error.status());
    let language = language();
    let (title, text) = match &error {
        AppError::NotFound => (words::PAGE_NOT_FOUND, words::PAGE_NOT_FOUND_TEXT.get(language).to_owned()),
        AppError::Denied => (words::PAGE_FORBIDDEN, words::PAGE_FORBIDDEN_TEXT.get(language).to_owned()),
        AppError::SignIn => (words::PAGE_SIGN_IN, words::PAGE_SIGN_IN_TEXT.get(language).to_owned()),
        AppError::TooMany { seconds } => {
            (words::PAGE_TOO_MANY, words::TOO_MANY.fill(language, &[("time", &duration(*seconds, language))]))
        }
        AppError::Internal(_) => (words::PAGE_BROKEN, words::PAGE_BROKEN_TEXT.get(language).to_owned()),
        AppError::Transport => (words::PAGE_TRANSPORT, words::PAGE_TRANSPORT_TEXT.get(language).to_owned()),
        AppError::Invalid(_) | AppError::Refused(_) | AppError::Stale => (words::PAGE_REFUSED, error.text(language)),
    };
    let code = match &error {
        AppError::Internal(id) => Some(id.0.clone()),
        _ => None,
    };
    let title = title.get(language);
    view! {
        <Page title=title.to_owned()>
            <section class="oops">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                {code.map(|code| view! { <p>{words::PAGE_BROKEN_CODE.get(language)}" "<span class="code">{code}</span>"."</p> })}
                <WhereToGo signed_out=error == AppError::SignIn/>
            </section>
        </Page>
    }
}

/// The ways on from a page that is not there.
#[component]
fn WhereToGo(signed_out: bool) -> impl IntoView {
    let language = language();
    let path = leptos_router::hooks::use_location().pathname.get_untracked();
    let log_in = signed_out.then(|| {
        view! { <a class="btn btn-primary" href=routes::log_in_then(&path)>{i18n::identity::LOG_IN.get(language)}</a> }
    });
    view! {
        <div class="btns">
            {log_in}
            <PlainLink class="btn btn-outline-primary" href=routes::HOME>{words::GO_HOME.get(language)}</PlainLink>
        </div>
    }
}
