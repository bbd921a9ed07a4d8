use domain::accreditation::state::State;
use domain::list::{Count, ListQuery};
use i18n::office as words;
use leptos::prelude::*;

use super::age::found;
use super::live_queue::LiveQueue;
use super::place::{institution_here, list_address};
use super::table::RequestTable;
use crate::components::Empty;
use crate::language::language;
use crate::lists::{Foot, NothingFound, query_here};
use crate::routes;

/// The rows with what stands below them, or why there are none.
#[component]
pub fn Results(
    queue: LiveQueue,
    /// Id of the part.
    place: &'static str,
) -> impl IntoView {
    let language = language();
    let institution = institution_here();
    let is_empty = Memo::new(move |_| queue.list.with_page(|page| page.rows.len()) == 0);
    let number = Memo::new(move |_| queue.list.with_page(|page| page.count));
    let address = list_address(institution);
    let file = Callback::new(move |(format, query): (&'static str, ListQuery)| {
        routes::office_export(&institution.get_untracked(), format, &query)
    });
    view! {
        <div id=place tabindex="-1">
            <p class="vh" role="status">{move || found(number.get(), language)}</p>
            <Show when=move || !is_empty.get() fallback=move || view! { <NoRows queue/> }>
                <div class="card-p tbl"><RequestTable queue/></div>
                <Foot list=queue.list address summary=requests file/>
            </Show>
        </div>
    }
}

/// «37 richieste».
fn requests(count: Count) -> String {
    found(count, language())
}

/// Nothing waits, or nothing fits what was asked for.
#[component]
fn NoRows(queue: LiveQueue) -> impl IntoView {
    let language = language();
    let (address, query) = (list_address(institution_here()), query_here());
    let wider = move || queue.list.view.with(|view| view.as_ref().and_then(|view| view.wider.clone()));
    move || match wider() {
        None => {
            let all = ListQuery { state: "all".to_owned(), ..ListQuery::default() };
            view! {
                <Empty title=words::EMPTY_TITLE.get(language) text=words::EMPTY_TEXT.get(language)>
                    <p><a href=address.run(all)>{words::SEE_ALL.get(language)}</a></p>
                </Empty>
            }
            .into_any()
        }
        Some((wider, count)) => {
            let asked = query.get().state;
            let code = if asked.is_empty() { State::Submitted.code() } else { &asked };
            view! { <NothingFound wider count state=queue.label(code) address/> }.into_any()
        }
    }
}
