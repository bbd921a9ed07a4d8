use domain::organisation::view::{SeatLine, SeatsView};
use i18n::organisation as words;
use leptos::prelude::*;

use super::place::{part, says};
use crate::api::organisation::load_seats;
use crate::components::{ErrorView, LiveMark, Note, Page, Tone};
use crate::language::language;
use crate::live::use_live;
use crate::routes;

/// `/{i}/area/sedi`.
#[component]
pub fn Seats() -> impl IntoView {
    let language = language();
    let institution = part("institution");
    let seats = Resource::new(move || institution.get(), async |institution| load_seats(institution).await);
    let live = use_live(institution.into(), Callback::new(move |_| seats.refetch()));
    let saved = says("salvato");
    view! {
        <Transition>
            {move || {
                let institution = institution.get();
                Suspend::new(async move {
                    match seats.await {
                        Ok(view) => {
                            view! {
                                <Page title=words::SEATS.get(language).to_owned()>
                                    <div class="head first">
                                        <div><h1>{words::SEATS.get(language)}</h1><p class="muted m0">{view.host_name.clone()}</p></div>
                                        <LiveMark state=live/>
                                    </div>
                                    <p class="lead">{words::SEATS_LEAD.get(language)}</p>
                                    {saved.then(|| view! { <Note tone=Tone::Ok><p>{words::SAVED.get(language)}</p></Note> })}
                                    <List institution view/>
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

#[component]
fn List(institution: String, view: SeatsView) -> impl IntoView {
    let language = language();
    let can_edit = view.can_edit;
    let cards = view.seats.into_iter().map(|line| seat(&institution, line, can_edit)).collect_view();
    let add = can_edit.then(|| {
        view! { <a class="btn btn-outline-primary" href=routes::new_seat(&institution)>{words::NEW_SEAT.get(language)}</a> }
    });
    view! { {cards}<div class="btns mt-m">{add}</div> }
}

fn seat(institution: &str, line: SeatLine, can_edit: bool) -> impl IntoView + use<> {
    let language = language();
    let kind = if line.is_legal { words::LEGAL } else { words::OPERATING };
    let tutors = (!line.is_legal).then(|| {
        let names = if line.tutors.is_empty() { words::NO_TUTORS.get(language).to_owned() } else { line.tutors.join(", ") };
        view! { <dl class="dl"><dt>{words::TUTORS.get(language)}</dt><dd>{names}</dd></dl> }
    });
    let change = (can_edit && !line.is_legal).then(|| {
        view! {
            <div class="btns">
                <a class="btn btn-outline-primary btn-s" href=routes::seat(institution, line.seat)>
                    {words::CHANGE.get(language)}<span class="vh">" "{line.name.clone()}</span>
                </a>
            </div>
        }
    });
    view! {
        <section class="card-p">
            <h2>{line.name.clone()}</h2>
            <p><span class="muted">{kind.get(language)}</span><br/>{line.address}</p>
            {tutors}{change}
        </section>
    }
}
