use domain::list::ListQuery;
use i18n::office as words;
use leptos::prelude::*;

use super::age::sentence;
use super::live_queue::{LiveQueue, News};
use super::outcome::Outcome;
use super::place::{institution_here, query_here};
use super::results::Results;
use super::toolbar::Toolbar;
use crate::api::office::load_queue;
use crate::components::{ErrorNote, LiveMark, Page, use_frame};
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
    // What is asked for later comes into the same table, so that the focus stays where it is.
    Effect::new(move |before: Option<(String, ListQuery)>| {
        let now = (institution.get(), query.get());
        if before.is_some_and(|before| before != now) {
            queue.ask(now.0.clone(), now.1.clone());
        }
        now
    });
    let frame = use_frame();
    let state = use_live(institution.into(), Callback::new(move |_| queue.refresh()));
    let results = move || {
        let query = first.1.clone();
        Suspend::new(async move {
            match (answer.await, frame.institution.await) {
                (Ok(view), Ok(Some(institution))) => {
                    queue.take(&institution, query, view);
                    view! { <Results queue place=RESULTS/> }.into_any()
                }
                (Err(error), _) | (_, Err(error)) => view! { <ErrorNote error/> }.into_any(),
                (Ok(_), Ok(None)) => view! { <ErrorNote error=AppError::NotFound/> }.into_any(),
            }
        })
    };
    let lead = move || {
        Suspend::new(async move {
            answer.await.ok().map(|view| {
                queue.waiting.set((view.waiting, view.now));
                move || queue.waiting.with(|(waiting, now)| sentence(waiting, *now, language))
            })
        })
    };
    view! {
        <Page title=words::TITLE.get(language).to_owned()>
            <div class="head first">
                <div><h1>{words::TITLE.get(language)}</h1><p class="muted"><Suspense>{lead}</Suspense></p></div>
                <div><News queue/>" "<LiveMark state/></div>
            </div>
            <Outcome has_next=false/>
            <Toolbar institution query/>
            {move || queue.failed.get().map(|error| view! { <ErrorNote error/> })}
            <Suspense fallback=Loading>{results}</Suspense>
        </Page>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="card-p skel" aria-busy="true" aria-live="polite">
            <span class="vh">{words::LOADING.get(language())}</span>
            <i class="w-60"></i><i></i><i class="w-84"></i><i class="w-42"></i>
        </div>
    }
}
