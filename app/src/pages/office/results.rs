use domain::accreditation::state::State;
use domain::list::ListQuery;
use i18n::office as words;
use leptos::prelude::*;

use super::age::{count, found};
use super::live_queue::LiveQueue;
use super::place::{institution_here, query_here};
use super::table::RequestTable;
use crate::components::{Empty, Pager};
use crate::language::language;
use crate::routes;

/// The rows with what stands below them, or why there are none.
#[component]
pub fn Results(
    queue: LiveQueue,
    /// Id of the part.
    place: &'static str,
) -> impl IntoView {
    let language = language();
    let is_empty = Memo::new(move |_| queue.page.with(|page| page.rows.is_empty()));
    let number = Memo::new(move |_| queue.page.with(|page| page.count));
    view! {
        <div id=place tabindex="-1">
            <p class="vh" role="status">{move || found(number.get(), language)}</p>
            <Show when=move || !is_empty.get() fallback=move || view! { <NoRows queue/> }>
                <div class="card-p tbl"><RequestTable queue/></div>
                <Below queue/>
            </Show>
        </div>
    }
}

/// Count, pages and files.
#[component]
fn Below(queue: LiveQueue) -> impl IntoView {
    let language = language();
    let (institution, query) = (institution_here(), query_here());
    let pages = Memo::new(move |_| queue.page.with(|page| (page.count, page.previous.clone(), page.next.clone())));
    let file = move |format: &'static str| move || routes::office_export(&institution.get(), format, &query.get());
    move || {
        let (number, previous, next) = pages.get();
        let address = |page: String| routes::office_list(&institution.get(), &ListQuery { page, ..query.get() });
        view! {
            <Pager summary=found(number, language) previous=previous.map(address) next=next.map(address)>
                <ul class="export">
                    <li><a href=file("csv") rel="external" download>{words::EXPORT_CSV.get(language)}</a></li>
                    <li><a href=file("xlsx") rel="external" download>{words::EXPORT_XLSX.get(language)}</a></li>
                </ul>
            </Pager>
        }
    }
}

/// Nothing waits, or nothing fits what was asked for.
#[component]
fn NoRows(queue: LiveQueue) -> impl IntoView {
    let language = language();
    let (institution, query) = (institution_here(), query_here());
    let all = move || ListQuery { state: "all".to_owned(), ..ListQuery::default() };
    move || match queue.wider.get() {
        None => view! {
            <Empty title=words::EMPTY_TITLE.get(language) text=words::EMPTY_TEXT.get(language)>
                <p><a href=move || routes::office_list(&institution.get(), &all())>{words::SEE_ALL.get(language)}</a></p>
            </Empty>
        }
        .into_any(),
        Some((wider, number)) => {
            let drop = if wider.q.is_empty() && !query.get().q.is_empty() { words::DROP_SEARCH } else { words::DROP_STATE };
            let appear = words::WOULD_APPEAR.fill(language, &[("n", &count(number, language))]);
            view! {
                <section class="card-p">
                    <h2>{words::NO_RESULTS.get(language)}</h2>
                    <p>{missing(&query.get(), queue)}</p>
                    <p class="m0"><a href=routes::office_list(&institution.get(), &wider)>{drop.get(language)}</a>{appear}</p>
                </section>
            }
            .into_any()
        }
    }
}

/// What was asked for in vain.
fn missing(query: &ListQuery, queue: LiveQueue) -> String {
    let code = if query.state.is_empty() { State::Submitted.code() } else { &query.state };
    let word = match (query.q.is_empty(), code) {
        (true, _) => words::NONE_IN,
        (false, "all") => words::NONE_FOR_ANY,
        (false, _) => words::NONE_FOR,
    };
    word.fill(language(), &[("q", &query.q), ("state", &queue.label(code))])
}
