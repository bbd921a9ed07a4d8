use domain::list::ListQuery;
use i18n::office as words;
use leptos::prelude::*;

use super::head::Head;
use super::live_queue::LiveQueue;
use super::outcome::Outcome;
use super::place::{institution_here, query_here};
use super::results::Results;
use super::toolbar::Toolbar;
use crate::api::frame::Institution;
use crate::api::office::load_queue;
use crate::components::{ErrorNote, LiveState, Page, own_institution};
use crate::error::AppError;
use crate::language::language;
use crate::live::use_live;

/// Of the part that does not move while the focus is inside.
const RESULTS: &str = "richieste";

/// `/{i}/ufficio/accreditamenti`: the requests. What is asked for stands in the address.
#[component]
pub fn OfficeQueue() -> impl IntoView {
    let language = language();
    let (institution, query) = (institution_here(), query_here());
    let queue = LiveQueue::new(RESULTS);
    let first = (institution.get_untracked(), query.get_untracked());
    let asked = first.clone();
    let answer = Resource::new(|| (), move |()| load_queue(asked.0.clone(), asked.1.clone()));
    let names = own_institution();
    // What is asked for later comes into the same table, so that the focus stays where it is.
    Effect::new(move |before: Option<(String, ListQuery)>| {
        let now = (institution.get(), query.get());
        if before.is_some_and(|before| before != now) {
            queue.ask(now.0.clone(), now.1.clone());
        }
        now
    });
    let state = use_live(institution.into(), Callback::new(move |_| queue.refresh()));
    let body = move || {
        let first = first.1.clone();
        Suspend::new(async move {
            let error = match (answer.await, names.await) {
                (Ok(view), Ok(Some(names))) => {
                    queue.take(&names, first, view);
                    return view! { <Requests queue state names/> }.into_any();
                }
                (Err(error), _) | (_, Err(error)) => error,
                (Ok(_), Ok(None)) => AppError::NotFound,
            };
            view! { <Head queue state is_empty=true/><ErrorNote error/> }.into_any()
        })
    };
    view! {
        <Page title=words::TITLE.get(language).to_owned()>
            // One boundary: a resource that two wait for may never come.
            <Suspense fallback=move || view! { <Loading queue state/> }>{body}</Suspense>
        </Page>
    }
}

#[component]
fn Requests(queue: LiveQueue, state: Signal<LiveState>, names: Institution) -> impl IntoView {
    let (institution, query) = (institution_here(), query_here());
    view! {
        <Head queue state/>
        <Outcome has_next=false/>
        <Toolbar institution query names/>
        {move || queue.failed.get().map(|error| view! { <ErrorNote error/> })}
        <Results queue place=RESULTS/>
    }
}

#[component]
fn Loading(queue: LiveQueue, state: Signal<LiveState>) -> impl IntoView {
    view! {
        <Head queue state is_empty=true/>
        <div class="card-p skel" aria-busy="true" aria-live="polite">
            <span class="vh">{words::LOADING.get(language())}</span>
            <i class="w-60"></i><i></i><i class="w-84"></i><i class="w-42"></i>
        </div>
    }
}
