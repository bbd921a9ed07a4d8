//! One page of fields, whole without scripts. With them the browser's part watches over it (`crate::forms`).

use domain::accreditation::Part;
use domain::accreditation::fields::{Field, Form, Need, label_of};
use domain::accreditation::view::WizardView;
use domain::answers::Answers;
use domain::profile::LegalRepDue;
use i18n::{accreditation as words, field as labels, form};
use leptos::prelude::*;

use super::notices::{FieldNotice, notes_of};
use super::resume_link::ResumeLink;
use crate::api::accreditation::SaveStep;
use crate::components::{DraftMark, DraftState, ErrorSummary, Note, RegistrationField, SubmitButton, Surroundings, Tone};
use crate::form_page::{FIELDS, FORM, PROBLEMS};
use crate::language::language;

/// The form of one page.
#[component]
pub fn StepForm(institution: String, department: String, view: WizardView) -> impl IntoView {
    let language = language();
    let save = ServerAction::<SaveStep>::new();
    let saved = view.saved_at.map_or(DraftState::None, DraftState::Saved);
    let problems = Signal::stored(view.problems.clone());
    let around = Surroundings {
        answers: StoredValue::new(view.answers.clone()),
        problems,
        countries: StoredValue::new(view.countries.clone()),
        user_name_hint: StoredValue::new(user_name_hint(&view)),
    };
    let notes = notes_of(&view);
    let fields = fields_of(&view);
    let legend = fields.iter().any(|field| field.need == Need::Mandatory).then(|| {
        view! {
            <span class="small muted">
                {form::MANDATORY_BEFORE.get(language)}" "<span class="req">"*"</span>" "{form::MANDATORY_AFTER.get(language)}
            </span>
        }
    });
    let rows = fields.into_iter().map(move |field| {
        view! {
            <div class="cell"><FieldNotice notes=notes.clone() field=field.name/></div>
            <RegistrationField field around/>
        }
    });
    let resume = view.parts.contains(&Part::Contact).then(|| (institution.clone(), view.step.clone()));
    let back = !is_first(&view);
    let parts = view.parts.iter().map(|part| part.slug()).collect::<Vec<_>>().join(" ");
    let answers = serde_json::to_string(&with_defaults(view.answers.clone())).unwrap_or_default();
    let due = serde_json::to_string(&view.wording.legal_rep_due).unwrap_or_default();
    view! {
        <div id=PROBLEMS><ErrorSummary problems label=Callback::new(summary_label)/></div>
        <div class="legend-row">
            {legend}
            <DraftMark state=Signal::stored(saved)/>
        </div>
        {part_notice(&view)}
        <ActionForm
            action=save attr:id=FORM attr:novalidate=true attr:data-watched="" attr:data-parts=parts attr:data-rep-due=due attr:data-answers=answers
        >
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="step" value=view.step.clone()/>
            <input type="hidden" name="department" value=department/>
            <input type="hidden" name="version" value=view.version.to_string()/>
            <input type="hidden" name="answers[_whole]" value="true"/>
            <PrivacyText view/>
            <div class="cells" id=FIELDS>{rows.collect_view()}</div>
            <div class="actions">
                <SubmitButton text=form::NEXT.get(language) name="intent" value="next"/>
                {back.then(|| view! {
                    <button class="btn btn-outline-primary" type="submit" name="intent" value="back">{form::BACK.get(language)}</button>
                })}
                <button class="btn btn-quiet push" type="submit" name="intent" value="save">{form::SAVE_DRAFT.get(language)}</button>
            </div>
        </ActionForm>
        {resume.map(|(institution, step)| view! { <ResumeLink institution step/> })}
    }
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

/// The institution's suffix, after the general help.
fn user_name_hint(view: &WizardView) -> Option<String> {
    let (language, suffix) = (language(), &view.wording.login_suffix);
    let general = labels::field_hint("user_name", language).unwrap_or_default();
    (!suffix.is_empty()).then(|| [general, ". ", &words::LOGIN_EXAMPLE.fill(language, &[("suffix", suffix)])].concat())
}

fn fields_of(view: &WizardView) -> Vec<Field> {
    let form = Form { answers: &view.answers, legal_rep_due: view.wording.legal_rep_due };
    let mut fields: Vec<Field> = view.parts.iter().flat_map(|part| form.fields(*part)).collect();
    let asks_to_confirm = view.problems.iter().any(|error| error.problem == domain::check::Problem::TaxCodeNames);
    let confirmation = domain::accreditation::fields::TAX_CODE_CONFIRMED;
    if asks_to_confirm && !fields.contains(&confirmation) {
        let place = fields.iter().position(|field| field.name == "rep_tax_code").map_or(fields.len(), |place| place + 1);
        fields.insert(place, confirmation);
    }
    fields
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
    } else if view.parts.contains(&Part::LegalRep) && view.wording.legal_rep_due == LegalRepDue::Convention {
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
