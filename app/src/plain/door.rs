//! `/{i}` and `/{i}/{department}`: whom the page is for, contacts, news, help. Source: mock-up 02, acceptance U39.

use domain::profile::{Department, InstitutionKind, News, Profile};
use i18n::door as words;
use i18n::identity;
use leptos::prelude::*;

use super::surroundings::{department_profile, institution_profile, with_profile};
use crate::components::{Page, PlainLink};
use crate::language::language;
use crate::routes;
use crate::time::long_date;

/// An institution's door.
#[component]
pub fn Door() -> impl IntoView {
    with_profile(institution_profile, |profile| view! { <DoorPage profile/> })
}

/// A department's door, if it has one.
#[component]
pub fn DepartmentDoor() -> impl IntoView {
    with_profile(department_profile, |profile| view! { <DoorPage profile/> })
}

#[component]
fn DoorPage(profile: Profile) -> impl IntoView {
    let language = language();
    let identity = &profile.identity;
    let title = match &profile.department {
        Some(department) => [department.short_name.get(language), identity.name.get(language)].join(" – "),
        None => identity.name.get(language).to_owned(),
    };
    let heading = identity.subtitle.get(language).to_owned();
    let lead = lead(&profile);
    view! {
        <Page title>
            <div class="stack">
                <div class="head door"><div><h1 class="h-xl">{heading}</h1><p class="lead">{lead}</p></div></div>
                <div class="doors"><ForHosts profile=profile.clone()/><ForStudents profile=profile.clone()/><ForTeachers/></div>
                <div class="cols mt-xl">
                    <div class="stack"><Contacts profile=profile.clone()/>{news(&profile.identity.news)}</div>
                    <aside class="stack"><Help profile/></aside>
                </div>
            </div>
        </Page>
    }
}

fn lead(profile: &Profile) -> AnyView {
    let language = language();
    let identity = &profile.identity;
    match &profile.department {
        None => identity.lead.get(language).to_owned().into_any(),
        Some(department) => {
            let (name, whole) = (department.name.get(language).to_owned(), identity.name.get(language).to_owned());
            view! {
                {name}". "{words::DEPARTMENT_OF.get(language)}" "
                <PlainLink href=routes::door(&identity.slug)>{whole}</PlainLink>"."
            }
            .into_any()
        }
    }
}

#[component]
fn ForHosts(profile: Profile) -> impl IntoView {
    let language = language();
    let department = profile.department.as_ref().map(|department| department.slug.as_str());
    let slug = profile.slug();
    view! {
        <section class="card-p">
            <h2>{words::HOSTS.get(language)}</h2>
            <p>{words::DOOR_HOSTS.get(language)}</p>
            <p class="muted small">{words::DOOR_HOSTS_NEED.get(language)}</p>
            <div class="btns">
                <PlainLink class="btn btn-primary" href=routes::accreditation_at(slug, department)>{words::REGISTER.get(language)}</PlainLink>
            </div>
            <p class="mt-m">
                {words::HAVE_CREDENTIALS.get(language)}" "
                <a href=routes::log_in_at(slug)>{i18n::frame::SIGN_IN.get(language)}</a>
            </p>
        </section>
    }
}

/// What is built for them comes with later parts of the portal: until then, whom to ask.
#[component]
fn ForStudents(profile: Profile) -> impl IntoView {
    let language = language();
    let has_departments = !profile.identity.departments.is_empty();
    let (who, how) = match profile.identity.kind {
        InstitutionKind::University if has_departments => (words::STUDENTS, words::DOOR_STUDENTS_HOW),
        InstitutionKind::University => (words::STUDENTS, words::DOOR_STUDENTS_OFFICE),
        InstitutionKind::SchoolNetwork => (words::PUPILS, words::DOOR_PUPILS_HOW),
    };
    view! {
        <section class="card-p">
            <h2>{who.get(language)}</h2>
            <p>{words::DOOR_STUDENTS.get(language)}</p>
            <p class="muted small">{how.get(language)}</p>
            <div class="btns"><a class="btn btn-outline-primary" href="#contatti">{words::SEE_CONTACTS.get(language)}</a></div>
        </section>
    }
}

#[component]
fn ForTeachers() -> impl IntoView {
    let language = language();
    view! {
        <section class="card-p">
            <h2>{words::TEACHERS.get(language)}</h2>
            <p>{words::DOOR_TEACHERS.get(language)}</p>
            <p class="muted small">{words::DOOR_TEACHERS_HOW.get(language)}</p>
            <div class="btns"><a class="btn btn-outline-primary" href="#contatti">{words::WRITE_CONTACT.get(language)}</a></div>
        </section>
    }
}

/// «Attivazione e contatti»: the departments' addresses, or the office's where there are none.
#[component]
fn Contacts(profile: Profile) -> impl IntoView {
    let language = language();
    let own = profile.department.clone().map(|department| vec![department]);
    let departments = own.unwrap_or_else(|| profile.identity.departments.clone());
    if departments.is_empty() {
        let email = profile.office_email().to_owned();
        return view! {
            <section id="contatti">
                <h2>{words::CONTACTS.get(language)}</h2>
                <div class="card-p">
                    <p>{words::CONTACTS_OFFICE.get(language)}</p>
                    <p class="m0"><a href=["mailto:", &email].concat()>{email.clone()}</a></p>
                </div>
            </section>
        }
        .into_any();
    }
    let rows = departments.iter().map(contact).map(|(name, email)| {
        view! { <tr><th scope="row">{name}</th><td><a href=["mailto:", &email].concat()>{email.clone()}</a></td></tr> }
    });
    view! {
        <section id="contatti">
            <h2>{words::CONTACTS.get(language)}</h2>
            <p>{words::CONTACTS_TEXT.get(language)}</p>
            <div class="card-p tbl">
                <table class="tb cards">
                    <caption class="vh">{words::CONTACTS_CAPTION.get(language)}</caption>
                    <thead><tr>
                        <th scope="col">{words::DEPARTMENT.get(language)}</th>
                        <th scope="col">{words::EMAIL.get(language)}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn contact(department: &Department) -> (String, String) {
    let language = language();
    let name = [department.short_name.get(language), department.name.get(language)].join(" – ");
    (name, department.email.clone())
}

fn news(news: &[News]) -> Option<impl IntoView + use<>> {
    let language = language();
    let items = news.iter().map(|item| {
        let (date, machine) = (long_date(item.date, language), item.date.to_string());
        let title = item.title.get(language).to_owned();
        view! { <li>{title}<br/><time class="muted small" datetime=machine>{date}</time></li> }
    });
    let items = items.collect_view();
    (!news.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words::NEWS.get(language)}</h2>
                <div class="card-p"><ul class="rows">{items}</ul></div>
            </section>
        }
    })
}

#[component]
fn Help(profile: Profile) -> impl IntoView {
    let language = language();
    let helpdesk = profile.identity.helpdesk;
    let phone = (!helpdesk.phone.is_empty()).then(|| view! { <br/><span class="small">{helpdesk.phone}</span> });
    view! {
        <section class="card-p">
            <h2>{words::NEED_HELP.get(language)}</h2>
            <ul class="rows">
                <li><a href=routes::RECOVER_PASSWORD>{identity::FORGOTTEN_PASSWORD.get(language)}</a></li>
                <li><a href=routes::RECOVER_USER_NAME>{identity::FORGOTTEN_USER_NAME.get(language)}</a></li>
                <li>
                    <a href=["mailto:", &helpdesk.email].concat()>{words::WRITE_HELPDESK.get(language)}</a>
                    <br/><span class="small muted">{helpdesk.hours.get(language).to_owned()}</span>{phone}
                </li>
            </ul>
        </section>
    }
}
