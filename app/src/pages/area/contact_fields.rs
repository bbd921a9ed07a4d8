//! The fields of one person: personal data, what tutors are asked, seats.

use domain::accreditation::fields::Field;
use domain::organisation::contact::{fields, tutor_fields};
use domain::organisation::view::{ContactForm, SeatTick};
use i18n::field::field_label;
use i18n::{choice, organisation as words};
use leptos::prelude::*;

use super::told::Told;
use crate::components::{BoxesField, FieldSpec, RegistrationField, Surroundings};
use crate::form_page::posted_name;
use crate::language::language;
use crate::routes;

/// Everything that can be written about a person. What is not the reader's to change is told.
#[component]
pub fn ContactFields(institution: String, view: ContactForm, told: Told) -> impl IntoView {
    let language = language();
    let is_new = view.contact.is_none();
    let around = Surroundings {
        answers: StoredValue::new(view.answers.clone()),
        problems: told.fields,
        countries: StoredValue::new(Vec::new()),
        user_name_hint: StoredValue::new(None),
    };
    let manages = view.manages;
    let is_open = move |field: &Field| (is_new || field.name != EMAIL) && (manages || field.name != KINDS);
    let own = fields().into_iter().filter(is_open).map(move |field| view! { <RegistrationField field around/> });
    let of_tutors = tutor_fields().into_iter().map(move |field| view! { <RegistrationField field around/> });
    let fixed = (!is_new).then(|| fixed(&view));
    view! {
        <section class="card-p">
            <h2>{words::PERSONAL.get(language)}</h2>
            {fixed}
            <div class="cells">{own.collect_view()}</div>
        </section>
        <section class="card-p">
            <h2>{words::OF_TUTORS.get(language)}</h2>
            <div class="cells">{of_tutors.collect_view()}</div>
            <SeatsOfWork institution seats=view.seats manages/>
        </section>
    }
}

const EMAIL: &str = "contact_email";
const KINDS: &str = "contact_kinds";

/// The address, and the kinds for who does not choose them.
fn fixed(view: &ContactForm) -> impl IntoView + use<> {
    let language = language();
    let kinds = (!view.manages).then(|| {
        let ticked = |kind: &&&str| view.answers.flag(&[KINDS, "_", kind].concat());
        let all = domain::accreditation::fields::CONTACT_KINDS;
        let names: Vec<&str> = all.iter().filter(ticked).map(|kind| choice::choice("kinds", kind, language)).collect();
        view! { <dt>{field_label("kinds", language).to_owned()}</dt><dd>{names.join(", ")}</dd> }
    });
    let email = view.answers.get(EMAIL).to_owned();
    view! { <dl class="dl"><dt>{field_label("email", language).to_owned()}</dt><dd>{email}</dd>{kinds}</dl> }
}

/// «Sedi di attività».
#[component]
fn SeatsOfWork(institution: String, seats: Vec<SeatTick>, manages: bool) -> impl IntoView {
    let language = language();
    if !manages {
        let names: Vec<String> = seats.into_iter().filter(|seat| seat.ticked).map(|seat| seat.name).collect();
        let names = if names.is_empty() { words::NONE.get(language).to_owned() } else { names.join(", ") };
        return view! { <dl class="dl"><dt>{words::SEATS_OF_WORK.get(language)}</dt><dd>{names}</dd></dl> }.into_any();
    }
    if seats.is_empty() {
        return view! {
            <p>
                {words::NO_SEATS.get(language)}" "
                <a href=routes::new_seat(&institution)>{words::NEW_SEAT.get(language)}</a>
            </p>
        }
        .into_any();
    }
    let spec = FieldSpec::new("seats", "seats", words::SEATS_OF_WORK.get(language)).hint(words::SEATS_HINT.get(language));
    let boxes = seats.into_iter().map(|seat| (posted_name(&["seat_", &seat.seat.to_string()].concat()), seat.name, seat.ticked));
    view! { <BoxesField spec boxes=boxes.collect()/> }.into_any()
}
