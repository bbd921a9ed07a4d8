use domain::access::Role;
use domain::convention::State;
use domain::convention::view::ConventionView;
use i18n::{convention as words, state};
use leptos::prelude::*;

use crate::language::language;
use crate::{routes, time};

/// Whose turn it is, since when, by when, and what the reader has to do.
#[component]
pub fn TurnPanel(institution: String, view: ConventionView) -> impl IntoView {
    let language = language();
    let facts = view.turn.clone().map(|turn| {
        let who = match (turn.role, turn.who.is_empty()) {
            (Role::Office, true) => words::THE_OFFICE.get(language).to_owned(),
            (role, true) => state::role(role, language).to_owned(),
            (_, false) => turn.who.clone(),
        };
        let role = (!turn.who.is_empty()).then(|| view! { <small>{state::role(turn.role, language)}</small> });
        let until = turn.until.map(|until| {
            view! {
                <div>
                    <p class="k">{words::UNTIL.get(language)}</p>
                    <p class="v">{time::weekday_date(until, language)}<small>{words::AFTER_DEADLINE.get(language)}</small></p>
                </div>
            }
        });
        view! {
            <div class="main">
                <div><p class="k">{words::WHO.get(language)}</p><p class="v">{who}{role}</p></div>
                <div>
                    <p class="k">{words::SINCE.get(language)}</p>
                    <p class="v">{time::weekday_date(time::in_rome(turn.since).date(), language)}</p>
                </div>
                {until}
            </div>
        }
    });
    let is_yours = yours(&view);
    let edit = view.can_edit.then(|| {
        view! { <a class="btn btn-primary" href=routes::convention_form(&institution, view.id)>{words::CONTINUE.get(language)}</a> }
    });
    let said = match is_yours {
        Some(what) => view! { <p><b>{words::YOUR_TURN.get(language)}</b>" "{what.get(language)}</p> }.into_any(),
        None => {
            let text = match view.state {
                State::Active => words::IS_ACTIVE,
                state if state.is_open() => words::WE_WRITE,
                _ => words::OVER,
            };
            view! { <p><b>{words::NOTHING_TO_DO.get(language)}</b>" "{text.get(language)}</p> }.into_any()
        }
    };
    view! {
        <section class="turn">
            <h2 class="vh">{words::TURN.get(language)}</h2>
            {facts}
            <div class=if is_yours.is_some() { "you now" } else { "you" }>{said}{edit}</div>
        </section>
    }
}

/// What the reader has to do; none if it is somebody else's turn.
fn yours(view: &ConventionView) -> Option<i18n::Word> {
    let offers = |code: &str| view.offered.iter().any(|offered| offered == code);
    match view.state {
        State::Draft if view.can_edit => Some(words::DO_FILL),
        State::Submitted if offers("approve") || view.can_issue => Some(words::DO_DECIDE),
        State::AwaitingSignatures if view.turn.as_ref().is_some_and(|turn| turn.is_yours && turn.role != Role::Office) => {
            Some(words::DO_SIGN)
        }
        State::AwaitingSignatures if offers("activate") && view.missing.is_empty() => Some(words::DO_ACTIVATE),
        _ => None,
    }
}
