//! `/`: the institutions, and what each party can do. Source: mock-up 01.

use domain::profile::Profile;
use i18n::{Word, door as words};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::components::{ErrorView, PlainLink};
use crate::context::context;
use crate::language::language;
use crate::routes;

const STEPS: [(Word, Word); 5] = [
    (words::STEP_1, words::STEP_1_TEXT),
    (words::STEP_2, words::STEP_2_TEXT),
    (words::STEP_3, words::STEP_3_TEXT),
    (words::STEP_4, words::STEP_4_TEXT),
    (words::STEP_5, words::STEP_5_TEXT),
];

/// The parties and what each can do.
const PARTIES: [(Word, &[Word]); 4] = [
    (words::HOSTS, &[words::HOSTS_1, words::HOSTS_2, words::HOSTS_3, words::HOSTS_4]),
    (words::STUDENTS, &[words::STUDENTS_1, words::STUDENTS_2, words::STUDENTS_3, words::STUDENTS_4]),
    (words::TEACHERS, &[words::TEACHERS_1, words::TEACHERS_2, words::TEACHERS_3]),
    (words::OFFICES, &[words::OFFICES_1, words::OFFICES_2, words::OFFICES_3]),
];

/// The first page of the portal.
#[component]
pub fn Home() -> impl IntoView {
    let language = language();
    let profiles = match context() {
        Ok(ctx) => ctx.backend.profiles.clone(),
        Err(error) => return view! { <ErrorView error/> }.into_any(),
    };
    let institutions = profiles.institutions().iter().map(institution_card).collect_view();
    let page = view! {
        <Title text=words::HOME_TITLE.get(language)/>
        <main id="main" tabindex="-1">
            <Hero/>
            <section class="page"><div class="wrap stack">
                <div class="sec-head">
                    <h2>{words::CHOOSE_INSTITUTION.get(language)}</h2>
                    <p class="muted">{words::CHOOSE_INSTITUTION_TEXT.get(language)}</p>
                </div>
                <ul class="insts">{institutions}</ul>
                <div class="sec-head low">
                    <h2>{words::WHAT_YOU_CAN_DO.get(language)}</h2>
                    <div class="who4">{PARTIES.map(party)}</div>
                </div>
            </div></section>
        </main>
    };
    page.into_any()
}

/// The five steps as an arch.
#[component]
fn Hero() -> impl IntoView {
    let language = language();
    let steps = STEPS.iter().enumerate().map(|(place, (name, text))| {
        view! { <li><span class="p" aria-hidden="true">{place + 1}</span><b>{name.get(language)}</b>{text.get(language)}</li> }
    });
    let arch = r#"<path d="M-201 222Q570 -178 1341 222" stroke-width="3" vector-effect="non-scaling-stroke" opacity=".75"/>"#;
    view! {
        <section class="hero"><div class="wrap">
            <h1>{words::HERO.get(language)}</h1>
            <p class="lead">{words::HERO_LEAD.get(language)}</p>
            <div class="span" role="group" aria-labelledby="come">
                <h2 class="vh" id="come">{words::FIVE_STEPS.get(language)}</h2>
                <svg
                    class="arc" viewBox="0 0 1140 222" preserveAspectRatio="none" fill="none" stroke="#fff" aria-hidden="true"
                    inner_html=arch
                ></svg>
                <ol>{steps.collect_view()}</ol>
            </div>
        </div></section>
    }
}

fn institution_card(profile: &Profile) -> impl IntoView + use<> {
    let language = language();
    let identity = &profile.identity;
    let slug = identity.slug.clone();
    let name = identity.name.get(language).to_owned();
    let tagline = identity.tagline.get(language).to_owned();
    let departments = department_links(profile);
    view! {
        <li>
            <article class="inst" data-inst=slug.clone()>
                <h3><PlainLink href=routes::door(&slug)>{name}</PlainLink></h3>
                <p class="muted">{tagline}</p>
                {departments}
            </article>
        </li>
    }
}

/// Departments with a door of their own.
fn department_links(profile: &Profile) -> Option<AnyView> {
    let language = language();
    let slug = &profile.identity.slug;
    let links: Vec<_> = profile.identity.departments.iter().filter(|department| department.page).collect();
    let text = match links.len() {
        0 => return None,
        1 => words::DEPARTMENT_PAGE,
        _ => words::DEPARTMENT_PAGES,
    };
    let links = links.into_iter().map(|department| {
        let name = department.short_name.get(language).to_owned();
        view! { " "<PlainLink href=routes::department(slug, &department.slug)>{name}</PlainLink> }
    });
    let links = links.collect_view();
    Some(view! { <p class="small">{text.get(language)}{links}</p> }.into_any())
}

fn party((name, items): (Word, &'static [Word])) -> impl IntoView {
    let language = language();
    let items = items.iter().map(|item| view! { <li>{item.get(language)}</li> }).collect_view();
    view! { <section><h3>{name.get(language)}</h3><ul>{items}</ul></section> }
}
