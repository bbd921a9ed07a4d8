//! A form of a hydrated page, kept on the server while it is written: two seconds after the last letter, when a field is
//! left, and before the page is. Source: design 3.

use std::pin::Pin;
use std::sync::Arc;

use domain::accreditation::view::Saved;
use domain::answers::Answers;
use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::components::{DraftState, SessionGuard};
use crate::error::AppError;

/// Milliseconds of rest after the last letter.
const REST: u64 = 2_000;
/// Milliseconds after a field was left: a press on a button comes first.
const LEFT: u64 = 400;
/// Milliseconds until a failed save is tried again.
const RETRY: u64 = 5_000;

type Keeping = Pin<Box<dyn Future<Output = Result<Saved, AppError>>>>;
type Keep = Arc<dyn Fn(Answers) -> Keeping + Send + Sync>;

/// What a form has written, and what of it is kept.
#[derive(Clone, Copy)]
pub struct Autosave {
    pub state: RwSignal<DraftState>,
    form: &'static str,
    /// What stood in the form when something was typed last.
    now: StoredValue<Answers>,
    kept: StoredValue<Answers>,
    keep: StoredValue<Keep>,
    guard: SessionGuard,
    timer: StoredValue<Option<TimeoutHandle>>,
    is_saving: StoredValue<bool>,
    /// The form is being sent: what it holds is stored by that.
    is_sent: StoredValue<bool>,
}

impl Autosave {
    /// Of the form with this id. `first`: how its draft stands when the page is shown.
    pub fn new<F>(
        form: &'static str,
        first: DraftState,
        guard: SessionGuard,
        keep: impl Fn(Answers) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<Saved, AppError>> + 'static,
    {
        let autosave = Self {
            state: RwSignal::new(first),
            form,
            now: StoredValue::new(Answers::default()),
            kept: StoredValue::new(Answers::default()),
            keep: StoredValue::new(Arc::new(move |answers| Box::pin(keep(answers)) as Keeping)),
            guard,
            timer: StoredValue::new(None),
            is_saving: StoredValue::new(false),
            is_sent: StoredValue::new(false),
        };
        autosave.save_on_leaving();
        autosave
    }

    /// A letter was typed, a choice made.
    pub fn typed(self) {
        self.now.set_value(browser::answers_in(self.form));
        self.save_after(REST);
    }

    /// A field was left.
    pub fn left(self) {
        if self.timer.with_value(Option::is_some) {
            self.save_after(LEFT);
        }
    }

    /// The form is on its way. If it comes back, what is typed then is kept again.
    pub fn sent(self, is_pending: bool) {
        self.is_sent.set_value(is_pending);
        if is_pending {
            self.stop_waiting();
        }
    }

    fn save_on_leaving(self) {
        Effect::new(move |_| {
            let hidden = move |_| {
                if document().hidden() && self.timer.with_value(Option::is_some) {
                    self.save();
                }
            };
            let listener = window_event_listener_untyped("visibilitychange", hidden);
            on_cleanup(move || listener.remove());
        });
        on_cleanup(move || {
            let is_waiting = self.timer.try_update_value(Option::take).flatten();
            if let Some(timer) = is_waiting {
                timer.clear();
                let keeping = self.keep.with_value(|keep| keep(self.now.get_value()));
                // nobody is left to hear how it went
                spawn_local(async move { drop(keeping.await) });
            }
        });
    }

    fn save(self) {
        self.stop_waiting();
        if self.is_saving.try_get_value() != Some(false) || self.is_sent.get_value() {
            return;
        }
        let answers = self.now.get_value();
        if self.kept.with_value(|kept| *kept == answers) {
            return;
        }
        self.is_saving.set_value(true);
        self.state.set(DraftState::Saving);
        let keeping = self.keep.with_value(|keep| keep(answers.clone()));
        spawn_local(async move {
            let answer = keeping.await;
            if self.is_saving.try_set_value(false).is_none() {
                self.saved(answer, answers);
            }
        });
    }

    fn saved(self, answer: Result<Saved, AppError>, sent: Answers) {
        match answer {
            Ok(saved) => {
                self.kept.set_value(sent);
                self.state.set(DraftState::Saved(saved.saved_at));
                // What was typed meanwhile.
                if self.now.with_value(|now| self.kept.with_value(|kept| now != kept)) {
                    self.save_after(LEFT);
                }
            }
            Err(AppError::SignIn) => {
                self.state.set(DraftState::Failed);
                self.guard.sign_in_again(Callback::new(move |()| self.save()));
            }
            // The record is gone or not theirs any more: trying again changes nothing.
            Err(AppError::NotFound | AppError::Denied) => self.state.set(DraftState::Failed),
            Err(_) => {
                self.state.set(DraftState::Failed);
                self.save_after(RETRY);
            }
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
