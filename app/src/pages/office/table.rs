use domain::accreditation::state::State;
use domain::accreditation::view::QueueRow;
use domain::ids::AccreditationId;
use i18n::office as words;
use leptos::prelude::*;

use super::age::{Age, beginnings, town, wait};
use super::live_queue::LiveQueue;
use super::place::{institution_here, list_address};
use crate::components::{StateTag, accreditation_tone};
use crate::language::language;
use crate::lists::{SortHead, query_here};
use crate::routes;
use crate::time;

/// How the list is ordered when nothing is asked for.
const DEFAULT: &str = "waiting";

/// The requests of one page; each row stays the same element as long as its request is on the page.
#[component]
pub fn RequestTable(queue: LiveQueue) -> impl IntoView {
    let language = language();
    let institution = institution_here();
    let ids = Memo::new(move |_| queue.with_rows(|rows| rows.iter().map(|row| row.id).collect::<Vec<_>>()));
    let groups = Groups::of(queue);
    let address = list_address(institution);
    view! {
        <table class="tb cards requests">
            <caption class="vh">{words::REQUESTS.get(language)}</caption>
            <thead>
                <tr>
                    <SortHead text=words::HOST.get(language) sort="host" default=DEFAULT address/>
                    <SortHead text=words::TOWN.get(language) sort="town" default=DEFAULT address/>
                    <th scope="col">{words::STATE.get(language)}</th>
                    <th scope="col">{words::SENT_ON.get(language)}</th>
                    // Who came first has waited longest: durations run against instants.
                    <SortHead text=words::WAITING.get(language) sort=DEFAULT default=DEFAULT address counts_back=true/>
                    <SortHead text=words::NUMBER.get(language) sort="number" default=DEFAULT address/>
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
            if by_age() { queue.with_rows(|rows| beginnings(rows, now)) } else { Vec::new() }
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
        <tr class:changed=move || queue.is_new(id)>
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
