use domain::accreditation::view::{FieldNote, Light, ReviewRow, ReviewView, Verdict};
use domain::check::{FieldError, Problem};
use i18n::field::field_label;
use i18n::office as words;
use leptos::prelude::*;

use super::lines::Entry;
use super::notes::{Notes, control_id, posted_name};
use super::value;
use super::verdict::VerdictView;
use crate::browser;
use crate::components::{FieldSpec, TextAreaField};
use crate::language::language;

/// Most characters of a note on one field.
const MOST: i64 = 1_000;
/// Id of the form that the panel's fields belong to.
pub const FORM: &str = "decision";

/// One entry: what was written, what the checks say, and room for a note. The note's control is made once; what stands
/// around it follows the request.
#[component]
pub fn FieldLine(
    review: RwSignal<ReviewView>,
    /// The entries of the part.
    own: Memo<Vec<Entry>>,
    entry: Entry,
    notes: Notes,
    problems: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let language = language();
    let field = StoredValue::new(entry.field.clone());
    let label = match (entry.together, entry.rows.first()) {
        (Some(together), _) => value::title(together, language),
        (None, row) => field_label(row.map_or(entry.field.as_str(), |row| &row.label), language),
    };
    let label = label.to_owned();
    let entry = Memo::new(move |before: Option<&Entry>| {
        let now = own.with(|own| field.with_value(|field| own.iter().find(|entry| entry.field == *field).cloned()));
        now.or_else(|| before.cloned()).unwrap_or_else(|| entry.clone())
    });
    let is_noted = Memo::new(move |_| field.with_value(|field| notes.is_written(field)));
    view! {
        <tbody class="line">
            <tr class:noted=move || is_noted.get()>
                <th scope="row">{breakable(&label)}</th>
                <td data-l=words::WRITTEN_SHORT.get(language)><Written entry/></td>
                <td data-l=words::CHECK.get(language) class:none=move || entry.with(|entry| said(entry).next().is_none())>
                    {move || entry.with(verdicts)}
                </td>
                <td class="n"></td>
            </tr>
            <tr class="note-row" class:noted=move || is_noted.get()>
                <td colspan="4" class="in">
                    <Asked review field/>
                    <NoteField label field notes problems/>
                </td>
            </tr>
        </tbody>
    }
}

/// A label that may break after its slashes.
fn breakable(label: &str) -> impl IntoView + use<> {
    let mut parts: Vec<String> = Vec::new();
    for part in label.split_inclusive('/') {
        // a slash between figures, as in «L. 68/1999», holds them together
        match parts.last_mut().filter(|before| before.trim_end_matches('/').ends_with(|c: char| c.is_ascii_digit())) {
            Some(before) => before.push_str(part),
            None => parts.push(part.to_owned()),
        }
    }
    parts.into_iter().map(|part| view! { {part}<wbr/> }).collect_view()
}

/// The fields of an entry of which a check says something.
fn said(entry: &Entry) -> impl Iterator<Item = &ReviewRow> {
    entry.rows.iter().filter(|row| row.verdict != Verdict::Plain)
}

/// What is said of an entry's fields.
fn verdicts(entry: &Entry) -> AnyView {
    let views: Vec<_> = said(entry).map(|row| view! { <VerdictView light=row.light verdict=row.verdict.clone()/> }).collect();
    if views.is_empty() { view! { <VerdictView light=Light::Ok verdict=Verdict::Plain/> }.into_any() } else { views.into_any() }
}

#[component]
fn Written(entry: Memo<Entry>) -> impl IntoView {
    let language = language();
    move || {
        let entry = entry.get();
        if let Some(together) = entry.together {
            let text = value::together(together, &entry.rows, language);
            return view! { <span class="pre">{text}</span> }.into_any();
        }
        let Some(ReviewRow { label, value, before, .. }) = entry.rows.into_iter().next() else { return ().into_any() };
        let value = match value.as_str() {
            "" => view! { <span class="muted">{words::NOT_GIVEN.get(language)}</span> }.into_any(),
            value => value::view(&label, value, language),
        };
        let before = before.map(|before| {
            let text = match before.as_str() {
                "" => words::BEFORE_EMPTY.get(language).to_owned(),
                before => words::BEFORE.fill(language, &[("text", &value::text(&label, before, language))]),
            };
            view! { <br/><span class="muted">{text}</span> }
        });
        view! { <span>{value}{before}</span> }.into_any()
    }
}

/// What was asked in the last round.
#[component]
fn Asked(review: RwSignal<ReviewView>, field: StoredValue<String>) -> impl IntoView {
    let language = language();
    move || {
        let find = |asked: &Vec<FieldNote>| asked.iter().find(|note| field.with_value(|field| *field == note.field)).cloned();
        review.with(|view| find(&view.asked)).map(|asked| {
            view! { <p class="small muted">{words::ASKED_BEFORE.fill(language, &[("text", &asked.note)])}</p> }
        })
    }
}

/// «Scrivi una nota»: opens without scripts too.
#[component]
fn NoteField(label: String, field: StoredValue<String>, notes: Notes, problems: Signal<Vec<FieldError>>) -> impl IntoView {
    let language = language();
    let name = field.get_value();
    let (id, first) = (control_id(&name), notes.first(&name));
    let problem = Signal::derive(move || field.with_value(|field| problem_at(&problems.read(), field)));
    let text = words::NOTE_ON.fill(language, &[("field", &label)]);
    let spec = FieldSpec::new(posted_name(&name), id.clone(), text).problem(problem);
    let element = NodeRef::<leptos::html::Details>::new();
    let open_for_problem = move || problem.with(Option::is_some).then_some(true);
    // the control is inside what the press is about to open
    let focus = StoredValue::new(id);
    let go_in = move |_| {
        if element.get_untracked().is_some_and(|details| !details.open()) {
            browser::after(0, move || focus.with_value(|id| browser::focus(id)));
        }
    };
    Effect::new(move |_| {
        if let (Some(true), Some(details)) = (open_for_problem(), element.get()) {
            details.set_open(true);
        }
    });
    let is_open = !first.trim().is_empty() || problem.with_untracked(Option::is_some);
    view! {
        <details class="write" open=is_open node_ref=element>
            <summary on:click=go_in>
                <span class="opens">{words::WRITE_NOTE.get(language)}</span>
                <span class="closes">{words::CLOSE_NOTE.get(language)}</span>
                <span class="vh">" "{words::ON_FIELD.fill(language, &[("field", &label)])}</span>
            </summary>
            <Watched field=name notes><TextAreaField spec value=first max=MOST rows=3 form=FORM/></Watched>
        </details>
    }
}

/// Follows what is typed in the text area inside, also what was typed before the page was hydrated.
#[component]
pub fn Watched(field: String, notes: Notes, children: Children) -> impl IntoView {
    let id = control_id(&field);
    let field = StoredValue::new(field);
    Effect::new(move |_| {
        if let Some(text) = browser::text_of(&id) {
            field.with_value(|field| notes.typed(field, text));
        }
    });
    let on_input = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        field.with_value(|field| notes.typed(field, text));
    };
    view! { <div on:input=on_input on:focusout=move |_| notes.left()>{children()}</div> }
}

/// The problem of one field.
pub fn problem_at(problems: &[FieldError], field: &str) -> Option<Problem> {
    problems.iter().find(|error| error.field == field).map(|error| error.problem.clone())
}
