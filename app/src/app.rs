//! The pages that the browser takes over, and the frame around them.

use leptos::prelude::*;
use leptos_meta::{Body, Title, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::{SsrMode, path};

use crate::browser;
use crate::components::{Footer, FrameResources, Header, SessionDialogs, SessionGuard, institution_at_hand};
use crate::language::language;
use crate::pages::area::{Area, Company, Contacts, NewContact, NewSeat, OneContact, OneSeat, Seats};
use crate::pages::convention::{
    EditConvention, HostConvention, HostConventions, NewConvention, OfficeConvention, OfficeConventions,
};
use crate::pages::identity::{Account, LogIn, Profiles, RecoverPassword, RecoverUserName, VerifyEmail};
use crate::pages::office::{OfficeHome, OfficeQueue, OfficeReview};
use crate::routes;

/// What stands after every page's title.
pub const PRODUCT: &str = " – Ponte";

/// Milliseconds until a new page stands.
const FOCUS_AFTER: u64 = 50;

/// The hydrated part of the portal.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=|title: String| title + PRODUCT/>
        <Router><Framed/></Router>
    }
}

#[component]
fn Framed() -> impl IntoView {
    let frame = FrameResources::provide();
    SessionGuard::provide();
    focus_new_pages();
    view! {
        <PageBody/>
        <a class="skip" href="#main" on:click=skip>{i18n::frame::SKIP.get(language())}</a>
        <Transition>{move || Suspend::new(async move { view! { <Header data=frame.load().await/> } })}</Transition>
        <FlatRoutes fallback=Elsewhere>
            <Route path=path!("/accedi") view=LogIn ssr=SsrMode::Async/>
            <Route path=path!("/verifica-email") view=VerifyEmail ssr=SsrMode::Async/>
            <Route path=path!("/recupera-password") view=RecoverPassword ssr=SsrMode::Async/>
            <Route path=path!("/recupera-utente") view=RecoverUserName ssr=SsrMode::Async/>
            <Route path=path!("/profili") view=Profiles ssr=SsrMode::Async/>
            <Route path=path!("/account") view=Account ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area") view=Area ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/contatti") view=Contacts ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/contatti/nuovo") view=NewContact ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/contatti/:id") view=OneContact ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/sedi") view=Seats ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/sedi/nuova") view=NewSeat ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/sedi/:id") view=OneSeat ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/azienda") view=Company ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/convenzioni") view=HostConventions ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/convenzioni/nuova") view=NewConvention ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/convenzioni/:id") view=HostConvention ssr=SsrMode::Async/>
            <Route path=path!("/:institution/area/convenzioni/:id/compila") view=EditConvention ssr=SsrMode::Async/>
            <Route path=path!("/:institution/ufficio/convenzioni") view=OfficeConventions ssr=SsrMode::Async/>
            <Route path=path!("/:institution/ufficio/convenzioni/:id") view=OfficeConvention ssr=SsrMode::Async/>
            <Route path=path!("/:institution/ufficio") view=OfficeHome ssr=SsrMode::Async/>
            <Route path=path!("/:institution/ufficio/accreditamenti") view=OfficeQueue ssr=SsrMode::Async/>
            <Route path=path!("/:institution/ufficio/accreditamenti/:id") view=OfficeReview ssr=SsrMode::Async/>
        </FlatRoutes>
        <Footer/>
        <SessionDialogs/>
    }
}

/// When another page comes without the document being loaded anew, the focus goes to its beginning, as a load would do.
fn focus_new_pages() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            browser::after(FOCUS_AFTER, || browser::focus("main"));
        }
        now
    });
}

/// The institution's colour and the width of staff pages, by the address.
#[component]
pub fn PageBody() -> impl IntoView {
    let path = use_location().pathname;
    let slug = institution_at_hand();
    let institution = move || Some(slug.get()).filter(|slug| !slug.is_empty());
    let wide = move || path.with(|path| routes::is_wide(path)).then_some("wide");
    view! { <Body {..} data-inst=institution class=wide/> }
}

/// The router would only scroll; the focus has to move too.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("main");
}

/// A page that is not one of ours here: the server knows it, or says that it is not there.
#[component]
fn Elsewhere() -> impl IntoView {
    Effect::new(|_| browser::reload());
}
