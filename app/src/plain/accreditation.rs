//! `/{i}/accreditamento`: what the registration is, before its first field. Source: acceptance U04, U05.

use domain::profile::{LegalRepDue, Profile};
use i18n::door as words;
use leptos::prelude::*;

use super::surroundings::{asked_profile, with_profile};
use crate::api::accreditation::load_wizard;
use crate::components::{Crumb, Crumbs, Page};
use crate::language::language;
use crate::routes;

/// The introduction of the registration, in the institution's own words.
#[component]
pub fn Introduction() -> impl IntoView {
    with_profile(asked_profile, |profile| view! { <IntroductionPage profile/> })
}

#[component]
fn IntroductionPage(profile: Profile) -> impl IntoView {
    let language = language();
    let title = words::INTRO_TITLE.get(language);
    let name = profile.identity.name.get(language);
    let home = Crumb::plain(profile.identity.short_name.get(language), routes::door(profile.slug()));
    let lead = words::INTRO_LEAD.fill(language, &[("name", name)]);
    let first = first_step(&profile);
    view! {
        <Page title=title.to_owned()>
            <Crumbs trail=vec![home] current=title/>
            <div class="head"><div>
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                <p>
                    <a href=first>{words::BEGIN.get(language)}</a>" "{words::BEGIN_OR_READ.get(language)}" "
                    <a href="#richiesta-accredito">{words::REQUEST.get(language)}</a>
                </p>
            </div></div>
            <div class="cols">
                <Request profile=profile.clone()/>
                <aside class="stack"><Resume profile=profile.clone()/><SecondContact/></aside>
            </div>
        </Page>
    }
}

fn department(profile: &Profile) -> Option<&str> {
    profile.department.as_ref().map(|department| department.slug.as_str())
}

fn first_step(profile: &Profile) -> String {
    routes::first_step(profile.slug(), profile.accreditation.first(), department(profile))
}

/// «Richiesta accredito» → «Registrazione aziende/enti».
#[component]
fn Request(profile: Profile) -> impl IntoView {
    let language = language();
    let first = first_step(&profile);
    let representative = match profile.accreditation.legal_rep_due {
        LegalRepDue::Convention => words::NEED_4_LATER,
        LegalRepDue::Accreditation => words::NEED_4_NOW,
    };
    let needs = [words::NEED_1, words::NEED_2, words::NEED_3, representative];
    let steps = step_titles(&profile).into_iter().map(|title| view! { <li>{title}</li> });
    let office = if profile.accreditation.approval { words::AFTER_2 } else { words::AFTER_2_DIRECT };
    let after = [words::AFTER_1, office, words::AFTER_3];
    view! {
        <section class="card-p" id="richiesta-accredito">
            <h2>{words::REQUEST.get(language)}</h2>
            <p>{words::REQUEST_TEXT.get(language)}</p>
            <h3 class="mt-l">{words::NEED_TITLE.get(language)}</h3>
            <ul>{needs.map(|need| view! { <li>{need.get(language)}</li> })}</ul>
            <h3 class="mt-l">{words::STEPS_TITLE.get(language)}</h3>
            <ol>{steps.collect_view()}</ol>
            <h3 class="mt-l">{words::AFTER_TITLE.get(language)}</h3>
            <ol>{after.map(|step| view! { <li>{step.get(language)}</li> })}</ol>
            <div class="btns"><a class="btn btn-primary" href=first>{words::REGISTER.get(language)}</a></div>
        </section>
    }
}

/// The titles of the pages in their order: the institution's own words first.
fn step_titles(profile: &Profile) -> Vec<String> {
    let language = language();
    let own = |part| profile.accreditation.title(part, language).unwrap_or(words::part(part).get(language)).to_owned();
    profile.accreditation.steps.iter().filter_map(|page| page.parts.first()).map(|part| own(*part)).collect()
}

/// The way back into the draft of this browser, where there is one.
#[component]
fn Resume(profile: Profile) -> impl IntoView {
    let language = language();
    let slug = profile.slug().to_owned();
    let department = department(&profile).unwrap_or_default().to_owned();
    let content = Suspend::new(async move {
        // without an answer there is nothing to lead to
        match load_wizard(slug.clone(), String::new(), department).await {
            Ok(view) if view.has_draft => view! {
                <p>{words::RESUME_TEXT.get(language)}" "{words::RESUME_ELSEWHERE.get(language)}</p>
                <p class="m0"><a href=routes::accreditation_step(&slug, &view.step)>{words::RESUME.get(language)}</a></p>
            }
            .into_any(),
            Ok(_) | Err(_) => view! { <p class="m0">{words::RESUME_NO_DRAFT.get(language)}</p> }.into_any(),
        }
    });
    view! {
        <section class="card-p"><h2>{words::RESUME_TITLE.get(language)}</h2><Suspense>{content}</Suspense></section>
    }
}

#[component]
fn SecondContact() -> impl IntoView {
    let language = language();
    view! {
        <section class="card-p">
            <h2>{words::SECOND_CONTACT_TITLE.get(language)}</h2>
            <p class="m0">{words::SECOND_CONTACT_TEXT.get(language)}</p>
        </section>
    }
}
