//! Pages of links and text. They are rendered on the server alone and load no scripts, so none of them weighs on the
//! browser's part.

mod accreditation;
mod door;
mod home;
mod log_out;
mod not_found;
mod registration;
mod surroundings;
mod templates;
mod texts;

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

use crate::app::{PRODUCT, PageBody};
use crate::components::{ErrorView, Footer};
use crate::error::AppError;
use crate::language::language;
use accreditation::Introduction;
use door::{DepartmentDoor, Door};
use home::Home;
use log_out::LogOut;
use not_found::NotFound;
use registration::Wizard;
use surroundings::PlainHeader;
use templates::Templates;
use texts::{Accessibility, LegalNotes, Privacy, Use};

/// The part of the portal that is not hydrated. A department's door comes last: every other word wins over its slug.
#[component]
pub fn PlainApp() -> impl IntoView {
    view! {
        <PlainFrame>
            <FlatRoutes fallback=NotFound>
                <Route path=path!("/") view=Home ssr=SsrMode::Async/>
                <Route path=path!("/uso-del-portale") view=Use ssr=SsrMode::Async/>
                <Route path=path!("/privacy") view=Privacy ssr=SsrMode::Async/>
                <Route path=path!("/note-legali") view=LegalNotes ssr=SsrMode::Async/>
                <Route path=path!("/accessibilita") view=Accessibility ssr=SsrMode::Async/>
                <Route path=path!("/esci") view=LogOut ssr=SsrMode::Async/>
                <Route path=path!("/:institution") view=Door ssr=SsrMode::Async/>
                <Route path=path!("/:institution/accreditamento") view=Introduction ssr=SsrMode::Async/>
                <Route path=path!("/:institution/:department") view=DepartmentDoor ssr=SsrMode::Async/>
            </FlatRoutes>
        </PlainFrame>
    }
}

/// Forms that the server renders and the browser watches over: a small part of the whole, so that they are ready at once.
#[component]
pub fn FormApp() -> impl IntoView {
    view! {
        <PlainFrame>
            <FlatRoutes fallback=NotFound>
                <Route path=path!("/:institution/accreditamento/:step") view=Wizard ssr=SsrMode::Async/>
            </FlatRoutes>
            <Templates/>
        </PlainFrame>
    }
}

/// A whole page for what went wrong before a page could be chosen: refused by a guard, caught in a fault.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    view! { <PlainFrame><ErrorView error/></PlainFrame> }
}

/// What stands around every page that is not hydrated.
#[component]
fn PlainFrame(children: Children) -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=|title: String| title + PRODUCT/>
        <Router>
            <PageBody/>
            <a class="skip" href="#main">{i18n::frame::SKIP.get(language())}</a>
            <PlainHeader/>
            {children()}
            <Footer/>
        </Router>
    }
}
