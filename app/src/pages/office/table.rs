use domain::accreditation::state::State;
use domain::accreditation::view::QueueRow;
use domain::ids::AccreditationId;
use domain::list::ListQuery;
use i18n::Word;
use i18n::office as words;
use leptos::prelude::*;

use super::age::{Age, beginnings, town, wait};
use super::live_queue::LiveQueue;
use super::place::{institution_here, query_here};
use crate::components::{StateTag, accreditation_tone};
use crate::language::language;
use crate::routes;
use crate::time;

/// How the list is ordered when nothing is asked for.
const DEFAULT: &str = "waiting";

/// The requests of one page; each row stays the same element as long as its request is on the page.
#[component]
pub fn RequestTable(queue: LiveQueue) -> impl IntoView {
    let language = language();
    let institution = institution_here();
    let ids = Memo::new(move |_| queue.page.with(|page| page.rows.iter().map(|row| row.id).collect::<Vec<_>>()));
    let groups = Groups::of(queue);
    view! {
        <table class="tb cards requests">
            <caption class="vh">{words::REQUESTS.get(language)}</caption>
            <thead>
                <tr>
                    <SortHead text=words::HOST sort="host"/>
                    <SortHead text=words::TOWN sort="town"/>
                    <th scope="col">{words::STATE.get(language)}</th>
                    <th scope="col">{words::SENT_ON.get(language)}</th>
                    <SortHead text=words::WAITING sort=DEFAULT/>
                    <SortHead text=words::NUMBER sort="number"/>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=|id| *id let:id>
                    {groups.heading(id)}
                    {queue.row(id).map(|row| view! { <Request queue institution row/> })}
                </For>
            </tbody>
        </table>
    }
}

/// On the phone the queue is read by age, as beside a request: which rows begin a group, and how many it has.
#[derive(Clone, Copy)]
struct Groups(Memo<Vec<(AccreditationId, Age, usize)>>);

impl Groups {
    /// None where the rows are in another order, or do not all wait.
    fn of(queue: LiveQueue) -> Self {
        let query = query_here();
        let by_age = move || query.with(|query| query.state.is_empty() && matches!(query.sort_column(), ("" | DEFAULT, _)));
        Self(Memo::new(move |_| {
            let now = queue.waiting.with(|(_, now)| *now);
            if by_age() { queue.page.with(|page| beginnings(&page.rows, now)) } else { Vec::new() }
        }))
    }

    /// The heading above a row, if it begins a group.
    fn heading(self, id: AccreditationId) -> impl IntoView {
        let language = language();
        let own = Memo::new(move |_| self.0.with(|groups| groups.iter().find(|(first, ..)| *first == id).copied()));
        move || {
            let (_, age, number) = own.get()?;
            Some(view! {
                <tr class="age only-phone"><th colspan="6">{age.title().get(language)}" "<span>{number}</span></th></tr>
            })
        }
    }
}

/// The head of a column one can sort by: a link, so that it works without scripts.
#[component]
fn SortHead(
    text: Word,
    /// The column's code in the address.
    sort: &'static str,
) -> impl IntoView {
    let language = language();
    let (institution, query) = (institution_here(), query_here());
    // Some(descends) if the list is sorted by this column
    let order = Memo::new(move |_| {
        query.with(|query| {
            let (column, descends) = query.sort_column();
            let column = if column.is_empty() { DEFAULT } else { column };
            (column == sort).then_some(descends)
        })
    });
    // Who came first has waited longest: durations run against instants.
    let rises = move || order.get().map(|descends| descends == (sort == DEFAULT));
    let said = move || rises().map(|rises| if rises { "ascending" } else { "descending" });
    let address = move || {
        let sort = if order.get() == Some(false) { ["-", sort].concat() } else { sort.to_owned() };
        routes::office_list(&institution.get(), &ListQuery { sort, page: String::new(), ..query.get() })
    };
    let on = move |up: bool| move || (rises() == Some(up)).then_some("on");
    view! {
        <th scope="col" aria-sort=said>
            <a class="sort" href=address>
                {text.get(language)}
                <svg viewBox="0 0 12 18" aria-hidden="true"><path class=on(true) d="M6 1l5 6H1z"/><path class=on(false) d="M6 17l5-6H1z"/></svg>
            </a>
        </th>
    }
}

#[component]
fn Request(queue: LiveQueue, institution: Memo<String>, row: QueueRow) -> impl IntoView {
    let language = language();
    let id = row.id;
    let row =
        Memo::new(move |before: Option<&QueueRow>| queue.row(id).or_else(|| before.cloned()).unwrap_or_else(|| row.clone()));
    // Another page may have taken this row's place already: what is shown until it stands there need not be.
    let waits = move || {
        let now = queue.waiting.with(|(_, now)| *now);
        let said = |row: &QueueRow| match row.state {
            State::Submitted => wait(row.waiting_since, now, language),
            _ => String::new(),
        };
        row.try_with(said)
    };
    let is_over = move || row.try_with(|row| row.state != State::Submitted).unwrap_or_default();
    let sent = move || row.with(|row| row.submitted_at);
    view! {
        <tr class:changed=move || queue.changed.with(|changed| changed.contains(&id))>
            <th scope="row"><a href=move || routes::office_review(&institution.get(), id)>{move || row.get().host_name}</a></th>
            <td data-l=words::TOWN.get(language)>{move || row.with(town)}</td>
            <td data-l=words::STATE.get(language)><RowState queue row/></td>
            <td data-l=words::SENT_ON.get(language) class="num">
                <time datetime=move || time::machine(sent())>{move || time::day(sent())}</time>
            </td>
            <td data-l=words::WAITING.get(language) class="num" class:none=is_over>{waits}</td>
            <td data-l=words::NUMBER.get(language) class="num">{move || row.get().number}</td>
        </tr>
    }
}

/// The state in the institution's word.
#[component]
fn RowState(queue: LiveQueue, row: Memo<QueueRow>) -> impl IntoView {
    let language = language();
    move || {
        let QueueRow { state, integrated, .. } = row.try_get()?;
        let integrated = integrated.then(|| [" ", words::INTEGRATED.get(language)].concat());
        let text = queue.label(state.code());
        Some(view! { <span><StateTag tone=accreditation_tone(state) text/><small class="muted">{integrated}</small></span> })
    }
}
