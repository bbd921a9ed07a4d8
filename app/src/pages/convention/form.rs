//! *Proponi nuova convenzione*: the request, kept while it is written.

use domain::accreditation::fields::Need;
use domain::check::FieldError;
use domain::convention::request::DESCRIPTION_MAX;
use domain::convention::view::ConventionForm;
use domain::refusal::Refusal;
use i18n::choice::choice;
use i18n::field::{field_hint, field_label};
use i18n::{convention as words, form as form_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::upload::UploadForm;
use crate::api::convention::{SaveConvention, keep_convention, load_convention_form};
use crate::autosave::Autosave;
use crate::components::{
    CheckField, ChoiceField, Crumb, Crumbs, DraftMark, DraftState, ErrorSummary, ErrorView, FieldSpec, Note, Page, SelectField,
    SubmitButton, TextAreaField, TextField, Tone, use_session_guard,
};
use crate::error::AppError;
use crate::form_page::posted_name;
use crate::language::language;
use crate::pages::area::contact::Legend;
use crate::pages::area::place::{part, says};
use crate::pages::area::told::labels;
use crate::routes;

/// Id of the form.
const FORM: &str = "convenzione";

/// `/{i}/area/convenzioni/nuova`.
#[component]
pub fn NewConvention() -> impl IntoView {
    let institution = part("institution");
    let like = use_query_map().with_untracked(|query| query.get("come")).unwrap_or_default();
    let form = Resource::new(
        move || institution.get(),
        move |institution| load_convention_form(institution, String::new(), like.clone()),
    );
    view! { <Loaded institution form/> }
}

/// `/{i}/area/convenzioni/{id}/compila`.
#[component]
pub fn EditConvention() -> impl IntoView {
    let (institution, id) = (part("institution"), part("id"));
    let form = Resource::new(
        move || (institution.get(), id.get()),
        async |(institution, id)| load_convention_form(institution, id, String::new()).await,
    );
    view! { <Loaded institution form/> }
}

#[component]
fn Loaded(institution: Memo<String>, form: Resource<Result<ConventionForm, AppError>>) -> impl IntoView {
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match form.await {
                Ok(view) => view! { <Request institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

#[component]
fn Request(institution: String, view: ConventionForm) -> impl IntoView {
    let language = language();
    let save = ServerAction::<SaveConvention>::new();
    let value = move || save.value().get();
    let problems = Signal::derive(move || AppError::problems(&value()));
    let message = Signal::derive(move || value().and_then(Result::err).as_ref().and_then(said));
    let wrong = Signal::derive(move || matches!(value(), Some(Err(_))));
    let asks_again =
        Signal::derive(move || matches!(value(), Some(Err(AppError::Refused(Refusal::Rule { rule }))) if rule == OTHER_OPEN));
    let guard = use_session_guard();
    // what was written stays in the page: the person presses the button again
    guard.watch(value, Callback::new(|()| ()));
    let autosave = kept(&institution, &view, guard);
    Effect::new(move |_| autosave.sent(save.pending().get()));
    let title = if view.convention.is_some() { words::DRAFT_TITLE } else { words::NEW_TITLE };
    let area = Crumb::new(i18n::frame::COMPANY_AREA.get(language), routes::area(&institution));
    let list = Crumb::new(words::TITLE.get(language), routes::conventions(&institution));
    let saved = says("salvata").then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::SAVED.get(language)}</p></Note> });
    let id = view.convention.map(|id| id.to_string()).unwrap_or_default();
    let version = view.version.to_string();
    let surroundings = view! { <Surroundings institution=institution.clone() view=view.clone()/> };
    let copy = view! { <HostCopy institution=institution.clone() view=view.clone()/> };
    view! {
        <Page title=title.get(language).to_owned() wrong>
            <Crumbs trail=vec![area, list] current=title.get(language)/>
            <h1>{title.get(language)}</h1>
            <p class="lead">{words::FORM_LEAD.get(language)}</p>
            {saved}
            <ErrorSummary problems message label=labels(|field| field)/>
            {surroundings}
            <div on:input=move |_| autosave.typed() on:change=move |_| autosave.typed() on:focusout=move |_| autosave.left()>
                <ActionForm action=save attr:novalidate=true attr:class="card-p" attr:id=FORM>
                    <div class="head"><Legend/><DraftMark state=autosave.state/></div>
                    <input type="hidden" name="institution" value=institution/>
                    <input type="hidden" name="convention" value=id/>
                    <input type="hidden" name="version" value=version/>
                    <input type="hidden" name="answers[_whole]" value="true"/>
                    <Fields view problems/>
                    {move || asks_again.get().then(acknowledge)}
                    <div class="actions">
                        <SubmitButton text=words::ASK.get(language) name="intent" value="submit" pending=save.pending()/>
                        <button class="btn btn-quiet push" type="submit" name="intent" value="save">
                            {form_words::SAVE_DRAFT.get(language)}
                        </button>
                    </div>
                </ActionForm>
            </div>
            {copy}
        </Page>
    }
}

/// The rule whose refusal asks for a tick.
const OTHER_OPEN: &str = "3.3 other_open_request";

/// The sentence for what is no single field's.
fn said(error: &AppError) -> Option<String> {
    let language = language();
    match error {
        AppError::Invalid(_) | AppError::SignIn => None,
        AppError::Stale => Some(i18n::organisation::CHANGED_MEANWHILE.get(language).to_owned()),
        other => Some(other.text(language)),
    }
}

fn kept(institution: &str, view: &ConventionForm, guard: crate::components::SessionGuard) -> Autosave {
    let place = (institution.to_owned(), view.convention.map(|id| id.to_string()).unwrap_or_default(), view.version.to_string());
    let first = view.saved_at.map_or(DraftState::None, DraftState::Saved);
    Autosave::new(FORM, first, guard, move |answers| {
        let (institution, id, version) = place.clone();
        keep_convention(institution, id, version, answers)
    })
}

/// What the office wrote, and who signs for the host or what is missing of them.
#[component]
fn Surroundings(institution: String, view: ConventionForm) -> impl IntoView {
    let language = language();
    let returned = (!view.note.is_empty()).then(|| {
        view! { <Note tone=Tone::Warn title=words::RETURNED_TITLE.get(language)><p class="pre">{view.note.clone()}</p></Note> }
    });
    let rep = if view.legal_rep_complete {
        view! { <p class="muted">{words::REP_IS.fill(language, &[("name", &view.legal_rep)])}</p> }.into_any()
    } else {
        view! {
            <Note tone=Tone::Warn title=words::REP_MISSING_TITLE.get(language)>
                <p>{words::REP_MISSING_TEXT.get(language)}</p>
                <p><a class="btn btn-outline-primary btn-s" href=routes::company(&institution)>{words::REP_MEND.get(language)}</a></p>
            </Note>
        }
        .into_any()
    };
    view! { {returned}{rep} }
}

/// A second request of the same kind has to be meant.
fn acknowledge() -> impl IntoView {
    let language = language();
    let spec = FieldSpec::new(posted_name("acknowledged"), "acknowledged", words::OTHER_OPEN_TICK.get(language));
    view! {
        <Note tone=Tone::Warn title=words::OTHER_OPEN_TITLE.get(language)>
            <p>{words::OTHER_OPEN_TEXT.get(language)}</p><CheckField spec/>
        </Note>
    }
}

#[component]
fn Fields(view: ConventionForm, problems: Signal<Vec<FieldError>>) -> impl IntoView {
    let language = language();
    let spec = move |name: &'static str, need: Need| {
        let spec = FieldSpec::new(posted_name(name), name, field_label(name, language)).need(need);
        let spec = spec.problem(crate::components::problem_of(problems, name));
        match field_hint(name, language) {
            Some(hint) => spec.hint(hint),
            None => spec,
        }
    };
    let value = |name: &str| view.answers.get(name).to_owned();
    let must = |name| spec(name, Need::Mandatory);
    let words_of = |name: &'static str, codes: &[&str]| {
        codes.iter().map(|code| ((*code).to_owned(), choice(name, code, language).to_owned())).collect::<Vec<_>>()
    };
    let kinds: Vec<&str> = view.kinds.iter().map(String::as_str).collect();
    let renewal = view.asks_renewal.then(|| {
        let months = view.renewal_months.to_string();
        let hint = words::RENEWS.fill(language, &[("months", &months), ("days", &view.notice_days.to_string())]);
        let options = words_of("tacit_renewal", &["yes", "no"]);
        view! { <ChoiceField spec=must("tacit_renewal").hint(hint) options value=value("tacit_renewal")/> }
    });
    let department = (!view.departments.is_empty()).then(|| {
        let options = view.departments.clone();
        view! { <SelectField spec=spec("handling_department", Need::Optional) options value=value("handling_department")/> }
    });
    view! {
        <ChoiceField spec=must("convention_kind") options=words_of("convention_kind", &kinds) value=value("convention_kind")/>
        <TextAreaField spec=must("description") value=value("description") max=DESCRIPTION_MAX as i64/>
        <TextField spec=must("duration_months").class("w-s") value=value("duration_months") keyboard="numeric"/>
        <SelectField spec=must("area") options=view.areas.clone() value=value("area")/>
        <ChoiceField
            spec=must("digital_signature") options=words_of("digital_signature", &["yes", "no"]) value=value("digital_signature")
        />
        {renewal}{department}
    }
}

/// Where the host signs before it asks: its document and the copy.
#[component]
fn HostCopy(institution: String, view: ConventionForm) -> impl IntoView {
    let language = language();
    let id = view.convention.filter(|_| view.host_uploads)?;
    let download = view.document.map(|document| {
        let href = routes::document(&institution, document);
        view! { <p><a class="btn btn-outline-primary btn-s" href=href rel="external" download>{words::DOWNLOAD.get(language)}</a></p> }
    });
    let done = view.has_copy.then(|| view! { <Note tone=Tone::Ok><p>{words::HOST_UPLOAD_DONE.get(language)}</p></Note> });
    let back = routes::convention_form(&institution, id);
    let upload = view.document.filter(|_| !view.has_copy).map(|_| {
        view! { <UploadForm institution=institution.clone() id back signer=domain::access::Role::LegalRep name=view.legal_rep.clone()/> }
    });
    Some(view! {
        <section class="card-p mt-l">
            <h2>{words::HOST_UPLOAD_TITLE.get(language)}</h2>
            <p>{words::HOST_UPLOAD_TEXT.get(language)}</p>
            {download}{done}{upload}
        </section>
    })
}
