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
    let answer = Resource::new(
        move || (institution.get(), query.get()),
        async |(institution, query)| load_queue(institution, query.clone()).await.map(|view| (query, view)),
    );
    let frame = use_frame();
    let state = use_live(institution.into(), Callback::new(move |_| queue.refresh()));
    let results = move || {
        Suspend::new(async move {
            match (answer.await, frame.institution.await) {
                (Ok((query, view)), Ok(Some(institution))) => {
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
            answer.await.ok().map(|(_, view)| {
                queue.waiting.set((view.waiting, view.now));
                move || queue.waiting.with(|(waiting, now)| sentence(waiting, *now, language))
            })
        })
    };
    view! {
        <Page title=words::TITLE.get(language).to_owned()>
            <div class="head first">
                <div><h1>{words::TITLE.get(language)}</h1><p class="muted"><Transition>{lead}</Transition></p></div>
                <div><News queue/>" "<LiveMark state/></div>
            </div>
            <Outcome has_next=false/>
            <Toolbar institution query/>
            <Transition fallback=Loading>{results}</Transition>
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
