//! The session ends while somebody writes: a warning before, and a log-in over the page after, which keeps its fields.
//! Source: domain reference 8, mock-ups 12a and 12b.

use i18n::{frame as words, identity};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::SubmitButton;
use super::dialog::Dialog;
use super::error_summary::ErrorSummary;
use super::field::FieldSpec;
use super::frame::use_frame;
use super::text_field::{PasswordField, TextField};
use crate::api::identity::{LogIn, load_session, touch};
use crate::browser;
use crate::error::{AppError, duration};
use crate::language::language;
use crate::routes;
use crate::session_clock::{ASK_AGAIN, Phase, look};

/// Watches the session of a page. Pages hand over what failed for want of a session; it is done again after the log-in.
#[derive(Clone, Copy)]
pub struct SessionGuard {
    phase: RwSignal<Phase>,
    /// The user name the page belongs to; empty for a visitor's.
    user_name: RwSignal<String>,
    pending: StoredValue<Vec<Callback<()>>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// The guard of this page.
pub fn use_session_guard() -> SessionGuard {
    expect_context()
}

impl SessionGuard {
    /// Makes the guard of a page. Call once, outside of the routes.
    pub fn provide() -> Self {
        let guard = Self {
            phase: RwSignal::new(Phase::Quiet),
            user_name: RwSignal::new(String::new()),
            pending: StoredValue::new(Vec::new()),
            timer: StoredValue::new(None),
        };
        provide_context(guard);
        guard
    }

    /// Opens the log-in over the page; `again` runs once the person is back.
    pub fn sign_in_again(self, again: Callback<()>) {
        self.pending.update_value(|pending| pending.push(again));
        self.phase.set(Phase::Ended);
    }

    /// Whether the log-in is open over the page.
    pub fn is_waiting(self) -> bool {
        self.phase.get() == Phase::Ended
    }

    /// Opens the log-in whenever an action's value says that the session has ended; `again` repeats the action.
    pub fn watch<T>(self, value: impl Fn() -> Option<Result<T, AppError>> + 'static, again: Callback<()>)
    where
        T: 'static,
    {
        Effect::new(move |_| {
            if let Some(Err(AppError::SignIn)) = value() {
                self.sign_in_again(again);
            }
        });
    }

    /// Looks again when the next warning is due.
    fn schedule(self, seconds_left: i64) {
        let (phase, wait) = look(seconds_left);
        self.phase.set(phase);
        if phase != Phase::Ended {
            self.look_after(wait);
        }
    }

    fn look_after(self, seconds: i64) {
        let milliseconds = u64::try_from(seconds.max(1)).unwrap_or(1) * 1000;
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = browser::after(milliseconds, move || self.look());
        });
    }

    /// Asks the server, as another tab may have kept the session alive. Asking does not.
    fn look(self) {
        spawn_local(async move {
            match load_session().await {
                Ok(Some(session)) => self.schedule(session.seconds_left),
                Ok(None) => self.schedule(0),
                Err(_) => self.look_after(ASK_AGAIN),
            }
        });
    }

    /// «Continua».
    fn carry_on(self) {
        spawn_local(async move {
            match touch().await {
                Ok(seconds) => self.schedule(seconds),
                Err(AppError::SignIn) => self.schedule(0),
                Err(_) => self.look_after(ASK_AGAIN),
            }
        });
    }

    /// The person is back: what waited is done now.
    fn resume(self) {
        self.phase.set(Phase::Quiet);
        let pending = self.pending.try_update_value(std::mem::take).unwrap_or_default();
        pending.into_iter().for_each(|again| again.run(()));
        self.look();
    }
}

/// Both dialogs, at the end of every hydrated page.
#[component]
pub fn SessionDialogs() -> impl IntoView {
    let guard = use_session_guard();
    let frame = use_frame();
    Effect::new(move |_| {
        let session = frame.session.get().and_then(Result::ok).flatten();
        if let Some(session) = session {
            guard.user_name.set(session.me.user_name);
            guard.schedule(session.seconds_left);
        }
    });
    view! {
        <Warning guard/>
        <Ended guard/>
    }
}

/// «Ci sei ancora?»
#[component]
pub fn Warning(guard: SessionGuard) -> impl IntoView {
    let language = language();
    let open = Signal::derive(move || matches!(guard.phase.get(), Phase::Warning(_)));
    let text = move || match guard.phase.get() {
        Phase::Warning(seconds) => words::SESSION_WARNING_TEXT.fill(language, &[("time", &duration(seconds, language))]),
        Phase::Quiet | Phase::Ended => String::new(),
    };
    let carry_on = move || guard.carry_on();
    view! {
        <Dialog labelled_by="session-warning" described_by="session-warning-text" open on_escape=Callback::new(move |()| carry_on())>
            <h2 id="session-warning">{words::SESSION_WARNING.get(language)}</h2>
            <p id="session-warning-text" aria-live="assertive">{text}</p>
            <div class="btns">
                <button class="btn btn-primary" type="button" on:click=move |_| carry_on()>{words::GO_ON.get(language)}</button>
                <LeaveForm text=words::SIGN_OUT.get(language)/>
            </div>
        </Dialog>
    }
}

/// «La sessione è scaduta»: the log-in in place. Esc does nothing, as nothing could be saved without it.
#[component]
pub fn Ended(guard: SessionGuard) -> impl IntoView {
    let language = language();
    let open = Signal::derive(move || guard.phase.get() == Phase::Ended);
    view! {
        <Dialog labelled_by="session-ended" described_by="session-ended-text" open on_escape=Callback::new(|()| ())>
            <h2 id="session-ended">{words::SESSION_ENDED.get(language)}</h2>
            <p id="session-ended-text"><b>{words::SESSION_ENDED_BOLD.get(language)}</b>" "{words::SESSION_ENDED_TEXT.get(language)}</p>
            <Show when=move || open.get()><LogInAgain guard/></Show>
            <div class="mt-s"><LeaveForm text=words::LEAVE_DRAFT.get(language)/></div>
        </Dialog>
    }
}

/// The form of the log-in in place.
#[component]
pub fn LogInAgain(guard: SessionGuard) -> impl IntoView {
    let language = language();
    let log_in = ServerAction::<LogIn>::new();
    let user_name = guard.user_name.get_untracked();
    let name = FieldSpec::new("login", "again-login", identity::USER_NAME.get(language)).autocomplete("username");
    let name = if user_name.is_empty() { name } else { name.read_only() };
    let password =
        FieldSpec::new("password", "again-password", identity::PASSWORD.get(language)).autocomplete("current-password");
    let message = Signal::derive(move || login_failure(&log_in.value().read()));
    // the dialog is open before its form is there
    Effect::new(|_| {
        let _ = browser::after(0, || browser::focus("again-password"));
    });
    Effect::new(move |_| {
        if matches!(*log_in.value().read(), Some(Ok(()))) {
            guard.resume();
        }
    });
    view! {
        <ErrorSummary problems=Signal::stored(Vec::new()) message label=Callback::new(|field| (String::new(), field))/>
        <ActionForm action=log_in attr:novalidate=true>
            <TextField spec=name value=user_name/>
            <PasswordField spec=password/>
            <p><a href=routes::RECOVER_PASSWORD target="_blank">{identity::FORGOTTEN_PASSWORD.get(language)}</a></p>
            <div class="btns">
                <SubmitButton text=words::SIGN_IN_AND_GO_ON.get(language) pending=log_in.pending()/>
            </div>
        </ActionForm>
    }
}

/// Why somebody could not log in, as one sentence.
pub fn login_failure(value: &Option<Result<(), AppError>>) -> Option<String> {
    match value {
        Some(Err(error)) => Some(error.log_in_text(language())),
        Some(Ok(())) | None => None,
    }
}

#[component]
fn LeaveForm(text: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=routes::LOG_OUT_POST>
            <input type="hidden" name="poi" value=routes::HOME/>
            <button class="btn btn-quiet">{text}</button>
        </form>
    }
}
