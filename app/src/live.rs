//! The client of the event stream `/{i}/live`: it hears which subject is at which version now, and the page asks for the
//! rest by its own way. Source: design 4.
//!
//! A stream is open only while the page is seen and somebody is signed in: browsers allow six connections per host.

mod source;

use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use crate::browser;
use crate::components::{LiveState, SessionGuard, use_frame, use_session_guard};
use crate::routes;
use source::{Source, Told};

/// Milliseconds until the first new try after the server refused the stream; doubled from try to try.
const RETRY: u64 = 5_000;
/// Longest wait between two tries.
const LONGEST: u64 = 60_000;

/// What the stream says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LiveChange {
    /// A subject is at a version now. `kind` is the case's kind (`accreditation`, `contact`).
    Subject { kind: String, id: Uuid, version: i64 },
    /// Too much happened to be told one by one: everything shown may be old.
    Everything,
}

/// A `change` as it stands in the stream.
#[derive(Deserialize)]
struct Subject {
    kind: String,
    id: Uuid,
    version: i64,
}

/// Listens to an institution's stream while the page is seen and somebody is signed in. Answers whether it is connected.
pub fn use_live(institution: Signal<String>, on_change: Callback<LiveChange>) -> Signal<LiveState> {
    let live = Live {
        institution,
        on_change,
        state: RwSignal::new(LiveState::Still),
        last: StoredValue::new(String::new()),
        wait: StoredValue::new(RETRY),
        timer: StoredValue::new(None),
        seen: RwSignal::new(true),
    };
    let (session, guard) = (use_frame().session, use_session_guard());
    // Effects run in browsers only: what belongs to one of its threads is made inside.
    Effect::new(move |_| {
        let source = StoredValue::new_local(None::<Source>);
        let look = move || live.seen.set(!document().hidden());
        look();
        let listener = window_event_listener_untyped("visibilitychange", move |_| look());
        on_cleanup(move || {
            listener.remove();
            live.stop_waiting();
        });
        Effect::new(move |_| {
            let is_signed_in = matches!(session.get(), Some(Ok(Some(_))));
            live.institution.track();
            live.follow(source, is_signed_in, guard);
        });
    });
    live.state.into()
}

type Stream = StoredValue<Option<Source>, LocalStorage>;

/// One page's listening.
#[derive(Clone, Copy)]
struct Live {
    institution: Signal<String>,
    on_change: Callback<LiveChange>,
    state: RwSignal<LiveState>,
    /// The last event heard; a new stream goes on from there.
    last: StoredValue<String>,
    wait: StoredValue<u64>,
    timer: StoredValue<Option<TimeoutHandle>>,
    seen: RwSignal<bool>,
}

impl Live {
    /// Opens or closes the stream as the page now is.
    fn follow(self, stream: Stream, is_signed_in: bool, guard: SessionGuard) {
        self.stop_waiting();
        let wanted = self.seen.get() && is_signed_in && !guard.is_waiting();
        stream.set_value(None);
        if wanted {
            self.open(stream);
        }
    }

    fn open(self, stream: Stream) {
        let address = self.last.with_value(|last| routes::live(&self.institution.get_untracked(), last));
        stream.set_value(Source::open(&address, move |told| self.hear(stream, told)));
    }

    fn hear(self, stream: Stream, told: Told) {
        match told {
            Told::Hello { id } => {
                self.connected(id);
                self.wait.set_value(RETRY);
            }
            Told::Change { id, data } => {
                self.connected(id);
                if let Ok(Subject { kind, id, version }) = serde_json::from_str(&data) {
                    self.on_change.run(LiveChange::Subject { kind, id, version });
                }
            }
            Told::Resync { id } => {
                self.connected(id);
                self.on_change.run(LiveChange::Everything);
            }
            Told::Broken { is_over } => {
                if !matches!(self.state.get_untracked(), LiveState::Lost(_)) {
                    self.state.set(LiveState::Lost(browser::now()));
                }
                if is_over {
                    self.try_again(stream);
                }
            }
        }
    }

    fn connected(self, id: String) {
        self.last.set_value(id);
        self.state.set(LiveState::Live(browser::now()));
    }

    /// The browser itself tries again when a connection breaks, but not after an answer that was no stream.
    fn try_again(self, stream: Stream) {
        let wait = self.wait.get_value();
        self.wait.set_value((wait * 2).min(LONGEST));
        self.timer.set_value(browser::after(wait, move || self.open(stream)));
    }

    fn stop_waiting(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
