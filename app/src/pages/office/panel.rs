use domain::accreditation::state::State;
use domain::accreditation::view::ReviewView;
use domain::check::FieldError;
use i18n::field::field_label;
use i18n::office as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::aside::{Duplicates, ElsewhereCard, HistoryCard};
use super::decision::{DecisionBar, DecisionWords, Opened};
use super::lines_table::DataTable;
use super::newcomers::Newcomers;
use super::notes::{NOTE, Notes, REASON, control_id};
use crate::api::office::{Decide, load_review};
use crate::browser;
use crate::components::{ErrorSummary, Note, PageTitle, StateTag, Tone, accreditation_tone, use_session_guard};
use crate::error::AppError;
use crate::language::language;
use crate::live::LiveChange;
use crate::time;

/// Of the heading, which takes the focus when another request opens.
pub const HEADING: &str = "richiesta";

/// What is being decided, and with which words.
#[derive(Clone, Copy)]
pub struct Deciding {
    pub action: ServerAction<Decide>,
    pub notes: Notes,
    pub opened: Opened,
    pub problems: Signal<Vec<FieldError>>,
    /// Code of the event whose button was pressed last.
    pub pressed: RwSignal<&'static str>,
}

/// One request, as far as it is known here.
#[derive(Clone, Copy)]
struct Case {
    institution: StoredValue<String>,
    review: RwSignal<ReviewView>,
    /// The request as somebody else left it, until the reader asks for it.
    newer: RwSignal<Option<ReviewView>>,
}

impl Case {
    /// Asks how the request is now; `then` gets the answer, if there is one and the panel is still there.
    fn ask(self, then: impl Fn(ReviewView) + 'static) {
        let institution = self.institution.get_value();
        let id = self.review.with_untracked(|view| view.id);
        spawn_local(async move {
            let answer = load_review(institution, id).await;
            if let (Ok(view), false) = (answer, self.review.is_disposed()) {
                then(view);
            }
        });
    }

    fn show_now(self) {
        self.ask(move |view| self.show(view));
    }

    fn show(self, view: ReviewView) {
        self.newer.set(None);
        self.review.set(view);
    }

    /// Somebody did something: if it was with this request, the reader is told.
    fn hear(self, change: &LiveChange) {
        let (id, version) = self.review.with_untracked(|view| (view.id.0, view.version));
        let is_ours = match change {
            LiveChange::Subject { id: other, version: now, .. } => *other == id && *now != version,
            LiveChange::Everything => true,
        };
        if is_ours {
            self.ask(move |view| {
                if view.version != self.review.with_untracked(|view| view.version) {
                    self.newer.set(Some(view));
                }
            });
        }
    }
}

/// One request side by side with its checks, and what can be decided on it.
#[component]
pub fn Panel(
    institution: String,
    view: ReviewView,
    /// The state in the institution's words.
    label: Callback<State, String>,
    /// What the stream said last.
    heard: RwSignal<Option<LiveChange>>,
    /// Something is wrong on the page.
    wrong: RwSignal<bool>,
) -> impl IntoView {
    let guard = use_session_guard();
    let action = ServerAction::<Decide>::new();
    let value = move || action.value().get();
    let notes = Notes::new(institution.clone(), view.id, view.notes.clone(), guard);
    notes.save_on_leaving();
    let problems = Signal::derive(move || AppError::problems(&value()));
    let deciding = Deciding { action, notes, opened: Opened::new(), problems, pressed: RwSignal::new("") };
    let case =
        Case { institution: StoredValue::new(institution.clone()), review: RwSignal::new(view), newer: RwSignal::new(None) };
    guard.watch(value, Callback::new(move |()| again(deciding)));
    wrong.set(matches!(action.value().get_untracked(), Some(Err(_))));
    Effect::new(move |_| {
        wrong.set(matches!(value(), Some(Err(_))));
        if matches!(value(), Some(Err(AppError::Stale))) {
            case.show_now();
            browser::focus(HEADING);
        }
    });
    Effect::new(move |_| {
        // What this panel has sent itself opens another page.
        let is_own = action.pending().get_untracked() || matches!(action.value().get_untracked(), Some(Ok(())));
        if let (Some(change), false) = (heard.get(), is_own) {
            case.hear(&change);
        }
    });
    let refresh = Callback::new(move |()| case.show_now());
    let review = case.review;
    view! {
        <PageTitle title=Signal::derive(move || review.with(|view| view.host_name.clone())) wrong/>
        <Head review label/>
        <Messages case action/>
        <ErrorSummary problems message=failure(action) label=Callback::new(move |field| labelled(field, review))/>
        <div class="rev">
            <DataTable review deciding/>
            <aside class="stack">
                <Newcomers institution=institution.clone() review refresh/>
                <Duplicates institution=institution.clone() review refresh/>
                <ElsewhereCard review/>
                <HistoryCard review/>
            </aside>
        </div>
        <DecisionWords review deciding/>
        <DecisionBar institution review deciding/>
    }
}

/// After a new log-in: the same button once more. The form still holds everything.
fn again(deciding: Deciding) {
    browser::press(&["do-", deciding.pressed.get_untracked()].concat());
}

/// What went wrong with the whole decision.
fn failure(action: ServerAction<Decide>) -> Signal<Option<String>> {
    let language = language();
    Signal::derive(move || match action.value().get() {
        Some(Err(AppError::Invalid(_) | AppError::SignIn | AppError::Stale)) | Some(Ok(())) | None => None,
        Some(Err(error)) => Some(error.text(language)),
    })
}

/// Label and control of a field of the form.
fn labelled(field: String, review: RwSignal<ReviewView>) -> (String, String) {
    let language = language();
    let label = match field.as_str() {
        NOTE => words::NOTE.get(language).to_owned(),
        REASON => words::REASON.get(language).to_owned(),
        other => {
            let label =
                review.with_untracked(|view| view.rows.iter().find(|row| row.field == other).map(|row| row.label.clone()));
            field_label(label.as_deref().unwrap_or(other), language).to_owned()
        }
    };
    let id = control_id(&field);
    (label, id)
}

/// Who asks, since when, and where it stands.
#[component]
fn Head(review: RwSignal<ReviewView>, label: Callback<State, String>) -> impl IntoView {
    let language = language();
    let state = Memo::new(move |_| review.with(|view| view.state));
    let sent = move || {
        let view = review.read();
        let date = time::weekday_date(time::in_rome(view.submitted_at).date(), language);
        let verified = if view.email_verified { words::EMAIL_VERIFIED } else { words::EMAIL_UNVERIFIED };
        let number = words::REQUEST_NUMBER.fill(language, &[("n", &view.number.to_string())]);
        let from = words::FROM.fill(language, &[("date", &date), ("name", &view.contact_name)]);
        [&from, verified.get(language), &number].join(" · ")
    };
    view! {
        <div class="rev-head">
            <h2 id=HEADING tabindex="-1">{move || review.with(|view| view.host_name.clone())}</h2>
            <p class="when">
                {move || view! { <StateTag tone=accreditation_tone(state.get()) text=label.run(state.get())/> }}
                " "<span class="muted">{sent}</span>
            </p>
        </div>
    }
}

/// What somebody else did meanwhile. What is typed stays.
#[component]
fn Messages(case: Case, action: ServerAction<Decide>) -> impl IntoView {
    let language = language();
    let is_stale = move || matches!(action.value().get(), Some(Err(AppError::Stale)));
    let show = move |_| {
        if let Some(view) = case.newer.get_untracked() {
            case.show(view);
            browser::focus(HEADING);
        }
    };
    let stale = move || {
        is_stale().then(|| {
            view! {
                <Note tone=Tone::Warn title=words::STALE_TITLE.get(language)><p>{words::STALE_TEXT.get(language)}</p></Note>
            }
        })
    };
    let moved = move || {
        case.newer.with(Option::is_some).then(|| {
            view! {
                <Note tone=Tone::Warn title=words::MOVED_TITLE.get(language)>
                    <p>{words::MOVED_TEXT.get(language)}</p>
                    <p><button class="btn btn-outline-primary btn-s" type="button" on:click=show>{words::SHOW.get(language)}</button></p>
                </Note>
            }
        })
    };
    view! { <div class="told" role="status">{stale}{moved}</div> }
}
