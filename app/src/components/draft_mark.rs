use chrono::{DateTime, Utc};
use i18n::form as words;
use leptos::prelude::*;

use super::icon::{Icon, Mark};
use crate::language::language;
use crate::time::hour_minute;

/// Where the draft of a form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DraftState {
    /// Nothing was stored yet.
    #[default]
    None,
    Saving,
    Saved(DateTime<Utc>),
    /// It will be tried again.
    Failed,
}

/// «Bozza salvata alle 10:42».
#[component]
pub fn DraftMark(#[prop(into)] state: Signal<DraftState>) -> impl IntoView {
    let language = language();
    let content = move || match state.get() {
        DraftState::None => ().into_any(),
        DraftState::Saving => words::DRAFT_SAVING.get(language).into_any(),
        DraftState::Saved(at) => {
            let text = words::DRAFT_SAVED_AT.fill(language, &[("time", &hour_minute(at))]);
            view! { {Icon::CheckCircle.view()}<span>{text}</span> }.into_any()
        }
        DraftState::Failed => view! { {Mark::Warn.view()}<span>{words::DRAFT_NOT_SAVED.get(language)}</span> }.into_any(),
    };
    view! { <span class="saved" class:warn=move || state.get() == DraftState::Failed role="status">{content}</span> }
}
