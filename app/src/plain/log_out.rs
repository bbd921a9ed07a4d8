use i18n::frame as words;
use leptos::prelude::*;

use crate::components::Page;
use crate::language::language;
use crate::routes;

/// `/esci`: a link cannot log anybody out, so the page has the button.
#[component]
pub fn LogOut() -> impl IntoView {
    let text = words::SIGN_OUT.get(language());
    view! {
        <Page title=text.to_owned()>
            <h1>{text}</h1>
            <p class="lead">{words::SIGN_OUT_TEXT.get(language())}</p>
            <form class="mt-m" method="post" action=routes::LOG_OUT_POST>
                <input type="hidden" name="poi" value=routes::HOME/>
                <button class="btn btn-primary">{text}</button>
            </form>
        </Page>
    }
}
