use domain::accreditation::view::{Newcomer, ReviewView};
use i18n::office as words;
use leptos::prelude::*;

use crate::api::office::DecideNewcomer;
use crate::components::use_session_guard;
use crate::language::language;

/// Persons who ask to enter the host and wait for the office.
#[component]
pub fn Newcomers(institution: String, review: RwSignal<ReviewView>, refresh: Callback<()>) -> impl IntoView {
    let language = language();
    let action = ServerAction::<DecideNewcomer>::new();
    use_session_guard().watch(move || action.value().get(), Callback::new(|()| ()));
    Effect::new(move |_| {
        if action.value().with(Option::is_some) {
            refresh.run(());
        }
    });
    let failed = move || {
        let error = action.value().get().and_then(Result::err);
        error.map(|error| view! { <p class="small t-bad" role="status">{error.text(language)}</p> })
    };
    let waiting = Memo::new(move |_| review.with(|view| view.newcomers.clone()));
    let item = move |person: Newcomer| view! { <li><Person institution=institution.clone() person action/></li> };
    move || {
        let items = waiting.get().into_iter().map(&item).collect_view();
        (!waiting.with(Vec::is_empty)).then(|| {
            view! {
                <section class="card-p tight">
                    <h3>{words::NEWCOMERS.get(language)}</h3>
                    <p class="small muted">{words::NEWCOMERS_TEXT.get(language)}</p>
                    {failed}
                    <ul class="rows small">{items}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Person(institution: String, person: Newcomer, action: ServerAction<DecideNewcomer>) -> impl IntoView {
    let language = language();
    let named = [" ", &person.name].concat();
    let facts =
        [person.role_title.as_str(), &person.email].into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <p class="m0 break"><b>{person.name}</b><br/><span class="muted">{facts}</span></p>
        <ActionForm action>
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="contact" value=person.contact.to_string()/>
            <div class="btns mt-s">
                <button class="btn btn-outline-primary btn-s" type="submit" name="decision" value="admit">
                    {words::ADMIT.get(language)}<span class="vh">{named.clone()}</span>
                </button>
                <button class="btn btn-outline-danger btn-s" type="submit" name="decision" value="refuse">
                    {words::REFUSE.get(language)}<span class="vh">{named}</span>
                </button>
            </div>
        </ActionForm>
    }
}
