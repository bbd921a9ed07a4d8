//! `/{i}/area/azienda`: what the host said of itself, and who signs for it.

use domain::accreditation::Part;
use domain::accreditation::fields::{Form, TAX_CODE_CONFIRMED, label_of};
use domain::check::Problem;
use domain::organisation::view::CompanyView;
use domain::profile::LegalRepDue;
use i18n::field::field_label;
use i18n::organisation as words;
use leptos::prelude::*;

use super::contact::Legend;
use super::place::{part, says};
use super::told::{Told, labels};
use crate::api::organisation::{SaveLegalRep, load_company};
use crate::components::{
    Crumb, Crumbs, ErrorSummary, ErrorView, Note, Page, RegistrationField, SubmitButton, Surroundings, Tone, use_session_guard,
};
use crate::language::language;
use crate::pages::office::value;
use crate::routes;

/// `/{i}/area/azienda`.
#[component]
pub fn Company() -> impl IntoView {
    let institution = part("institution");
    let company = Resource::new(move || institution.get(), async |institution| load_company(institution).await);
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match company.await {
                Ok(view) => view! { <Shown institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

#[component]
fn Shown(institution: String, view: CompanyView) -> impl IntoView {
    let language = language();
    let save = ServerAction::<SaveLegalRep>::new();
    let told = Told::of(move || save.value().get());
    // what was written stays in the page: the person presses the button again
    use_session_guard().watch(move || save.value().get(), Callback::new(|()| ()));
    let area = Crumb::new(i18n::frame::COMPANY_AREA.get(language), routes::area(&institution));
    let facts = view.facts.iter().map(|(label, text)| {
        view! { <dt>{field_label(label, language).to_owned()}</dt><dd>{value::view(label, text, language)}</dd> }
    });
    let facts = facts.collect_view();
    let saved = says("salvato").then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::SAVED.get(language)}</p></Note> });
    let title = words::COMPANY.get(language);
    view! {
        <Page title=title.to_owned() wrong=told.any>
            <Crumbs trail=vec![area] current=title/>
            <h1>{view.host_name.clone()}</h1>
            {saved}
            <ErrorSummary problems=told.fields message=told.message label=labels(label_of)/>
            <Representative institution view told save/>
            <section class="card-p mt-l"><h2>{words::COMPANY_DATA.get(language)}</h2><dl class="dl">{facts}</dl></section>
        </Page>
    }
}

#[component]
fn Representative(institution: String, view: CompanyView, told: Told, save: ServerAction<SaveLegalRep>) -> impl IntoView {
    let language = language();
    let form = Form { answers: &view.answers, legal_rep_due: LegalRepDue::Accreditation };
    let around = Surroundings {
        answers: StoredValue::new(view.answers.clone()),
        problems: told.fields,
        countries: StoredValue::new(Vec::new()),
        user_name_hint: StoredValue::new(None),
    };
    let own = form.fields(Part::LegalRep);
    let has_tick = own.contains(&TAX_CODE_CONFIRMED);
    let differs = move || told.fields.with(|all| all.iter().any(|error| error.problem == Problem::TaxCodeNames));
    // Asked only when names and code differ.
    let tick = move || (!has_tick && differs()).then(|| view! { <RegistrationField field=TAX_CODE_CONFIRMED around/> });
    let rows = own.into_iter().map(move |field| view! { <RegistrationField field around/> }).collect_view();
    let missing = (!view.is_complete).then(|| {
        view! { <Note tone=Tone::Warn><p>{words::REP_NEEDED.get(language)}</p></Note> }
    });
    let button = view.can_edit.then(|| {
        view! { <div class="actions"><SubmitButton text=words::SAVE.get(language) pending=save.pending()/></div> }
    });
    view! {
        <h2 class="mt-l">{words::LEGAL_REP.get(language)}</h2>
        <p>{words::LEGAL_REP_LEAD.get(language)}</p>
        {missing}
        <Legend/>
        <ActionForm action=save attr:novalidate=true attr:class="card-p">
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="version" value=view.version.to_string()/>
            <input type="hidden" name="answers[_whole]" value="true"/>
            <div class="cells">{rows}{tick}</div>
            {button}
        </ActionForm>
    }
}
