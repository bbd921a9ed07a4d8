use domain::ids::AccreditationId;
use domain::list::ListQuery;
use i18n::office as words;
use leptos::prelude::*;

use super::head::Head;
use super::live_queue::LiveQueue;
use super::outcome::Outcome;
use super::panel::{HEADING, Panel};
use super::place::{institution_here, request_here};
use super::queue_side::{QUEUE, QueueSide};
use crate::api::office::{QueueView, load_queue, load_review};
use crate::browser;
use crate::components::{ErrorNote, Page, own_institution};
use crate::error::AppError;
use crate::language::language;
use crate::live::{LiveChange, use_live};

/// `/{i}/ufficio/accreditamenti/{id}`: the queue by age, and one request with what can be decided on it.
#[component]
pub fn OfficeReview() -> impl IntoView {
    let language = language();
    let (institution, id) = (institution_here(), request_here());
    let queue = LiveQueue::new(QUEUE);
    let heard = RwSignal::new(None);
    let wrong = RwSignal::new(false);
    let state = use_live(
        institution.into(),
        Callback::new(move |change: LiveChange| {
            queue.list.refresh();
            heard.set(Some(change));
        }),
    );
    let is_first = StoredValue::new(true);
    let (answer, names) = (Resource::new(move || institution.get(), load_first), own_institution());
    let head_and_side = move || {
        Suspend::new(async move {
            let error = match (answer.await, names.await) {
                (Ok(view), Ok(Some(names))) => {
                    queue.take(&names, (institution.get_untracked(), first_page()), view);
                    return view! { <Head queue state/><QueueSide institution queue current=id/> }.into_any();
                }
                (Err(error), _) | (_, Err(error)) => error,
                (Ok(_), Ok(None)) => AppError::NotFound,
            };
            view! { <Head queue state is_empty=true/><ErrorNote error/> }.into_any()
        })
    };
    view! {
        <Page title=words::TITLE.get(language).to_owned()>
            <div class="staff">
                // One boundary: a resource that two wait for may never come.
                <Transition>{head_and_side}</Transition>
                <div>
                    // Another request is another panel, with fields of its own.
                    <For each=move || [id.get()] key=|id| *id let:id>
                        <Opened institution id heard wrong is_first/>
                    </For>
                </div>
            </div>
        </Page>
    }
}

/// What stands beside a request: the first of those that wait.
fn first_page() -> ListQuery {
    ListQuery { size: "50".to_owned(), ..ListQuery::default() }
}

async fn load_first(institution: String) -> Result<QueueView, AppError> {
    load_queue(institution, first_page()).await
}

/// One request, as soon as it is there.
#[component]
fn Opened(
    institution: Memo<String>,
    id: Option<AccreditationId>,
    heard: RwSignal<Option<LiveChange>>,
    wrong: RwSignal<bool>,
    is_first: StoredValue<bool>,
) -> impl IntoView {
    let slug = institution.get_untracked();
    let answer = Resource::new(
        || (),
        move |()| {
            let slug = slug.clone();
            async move {
                let id = id.ok_or(AppError::NotFound)?;
                load_review(slug, id).await
            }
        },
    );
    let is_loaded_with_page = is_first.try_update_value(std::mem::take).unwrap_or_default();
    heard.set(None);
    wrong.set(false);
    let names = own_institution();
    let panel = move || {
        Suspend::new(async move {
            let names = names.await.ok().flatten();
            let label = Callback::new(move |state| names.as_ref().map(|names| names.state_label(state)).unwrap_or_default());
            match answer.await {
                Ok(view) => {
                    if !is_loaded_with_page {
                        browser::after(0, || browser::focus(HEADING));
                    }
                    view! {
                        {is_loaded_with_page.then(|| view! { <Outcome has_next=true/> })}
                        <Panel institution=institution.get_untracked() view label heard wrong/>
                    }
                    .into_any()
                }
                Err(error) => view! { <ErrorNote error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{panel}</Suspense> }
}
