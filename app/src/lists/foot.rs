use domain::list::{Count, ListQuery};
use i18n::list as words;
use leptos::prelude::*;

use super::{Address, Listed, LiveList, counted, query_here};
use crate::components::Pager;
use crate::language::language;

/// Count, pages and files of a list.
#[component]
pub fn Foot<V: Listed>(
    list: LiveList<V>,
    address: Address,
    /// «37 righe», by the number of rows.
    summary: fn(Count) -> String,
    /// The address of the list as a file; the format is put before the query.
    file: Callback<(&'static str, ListQuery), String>,
) -> impl IntoView {
    let language = language();
    let query = query_here();
    let pages = Memo::new(move |_| {
        list.with_page(|page| (page.count.rows, page.count.bounded, page.previous.clone(), page.next.clone()))
    });
    let export = move |format: &'static str| move || file.run((format, query.get()));
    move || {
        let (number, bounded, previous, next) = pages.get();
        let to = |page: String| address.run(ListQuery { page, ..query.get() });
        view! {
            <Pager summary=summary(Count { rows: number, bounded }) previous=previous.map(to) next=next.map(to)>
                <ul class="export">
                    <li><a href=export("csv") rel="external" download>{words::EXPORT_CSV.get(language)}</a></li>
                    <li><a href=export("xlsx") rel="external" download>{words::EXPORT_XLSX.get(language)}</a></li>
                </ul>
            </Pager>
        }
    }
}

/// Nothing fits what was asked for: which filter to take away, and how many rows would appear.
#[component]
pub fn NothingFound(
    wider: ListQuery,
    count: Count,
    /// What the state asked for is called; empty where every state was looked at.
    #[prop(into)]
    state: String,
    address: Address,
) -> impl IntoView {
    let language = language();
    let query = query_here();
    let asked = query.get_untracked();
    let drop = if wider.q.is_empty() && !asked.q.is_empty() { words::DROP_SEARCH } else { words::DROP_STATE };
    let appear = words::WOULD_APPEAR.fill(language, &[("n", &counted(count))]);
    let missing = match (asked.q.is_empty(), state.is_empty()) {
        (true, _) => words::NONE_IN,
        (false, true) => words::NONE_FOR_ANY,
        (false, false) => words::NONE_FOR,
    };
    view! {
        <section class="card-p">
            <h2>{words::NO_RESULTS.get(language)}</h2>
            <p>{missing.fill(language, &[("q", &asked.q), ("state", &state)])}</p>
            <p class="m0"><a href=address.run(wider)>{drop.get(language)}</a>{appear}</p>
        </section>
    }
}
