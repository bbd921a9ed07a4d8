//! Reading and writing the controls of a form by the names of its answers. Runs in the browser only.

use domain::answers::Answers;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The name under which an answer is posted.
pub fn posted_name(field: &str) -> String {
    ["answers[", field, "]"].concat()
}

fn control(form: &HtmlFormElement, field: &str) -> Option<Element> {
    form.query_selector(&["[name=\"", &posted_name(field), "\"]"].concat()).ok().flatten()
}

fn value_of(control: &Element) -> Option<String> {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let is_box = input.type_() == "checkbox";
        return Some(match (is_box, input.checked()) {
            (true, true) => "true".to_owned(),
            (true, false) => String::new(),
            (false, _) => input.value(),
        });
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        return Some(select.value());
    }
    control.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}

/// What the form's controls say now, for those of these fields that it shows.
pub fn read(form: &HtmlFormElement, fields: &[&'static str]) -> Answers {
    let shown = fields.iter().filter_map(|field| Some(((*field).to_owned(), value_of(&control(form, field)?)?)));
    Answers(shown.collect())
}

/// Puts a text into a control, if the form shows it.
pub fn write(form: &HtmlFormElement, field: &str, text: &str) {
    let Some(control) = control(form, field) else { return };
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        if input.type_() == "checkbox" { input.set_checked(text == "true") } else { input.set_value(text) }
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(text);
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    }
}

/// Puts a text into a control that is still empty. Answers whether it did.
pub fn write_if_empty(form: &HtmlFormElement, field: &str, text: &str) -> bool {
    let is_empty = control(form, field).and_then(|control| value_of(&control)).is_some_and(|value| value.is_empty());
    if is_empty {
        write(form, field, text);
    }
    is_empty
}
