//! Accredited: what can be done next. What is not built yet has no entry (U03).

use domain::accreditation::state::State;
use domain::accreditation::view::AreaView;
use i18n::area as words;
use leptos::prelude::*;

use super::logo::Logo;
use super::newcomer::NewcomerItem;
use super::overview::Actions;
use super::todo::TodoItem;
use crate::components::{Empty, Note, PlainLink, StateTag, Tone, accreditation_tone};
use crate::language::language;
use crate::{routes, time};

/// The area of an accredited host.
#[component]
pub fn Open(institution: String, view: AreaView, label: String, actions: Actions) -> impl IntoView {
    let AreaView::Open { state, accredited_at, newcomers, todo, logo, suspended_reason, .. } = view else {
        return ().into_any();
    };
    let language = language();
    let since = accredited_at
        .map(|at| words::ACCREDITED_SINCE.fill(language, &[("date", &time::long_date(time::in_rome(at).date(), language))]));
    let suspended = (state == State::Suspended).then(|| {
        view! {
            <Note tone=Tone::Warn title=label.clone()>
                <p>{words::SUSPENDED_TEXT.get(language)}</p><p class="pre">{suspended_reason}</p>
            </Note>
        }
    });
    let failed = move || {
        let error = actions.decide.value().get().and_then(Result::err);
        error.map(|error| view! { <Note tone=Tone::Bad announced=true><p>{error.text(language)}</p></Note> })
    };
    let list = if newcomers.is_empty() && todo.is_empty() {
        view! {
            <Empty title=words::NOTHING_TITLE.get(language) text=words::NOTHING_TEXT.get(language)>
                <p>
                    {words::NEXT_TEXT.get(language)}" "
                    <PlainLink href=routes::HOME>{words::NEXT_LINK.get(language)}</PlainLink>
                    {words::NEXT_END.get(language)}
                </p>
            </Empty>
        }
        .into_any()
    } else {
        let first = newcomers.first().map(|newcomer| newcomer.contact);
        let items = newcomers.into_iter().map(|newcomer| {
            let is_first = Some(newcomer.contact) == first;
            view! { <NewcomerItem institution=institution.clone() newcomer is_first action=actions.decide/> }
        });
        let own = todo.into_iter().enumerate().map(|(place, todo)| {
            view! { <TodoItem institution=institution.clone() todo is_first=place == 0 && first.is_none()/> }
        });
        let own = own.collect_view();
        view! { <section class="card-p"><ol class="todo">{items.collect_view()}{own}</ol></section> }.into_any()
    };
    view! {
        <p class="when mb-s"><StateTag tone=accreditation_tone(state) text=label/><span class="muted">{since}</span></p>
        {suspended}{failed}{list}
        <Logo institution logo/>
    }
    .into_any()
}
