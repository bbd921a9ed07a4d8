use domain::accreditation::view::AreaView;
use i18n::area as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::not_here::NotHere;
use super::open::Open;
use super::request::Request;
use crate::api::accreditation::{RequestElsewhere, StartCorrection, Withdraw};
use crate::api::area::{DecideNewcomer, load_area};
use crate::components::{Empty, ErrorView, LiveMark, Page, own_institution};
use crate::language::language;
use crate::live::use_live;
use crate::routes;

/// What the pages of the area post.
#[derive(Clone, Copy)]
pub struct Actions {
    pub correct: ServerAction<StartCorrection>,
    pub withdraw: ServerAction<Withdraw>,
    pub ask_here: ServerAction<RequestElsewhere>,
    pub decide: ServerAction<DecideNewcomer>,
}

/// `/{i}/area`.
#[component]
pub fn Area() -> impl IntoView {
    let params = use_params_map();
    let institution = Memo::new(move |_| params.with(|params| params.get("institution")).unwrap_or_default());
    let actions = Actions {
        correct: ServerAction::new(),
        withdraw: ServerAction::new(),
        ask_here: ServerAction::new(),
        decide: ServerAction::new(),
    };
    let posts = move || actions.withdraw.version().get() + actions.ask_here.version().get() + actions.decide.version().get();
    let area = Resource::new(move || (institution.get(), posts()), async |(institution, _)| load_area(institution).await);
    let live = use_live(institution.into(), Callback::new(move |_| area.refetch()));
    let names = own_institution();
    view! {
        <Transition>
            {move || {
                let institution = institution.get();
                Suspend::new(async move {
                    let here = names.await.ok().flatten();
                    match area.await {
                        Ok(view) => {
                            let state = move |state| here.as_ref().map(|here| here.state_label(state)).unwrap_or_default();
                            view! {
                                <Page title=title_of(&view)>
                                    <div class="head first">
                                        <div><h1>{title_of(&view)}</h1>{host_line(&view)}</div>
                                        <LiveMark state=live/>
                                    </div>
                                    {content(institution, view, actions, state)}
                                </Page>
                            }
                            .into_any()
                        }
                        Err(error) => view! { <ErrorView error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

fn title_of(view: &AreaView) -> String {
    let word = match view {
        AreaView::Request { .. } => words::REQUEST_TITLE,
        AreaView::Open { .. } => words::TODO_TITLE,
        AreaView::WaitingToJoin { .. } | AreaView::NotHere { .. } | AreaView::Nothing => words::TITLE,
    };
    word.get(language()).to_owned()
}

fn host_line(view: &AreaView) -> Option<impl IntoView + use<>> {
    let name = match view {
        AreaView::Request { host_name, .. }
        | AreaView::Open { host_name, .. }
        | AreaView::WaitingToJoin { host_name, .. }
        | AreaView::NotHere { host_name, .. } => host_name.clone(),
        AreaView::Nothing => return None,
    };
    Some(view! { <p class="muted m0">{name}</p> })
}

fn content(
    institution: String,
    view: AreaView,
    actions: Actions,
    label: impl Fn(domain::accreditation::state::State) -> String,
) -> AnyView {
    let language = language();
    match view {
        AreaView::Request { state, .. } => {
            let label = label(state);
            view! { <Request institution view label actions/> }.into_any()
        }
        AreaView::Open { state, .. } => {
            let label = label(state);
            view! { <Open institution view label actions/> }.into_any()
        }
        AreaView::NotHere { .. } => view! { <NotHere institution view actions/> }.into_any(),
        AreaView::WaitingToJoin { host_name, refused: true, .. } => {
            let text = words::REFUSED_TEXT.fill(language, &[("name", &host_name)]);
            view! { <Empty title=words::REFUSED_TITLE.get(language) text/> }.into_any()
        }
        AreaView::WaitingToJoin { host_name, by_office, .. } => {
            let word = if by_office { words::WAITING_OFFICE } else { words::WAITING_CONTACT };
            let text = word.fill(language, &[("name", &host_name)]);
            view! { <Empty title=words::WAITING_TITLE.get(language) text/> }.into_any()
        }
        AreaView::Nothing => view! {
            <Empty title=words::NO_AREA_TITLE.get(language) text=words::NO_AREA_TEXT.get(language)>
                <div class="btns center">
                    <a class="btn btn-outline-primary" href=routes::PROFILES>{i18n::frame::PROFILES.get(language)}</a>
                </div>
            </Empty>
        }
        .into_any(),
    }
}
