use domain::accreditation::state::State;
use i18n::office as words;
use leptos::prelude::*;

use super::head::Head;
use super::live_queue::LiveQueue;
use super::outcome::Outcome;
use super::place::{institution_here, list_address};
use super::results::Results;
use crate::api::frame::Institution;
use crate::api::office::load_queue;
use crate::components::{ErrorNote, LiveState, Page, own_institution};
use crate::error::AppError;
use crate::language::language;
use crate::lists::{ListToolbar, query_here};
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
    queue.list.follow(institution, query);
    let state = use_live(institution.into(), Callback::new(move |_| queue.list.refresh()));
    let body = move || {
        let first = first.clone();
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
    let address = list_address(institution_here());
    view! {
        <Head queue state/>
        <Outcome has_next=false/>
        <ListToolbar address states=states(&names)/>
        {move || queue.list.failed.get().map(|error| view! { <ErrorNote error/> })}
        <Results queue place=RESULTS/>
    }
}

/// The states an office meets, in the institution's words; requests to be examined unless another is chosen.
fn states(names: &Institution) -> Vec<(String, String)> {
    let choice = |state: &State| {
        let code = if *state == State::Submitted { "" } else { state.code() };
        (code.to_owned(), names.state_label(*state))
    };
    let all = i18n::list::ALL_STATES.get(language()).to_owned();
    State::ALL.iter().filter(|state| state.was_submitted()).map(choice).chain([("all".to_owned(), all)]).collect()
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
