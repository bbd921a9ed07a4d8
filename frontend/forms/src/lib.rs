//! The entry point of the browser's part of form pages.

/// Watches over the forms of the page that the server rendered.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn watch() {
    console_error_panic_hook::set_once();
    app::forms::watch();
}
