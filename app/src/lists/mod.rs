//! What all lists have in common: they follow what happens, are searched, sorted and paged by their address, and exported.

mod foot;
mod live_list;
mod sort_head;
mod toolbar;

use domain::list::{Count, ListQuery};
use i18n::list as words;
use i18n::office::number;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

pub use foot::{Foot, NothingFound};
pub use live_list::{Asked, Listed, ListedRow, LiveList, News};
pub use sort_head::SortHead;
pub use toolbar::ListToolbar;

use crate::language::language;

/// The address of a list for a query.
pub type Address = Callback<ListQuery, String>;

/// What the list is asked for in the address.
pub fn query_here() -> Memo<ListQuery> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            let get = |name| query.get(name).unwrap_or_default();
            ListQuery { q: get("q"), state: get("state"), sort: get("sort"), size: get("size"), page: get("page") }
        })
    })
}

/// «1 riga», «37 righe», «10.000+ righe».
pub fn rows(count: Count) -> String {
    let language = language();
    match count {
        Count { rows: 0, .. } => words::NONE.get(language).to_owned(),
        Count { rows: 1, bounded: false } => words::ONE.get(language).to_owned(),
        count => words::MANY.fill(language, &[("n", &counted(count))]),
    }
}

/// «37», «10.000+».
pub fn counted(count: Count) -> String {
    let mut text = number(count.rows, language());
    if count.bounded {
        text.push('+');
    }
    text
}
