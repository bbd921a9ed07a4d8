use chrono::{DateTime, Utc};
use i18n::frame as words;
use leptos::prelude::*;

use super::icon::Mark;
use crate::browser;
use crate::language::language;
use crate::time::hour_minute;

/// Whether the page follows what happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiveState {
    /// As loaded: without scripts it stays so, and the page has a link to load it anew.
    Still,
    /// Connected; the instant of the last news or of the connection.
    Live(DateTime<Utc>),
    /// Not connected since.
    Lost(DateTime<Utc>),
}

/// «In diretta · 10:42», or what to do when it is not. The minute is the finest it says, so that screen readers are
/// told at most once a minute.
#[component]
pub fn LiveMark(#[prop(into)] state: Signal<LiveState>) -> impl IntoView {
    let language = language();
    let reload = move || view! { <a href="" on:click=reload_page>{words::RELOAD.get(language)}</a> };
    let content = move || match state.get() {
        LiveState::Still => reload().into_any(),
        LiveState::Live(at) => {
            let text = words::LIVE.fill(language, &[("time", &hour_minute(at))]);
            view! { <i></i><span class="num">{text}</span> }.into_any()
        }
        LiveState::Lost(at) => {
            let text = words::LIVE_LOST.fill(language, &[("time", &hour_minute(at))]);
            view! { <span class="t-warn">{Mark::Warn.view()}</span><span>{text}" "{reload()}</span> }.into_any()
        }
    };
    view! { <span class="live" role="status">{content}</span> }
}

fn reload_page(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::reload();
}
