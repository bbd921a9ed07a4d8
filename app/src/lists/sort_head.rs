use domain::list::ListQuery;
use leptos::prelude::*;

use super::{Address, query_here};

/// The head of a column one can sort by: a link, so that it works without scripts.
#[component]
pub fn SortHead(
    text: &'static str,
    /// The column's code in the address.
    sort: &'static str,
    /// How the list is ordered when nothing is asked for, as in the address.
    default: &'static str,
    address: Address,
    /// The column shows how long, and is ordered by since when: the two run against each other.
    #[prop(optional)]
    counts_back: bool,
) -> impl IntoView {
    let query = query_here();
    // Some(descends) if the list is sorted by this column
    let order = Memo::new(move |_| {
        query.with(|query| {
            let asked = if query.sort.is_empty() { default } else { &query.sort };
            let (column, descends) = asked.strip_prefix('-').map_or((asked, false), |column| (column, true));
            (column == sort).then_some(descends)
        })
    });
    let rises = move || order.get().map(|descends| descends == counts_back);
    let said = move || rises().map(|rises| if rises { "ascending" } else { "descending" });
    let href = move || {
        let sort = if order.get() == Some(false) { ["-", sort].concat() } else { sort.to_owned() };
        address.run(ListQuery { sort, page: String::new(), ..query.get() })
    };
    let on = move |up: bool| move || (rises() == Some(up)).then_some("on");
    view! {
        <th scope="col" aria-sort=said>
            <a class="sort" href=href>
                {text}
                <svg viewBox="0 0 12 18" aria-hidden="true"><path class=on(true) d="M6 1l5 6H1z"/><path class=on(false) d="M6 17l5-6H1z"/></svg>
            </a>
        </th>
    }
}
