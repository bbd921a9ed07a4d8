//! What only a browser can do. Compiled for the server too, where nothing calls it: effects and events never run there.

use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::answers::Answers;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{
    Element, HtmlButtonElement, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, MouseEvent, SubmitEvent,
};

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // it fails only for elements that cannot take the focus: then there is nothing to move
        let _ = element.focus();
    }
}

/// Loads another address, as a link without scripts would.
pub fn go_to(address: &str) {
    let _ = window().location().set_href(address);
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Path and query of the page.
pub fn here() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Runs `then` after so many milliseconds. Nothing happens where there is no window.
pub fn after(milliseconds: u64, then: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(then, Duration::from_millis(milliseconds)).ok()
}

/// Where a server function leads, the whole page is loaded: most lead out of the hydrated pages or change who is signed
/// in. Call before anything is mounted.
pub fn follow_redirects() {
    // it fails only if it was called before: then it is done
    let _ = server_fn::redirect::set_redirect_hook(go_to);
}

/// The value of the button that sent a form; empty if it was sent otherwise.
pub fn submitter_value(event: &SubmitEvent) -> String {
    let button = event.submitter().and_then(|element| element.dyn_into::<HtmlButtonElement>().ok());
    button.map(|button| button.value()).unwrap_or_default()
}

/// The instant by the reader's clock; the epoch where there is no browser.
pub fn now() -> DateTime<Utc> {
    #[cfg(feature = "hydrate")]
    let milliseconds = js_sys::Date::now() as i64;
    #[cfg(not(feature = "hydrate"))]
    let milliseconds = 0;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Whether the focus is inside an element.
pub fn has_focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    element.is_some_and(|element| element.contains(document().active_element().as_deref()))
}

/// What stands in a text area, if it is there.
pub fn text_of(id: &str) -> Option<String> {
    let element = document().get_element_by_id(id)?;
    element.dyn_into::<HtmlTextAreaElement>().ok().map(|area| area.value())
}

/// Presses a button, as its reader would.
pub fn press(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(button) = element {
        button.click();
    }
}

/// Tells of every click on the page before the router hears of it, until the surrounding owner is gone.
pub fn on_every_click(see: impl Fn(MouseEvent) + 'static) {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(see);
    // neither fails for a document and a function
    let _ = document().add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || {
        listener.try_with_value(|listener| {
            let _ = document().remove_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
        });
    });
}

/// Where a click leads, if it is one on a link that would leave this page in this window.
pub fn link_of(click: &MouseEvent) -> Option<String> {
    let is_plain = click.button() == 0 && !(click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key());
    if !is_plain || click.default_prevented() {
        return None;
    }
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok().flatten()?;
    let stays = link.has_attribute("target") || link.has_attribute("download");
    let href = link.get_attribute("href").filter(|_| !stays)?;
    (!href.starts_with('#') && !href.starts_with("mailto:")).then_some(href)
}

/// What is written in a field, by its id; empty if it is not there.
pub fn value_of(id: &str) -> String {
    let field = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// What the controls of a form say now, by the names of their answers; nothing where there is no browser.
pub fn answers_in(form: &str) -> Answers {
    #[cfg(feature = "hydrate")]
    let read = |form: &HtmlFormElement| crate::forms::values::read(form);
    #[cfg(not(feature = "hydrate"))]
    let read = |_: &HtmlFormElement| Answers::default();
    let form = document().get_element_by_id(form).and_then(|element| element.dyn_into::<HtmlFormElement>().ok());
    form.as_ref().map(read).unwrap_or_default()
}
