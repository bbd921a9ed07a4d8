//! Short words for the document.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, DocumentFragment, Element, Event, EventTarget, HtmlElement, HtmlTemplateElement, Node};

pub fn document() -> Document {
    leptos::prelude::document()
}

pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Descendants of the document that fit a selector.
pub fn all(selector: &str) -> Vec<Element> {
    let list = document().query_selector_all(selector).ok();
    let elements = list.map(|list| (0..list.length()).filter_map(|place| list.get(place)?.dyn_into().ok()).collect());
    elements.unwrap_or_default()
}

/// The first descendant that fits a selector.
pub fn inside(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// A copy of what stands in a `<template>`: its first element.
pub fn copy_of(template: &str) -> Option<Element> {
    let template: HtmlTemplateElement = by_id(template)?.dyn_into().ok()?;
    let copy: DocumentFragment = template.content().clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy.first_element_child()
}

/// Replaces everything in an element by nodes.
pub fn fill(element: &Element, nodes: impl IntoIterator<Item = Node>) {
    element.set_text_content(None);
    for node in nodes {
        // it fails only for a node that contains its new parent
        let _ = element.append_child(&node);
    }
}

/// The nodes in an element.
pub fn nodes_of(element: &Element) -> Vec<Node> {
    let list = element.child_nodes();
    (0..list.length()).filter_map(|place| list.get(place)).collect()
}

/// Writes the text of a descendant.
pub fn write_text(element: &Element, selector: &str, text: &str) {
    if let Some(inner) = inside(element, selector) {
        inner.set_text_content(Some(text));
    }
}

pub fn set(element: &Element, attribute: &str, value: &str) {
    // the names are ours and valid
    let _ = element.set_attribute(attribute, value);
}

pub fn unset(element: &Element, attribute: &str) {
    let _ = element.remove_attribute(attribute);
}

pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Hears of an event as long as the page lives.
pub fn on(target: &EventTarget, event: &str, hear: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(hear);
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The element an event happened at.
pub fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
