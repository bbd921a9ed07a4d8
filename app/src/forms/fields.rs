//! Some answers change which fields there are: the page's fields are fetched anew, and what is being typed stays.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, DomParser, Response, SupportedType};

use super::dom::{by_id, document, fill, focus, nodes_of, on};
use super::draft::Draft;
use super::values::{read, write};
use crate::browser::here;
use crate::form_page::FIELDS;

/// Follows the answers that decide on fields.
pub fn watch(draft: Rc<Draft>) {
    let shown = Rc::new(RefCell::new(draft.registration.fields()));
    let form = draft.registration.form.clone();
    on(&form, "change", move |_| {
        let now = draft.registration.fields();
        if *shown.borrow() != now {
            shown.replace(now);
            let again = draft.clone();
            draft.save_then(move || spawn_local(async move { refresh(&again).await }));
        }
    });
}

thread_local! {
    /// Only the newest answer counts.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Puts the fields as the server writes them now in the place of those shown. Without an answer everything stays.
pub async fn refresh(draft: &Rc<Draft>) {
    let asked = ASKED.get().wrapping_add(1);
    ASKED.set(asked);
    let Ok(page) = fetched(&here()).await else { return };
    let (Some(new), Some(old)) = (page.get_element_by_id(FIELDS), by_id(FIELDS)) else { return };
    if ASKED.get() != asked {
        return;
    }
    // What stands on the page is never older than what the server wrote: it may have been typed and stored meanwhile.
    let typed = read(&draft.registration.form);
    let place = document().active_element().filter(|active| old.contains(Some(active))).map(|active| active.id());
    fill(&old, nodes_of(&new));
    typed.0.iter().for_each(|(field, text)| write(&draft.registration.form, field, text));
    if let Some(control) = place.and_then(|id| by_id(&id)) {
        focus(&control);
    }
}

/// Another page of ours.
async fn fetched(address: &str) -> Result<Document, JsValue> {
    let window = leptos::prelude::window();
    let answer: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(answer.text()?).await?.as_string().unwrap_or_default();
    DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)
}
