//! The draft follows what is typed: two seconds after the last letter, when a field is left, and before the page is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chrono::{DateTime, Utc};
use domain::accreditation::view::Saved;
use domain::answers::Answers;
use i18n::form as words;
use leptos::leptos_dom::helpers::TimeoutHandle;
use server_fn::ServerFn;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, MouseEvent, UrlSearchParams};

use super::conflict;
use super::dom::{all, copy_of, document, fill, nodes_of, on, set, write_text};
use super::registration::Registration;
use super::session::Session;
use super::values::write;
use crate::api::accreditation::{Autosave, autosave};
use crate::browser;
use crate::error::AppError;
use crate::form_page::template;
use crate::language::language;
use crate::time::hour_minute;

/// Milliseconds of rest after the last letter.
const REST: u64 = 2_000;
/// Milliseconds until a failed save is tried again.
const RETRY: u64 = 3_000;

/// What says which page of which draft it is.
const PLACE: [&str; 3] = ["institution", "step", "department"];

enum Mark {
    Saving,
    Saved(DateTime<Utc>),
    /// It will be tried again.
    Failed,
}

/// What is typed on one page against what is stored of it.
pub struct Draft {
    pub registration: Rc<Registration>,
    session: Rc<Session>,
    version: Cell<i64>,
    timer: RefCell<Option<TimeoutHandle>>,
    running: Cell<bool>,
    /// Somebody chooses between two texts: nothing is saved meanwhile.
    pub asking: Cell<bool>,
    /// The last save did not arrive.
    failed: Cell<bool>,
    /// Done as soon as everything is stored.
    then: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Draft {
    /// Watches the page's form. Whatever was typed before this ran is saved too.
    pub fn watch(registration: Rc<Registration>, session: Rc<Session>) -> Option<Rc<Self>> {
        let version = registration.hidden("version").parse().unwrap_or_default();
        let draft = Rc::new(Self {
            registration,
            session,
            version: Cell::new(version),
            timer: RefCell::default(),
            running: Cell::new(false),
            asking: Cell::new(false),
            failed: Cell::new(false),
            then: RefCell::default(),
        });
        let form = &draft.registration.form;
        for (event, rest) in [("input", REST), ("change", REST), ("focusout", 0)] {
            let draft = draft.clone();
            on(form, event, move |_| if rest == 0 { draft.save() } else { draft.save_after(rest) });
        }
        draft.watch_leaving();
        if draft.has_unsaved() {
            draft.save_after(REST);
        }
        Some(draft)
    }

    /// Loses nothing when the page is left: a link leads on only once everything is stored, and what is not is stored when
    /// the window is hidden. The browser asks before it closes what could not be stored.
    fn watch_leaving(self: &Rc<Self>) {
        let draft = self.clone();
        on(&document(), "click", move |event| draft.hold(&event));
        let draft = self.clone();
        on(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                draft.save()
            }
        });
        let window = leptos::prelude::window();
        let draft = self.clone();
        on(&window, "pagehide", move |_| draft.hand_over());
        let draft = self.clone();
        on(&window, "beforeunload", move |event| {
            if draft.failed.get() && draft.has_unsaved() {
                event.prevent_default();
            }
        });
    }

    fn hold(self: &Rc<Self>, event: &Event) {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let Some(address) = browser::link_of(click).filter(|_| self.has_unsaved()) else { return };
        event.prevent_default();
        self.save_then(move || browser::go_to(&address));
    }

    /// Whether something is typed that is not stored yet.
    pub fn has_unsaved(&self) -> bool {
        !self.registration.unsaved().0.is_empty()
    }

    /// Saves what is not stored; `then` runs once everything is, and not at all while it cannot be.
    pub fn save_then(self: &Rc<Self>, then: impl FnOnce() + 'static) {
        self.then.replace(Some(Box::new(then)));
        self.save();
    }

    /// Saves what is not stored, now.
    pub fn save(self: &Rc<Self>) {
        self.stop_waiting();
        if self.running.get() || self.asking.get() {
            return;
        }
        let unsaved = self.registration.unsaved();
        if unsaved.0.is_empty() {
            if let Some(then) = self.then.take() {
                then();
            }
            return;
        }
        self.running.set(true);
        mark(&Mark::Saving);
        let draft = self.clone();
        spawn_local(async move {
            let answer = draft.send(unsaved.clone()).await;
            draft.running.set(false);
            draft.answered(answer, &unsaved);
        });
    }

    async fn send(&self, unsaved: Answers) -> Result<Saved, AppError> {
        let [institution, step, department] = PLACE.map(|name| self.registration.hidden(name));
        let base = self.base_of(&unsaved);
        autosave(institution, step, department, self.version.get().to_string(), base, unsaved).await
    }

    fn base_of(&self, unsaved: &Answers) -> Answers {
        Answers(unsaved.0.keys().map(|field| (field.clone(), self.registration.stored(field))).collect())
    }

    /// The page goes, and nobody is left to hear how it went: the browser delivers it.
    fn hand_over(&self) {
        let unsaved = self.registration.unsaved();
        let Some(body) = UrlSearchParams::new().ok().filter(|_| !unsaved.0.is_empty()) else { return };
        PLACE.iter().for_each(|name| body.append(name, &self.registration.hidden(name)));
        body.append("version", &self.version.get().to_string());
        for (group, answers) in [("base", &self.base_of(&unsaved)), ("answers", &unsaved)] {
            answers.0.iter().for_each(|(field, text)| body.append(&[group, "[", field, "]"].concat(), text));
        }
        let navigator = leptos::prelude::window().navigator();
        let _ = navigator.send_beacon_with_opt_url_search_params(Autosave::PATH, Some(&body));
    }

    fn answered(self: &Rc<Self>, answer: Result<Saved, AppError>, sent: &Answers) {
        self.failed.set(answer.is_err());
        match answer {
            Ok(saved) => self.stored(saved, sent),
            Err(AppError::SignIn) => {
                mark(&Mark::Failed);
                let draft = self.clone();
                self.session.sign_in_again(move || draft.save());
            }
            Err(_) => {
                mark(&Mark::Failed);
                self.save_after(RETRY);
            }
        }
    }

    fn stored(self: &Rc<Self>, saved: Saved, sent: &Answers) {
        self.follow_version(saved.version);
        mark(&Mark::Saved(saved.saved_at));
        let agreed = sent.0.iter().filter(|(field, _)| !saved.conflict.iter().any(|other| other.field == **field));
        agreed.for_each(|(field, text)| self.registration.now_stored(field, text));
        if let Some(merged) = &saved.merged {
            self.follow(merged);
        }
        if saved.conflict.is_empty() {
            // What was typed while the answer was on its way.
            self.save();
        } else {
            self.then.take();
            conflict::ask(self.clone(), saved.conflict);
        }
    }

    /// The form posts the version its answers were saved under.
    fn follow_version(&self, version: i64) {
        self.version.set(version);
        let input = self.registration.form.query_selector("input[type=hidden][name=version]").ok().flatten();
        if let Some(input) = input {
            set(&input, "value", &version.to_string());
        }
    }

    /// Fields that nobody is typing here take over what somebody else stored.
    fn follow(&self, merged: &Answers) {
        let unsaved = self.registration.unsaved();
        for (field, text) in merged.0.iter().filter(|(field, _)| !unsaved.0.contains_key(*field)) {
            if self.registration.stored(field) != *text {
                write(&self.registration.form, field, text);
                self.registration.now_stored(field, text);
            }
        }
    }

    /// Saves after so many milliseconds of rest.
    pub fn save_after(self: &Rc<Self>, milliseconds: u64) {
        self.stop_waiting();
        let draft = self.clone();
        self.timer.replace(browser::after(milliseconds, move || draft.save()));
    }

    fn stop_waiting(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

/// «Bozza salvata alle 10:42», in the page's live region.
fn mark(state: &Mark) {
    let template = match state {
        Mark::Saving => template::DRAFT_SAVING,
        Mark::Saved(_) => template::DRAFT_SAVED,
        Mark::Failed => template::DRAFT_FAILED,
    };
    let Some(copy) = copy_of(template) else { return };
    if let Mark::Saved(at) = state {
        write_text(&copy, "span", &words::DRAFT_SAVED_AT.fill(language(), &[("time", &hour_minute(*at))]));
    }
    if let Some(place) = all("main .saved").first() {
        place.set_class_name(&copy.class_name());
        fill(place, nodes_of(&copy));
    }
}
