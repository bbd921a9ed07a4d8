//! The entry point of the browser's side.

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page that the server rendered, parts that load lazily included.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_lazy(app::app::App);
}
