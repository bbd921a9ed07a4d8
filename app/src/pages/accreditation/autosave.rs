//! The draft follows what is typed: two seconds after the last letter, when a field is left, and before the page is.

use domain::accreditation::view::{ConflictField, Saved};
use domain::answers::Answers;
use leptos::html::Form;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{HtmlFormElement, MouseEvent};

use super::form_values::{read, write};
use crate::api::accreditation::autosave;
use crate::browser;
use crate::components::{DraftState, SessionGuard};
use crate::error::AppError;

/// Milliseconds of rest after the last letter.
const REST: u64 = 2_000;
/// Milliseconds until a failed save is tried again.
const RETRY: u64 = 3_000;

/// Which page of which draft is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub institution: String,
    pub step: String,
    pub department: String,
    /// The fields the page may show.
    pub fields: Vec<&'static str>,
}

/// What is typed on one page against what is stored of it.
#[derive(Clone, Copy)]
pub struct Autosave {
    form: NodeRef<Form>,
    place: StoredValue<Place>,
    /// As stored, as far as this page knows.
    base: StoredValue<Answers>,
    pub version: RwSignal<i64>,
    pub state: RwSignal<DraftState>,
    /// Fields somebody else changed too: choices to be made.
    pub conflict: RwSignal<Vec<ConflictField>>,
    guard: SessionGuard,
    timer: StoredValue<Option<TimeoutHandle>>,
    running: StoredValue<bool>,
    /// Done as soon as everything is stored.
    then: StoredValue<Option<Callback<()>>>,
}

impl Autosave {
    /// Of a page as it was loaded.
    pub fn new(place: Place, base: Answers, version: i64, state: DraftState, guard: SessionGuard) -> Self {
        Self {
            form: NodeRef::new(),
            place: StoredValue::new(place),
            base: StoredValue::new(base),
            version: RwSignal::new(version),
            state: RwSignal::new(state),
            conflict: RwSignal::new(Vec::new()),
            guard,
            timer: StoredValue::new(None),
            running: StoredValue::new(false),
            then: StoredValue::new(None),
        }
    }

    /// The form that is watched.
    pub fn form(self) -> NodeRef<Form> {
        self.form
    }

    /// The form's element, once it is there.
    pub fn element(self) -> Option<HtmlFormElement> {
        self.form.get_untracked()
    }

    /// Institution, step and department of the page.
    pub fn address(self) -> (String, String, String) {
        self.place.with_value(|place| (place.institution.clone(), place.step.clone(), place.department.clone()))
    }

    /// Everything the form says now.
    pub fn typed_answers(self) -> Answers {
        let element = self.element();
        element.map(|form| self.place.with_value(|place| read(&form, &place.fields))).unwrap_or_default()
    }

    /// What differs from what is stored.
    fn unsaved(self) -> Answers {
        let typed = self.typed_answers();
        let differs = |(field, text): &(String, String)| self.base.with_value(|base| base.get(field) != text);
        Answers(typed.0.into_iter().filter(differs).collect())
    }

    /// Whether something is typed that is not stored yet.
    pub fn has_unsaved(self) -> bool {
        !self.unsaved().0.is_empty()
    }

    /// Loses nothing when the page is left: a link leads on only once everything is stored, and what is not is stored when
    /// the window is hidden or the page goes.
    pub fn watch_leaving(self) {
        Effect::new(move |_| {
            browser::on_every_click(move |click| self.hold(&click));
            let hidden = window_event_listener_untyped("visibilitychange", move |_| {
                if document().hidden() {
                    self.save();
                }
            });
            on_cleanup(move || hidden.remove());
        });
        on_cleanup(move || self.leave());
    }

    fn hold(self, click: &MouseEvent) {
        let Some(address) = browser::link_of(click).filter(|_| self.has_unsaved()) else { return };
        click.prevent_default();
        self.save_then(Callback::new(move |()| browser::go_to(&address)));
    }

    /// Nobody is left to hear how it went.
    fn leave(self) {
        self.stop_waiting();
        let unsaved = self.unsaved();
        if !unsaved.0.is_empty() && !self.running.get_value() {
            let sent = self.sent(unsaved);
            spawn_local(async move { drop(sent.await) });
        }
    }

    /// Something was typed.
    pub fn typed(self) {
        self.save_after(REST);
    }

    /// Saves what is not stored; `then` runs once everything is, and not at all while it cannot be.
    pub fn save_then(self, then: Callback<()>) {
        self.then.set_value(Some(then));
        self.save();
    }

    /// Saves what is not stored, now.
    pub fn save(self) {
        self.stop_waiting();
        // The page may be gone: then its last save is on its way already.
        if self.running.try_get_value() != Some(false) {
            return;
        }
        let unsaved = self.unsaved();
        if unsaved.0.is_empty() {
            if let Some(then) = self.then.try_update_value(Option::take).flatten() {
                then.run(());
            }
            return;
        }
        self.running.set_value(true);
        self.state.set(DraftState::Saving);
        let sent = self.sent(unsaved.clone());
        spawn_local(async move {
            let answer = sent.await;
            if self.running.try_set_value(false).is_none() {
                self.answered(answer, &unsaved);
            }
        });
    }

    fn sent(self, unsaved: Answers) -> impl Future<Output = Result<Saved, AppError>> {
        let place = self.place.get_value();
        let base = self.base.with_value(|base| before(base, &unsaved));
        let version = self.version.get_untracked().to_string();
        autosave(place.institution, place.step, place.department, version, base, unsaved)
    }

    fn answered(self, answer: Result<Saved, AppError>, sent: &Answers) {
        match answer {
            Ok(saved) => self.stored(saved, sent),
            Err(AppError::SignIn) => {
                self.state.set(DraftState::Failed);
                self.guard.sign_in_again(Callback::new(move |()| self.save()));
            }
            Err(_) => {
                self.state.set(DraftState::Failed);
                self.save_after(RETRY);
            }
        }
    }

    fn stored(self, saved: Saved, sent: &Answers) {
        self.version.set(saved.version);
        self.state.set(DraftState::Saved(saved.saved_at));
        let agreed = sent.0.iter().filter(|(field, _)| !saved.conflict.iter().any(|other| other.field == **field));
        self.base.update_value(|base| agreed.for_each(|(field, text)| base.set(field, text.clone())));
        if let Some(merged) = &saved.merged {
            self.follow(merged);
        }
        if saved.conflict.is_empty() {
            // What was typed while the answer was on its way.
            self.save();
        } else {
            self.then.set_value(None);
            self.conflict.set(saved.conflict);
        }
    }

    /// Fields that nobody is typing here take over what somebody else stored.
    fn follow(self, merged: &Answers) {
        let (Some(form), unsaved) = (self.element(), self.unsaved()) else { return };
        for (field, text) in merged.0.iter().filter(|(field, _)| !unsaved.0.contains_key(*field)) {
            if self.base.with_value(|base| base.get(field) != text) {
                write(&form, field, text);
            }
        }
        self.base.update_value(|base| {
            let free = merged.0.iter().filter(|(field, _)| !unsaved.0.contains_key(*field));
            free.for_each(|(field, text)| base.set(field, text.clone()));
        });
    }

    /// Settles the conflict: of each field whether the own text stays.
    pub fn settle(self, keeps_mine: impl Fn(&str) -> bool) {
        let Some(form) = self.element() else { return };
        for field in self.conflict.get_untracked() {
            if !keeps_mine(&field.field) {
                write(&form, &field.field, &field.theirs);
            }
            self.base.update_value(|base| base.set(&field.field, field.theirs.clone()));
        }
        self.conflict.set(Vec::new());
        self.save();
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

fn before(base: &Answers, of: &Answers) -> Answers {
    Answers(of.0.keys().map(|field| (field.clone(), base.get(field).to_owned())).collect())
}
