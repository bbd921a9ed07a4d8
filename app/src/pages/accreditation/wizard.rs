//! `/{i}/accreditamento/{step}`: the page of the registration that the profile and the draft say.

use domain::accreditation::Part;
use domain::accreditation::view::{StepState, WizardView};
use domain::check::FieldError;
use i18n::{accreditation as words, frame};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::conflict::ConflictForm;
use super::notices::{ModeNotice, WaitsForCode};
use super::resume::Resume;
use super::step_form::StepForm;
use super::stepper::{Steps, title_of};
use super::summary::Summary;
use crate::api::accreditation::{Confirm, Reopen, ResolveConflict, SaveStep, load_wizard};
use crate::components::{Crumb, Crumbs, ErrorView, Note, Page, Tone, use_frame};
use crate::language::language;
use crate::routes;

/// The word of the address that the mailed link leads to.
const RESUME: &str = "riprendi";

/// What the pages of the wizard post.
#[derive(Clone, Copy)]
struct Actions {
    save: ServerAction<SaveStep>,
    confirm: ServerAction<Confirm>,
    reopen: ServerAction<Reopen>,
    resolve: ServerAction<ResolveConflict>,
}

/// One page of the wizard, or the page of the mailed link.
#[component]
pub fn Wizard() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let institution = Memo::new(move |_| params.with(|params| params.get("institution")).unwrap_or_default());
    let step = Memo::new(move |_| params.with(|params| params.get("step")).unwrap_or_default());
    let department = Memo::new(move |_| query.with(|query| query.get("dipartimento")).unwrap_or_default());
    let actions = Actions {
        save: ServerAction::new(),
        confirm: ServerAction::new(),
        reopen: ServerAction::new(),
        resolve: ServerAction::new(),
    };
    let posts = move || {
        let Actions { save, confirm, reopen, resolve } = actions;
        save.version().get() + confirm.version().get() + reopen.version().get() + resolve.version().get()
    };
    let page = Resource::new(
        move || (institution.get(), step.get(), department.get(), posts()),
        async |(institution, step, department, _)| match step.as_str() {
            RESUME => Ok(None),
            _ => load_wizard(institution, step, department).await.map(Some),
        },
    );
    view! {
        <Transition>
            {move || {
                let (institution, step, department) = (institution.get(), step.get(), department.get());
                Suspend::new(async move {
                    match page.await {
                        Ok(None) => view! { <Resume institution/> }.into_any(),
                        Ok(Some(view)) if view.step != step => moved(&institution, &view.step, &department),
                        Ok(Some(view)) => view! { <Shown institution department view actions/> }.into_any(),
                        Err(error) => view! { <ErrorView error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

fn moved(institution: &str, step: &str, department: &str) -> AnyView {
    let path = routes::accreditation_step(institution, step);
    let path = if department.is_empty() { path } else { path + "?dipartimento=" + &routes::escaped(department) };
    view! { <Redirect path/> }.into_any()
}

#[component]
fn Shown(institution: String, department: String, view: WizardView, actions: Actions) -> impl IntoView {
    let language = language();
    let place = view.steps.iter().position(|step| step.state == StepState::Now).unwrap_or(0);
    let title = view.steps.get(place).map(title_of).unwrap_or_default();
    let numbers = [("n", (place + 1).to_string()), ("m", view.steps.len().to_string())];
    let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
    let kicker = [words::TITLE.get(language), " · ", &words::STEP_OF.fill(language, &numbers)].concat();
    let found = RwSignal::new(view.problems.clone());
    let is_summary = view.parts.contains(&Part::Summary);
    let wrong = Signal::derive(move || !is_summary && !found.read().is_empty());
    view! {
        <Page title=title.clone() wrong>
            <Trail institution=institution.clone()/>
            <div class="wiz">
                <Steps institution=institution.clone() steps=view.steps.clone()/>
                <div>
                    <p class="kicker only-desk">{kicker}</p>
                    <h1>{title}</h1>
                    <SavedNote/>
                    <ModeNotice mode=view.mode.clone()/>
                    {content(institution, department, view, found, actions)}
                </div>
            </div>
        </Page>
    }
}

fn content(
    institution: String,
    department: String,
    view: WizardView,
    found: RwSignal<Vec<FieldError>>,
    actions: Actions,
) -> AnyView {
    let Actions { save, confirm, reopen, resolve } = actions;
    if view.waits_for_code {
        return view! { <WaitsForCode institution reopen/> }.into_any();
    }
    if view.parts.contains(&Part::Summary) {
        return view! { <Summary institution view confirm/> }.into_any();
    }
    let conflict = (!view.conflict.is_empty()).then(|| {
        let (institution, step, fields) = (institution.clone(), view.step.clone(), view.conflict.clone());
        view! { <ConflictForm institution step fields resolve/> }
    });
    view! { {conflict}<StepForm institution department view found save/> }.into_any()
}

/// «La bozza è salvata», after the button.
#[component]
fn SavedNote() -> impl IntoView {
    let asked = use_query_map().with_untracked(|query| query.get("salvata").is_some());
    asked.then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::SAVED.get(language())}</p></Note> })
}

#[component]
fn Trail(institution: String) -> impl IntoView {
    let language = language();
    let frame_data = use_frame();
    let slug = institution.clone();
    view! {
        <Suspense>
            {move || {
                let slug = slug.clone();
                Suspend::new(async move {
                    let known = frame_data.institution.await.ok().flatten();
                    let name = known.map_or(slug.clone(), |known| known.short_name);
                    let trail = vec![
                        Crumb::plain(name, routes::door(&slug)),
                        Crumb::plain(frame::ACCREDITATION.get(language), routes::accreditation(&slug)),
                    ];
                    view! { <Crumbs trail current=words::TITLE.get(language)/> }
                })
            }}
        </Suspense>
    }
}
