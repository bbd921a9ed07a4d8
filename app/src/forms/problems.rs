//! Shows what is wrong: at each field, and all together above the form. Source: acceptance U08, mock-up 03.

use domain::accreditation::fields::label_of;
use domain::check::{FieldError, Problem};
use i18n::{field as labels, form as words, problem};
use web_sys::Element;

use super::dom::{all, by_id, copy_of, document, fill, focus, inside, set, unset, write_text};
use crate::form_page::{PROBLEMS, template};
use crate::language::language;

/// Where in a page the summary stands.
pub enum Place<'a> {
    /// Above the fields of the watched form.
    Fields,
    /// Right before another form.
    Before(&'a Element),
}

/// Shows these problems and no others, and moves the focus to their summary.
pub fn show(place: &Place, message: Option<&str>, problems: &[FieldError]) {
    clear(place);
    for (place, error) in problems.iter().enumerate() {
        // At a field stands its first problem, as on the server's page; the summary has them all.
        if problems[..place].iter().all(|before| before.field != error.field) {
            mark(error);
        }
    }
    let Some(summary) = summary(message, problems) else { return };
    match place {
        Place::Fields => {
            if let Some(around) = by_id(PROBLEMS) {
                fill(&around, [summary.clone().into()]);
            }
            name_page(true);
        }
        Place::Before(form) => {
            if let Some(parent) = form.parent_node() {
                // it fails only for a node that contains its new parent
                let _ = parent.insert_before(&summary, Some(form));
            }
        }
    }
    focus(&summary);
}

/// Takes everything back that was shown.
pub fn clear(place: &Place) {
    match place {
        Place::Fields => {
            all("#fields .msg").iter().for_each(unmark);
            if let Some(around) = by_id(PROBLEMS) {
                fill(&around, []);
            }
            name_page(false);
        }
        Place::Before(form) => {
            let before = form.previous_element_sibling();
            if let Some(old) = before.filter(|before| before.class_list().contains("summary")) {
                old.remove();
            }
        }
    }
}

/// «Errore: …» in the title of the window.
fn name_page(wrong: bool) {
    let (document, language) = (document(), language());
    let title = document.title();
    let empty = words::ERROR_TITLE.fill(language, &[("title", "")]);
    let plain = title.strip_prefix(&empty).unwrap_or(&title);
    document.set_title(&if wrong { words::ERROR_TITLE.fill(language, &[("title", plain)]) } else { plain.to_owned() });
}

fn frame_of(control: &Element) -> Option<Element> {
    control.closest(".f").ok().flatten()
}

fn mark(error: &FieldError) {
    let Some(control) = by_id(&error.field) else { return };
    let Some((frame, message)) = frame_of(&control).zip(copy_of(template::PROBLEM)) else { return };
    let id = [&error.field, "-e"].concat();
    let is_chosen = control.tag_name() == "SELECT" || control.get_attribute("type").as_deref() == Some("checkbox");
    set(&message, "id", &id);
    write_text(&message, "[data-text]", &text_of(&error.problem, is_chosen));
    // it stands between help and control; where there is neither help nor label of its own, first
    let after = inside(&frame, ":scope > .hint").or_else(|| inside(&frame, ":scope > .lab"));
    let _ = match after {
        Some(before) => before.after_with_node_1(&message),
        None => frame.prepend_with_node_1(&message),
    };
    let _ = frame.class_list().add_1("err");
    set(&control, "aria-invalid", "true");
    let described = control.get_attribute("aria-describedby");
    set(&control, "aria-describedby", &described.map_or(id.clone(), |others| [&id, " ", &others].concat()));
}

fn unmark(message: &Element) {
    let id = message.id();
    if let Some(frame) = frame_of(message) {
        let _ = frame.class_list().remove_1("err");
    }
    if let Some(control) = id.strip_suffix("-e").and_then(by_id) {
        unset(&control, "aria-invalid");
        let described = control.get_attribute("aria-describedby").unwrap_or_default();
        let others: Vec<&str> = described.split(' ').filter(|other| *other != id && !other.is_empty()).collect();
        match others.is_empty() {
            true => unset(&control, "aria-describedby"),
            false => set(&control, "aria-describedby", &others.join(" ")),
        }
    }
    message.remove();
}

fn text_of(found: &Problem, is_chosen: bool) -> String {
    match found {
        Problem::Missing if is_chosen => problem::CHOICE_MISSING.get(language()).to_owned(),
        other => problem::text(other, language()),
    }
}

fn summary(message: Option<&str>, problems: &[FieldError]) -> Option<Element> {
    let language = language();
    let summary = copy_of(template::SUMMARY)?;
    let title = match problems.len() {
        0 => words::FORM_PROBLEM.get(language).to_owned(),
        1 => words::ONE_PROBLEM.get(language).to_owned(),
        several => words::PROBLEMS.fill(language, &[("n", &several.to_string())]),
    };
    write_text(&summary, "h2", &title);
    match message {
        Some(message) => write_text(&summary, "p", message),
        None => inside(&summary, "p")?.remove(),
    }
    let list = inside(&summary, "ul")?;
    let item = inside(&list, "li")?;
    let lines: Vec<_> = problems.iter().filter_map(|error| line(&item, error)).collect();
    fill(&list, lines.into_iter().map(Into::into));
    Some(summary)
}

/// «CAP: scrivi 5 cifre», linked to its field if that is on the page.
fn line(item: &Element, error: &FieldError) -> Option<Element> {
    use wasm_bindgen::JsCast;
    let item: Element = item.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let label = labels::field_label(label_of(&error.field), language());
    let link = inside(&item, "a")?;
    link.set_text_content(Some(&problem::line(label, &error.problem, language())));
    if by_id(&error.field).is_some() {
        set(&link, "href", &["#", &error.field].concat())
    } else {
        unset(&link, "href")
    }
    Some(item)
}
