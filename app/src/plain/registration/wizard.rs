//! `/{i}/accreditamento/{step}`: the page of the registration that the profile and the draft say.

use domain::accreditation::Part;
use domain::accreditation::view::{StepState, WizardView};
use i18n::{accreditation as words, frame};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;

use super::conflict::ConflictForm;
use super::notices::{ModeNotice, WaitsForCode};
use super::resume::Resume;
use super::step_form::StepForm;
use super::stepper::{Steps, title_of};
use super::summary::Summary;
use crate::api::accreditation::load_wizard;
use crate::components::{Crumb, Crumbs, ErrorView, Note, Page, Tone, find_institution};
use crate::language::language;
use crate::plain::surroundings::word;
use crate::routes;

/// The word of the address that the mailed link leads to.
const RESUME: &str = "riprendi";

/// One page of the wizard, or the page of the mailed link.
#[component]
pub fn Wizard() -> impl IntoView {
    let (institution, step) = (word("institution"), word("step"));
    if step == RESUME {
        return view! { <Resume institution/> }.into_any();
    }
    let department = use_query_map().with_untracked(|query| query.get("dipartimento")).unwrap_or_default();
    view! {
        <Suspense>
            {Suspend::new(async move {
                let name = find_institution(institution.clone()).await.ok().flatten().map(|known| known.short_name);
                match load_wizard(institution.clone(), step.clone(), department.clone()).await {
                    Ok(view) if view.step != step => moved(&institution, &view.step, &department),
                    Ok(view) => {
                        let is_complete = is_complete(&institution, &department, &view).await;
                        view! { <Shown institution name=name.unwrap_or_default() department view is_complete/> }.into_any()
                    }
                    Err(error) => view! { <ErrorView error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// Whether every page before the summary is done. The one that is open does not say so of itself.
async fn is_complete(institution: &str, department: &str, view: &WizardView) -> bool {
    match view.steps.iter().rev().nth(1).map(|step| step.state) {
        Some(StepState::Done) => true,
        Some(StepState::Now) => {
            let furthest = load_wizard(institution.to_owned(), String::new(), department.to_owned()).await;
            furthest.is_ok_and(|view| view.parts.contains(&Part::Summary))
        }
        Some(StepState::ToDo) | None => false,
    }
}

fn moved(institution: &str, step: &str, department: &str) -> AnyView {
    let path = routes::accreditation_step(institution, step);
    let path = if department.is_empty() { path } else { path + "?dipartimento=" + &routes::escaped(department) };
    view! { <Redirect path/> }.into_any()
}

#[component]
fn Shown(institution: String, name: String, department: String, view: WizardView, is_complete: bool) -> impl IntoView {
    let language = language();
    let place = view.steps.iter().position(|step| step.state == StepState::Now).unwrap_or(0);
    let title = view.steps.get(place).map(title_of).unwrap_or_default();
    let numbers = [("n", (place + 1).to_string()), ("m", view.steps.len().to_string())];
    let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
    let kicker = [words::TITLE.get(language), " · ", &words::STEP_OF.fill(language, &numbers)].concat();
    let wrong = !view.parts.contains(&Part::Summary) && !view.problems.is_empty();
    let trail = vec![
        Crumb::plain(name, routes::door(&institution)),
        Crumb::plain(frame::ACCREDITATION.get(language), routes::accreditation(&institution)),
    ];
    view! {
        <Page title=title.clone() wrong>
            <Crumbs trail current=words::TITLE.get(language)/>
            <div class="wiz">
                <Steps institution=institution.clone() steps=view.steps.clone() is_complete/>
                <div>
                    <p class="kicker only-desk">{kicker}</p>
                    <h1>{title}</h1>
                    <SavedNote/>
                    <ModeNotice mode=view.mode.clone()/>
                    {content(institution, department, view)}
                </div>
            </div>
        </Page>
    }
}

fn content(institution: String, department: String, view: WizardView) -> AnyView {
    if view.waits_for_code {
        return view! { <WaitsForCode institution/> }.into_any();
    }
    if view.parts.contains(&Part::Summary) {
        return view! { <Summary institution view/> }.into_any();
    }
    let conflict = (!view.conflict.is_empty()).then(|| {
        let (institution, step, fields) = (institution.clone(), view.step.clone(), view.conflict.clone());
        view! { <ConflictForm institution step fields/> }
    });
    view! { {conflict}<StepForm institution department view/> }.into_any()
}

/// «La bozza è salvata», after the button.
#[component]
fn SavedNote() -> impl IntoView {
    let asked = use_query_map().with_untracked(|query| query.get("salvata").is_some());
    asked.then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::SAVED.get(language())}</p></Note> })
}
