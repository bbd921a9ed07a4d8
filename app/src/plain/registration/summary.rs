//! The summary: everything entered, part by part, and «Conferma». Source: acceptance U12, mock-up 04.

use domain::accreditation::Part;
use domain::accreditation::fields::{Field, Form, Kind, label_of, legal_rep_is_given, operating_seat_is_given};
use domain::accreditation::reading;
use domain::accreditation::view::{Light, ReviewRow, StepView, Verdict, WizardMode, WizardView};
use domain::answers::Answers;
use domain::check::FieldError;
use domain::profile::LegalRepDue;
use i18n::{accreditation as words, choice, field as labels, form, problem};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::stepper::title_of;
use crate::api::accreditation::{Confirm, SaveStep};
use crate::components::{DraftMark, DraftState, Mark, Note, SubmitButton, Tone};
use crate::error::AppError;
use crate::language::language;
use crate::pages::office::lines::{Entry, entries};
use crate::pages::office::value;
use crate::{routes, time};

/// All parts and the button that sends them.
#[component]
pub fn Summary(institution: String, view: WizardView) -> impl IntoView {
    let language = language();
    let cards = view.steps.iter().filter(|step| !step.parts.contains(&Part::Summary));
    let cards = cards.map(|step| card(&institution, step, &view)).collect_view();
    view! {
        <p class="lead">{words::SUMMARY_LEAD.get(language)}</p>
        <p class="legend-row"><DraftMark state=Signal::stored(view.saved_at.map_or(DraftState::None, DraftState::Saved))/></p>
        <Problems institution=institution.clone() view=view.clone()/>
        {cards}
        <section class="card-p next">
            <h2>{words::AFTER_TITLE.get(language)}</h2>
            <ol>{after(&view).into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ol>
            <ConfirmForm institution view/>
        </section>
    }
}

#[component]
fn ConfirmForm(institution: String, view: WizardView) -> impl IntoView {
    let confirm = ServerAction::<Confirm>::new();
    let language = language();
    let is_correction = matches!(view.mode, WizardMode::Correction { .. });
    let label = if is_correction { form::CONFIRM.get(language).to_owned() } else { view.wording.submit.clone() };
    let previous = view.steps.iter().rev().nth(1).map(|step| routes::accreditation_step(&institution, &step.slug));
    let failed = confirm.value().get_untracked().and_then(Result::err).map(|error| refused(&error));
    view! {
        {failed}
        <ActionForm action=confirm attr:novalidate=true attr:data-watched="">
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="step" value=view.step.clone()/>
            <input type="hidden" name="version" value=view.version.to_string()/>
            <input type="hidden" name="answers[_whole]" value="true"/>
            {view.wording.privacy_on_summary.then(|| privacy(&view))}
            <div class="actions">
                <SubmitButton text=label/>
                {previous.map(|href| view! { <a class="btn btn-outline-primary" href=href>{form::BACK.get(language)}</a> })}
                <button class="btn btn-quiet push" type="submit" formaction=SaveStep::url() name="intent" value="save">
                    {form::SAVE_DRAFT.get(language)}
                </button>
            </div>
        </ActionForm>
    }
}

fn privacy(view: &WizardView) -> impl IntoView + use<> {
    let language = language();
    let label = labels::field_label("privacy_accepted", language).to_owned();
    let ticked = view.answers.flag("privacy_accepted");
    view! {
        <details class="mt-m"><summary>{words::PRIVACY_VERSION.fill(language, &[("version", &view.wording.privacy_version)])}</summary>
            <p class="pre">{view.wording.privacy_text.clone()}</p>
        </details>
        <div class="chk mt-m">
            <input type="checkbox" id="privacy_accepted" name="answers[privacy_accepted]" value="true" checked=ticked aria-required="true"/>
            <label for="privacy_accepted">{label}</label>" "<span class="req" aria-hidden="true">"*"</span>
        </div>
    }
}

fn refused(error: &AppError) -> impl IntoView + use<> {
    let language = language();
    let text = match error {
        AppError::Invalid(problems) => problems.iter().map(|error| line(error, language)).collect::<Vec<_>>().join(" · "),
        other => other.text(language),
    };
    view! { <Note tone=Tone::Bad announced=true><p>{text}</p></Note> }
}

fn line(error: &FieldError, language: i18n::Language) -> String {
    let label = labels::field_label(label_of(&error.field), language);
    [label, ": ", &problem::text(&error.problem, language)].concat()
}

/// What has to be mended before it can be sent: each leads to its page.
#[component]
fn Problems(institution: String, view: WizardView) -> impl IntoView {
    let language = language();
    let form = Form { answers: &view.answers, legal_rep_due: view.wording.legal_rep_due };
    let step_of = |field: &str| {
        let has = |step: &&StepView| step.parts.iter().any(|part| form.names(*part).contains(&field) || is_group(*part, field));
        view.steps.iter().find(has).map_or(String::new(), |step| step.slug.clone())
    };
    let links: Vec<_> = view
        .problems
        .iter()
        .map(|error| {
            (
                line(error, language),
                [routes::accreditation_step(&institution, &step_of(&error.field)), "#".into(), error.field.clone()].concat(),
            )
        })
        .collect();
    (!links.is_empty()).then(|| {
        let title = match links.len() {
            1 => form::ONE_PROBLEM.get(language).to_owned(),
            several => form::PROBLEMS.fill(language, &[("n", &several.to_string())]),
        };
        let lines = links.into_iter().map(|(text, href)| view! { <li><a href=href>{text}</a></li> }).collect_view();
        view! {
            <div class="note bad summary" role="alert" tabindex="-1">
                {Mark::Warn.view()}<div><h2>{title}</h2><ul>{lines}</ul></div>
            </div>
        }
    })
}

fn is_group(part: Part, field: &str) -> bool {
    part == Part::Contact && field == "contact_kinds"
}

fn card(institution: &str, step: &StepView, view: &WizardView) -> AnyView {
    let language = language();
    let title = title_of(step);
    let href = routes::accreditation_step(institution, &step.slug);
    let form = Form { answers: &view.answers, legal_rep_due: view.wording.legal_rep_due };
    let given = step.parts.iter().flat_map(|part| form.fields(*part).into_iter().map(|field| (*part, field)));
    let given: Vec<ReviewRow> = given.filter_map(|(part, field)| row(part, &field, view)).collect();
    let lines = step.parts.iter().flat_map(|part| entries(&given, *part, |_| false)).map(|entry| line_of(&entry));
    let lines = lines.chain(login(step, view)).collect::<Vec<_>>();
    let list = (!lines.is_empty()).then(|| view! { <dl class="dl">{lines}</dl> });
    view! {
        <section class="card-p sum">
            <div class="sum-head">
                <h2>{title.clone()}</h2>
                <a href=href>{form::CHANGE.get(language)}<span class="vh">" "{title}</span></a>
            </div>
            {empty_note(step, &view.answers, view.wording.legal_rep_due)}
            {list}
        </section>
    }
    .into_any()
}

/// A field's answer as a line of a table, in words; nothing for one that was left empty.
fn row(part: Part, field: &Field, view: &WizardView) -> Option<ReviewRow> {
    let (name, label) = (field.name.to_owned(), field.label.to_owned());
    let value = shown(field, view)?;
    Some(ReviewRow { field: name, label, part, value, before: None, light: Light::Ok, verdict: Verdict::Plain })
}

/// What belongs together is read as one, as in the office's panel.
fn line_of(entry: &Entry) -> AnyView {
    let language = language();
    let Some(first) = entry.rows.first() else { return ().into_any() };
    match entry.together {
        Some(kind) => {
            let text = value::together(kind, &entry.rows, language);
            view! { <dt>{value::title(kind, language)}</dt><dd class="pre">{text}</dd> }.into_any()
        }
        None => {
            let label = labels::field_label(&first.label, language).to_owned();
            view! { <dt>{label}</dt><dd>{value::view(&first.label, &first.value, language)}</dd> }.into_any()
        }
    }
}

fn empty_note(step: &StepView, answers: &Answers, due: LegalRepDue) -> Option<AnyView> {
    let language = language();
    let has = |part| step.parts.contains(&part);
    if has(Part::OperatingSeat) && !operating_seat_is_given(answers) {
        return Some(view! { <p class="muted m0">{words::OPERATING_EMPTY.get(language)}</p> }.into_any());
    }
    if !has(Part::LegalRep) || due == LegalRepDue::Accreditation {
        return None;
    }
    let missing = !legal_rep_is_given(answers);
    let later = view! {
        <div class="note warn compact">{Mark::Warn.view()}<p>{words::LEGAL_REP_LATER.get(language)}</p></div>
    };
    let nothing = missing.then(|| view! { <p class="muted m0 mt-s">{words::LEGAL_REP_EMPTY.get(language)}</p> });
    let incomplete = missing || answers.get("rep_tax_code").is_empty() || answers.get("rep_birth_date").is_empty();
    incomplete.then(|| view! { {later}{nothing} }.into_any())
}

fn login(step: &StepView, view: &WizardView) -> Option<AnyView> {
    let suffix = &view.wording.login_suffix;
    if !step.parts.contains(&Part::UserName) || suffix.is_empty() {
        return None;
    }
    let login = [view.answers.get("user_name").trim(), suffix].concat();
    let (name, rest) = login.split_once('@').unwrap_or((&login, ""));
    let (name, rest) = if rest.is_empty() { (name.to_owned(), String::new()) } else { ([name, "@"].concat(), rest.to_owned()) };
    Some(view! { <dt>{words::LOGIN_WITH.get(language())}</dt><dd><span class="code">{name}<wbr/>{rest}</span></dd> }.into_any())
}

/// A field's answer as the summary shows it; nothing for one that was left empty.
fn shown(field: &Field, view: &WizardView) -> Option<String> {
    let language = language();
    let answers = &view.answers;
    let text = answers.get(field.name).trim();
    let is_left_out = field.name == "legal_seat_is_operating" && text != "true";
    let is_seat_country = field.name.starts_with("operating_seat") && !operating_seat_is_given(answers);
    let shown = match field.kind {
        Kind::Boxes(codes) => {
            let ticked = codes.iter().filter(|code| answers.flag(&[field.name, "_", code].concat()));
            ticked.map(|code| choice::choice(field.label, code, language)).collect::<Vec<_>>().join(", ")
        }
        Kind::Tick if is_left_out => return None,
        Kind::Country if is_seat_country => return None,
        Kind::Country => {
            let code = if text.is_empty() { "IT" } else { text };
            view.countries.iter().find(|(known, _)| known == code).map_or(code.to_owned(), |(_, name)| name.clone())
        }
        Kind::Choice(_) if !text.is_empty() => choice::choice(field.label, text, language).to_owned(),
        Kind::Tick if field.name == "privacy_accepted" && text == "true" => {
            words::PRIVACY_READ.fill(language, &[("version", &view.wording.privacy_version)])
        }
        Kind::Tick => (if text == "true" { form::YES } else { form::NO }).get(language).to_owned(),
        Kind::Date => reading::date(text).map_or(text.to_owned(), time::date),
        Kind::Line { .. }
        | Kind::Lines { .. }
        | Kind::Number
        | Kind::Email
        | Kind::Phone
        | Kind::Website
        | Kind::Choice(_)
        | Kind::Municipality
        | Kind::BirthPlace
        | Kind::UserName => text.to_owned(),
    };
    (!shown.is_empty()).then_some(shown)
}

fn after(view: &WizardView) -> Vec<AnyView> {
    let plain = |word: i18n::Word| word.get(language()).into_any();
    let code = || after_code(view.answers.get("contact_email").trim());
    match view.mode {
        WizardMode::Correction { .. } => vec![plain(words::AFTER_CORRECTION)],
        WizardMode::Join { .. } => vec![code(), plain(words::AFTER_JOIN)],
        WizardMode::New if view.wording.office_approves => {
            vec![code(), plain(words::AFTER_OFFICE), plain(words::AFTER_AREA)]
        }
        WizardMode::New => vec![code(), plain(words::AFTER_AREA)],
    }
}

/// The address stands out, as it is what most often has to be mended.
fn after_code(email: &str) -> AnyView {
    let language = language();
    let (before, after) = (words::AFTER_CODE_TO.get(language), words::AFTER_CODE.get(language));
    view! { {before}" "<b class="break">{email.to_owned()}</b>": "{after} }.into_any()
}
