//! One page of fields: saved while one types, checked before it is sent, and whole without scripts.

use domain::accreditation::Part;
use domain::accreditation::fields::{Field, Form, Kind, label_of};
use domain::accreditation::registration::{Basis, problems};
use domain::accreditation::view::WizardView;
use domain::answers::Answers;
use domain::check::FieldError;
use i18n::{accreditation as words, field as labels, form};
use leptos::prelude::*;
use leptos::web_sys::SubmitEvent;

use super::autosave::{Autosave, Place};
use super::conflict::ConflictDialog;
use super::field::{RegistrationField, Surroundings};
use super::notices::{FieldNotice, notes_of};
use super::resume_link::ResumeLink;
use crate::api::accreditation::SaveStep;
use crate::browser;
use crate::components::{DraftMark, DraftState, ErrorSummary, Note, SubmitButton, Tone, use_session_guard};
use crate::language::language;
use crate::time::in_rome;

/// The form of one page.
#[component]
pub fn StepForm(
    institution: String,
    department: String,
    view: WizardView,
    /// What is wrong with the page, as the server or the browser has found it.
    found: RwSignal<Vec<FieldError>>,
    save: ServerAction<SaveStep>,
) -> impl IntoView {
    let language = language();
    let page = StoredValue::new(view.clone());
    let fields = all_names(&view);
    let place = Place { institution: institution.clone(), step: view.step.clone(), department: department.clone(), fields };
    let saved = view.saved_at.map_or(DraftState::None, DraftState::Saved);
    let base = with_defaults(view.answers.clone());
    let autosave = Autosave::new(place, base, view.version, saved, use_session_guard());
    let deciding = RwSignal::new(view.answers.clone());
    let shown = Memo::new(move |_| page.with_value(|page| fields_of(page, &deciding.read())));
    let hint = words::LOGIN_WITH.get(language);
    let suffix = view.wording.login_suffix.clone();
    let user_name_hint = (!suffix.is_empty())
        .then(|| [labels::field_hint("user_name", language).unwrap_or_default(), ". ", hint, " nome", &suffix].concat());
    let around = Surroundings {
        answers: StoredValue::new(view.answers.clone()),
        problems: found.into(),
        countries: StoredValue::new(view.countries.clone()),
        autosave,
        user_name_hint: StoredValue::new(user_name_hint),
    };
    let notes = StoredValue::new(notes_of(&view));
    let typed = move |_| {
        deciding.update(|answers| answers.0.extend(autosave.typed_answers().0));
        autosave.typed();
    };
    let check = move |event: SubmitEvent| before_sending(&event, page, autosave, found, save);
    autosave.watch_leaving();
    // What was typed before the page was taken over is not in the draft yet.
    Effect::new(move |_| {
        if autosave.form().get().is_some() && autosave.has_unsaved() {
            autosave.typed();
        }
    });
    let row = move |field: Field| {
        view! {
            <div class="cell"><FieldNotice notes=notes.get_value() field=field.name/></div>
            <RegistrationField field around/>
        }
    };
    let resume = view.parts.contains(&Part::Contact).then(|| institution.clone());
    let back = !is_first(&view);
    let notice = part_notice(&view);
    let step = view.step.clone();
    let version = move || autosave.version.get().to_string();
    view! {
        <ErrorSummary problems=found label=Callback::new(summary_label)/>
        <div class="legend-row">
            <span class="small muted">
                {form::MANDATORY_BEFORE.get(language)}" "<span class="req">"*"</span>" "{form::MANDATORY_AFTER.get(language)}
            </span>
            <DraftMark state=autosave.state/>
        </div>
        {notice}
        <ActionForm
            action=save node_ref=autosave.form() attr:novalidate=true
            on:input=typed on:change=typed on:focusout=move |_| autosave.save() on:submit:capture=check
        >
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="step" value=step/>
            <input type="hidden" name="department" value=department/>
            <input type="hidden" name="version" value=version/>
            <input type="hidden" name="answers[_whole]" value="true"/>
            <PrivacyText view/>
            <div class="cells"><For each=move || shown.get() key=key_of children=row/></div>
            <div class="actions">
                <SubmitButton text=form::NEXT.get(language) name="intent" value="next" pending=save.pending()/>
                {back.then(|| view! {
                    <button class="btn btn-outline-primary" type="submit" name="intent" value="back">{form::BACK.get(language)}</button>
                })}
                <button class="btn btn-quiet push" type="submit" name="intent" value="save">{form::SAVE_DRAFT.get(language)}</button>
            </div>
        </ActionForm>
        {resume.map(|institution| view! { <ResumeLink institution/> })}
        <ConflictDialog autosave/>
    }
}

fn key_of(field: &Field) -> (&'static str, bool) {
    (field.name, matches!(field.kind, Kind::Municipality))
}

fn is_first(view: &WizardView) -> bool {
    view.steps.first().is_some_and(|first| first.slug == view.step)
}

/// A country that nobody chose is Italy: what the list of countries shows.
fn with_defaults(mut answers: Answers) -> Answers {
    for field in ["country", "legal_seat_country", "operating_seat_country"] {
        if answers.get(field).is_empty() {
            answers.set(field, "IT");
        }
    }
    answers
}

fn form_of<'a>(view: &WizardView, answers: &'a Answers) -> Form<'a> {
    Form { answers, legal_rep_due: view.wording.legal_rep_due }
}

fn fields_of(view: &WizardView, answers: &Answers) -> Vec<Field> {
    let form = form_of(view, answers);
    let mut fields: Vec<Field> = view.parts.iter().flat_map(|part| form.fields(*part)).collect();
    let asks_to_confirm = view.problems.iter().any(|error| error.problem == domain::check::Problem::TaxCodeNames);
    let confirmation = domain::accreditation::fields::TAX_CODE_CONFIRMED;
    if asks_to_confirm && !fields.contains(&confirmation) {
        let place = fields.iter().position(|field| field.name == "rep_tax_code").map_or(fields.len(), |place| place + 1);
        fields.insert(place, confirmation);
    }
    fields
}

fn all_names(view: &WizardView) -> Vec<&'static str> {
    let form = form_of(view, &view.answers);
    view.parts.iter().flat_map(|part| form.names(*part)).collect()
}

/// Label and control of a field, for the summary of problems.
fn summary_label(field: String) -> (String, String) {
    let label = labels::field_label(label_of(&field), language()).to_owned();
    (label, field)
}

fn part_notice(view: &WizardView) -> Option<AnyView> {
    let language = language();
    let text = if view.parts.contains(&Part::OperatingSeat) {
        words::OPERATING_HINT
    } else if view.parts.contains(&Part::LegalRep) && view.wording.legal_rep_due == domain::profile::LegalRepDue::Convention {
        words::LEGAL_REP_LATER
    } else {
        return None;
    };
    Some(view! { <Note tone=Tone::Wait><p>{text.get(language)}</p></Note> }.into_any())
}

#[component]
fn PrivacyText(view: WizardView) -> impl IntoView {
    let language = language();
    view.parts.contains(&Part::Privacy).then(|| {
        let version = words::PRIVACY_VERSION.fill(language, &[("version", &view.wording.privacy_version)]);
        view! {
            <div class="card-p prose">
                <p class="pre">{view.wording.privacy_text}</p>
                <p class="small muted">{version}</p>
            </div>
        }
    })
}

/// With scripts every problem is shown without a way to the server; then what is not stored yet is stored, and last the
/// page is sent, so that nothing that somebody else wrote meanwhile is overwritten.
fn before_sending(
    event: &SubmitEvent,
    page: StoredValue<WizardView>,
    autosave: Autosave,
    found: RwSignal<Vec<FieldError>>,
    save: ServerAction<SaveStep>,
) {
    let intent = browser::submitter_value(event);
    let answers = autosave.typed_answers();
    if intent == "next" {
        let seen = page.with_value(|page| check(page, &answers));
        found.set(seen.clone());
        if !seen.is_empty() {
            event.prevent_default();
            autosave.save();
            return;
        }
    }
    if !autosave.has_unsaved() {
        return;
    }
    event.prevent_default();
    let send = move |()| {
        let (institution, step, department) = autosave.address();
        let whole = autosave.typed_answers().with("_whole", "true");
        let version = autosave.version.get_untracked().to_string();
        let intent = intent.clone();
        save.dispatch(SaveStep { institution, step, department, version, intent, answers: whole });
    };
    autosave.save_then(Callback::new(send));
}

fn check(view: &WizardView, answers: &Answers) -> Vec<FieldError> {
    let mut all = view.answers.clone();
    all.0.extend(answers.0.clone());
    let basis = Basis { today: in_rome(browser::now()).date(), places: None, legal_rep_due: view.wording.legal_rep_due };
    view.parts.iter().flat_map(|part| problems(*part, &all, &basis)).collect()
}
