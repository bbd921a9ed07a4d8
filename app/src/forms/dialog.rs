//! Dialogs made from templates.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::dom::{copy_of, document, on};

/// A modal dialog that is open.
pub struct Dialog(HtmlDialogElement);

impl Dialog {
    /// Opens the dialog of a template. Esc does `on_escape` and closes nothing by itself.
    pub fn open(template: &str, on_escape: impl Fn() + 'static) -> Option<Self> {
        let dialog: HtmlDialogElement = copy_of(template)?.dyn_into().ok()?;
        document().body()?.append_child(&dialog).ok()?;
        on(&dialog, "cancel", move |event| {
            event.prevent_default();
            on_escape();
        });
        dialog.show_modal().ok()?;
        Some(Self(dialog))
    }

    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Closes it; the focus goes back to where it was.
    pub fn close(self) {
        self.0.close();
        self.0.remove();
    }
}
