use domain::accreditation::Part;
use domain::accreditation::view::{Light, ReviewView, Verdict};
use i18n::field::field_label;
use i18n::{door, office as words};
use leptos::prelude::*;

use super::field_note::FieldLine;
use super::lines::{Line, entries, parts, summaries};
use super::panel::Deciding;
use super::verdict::VerdictView;
use crate::components::DraftMark;
use crate::language::language;

/// «Dati scritti e controlli»: every field with what the check says of it and room for a note.
#[component]
pub fn DataTable(review: RwSignal<ReviewView>, deciding: Deciding) -> impl IntoView {
    let language = language();
    let parts = Memo::new(move |_| review.with(|view| parts(&view.rows)));
    view! {
        <section class="card-p tight">
            <div class="between"><h3>{words::DATA.get(language)}</h3><DraftMark state=deciding.notes.state/></div>
            <table class="tb cards small">
                <caption class="vh">{words::DATA.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::FIELD.get(language)}</th>
                        <th scope="col">{words::WRITTEN.get(language)}</th>
                        <th scope="col">{words::CHECK.get(language)}</th>
                        <th scope="col" class="n"><span class="vh">{words::NOTE_HEAD.get(language)}</span></th>
                    </tr>
                </thead>
                <For each=move || parts.get() key=|part| *part let:part>
                    <PartRows review deciding part/>
                </For>
            </table>
        </section>
    }
}

/// One part of the registration.
#[component]
fn PartRows(review: RwSignal<ReviewView>, deciding: Deciding, part: Part) -> impl IntoView {
    let Deciding { notes, problems, .. } = deciding;
    // What had a note when the page was loaded keeps its own line; what is typed now moves nothing.
    let noted = move |field: &str| {
        let is_asked = review.with(|view| view.asked.iter().any(|note| note.field == field));
        is_asked || !notes.first(field).trim().is_empty()
    };
    let own = Memo::new(move |_| review.with(|view| entries(&view.rows, part, noted)));
    let others = Memo::new(move |_| review.with(|view| summaries(&view.rows, part, noted)));
    // The country is one field of the same name.
    let heading = (part != Part::Country).then(|| door::part(part).get(language()));
    let lines = move || {
        let others = others.get();
        let is_alone = own.with(Vec::is_empty) && others.len() == 1;
        others.into_iter().map(|line| summary(line, is_alone)).collect_view()
    };
    view! {
        {heading.map(|text| view! { <tbody><tr class="part"><th colspan="4">{text}</th></tr></tbody> })}
        <For each=move || own.get() key=|entry| entry.field.clone() let:entry>
            <FieldLine review own entry notes problems/>
        </For>
        <tbody>{lines}</tbody>
    }
}

/// Several fields in one line; `is_alone`: it is all that the part says.
fn summary(line: Line, is_alone: bool) -> impl IntoView {
    let language = language();
    let (title, labels, light, verdict) = match line {
        Line::Absent(labels) => (words::NOT_GIVEN_FIELDS, labels, Light::Ok, Verdict::Plain),
        Line::Later(labels) => (words::LATER_FIELDS, labels, Light::Wait, Verdict::ToComplete),
    };
    if is_alone && light == Light::Ok {
        return view! { <tr><td colspan="4"><span class="muted">{words::NOT_GIVEN.get(language)}</span></td></tr> }.into_any();
    }
    let labels = labels.iter().map(|label| field_label(label, language)).collect::<Vec<_>>().join(", ");
    view! {
        <tr>
            <th scope="row">{title.get(language)}</th>
            <td><span class="muted">{labels}</span></td>
            <td data-l=words::CHECK.get(language) class=(light == Light::Ok).then_some("none")><VerdictView light verdict/></td>
            <td class="n"></td>
        </tr>
    }
    .into_any()
}
