//! Counts the characters of longer texts.

use i18n::form::CHARACTERS;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::dom::{by_id, document, element_of, on};
use crate::form_page::MOST;
use crate::language::language;

/// Counts in every text area that has a counter.
pub fn watch() {
    on(&document(), "input", |event| {
        let Some(area) = element_of(&event).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        let Some(counter) = by_id(&[&area.id(), "-c"].concat()) else { return };
        let Some(most) = counter.get_attribute(MOST) else { return };
        let count = area.value().chars().count().to_string();
        counter.set_text_content(Some(&CHARACTERS.fill(language(), &[("n", &count), ("max", &most)])));
    });
}
