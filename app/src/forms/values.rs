//! Reading and writing the controls of a form by the names of its answers.

use domain::answers::Answers;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::dom::document;
use crate::form_page::{field_of, posted_name};

/// The control of an answer, if the form shows it.
pub fn control(form: &HtmlFormElement, field: &str) -> Option<Element> {
    form.query_selector(&["[name=\"", &posted_name(field), "\"]"].concat()).ok().flatten()
}

fn value_of(control: &Element) -> Option<String> {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return Some(match (input.type_().as_str(), input.checked()) {
            ("checkbox", true) => "true".to_owned(),
            ("checkbox", false) => String::new(),
            ("hidden", _) => return None,
            _ => input.value(),
        });
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        return Some(select.value());
    }
    control.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}

/// What the form's controls say now.
pub fn read(form: &HtmlFormElement) -> Answers {
    let controls = form.elements();
    let answer = |place| {
        let control = controls.item(place)?;
        let name = control.get_attribute("name")?;
        Some((field_of(&name)?.to_owned(), value_of(&control)?))
    };
    Answers((0..controls.length()).filter_map(answer).collect())
}

/// Puts a text into a control, if the form shows it.
pub fn write(form: &HtmlFormElement, field: &str, text: &str) {
    let Some(control) = control(form, field) else { return };
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        if input.type_() == "checkbox" { input.set_checked(text == "true") } else { input.set_value(text) }
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        let before = select.value();
        select.set_value(text);
        // An option that is not there would leave nothing chosen.
        if select.value() != text {
            select.set_value(&before);
        }
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    }
}

/// Puts a text into a control that is still empty and in which nobody is about to type: it would stand before what they type.
pub fn write_if_empty(form: &HtmlFormElement, field: &str, text: &str) {
    let is_free = |control: &Element| document().active_element().as_ref() != Some(control);
    let free = control(form, field).filter(is_free);
    if free.and_then(|control| value_of(&control)).is_some_and(|value| value.is_empty()) {
        write(form, field, text);
    }
}
