//! What stands beside the table: hosts that are alike, what others decided, what happened.

use domain::accreditation::state::State;
use domain::accreditation::view::{Duplicate, Elsewhere, HistoryRow, ReviewView};
use i18n::{office as words, state};
use leptos::prelude::*;

use crate::api::office::DismissDuplicate;
use crate::components::{Mark, use_session_guard};
use crate::language::language;
use crate::routes;
use crate::time;

/// Lines of the history before «Mostra tutti».
const RECENT: usize = 5;

/// Hosts that might be the same.
#[component]
pub fn Duplicates(institution: String, review: RwSignal<ReviewView>, refresh: Callback<()>) -> impl IntoView {
    let language = language();
    let action = ServerAction::<DismissDuplicate>::new();
    use_session_guard().watch(move || action.value().get(), Callback::new(|()| ()));
    Effect::new(move |_| {
        if matches!(action.value().get(), Some(Ok(()))) {
            refresh.run(());
        }
    });
    let failed = move || {
        let error = action.value().get().and_then(Result::err);
        error.map(|error| view! { <p class="small t-bad" role="status">{error.text(language)}</p> })
    };
    let request = review.with_untracked(|view| view.id.to_string());
    let found = Memo::new(move |_| review.with(|view| view.duplicates.clone()));
    let item = move |other: Duplicate| {
        view! { <li><Alike institution=institution.clone() request=request.clone() other action/></li> }
    };
    move || {
        let items = found.get().into_iter().map(&item).collect_view();
        (!found.with(Vec::is_empty)).then(|| {
            view! {
                <section class="card-p tight">
                    <h3>{words::DUPLICATES.get(language)}</h3>
                    <p class="small muted">{words::DUPLICATES_TEXT.get(language)}</p>
                    {failed}
                    <ul class="rows small">{items}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Alike(institution: String, request: String, other: Duplicate, action: ServerAction<DismissDuplicate>) -> impl IntoView {
    let language = language();
    let is_name_only = other.alike.iter().all(|what| what == "name");
    let (class, mark) = if is_name_only { ("st t-wait", Mark::Unknown) } else { ("st t-warn", Mark::Warn) };
    let what = other.alike.iter().filter_map(|what| words::alike(what)).map(|word| word.get(language));
    let facts = what.chain(Some(other.town.as_str()).filter(|town| !town.is_empty())).collect::<Vec<_>>().join(" · ");
    let named = [" ", &other.legal_name].concat();
    let compare = other.here.map(|here| {
        let href = routes::office_review(&institution, here);
        view! { <a href=href>{words::COMPARE.get(language)}<span class="vh">{named.clone()}</span></a>" · " }
    });
    view! {
        <span class=class>
            {mark.view()}
            <span>
                {other.legal_name.clone()}
                <small>{words::IDENTIFIER.get(language)}" "<span class="code">{other.identifier.clone()}</span><br/>{facts}</small>
            </span>
        </span>
        <ActionForm action attr:class="acts">
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="id" value=request/>
            <input type="hidden" name="organisation" value=other.organisation.to_string()/>
            {compare}
            <button class="link" type="submit">{words::NOT_THE_SAME.get(language)}<span class="vh">{named}</span></button>
        </ActionForm>
    }
}

/// What other institutions decided: the fact and the date.
#[component]
pub fn ElsewhereCard(review: RwSignal<ReviewView>) -> impl IntoView {
    let language = language();
    let decided = Memo::new(move |_| review.with(|view| view.elsewhere.clone()));
    let line = move |other: Elsewhere| {
        let date = time::long_date(time::in_rome(other.at).date(), language);
        let what = words::decided_by(other.state.code()).unwrap_or(words::ELSEWHERE).get(language);
        view! {
            <p class="small m0">
                {what}" "<b>{other.institution}</b>" "{words::SINCE_DATE.fill(language, &[("date", &date)])}
            </p>
        }
    };
    move || {
        let lines = decided.get().into_iter().map(line).collect_view();
        (!decided.with(Vec::is_empty)).then(|| {
            view! { <section class="card-p tight"><h3>{words::ELSEWHERE.get(language)}</h3>{lines}</section> }
        })
    }
}

/// What happened, newest first: five, then all.
#[component]
pub fn HistoryCard(review: RwSignal<ReviewView>) -> impl IntoView {
    let language = language();
    let history = Memo::new(move |_| review.with(|view| view.history.clone()));
    move || {
        let mut rows = history.get();
        let older = rows.split_off(rows.len().min(RECENT));
        let older = (!older.is_empty()).then(|| {
            view! {
                <details>
                    <summary class="small">{words::SHOW_ALL.get(language)}</summary>
                    <ol class="tl mt-m">{older.into_iter().map(happened).collect_view()}</ol>
                </details>
            }
        });
        view! {
            <section class="card-p tight">
                <h3>{words::HISTORY.get(language)}</h3>
                <ol class="tl small">{rows.into_iter().map(happened).collect_view()}</ol>
                {older}
            </section>
        }
    }
}

fn happened(row: HistoryRow) -> impl IntoView {
    let language = language();
    let (class, mark) = look(&row);
    let what = words::action(&row.action).map_or(row.action.clone(), |word| word.get(language).to_owned());
    let role = state::role(row.role, language);
    let who = if row.actor.is_empty() { role.to_owned() } else { [row.actor.as_str(), role].join(", ") };
    let note = (!row.note.is_empty()).then(|| view! { <span class="pre small">{row.note.clone()}</span><br/> });
    view! {
        <li>
            <span class=class>{mark.view()}</span>
            <b>{what}</b><br/>{note}
            <small>{who}" · "<time class="num" datetime=time::machine(row.at)>{time::day_and_time(row.at)}</time></small>
        </li>
    }
}

fn look(row: &HistoryRow) -> (&'static str, Mark) {
    match row.to_state.as_deref().and_then(State::from_code) {
        Some(State::Accredited) => ("dot t-ok", Mark::Ok),
        Some(State::Integration | State::Suspended) => ("dot t-warn", Mark::Warn),
        Some(State::Rejected | State::Revoked) => ("dot t-bad", Mark::Bad),
        Some(State::Withdrawn | State::Expired) => ("dot", Mark::Ended),
        Some(State::Draft | State::Unconfirmed | State::Submitted) | None => ("dot t-wait", Mark::Wait),
    }
}
