//! What an officer has written about a request: kept two seconds after the last letter and when a field is left, restored on
//! any device.

use domain::answers::Answers;
use domain::ids::AccreditationId;
use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::office::save_notes;
use crate::browser;
use crate::components::{DraftState, SessionGuard};
use crate::error::AppError;

/// Milliseconds of rest after the last letter.
const REST: u64 = 2_000;
/// Milliseconds after a field was left: a press on a button comes first.
const LEFT: u64 = 400;
/// Milliseconds until a failed save is tried again.
const RETRY: u64 = 5_000;
/// What is written besides notes on fields.
pub const NOTE: &str = "note";
pub const REASON: &str = "reason";

/// The notes of one officer on one request.
#[derive(Clone, Copy)]
pub struct Notes {
    place: StoredValue<(String, AccreditationId)>,
    typed: RwSignal<Answers>,
    stored: StoredValue<Answers>,
    pub state: RwSignal<DraftState>,
    guard: SessionGuard,
    timer: StoredValue<Option<TimeoutHandle>>,
    is_saving: StoredValue<bool>,
    /// Done as soon as nothing is being saved.
    then: StoredValue<Option<Callback<()>>>,
}

impl Notes {
    /// As they were stored.
    pub fn new(institution: String, id: AccreditationId, stored: Answers, guard: SessionGuard) -> Self {
        Self {
            place: StoredValue::new((institution, id)),
            typed: RwSignal::new(stored.clone()),
            stored: StoredValue::new(stored),
            state: RwSignal::new(DraftState::None),
            guard,
            timer: StoredValue::new(None),
            is_saving: StoredValue::new(false),
            then: StoredValue::new(None),
        }
    }

    /// What is written on a field, for its first rendering.
    pub fn first(self, field: &str) -> String {
        self.typed.with_untracked(|typed| typed.get(field).to_owned())
    }

    /// Whether something is written on a field.
    pub fn is_written(self, field: &str) -> bool {
        self.typed.with(|typed| !typed.get(field).trim().is_empty())
    }

    /// How many fields have a note.
    pub fn count(self) -> usize {
        let is_note = |(field, text): &(&String, &String)| *field != NOTE && *field != REASON && !text.trim().is_empty();
        self.typed.with(|typed| typed.0.iter().filter(is_note).count())
    }

    /// Something stands in a field now.
    pub fn typed(self, field: &str, text: String) {
        if self.typed.with_untracked(|typed| typed.get(field) != text) {
            self.typed.update(|typed| typed.set(field, text));
            self.save_after(REST);
        }
    }

    /// A field was left.
    pub fn left(self) {
        if self.has_unsaved() {
            self.save_after(LEFT);
        }
    }

    /// Runs `then` when nothing is being saved, and saves nothing before: what is sent now stores it or makes it moot.
    /// Answers whether that is later.
    pub fn before_sending(self, then: Callback<()>) -> bool {
        self.stop_waiting();
        let is_saving = self.is_saving.get_value();
        if is_saving {
            self.then.set_value(Some(then));
        }
        is_saving
    }

    /// Saves before the page or the panel is left.
    pub fn save_on_leaving(self) {
        Effect::new(move |_| {
            let hidden = move |_| {
                if document().hidden() {
                    self.save();
                }
            };
            let listener = window_event_listener_untyped("visibilitychange", hidden);
            on_cleanup(move || listener.remove());
        });
        on_cleanup(move || {
            self.stop_waiting();
            if self.has_unsaved() && self.state.get_untracked() != DraftState::Saving {
                let ((institution, id), typed) = (self.place.get_value(), self.typed.get_untracked());
                // nobody is left to hear how it went
                spawn_local(async move { drop(save_notes(institution, id, typed).await) });
            }
        });
    }

    fn has_unsaved(self) -> bool {
        self.stored.with_value(|stored| self.typed.with_untracked(|typed| typed != stored))
    }

    /// Stores what is not stored.
    fn save(self) {
        self.stop_waiting();
        // The panel may be gone: then its last save is on its way already.
        if self.is_saving.try_get_value() != Some(false) || !self.has_unsaved() {
            return;
        }
        self.is_saving.set_value(true);
        self.state.set(DraftState::Saving);
        let (institution, id) = self.place.get_value();
        let typed = self.typed.get_untracked();
        spawn_local(async move {
            let answer = save_notes(institution, id, typed.clone()).await;
            if self.is_saving.try_set_value(false).is_none() {
                self.saved(answer.map(|saved| saved.saved_at), typed);
            }
        });
    }

    fn saved(self, answer: Result<chrono::DateTime<chrono::Utc>, AppError>, sent: Answers) {
        match answer {
            Ok(at) => {
                self.stored.set_value(sent);
                self.state.set(DraftState::Saved(at));
            }
            Err(AppError::SignIn) => {
                self.state.set(DraftState::Failed);
                self.guard.sign_in_again(Callback::new(move |()| self.save()));
            }
            Err(_) => {
                self.state.set(DraftState::Failed);
                self.save_after(RETRY);
            }
        }
        match self.then.try_update_value(Option::take).flatten() {
            Some(then) => then.run(()),
            None if self.state.get_untracked() != DraftState::Failed => self.left(),
            None => {}
        }
    }

    fn save_after(self, milliseconds: u64) {
        self.stop_waiting();
        self.timer.set_value(browser::after(milliseconds, move || self.save()));
    }

    fn stop_waiting(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

/// The place of a note in the post.
pub fn posted_name(field: &str) -> String {
    match field {
        NOTE | REASON => ["decision[", field, "]"].concat(),
        other => ["decision[notes][", other, "]"].concat(),
    }
}

/// The id of a note's control.
pub fn control_id(field: &str) -> String {
    match field {
        NOTE | REASON => field.to_owned(),
        other => ["note-", other].concat(),
    }
}
