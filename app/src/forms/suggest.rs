//! Suggests municipalities and birth places while one types. The server checks the name when the page is sent.

use std::cell::RefCell;
use std::rc::Rc;

use domain::places::Town;
use leptos::leptos_dom::helpers::TimeoutHandle;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

use super::dom::{document, element_of, fill, on, set};
use super::draft::Draft;
use super::values::write_if_empty;
use crate::api::places::{search_birth_places, search_municipalities};
use crate::browser;
use crate::form_page::{SUGGEST, field_of};

/// Milliseconds of rest after the last letter before suggestions are asked for.
const REST: u64 = 200;

/// Watches the fields that say what is to be suggested.
pub fn watch(draft: Rc<Draft>) {
    let waiting = Rc::new(RefCell::new(None::<TimeoutHandle>));
    let form = draft.registration.form.clone();
    on(&form, "input", move |event| {
        let Some(input) = element_of(&event).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(what) = input.get_attribute(SUGGEST) else { return };
        let draft = draft.clone();
        let ask = move || spawn_local(async move { suggest(&input, &what, &draft).await });
        if let Some(timer) = waiting.replace(browser::after(REST, ask)) {
            timer.clear();
        }
    });
}

async fn suggest(input: &HtmlInputElement, what: &str, draft: &Rc<Draft>) {
    let typed = input.value();
    // without an answer there is no suggestion
    let names = if what == "towns" {
        let towns = search_municipalities(typed.clone()).await.unwrap_or_default();
        fill_beside(input, &typed, &towns, draft);
        named(&towns)
    } else {
        let places = search_birth_places(typed).await.unwrap_or_default();
        let mut names: Vec<String> = places.into_iter().map(|place| place.name).collect();
        names.dedup();
        names
    };
    let Some(list) = input.list() else { return };
    fill(&list, names.iter().filter_map(|name| option(name)).map(Into::into));
}

fn option(text: &str) -> Option<Element> {
    let option = document().create_element("option").ok()?;
    set(&option, "value", text);
    Some(option)
}

/// Names to choose from; those that fit several municipalities carry their province.
fn named(towns: &[Town]) -> Vec<String> {
    let twice = |town: &Town| towns.iter().filter(|other| other.name == town.name).count() > 1;
    let name = |town: &Town| match twice(town) {
        true => [town.name.as_str(), " (", &town.province, ")"].concat(),
        false => town.name.clone(),
    };
    towns.iter().map(name).collect()
}

/// The chosen municipality fills province and postal code where they are still empty.
fn fill_beside(input: &HtmlInputElement, typed: &str, towns: &[Town], draft: &Rc<Draft>) {
    let names = named(towns);
    let mut chosen = towns.iter().zip(&names).filter(|(_, name)| name.as_str() == typed);
    let (Some((town, _)), None) = (chosen.next(), chosen.next()) else { return };
    let name = input.name();
    let Some(prefix) = field_of(&name).and_then(|field| field.strip_suffix("_city")) else { return };
    let form = &draft.registration.form;
    write_if_empty(form, &[prefix, "_province"].concat(), &town.province);
    if let [code] = town.postal_codes.as_slice() {
        write_if_empty(form, &[prefix, "_postal_code"].concat(), code);
    }
    draft.save_after(REST);
}
