//! The session ends while somebody writes: a warning before, and a log-in over the page after, which keeps its fields.
//! Source: domain reference 8, mock-ups 12a and 12b.

use std::cell::RefCell;
use std::rc::Rc;

use i18n::frame as words;
use leptos::leptos_dom::helpers::TimeoutHandle;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlButtonElement, HtmlFormElement, HtmlInputElement, SubmitEvent};

use super::dialog::Dialog;
use super::dom::{by_id, copy_of, focus, inside, on, write_text};
use super::post::posted;
use super::problems::{Place, show};
use crate::api::identity::{load_session, touch};
use crate::browser;
use crate::error::{AppError, duration};
use crate::form_page::template;
use crate::language::language;
use crate::session_clock::{ASK_AGAIN, Phase, look};

/// Watches the session of the page. What failed for want of a session is done again after the log-in.
#[derive(Default)]
pub struct Session {
    open: RefCell<Option<Dialog>>,
    user_name: RefCell<String>,
    pending: RefCell<Vec<Box<dyn Fn()>>>,
    timer: RefCell<Option<TimeoutHandle>>,
}

impl Session {
    /// Watches the session from now on; a visitor has none.
    pub fn watch() -> Rc<Self> {
        let session = Rc::new(Self::default());
        let first = session.clone();
        spawn_local(async move {
            match load_session().await {
                Ok(Some(found)) => {
                    first.user_name.replace(found.me.user_name);
                    first.schedule(found.seconds_left);
                }
                Ok(None) => {}
                Err(_) => first.look_after(ASK_AGAIN),
            }
        });
        session
    }

    /// Opens the log-in over the page; `again` runs once the person is back.
    pub fn sign_in_again(self: &Rc<Self>, again: impl Fn() + 'static) {
        self.pending.borrow_mut().push(Box::new(again));
        self.end();
    }

    fn schedule(self: &Rc<Self>, seconds_left: i64) {
        let (phase, wait) = look(seconds_left);
        match phase {
            Phase::Quiet => self.close(),
            Phase::Warning(seconds) => self.warn(seconds),
            Phase::Ended => return self.end(),
        }
        self.look_after(wait);
    }

    fn look_after(self: &Rc<Self>, seconds: i64) {
        let session = self.clone();
        let milliseconds = u64::try_from(seconds.max(1)).unwrap_or(1) * 1000;
        let ask = move || spawn_local(async move { session.ask().await });
        if let Some(timer) = self.timer.replace(browser::after(milliseconds, ask)) {
            timer.clear();
        }
    }

    /// Asks the server, as another tab may have kept the session alive. Asking does not.
    async fn ask(self: Rc<Self>) {
        match load_session().await {
            Ok(Some(session)) => self.schedule(session.seconds_left),
            Ok(None) => self.schedule(0),
            Err(_) => self.look_after(ASK_AGAIN),
        }
    }

    fn close(&self) {
        if let Some(dialog) = self.open.take() {
            dialog.close();
        }
    }

    /// «Ci sei ancora?»
    fn warn(self: &Rc<Self>, seconds: i64) {
        self.close();
        let session = self.clone();
        let Some(dialog) = Dialog::open(template::WARNING, move || session.carry_on()) else { return };
        let text = words::SESSION_WARNING_TEXT.fill(language(), &[("time", &duration(seconds, language()))]);
        write_text(dialog.element(), "p", &text);
        if let Some(button) = inside(dialog.element(), "button[type=button]") {
            let session = self.clone();
            on(&button, "click", move |_| session.carry_on());
        }
        self.open.replace(Some(dialog));
    }

    /// «Continua».
    fn carry_on(self: &Rc<Self>) {
        let session = self.clone();
        spawn_local(async move {
            match touch().await {
                Ok(seconds) => session.schedule(seconds),
                Err(AppError::SignIn) => session.schedule(0),
                Err(_) => session.look_after(ASK_AGAIN),
            }
        });
    }

    /// «La sessione è scaduta»: the log-in in place. Esc does nothing, as nothing could be saved without it.
    fn end(self: &Rc<Self>) {
        if by_id("session-ended").is_some() {
            return;
        }
        self.close();
        let Some(dialog) = Dialog::open(template::ENDED, || ()) else { return };
        let form = copy_of(template::LOG_IN);
        if let (Some(form), Some(text)) = (form, inside(dialog.element(), "#session-ended-text")) {
            let _ = text.after_with_node_1(&form);
            self.prepare(&form);
        }
        self.open.replace(Some(dialog));
    }

    fn prepare(self: &Rc<Self>, around: &web_sys::Element) {
        if let Some(name) = by_id("again-login").and_then(|name| name.dyn_into::<HtmlInputElement>().ok()) {
            let user_name = self.user_name.borrow();
            name.set_value(&user_name);
            name.set_read_only(!user_name.is_empty());
        }
        if let Some(password) = by_id("again-password") {
            focus(&password);
        }
        let session = self.clone();
        on(around, "submit", move |event| {
            let Ok(event) = event.dyn_into::<SubmitEvent>() else { return };
            event.prevent_default();
            event.stop_propagation();
            let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
            let button = event.submitter().and_then(|element| element.dyn_into::<HtmlButtonElement>().ok());
            let session = session.clone();
            if let Some(form) = form {
                spawn_local(async move { session.log_in(&form, button.as_ref()).await });
            }
        });
    }

    async fn log_in(self: Rc<Self>, form: &HtmlFormElement, button: Option<&HtmlButtonElement>) {
        match posted(form, button).await {
            Ok(_) => self.resume(),
            Err(error) => show(&Place::Before(form), Some(&error.log_in_text(language())), &[]),
        }
    }

    /// The person is back: what waited is done now.
    fn resume(self: &Rc<Self>) {
        self.close();
        let pending = self.pending.take();
        pending.iter().for_each(|again| again());
        let session = self.clone();
        spawn_local(session.ask());
    }
}
