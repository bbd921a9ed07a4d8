use leptos::prelude::*;

use super::note::Note;
use super::state_tag::Tone;
use crate::error::AppError;
use crate::language::language;

/// Part of a page could not be had: says why, and gives the answer its status. Whole pages have an `ErrorView`.
#[component]
pub fn ErrorNote(error: AppError) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::context::set_status(error.status());
    view! { <Note tone=Tone::Bad announced=true><p>{error.text(language())}</p></Note> }
}
