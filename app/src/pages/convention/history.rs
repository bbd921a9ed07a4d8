use domain::accreditation::view::HistoryRow;
use domain::convention::State;
use i18n::{convention as words, state};
use leptos::prelude::*;

use crate::components::{Mark, convention_tone};
use crate::language::language;
use crate::time;

/// Lines before «Mostra tutti».
const RECENT: usize = 5;

/// What happened, newest first: five, then all.
#[component]
pub fn History(mut rows: Vec<HistoryRow>) -> impl IntoView {
    let language = language();
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
        <section class="card-p">
            <h2>{words::HISTORY.get(language)}</h2>
            <ol class="tl small">{rows.into_iter().map(happened).collect_view()}</ol>
            {older}
        </section>
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

fn look(row: &HistoryRow) -> (String, Mark) {
    if row.action == "fail_check" {
        return ("dot t-bad".to_owned(), Mark::Bad);
    }
    match row.to_state.as_deref().and_then(State::from_code) {
        Some(state) => {
            let tone = convention_tone(state);
            let colour = if tone.class().is_empty() { String::new() } else { [" t-", tone.class()].concat() };
            (["dot", &colour].concat(), tone.mark())
        }
        None => ("dot t-wait".to_owned(), Mark::Wait),
    }
}
