use domain::organisation::seat::{fields, label_of};
use domain::organisation::view::SeatForm;
use i18n::organisation as words;
use leptos::prelude::*;

use super::contact::Legend;
use super::place::part;
use super::told::{Told, labels};
use crate::api::organisation::{SaveSeat, load_seat};
use crate::components::{
    Crumb, Crumbs, ErrorSummary, ErrorView, Page, RegistrationField, SubmitButton, Surroundings, use_session_guard,
};
use crate::language::language;
use crate::routes;

/// `/{i}/area/sedi/nuova`.
#[component]
pub fn NewSeat() -> impl IntoView {
    let institution = part("institution");
    let form = Resource::new(move || institution.get(), async |institution| load_seat(institution, String::new()).await);
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match form.await {
                Ok(view) => view! { <SeatPage institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

/// `/{i}/area/sedi/{id}`.
#[component]
pub fn OneSeat() -> impl IntoView {
    let (institution, id) = (part("institution"), part("id"));
    let form = Resource::new(move || (institution.get(), id.get()), async |(institution, id)| load_seat(institution, id).await);
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match form.await {
                Ok(view) => view! { <SeatPage institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

#[component]
fn SeatPage(institution: String, view: SeatForm) -> impl IntoView {
    let language = language();
    let save = ServerAction::<SaveSeat>::new();
    let told = Told::of(move || save.value().get());
    // what was written stays in the page: the person presses the button again
    use_session_guard().watch(move || save.value().get(), Callback::new(|()| ()));
    let title = if view.seat.is_some() { view.name.clone() } else { words::NEW_SEAT_TITLE.get(language).to_owned() };
    let country = view.answers.get("operating_seat_country").to_owned();
    let around = Surroundings {
        answers: StoredValue::new(view.answers),
        problems: told.fields,
        countries: StoredValue::new(view.countries),
        user_name_hint: StoredValue::new(None),
    };
    let rows = fields(&country).into_iter().map(move |field| view! { <RegistrationField field around/> });
    let area = Crumb::new(i18n::frame::COMPANY_AREA.get(language), routes::area(&institution));
    let list = Crumb::new(words::SEATS.get(language), routes::seats(&institution));
    view! {
        <Page title=title.clone() wrong=told.any>
            <Crumbs trail=vec![area, list] current=title.clone()/>
            <h1>{title}</h1>
            <ErrorSummary problems=told.fields message=told.message label=labels(label_of)/>
            <Legend/>
            <ActionForm action=save attr:novalidate=true attr:class="card-p">
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="seat" value=view.seat.map(|seat| seat.to_string()).unwrap_or_default()/>
                <input type="hidden" name="version" value=view.version.to_string()/>
                <input type="hidden" name="answers[_whole]" value="true"/>
                <div class="cells">{rows.collect_view()}</div>
                <div class="actions"><SubmitButton text=words::SAVE.get(language) pending=save.pending()/></div>
            </ActionForm>
        </Page>
    }
}
