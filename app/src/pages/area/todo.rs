use domain::accreditation::view::{Todo, TodoKind};
use i18n::{Word, area as words};
use leptos::prelude::*;

use crate::language::language;
use crate::{routes, time};

/// Something that waits for the reader, with the one thing to do.
#[component]
pub fn TodoItem(
    institution: String,
    todo: Todo,
    /// Only the first has the main button of the page.
    is_first: bool,
) -> impl IntoView {
    let language = language();
    let (title, text, button) = said(todo.kind);
    let title = title.fill(language, &[("name", &todo.name)]).trim_end().to_owned();
    let since = time::weekday_date(time::in_rome(todo.since).date(), language);
    let text = text.fill(language, &[("date", &since)]);
    let class = if is_first { "btn btn-primary btn-s" } else { "btn btn-outline-primary btn-s" };
    let href = match todo.kind {
        TodoKind::ConventionDraft | TodoKind::ConventionReturned => routes::convention_form(&institution, todo.subject),
        TodoKind::ConventionToSign => routes::convention(&institution, todo.subject),
    };
    let class_of_due = match todo.days_left {
        Some(..0) => "due late",
        Some(0..=3) => "due soon",
        Some(_) | None => "due",
    };
    let day = todo.until.map_or_else(|| time::day(todo.since), time::date);
    view! {
        <li>
            <div class=class_of_due><b>{day}</b></div>
            <div><h2>{title.clone()}</h2><p>{text}</p></div>
            <a class=class href=href>{button.get(language)}<span class="vh">" "{title}</span></a>
        </li>
    }
}

fn said(kind: TodoKind) -> (Word, Word, Word) {
    match kind {
        TodoKind::ConventionReturned => (words::TODO_RETURNED, words::TODO_RETURNED_TEXT, words::TODO_CORRECT),
        TodoKind::ConventionToSign => (words::TODO_SIGN, words::TODO_SIGN_TEXT, words::TODO_SIGN_DO),
        TodoKind::ConventionDraft => (words::TODO_DRAFT, words::TODO_DRAFT_TEXT, words::TODO_RESUME),
    }
}
