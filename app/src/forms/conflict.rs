//! Two windows or two people wrote different texts: choose, field by field. Source: mock-up 12c.

use std::cell::RefCell;
use std::rc::Rc;

use domain::accreditation::fields::label_of;
use domain::accreditation::view::ConflictField;
use i18n::{accreditation as words, field as labels};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::dialog::Dialog;
use super::dom::{copy_of, fill, inside, on, set, write_text};
use super::draft::Draft;
use super::values::write;
use crate::form_page::template;
use crate::language::language;

/// Opens the choice; once it is made, what was chosen is saved.
pub fn ask(draft: Rc<Draft>, fields: Vec<ConflictField>) {
    let choices: Vec<Element> = fields.iter().filter_map(choice).collect();
    let open: Rc<RefCell<Option<Dialog>>> = Rc::default();
    let place = open.clone();
    let asked = draft.clone();
    let settle = Rc::new(move |chosen: bool| {
        let Some(dialog) = place.take() else { return };
        for field in &fields {
            if chosen && takes_theirs(dialog.element(), &field.field) {
                write(&draft.registration.form, &field.field, &field.theirs);
            }
            draft.registration.now_stored(&field.field, &field.theirs);
        }
        dialog.close();
        draft.asking.set(false);
        draft.save();
    });
    // Esc keeps what is typed here: nothing that the reader wrote may be lost by leaving.
    let keep = settle.clone();
    // before it opens: the focus leaves the form then, which would save
    asked.asking.set(true);
    let Some(dialog) = Dialog::open(template::CONFLICT, move || keep(false)) else { return asked.asking.set(false) };
    if let Some(place) = inside(dialog.element(), "[data-choices]") {
        fill(&place, choices.into_iter().map(Into::into));
    }
    on(dialog.element(), "submit", move |event| {
        event.prevent_default();
        settle(true);
    });
    open.replace(Some(dialog));
}

fn takes_theirs(dialog: &Element, field: &str) -> bool {
    let chosen = ["input[name=\"", field, "\"][value=theirs]"].concat();
    let input = inside(dialog, &chosen).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

fn choice(field: &ConflictField) -> Option<Element> {
    let language = language();
    let copy = copy_of(template::CHOICE)?;
    write_text(&copy, "legend", labels::field_label(label_of(&field.field), language));
    for (side, text) in [("mine", &field.mine), ("theirs", &field.theirs)] {
        let id = ["c-", side, "-", &field.field].concat();
        let input = inside(&copy, &["input[value=", side, "]"].concat())?;
        set(&input, "name", &field.field);
        set(&input, "id", &id);
        let label = input.next_element_sibling()?;
        set(&label, "for", &id);
        write_text(&label, "span", if text.is_empty() { words::EMPTY_TEXT.get(language) } else { text });
    }
    Some(copy)
}
