//! The language of the page. It is fixed while the page lives: changing it posts to `/lingua` and loads the page anew.

use i18n::Language;

/// The visitor's language on the server, the document's in the browser.
#[cfg(feature = "ssr")]
pub fn language() -> Language {
    leptos::prelude::use_context::<backend::Ctx>().map(|ctx| ctx.visitor.language).unwrap_or_default()
}

/// The visitor's language on the server, the document's in the browser.
#[cfg(not(feature = "ssr"))]
pub fn language() -> Language {
    let root = leptos::prelude::document().document_element();
    root.and_then(|root| root.get_attribute("lang")).and_then(|code| Language::from_code(&code)).unwrap_or_default()
}
