use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::place::institution_here;
use crate::routes;

/// `/{i}/ufficio`: leads to the first of the panels.
#[component]
pub fn OfficeHome() -> impl IntoView {
    let path = routes::office_queue(&institution_here().get_untracked());
    view! { <Redirect path/> }
}
