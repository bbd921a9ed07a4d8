use domain::accreditation::view::QueueRow;
use domain::ids::AccreditationId;
use domain::list::ListQuery;
use i18n::office as words;
use leptos::prelude::*;

use super::age::{Age, found, town, wait};
use super::live_queue::LiveQueue;
use crate::language::language;
use crate::routes;

/// Of the queue, which does not move while the focus is inside.
pub const QUEUE: &str = "coda";

/// The requests in the order of their waiting, beside the one that is open; on the phone folded above it.
#[component]
pub fn QueueSide(institution: Memo<String>, queue: LiveQueue, current: Memo<Option<AccreditationId>>) -> impl IntoView {
    let language = language();
    let fold = NodeRef::<leptos::html::Details>::new();
    Effect::new(move |_| {
        current.track();
        if let Some(details) = fold.get_untracked() {
            details.set_open(false);
        }
    });
    let place = move || {
        let total = queue.waiting.with(|(waiting, _)| waiting.to_examine);
        let at = queue.with_rows(|rows| rows.iter().position(|row| Some(row.id) == current.get()));
        match at {
            Some(at) => {
                let (n, m) = ((at + 1).to_string(), super::age::count(total, language));
                words::QUEUE_PLACE.fill(language, &[("n", &n), ("m", &m)])
            }
            None => words::QUEUE_OF.fill(language, &[("m", &found(total, language))]),
        }
    };
    view! {
        <div id=QUEUE tabindex="-1">
            <details class="only-phone card-p fold" node_ref=fold>
                <summary>{place}</summary>
                <nav class="queue mt-m" aria-label=words::QUEUE.get(language)><Groups institution queue current/></nav>
            </details>
            <nav class="queue only-desk" aria-label=words::QUEUE.get(language)><Groups institution queue current/></nav>
        </div>
    }
}

#[component]
fn Groups(institution: Memo<String>, queue: LiveQueue, current: Memo<Option<AccreditationId>>) -> impl IntoView {
    let language = language();
    let groups = Memo::new(move |_| grouped(queue));
    let ages = move || groups.with(|groups| groups.iter().map(|(age, _)| *age).collect::<Vec<_>>());
    let ids = move |age: Age| {
        groups.with(|groups| groups.iter().find(|(known, _)| *known == age).map(|(_, ids)| ids.clone())).unwrap_or_default()
    };
    let file = move || routes::office_export(&institution.get(), "csv", &ListQuery::default());
    view! {
        <For each=ages key=|age| *age let:age>
            <h2>{age.title().get(language)}" "<span>{move || ids(age).len()}</span></h2>
            <ul>
                <For each=move || ids(age) key=|id| *id let:id>
                    {queue.row(id).map(|row| view! { <li><Waiting institution queue row current/></li> })}
                </For>
            </ul>
        </For>
        <p class="small mt-m">
            <a href=move || routes::office_queue(&institution.get())>{words::FILTER.get(language)}</a>" · "
            <a href=file rel="external" download>{words::EXPORT.get(language)}</a>
        </p>
    }
}

/// The groups that have requests, longest waiting first.
fn grouped(queue: LiveQueue) -> Vec<(Age, Vec<AccreditationId>)> {
    let now = queue.waiting.with(|(_, now)| *now);
    let of = |age: Age| {
        let rows = queue.with_rows(|rows| {
            let own = rows.iter().filter(|row| Age::of(row.waiting_since, now) == age);
            own.map(|row| row.id).collect::<Vec<_>>()
        });
        (age, rows)
    };
    Age::ALL.into_iter().map(of).filter(|(_, rows)| !rows.is_empty()).collect()
}

#[component]
fn Waiting(institution: Memo<String>, queue: LiveQueue, row: QueueRow, current: Memo<Option<AccreditationId>>) -> impl IntoView {
    let language = language();
    let id = row.id;
    let row =
        Memo::new(move |before: Option<&QueueRow>| queue.row(id).or_else(|| before.cloned()).unwrap_or_else(|| row.clone()));
    // The row may be gone already when the time is told anew.
    let facts = move || {
        let row = row.try_get()?;
        let place = if row.country == "IT" { row.town.clone() } else { town(&row) };
        let waited = wait(row.waiting_since, queue.waiting.with(|(_, now)| *now), language);
        let integrated = row.integrated.then(|| words::INTEGRATED.get(language).to_owned());
        Some([Some(place), Some(waited), integrated].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let is_new = move || queue.is_new(id);
    view! {
        <a
            class="q" class:changed=is_new href=move || routes::office_review(&institution.get(), id)
            aria-current=move || (current.get() == Some(id)).then_some("page")
        >
            <b>{move || row.get().host_name}</b><small>{facts}</small>
        </a>
    }
}
