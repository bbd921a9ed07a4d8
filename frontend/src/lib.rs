//! The entry point of the browser's side.

#![recursion_limit = "512"]

/// Takes over the page that the server rendered.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    app::browser::follow_redirects();
    leptos::mount::hydrate_body(app::app::App);
}
