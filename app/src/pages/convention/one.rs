//! One convention, for all its parties: each sees what the rules let them see and do.

use domain::convention::Event;
use domain::convention::view::ConventionView;
use domain::ids::ConventionId;
use i18n::convention as words;
use i18n::field::field_label;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::activate::Activate;
use super::content::{Content, DocumentCard, LikeThis};
use super::copies::Copies;
use super::decide::{Decision, Issue, Paper, TakeBack};
use super::history::History;
use super::track::Track;
use super::turn::TurnPanel;
use crate::api::convention::{ActivateConvention, DecideConvention, IssueConvention, RecordPaper, load_convention};
use crate::browser;
use crate::components::{
    Crumb, Crumbs, ErrorSummary, ErrorView, LiveMark, LiveState, Note, Page, StateTag, Tone, convention_tone, use_session_guard,
};
use crate::error::AppError;
use crate::language::language;
use crate::live::{LiveChange, use_live};
use crate::pages::area::place::part;
use crate::routes;

/// Of the heading.
const HEADING: &str = "convenzione";

/// What the page posts.
#[derive(Clone, Copy)]
pub struct Actions {
    pub decide: ServerAction<DecideConvention>,
    pub issue: ServerAction<IssueConvention>,
    pub paper: ServerAction<RecordPaper>,
    pub activate: ServerAction<ActivateConvention>,
}

impl Actions {
    fn new() -> Self {
        let actions = Self {
            decide: ServerAction::new(),
            issue: ServerAction::new(),
            paper: ServerAction::new(),
            activate: ServerAction::new(),
        };
        let guard = use_session_guard();
        // what was written stays in the page: the person presses the button again
        guard.watch(move || actions.failure().map(Err::<(), _>), Callback::new(|()| ()));
        actions
    }

    /// How often something was sent and answered.
    fn answered(self) -> usize {
        self.decide.version().get() + self.issue.version().get() + self.paper.version().get() + self.activate.version().get()
    }

    fn pending(self) -> bool {
        self.decide.pending().get_untracked()
            || self.issue.pending().get_untracked()
            || self.paper.pending().get_untracked()
            || self.activate.pending().get_untracked()
    }

    /// What went back to its host is nothing to look at any more: the list is on its way.
    fn gave_back(self) -> bool {
        self.decide.value().get_untracked() == Some(Ok(false))
    }

    /// Why the last thing sent was not done.
    fn failure(self) -> Option<AppError> {
        let error = |value: Option<Result<(), AppError>>| value.and_then(Result::err);
        let decided = self.decide.value().get().and_then(Result::err).or_else(|| error(self.issue.value().get()));
        decided.or_else(|| error(self.paper.value().get())).or_else(|| error(self.activate.value().get()))
    }
}

/// `/{i}/area/convenzioni/{id}`.
#[component]
pub fn HostConvention() -> impl IntoView {
    view! { <One of_office=false/> }
}

/// `/{i}/ufficio/convenzioni/{id}`.
#[component]
pub fn OfficeConvention() -> impl IntoView {
    view! { <One of_office=true/> }
}

#[component]
fn One(of_office: bool) -> impl IntoView {
    let (institution, id) = (part("institution"), part("id"));
    let actions = Actions::new();
    let convention =
        Resource::new(move || (institution.get(), id.get()), async |(institution, id)| load_convention(institution, id).await);
    let heard = RwSignal::new(None::<LiveChange>);
    let live = use_live(institution.into(), Callback::new(move |change| heard.set(Some(change))));
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match convention.await {
                Ok(view) => view! { <Shown institution view of_office actions heard live/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

#[component]
fn Shown(
    institution: String,
    view: ConventionView,
    of_office: bool,
    actions: Actions,
    heard: RwSignal<Option<LiveChange>>,
    live: Signal<LiveState>,
) -> impl IntoView {
    let shown = RwSignal::new(view);
    let newer = RwSignal::new(None::<ConventionView>);
    let gone = RwSignal::new(false);
    let following = Following { place: StoredValue::new(institution.clone()), shown, newer, gone };
    Effect::new(move |before: Option<usize>| {
        let now = actions.answered();
        if !actions.gave_back()
            && before.is_some_and(|before| before != now)
            && actions.failure().is_none_or(|error| error == AppError::Stale)
        {
            following.ask(true);
        }
        now
    });
    Effect::new(move |_| {
        let Some(change) = heard.get() else { return };
        if shown.with_untracked(|view| is_about(&change, view.id, view.version)) && !actions.pending() && !actions.gave_back() {
            following.ask(false);
        }
    });
    let show = move || {
        if let Some(view) = newer.try_update(Option::take).flatten() {
            following.show(view);
        }
    };
    let title = Signal::derive(move || shown.with(title_of));
    let wrong = Signal::derive(move || actions.failure().is_some());
    view! {
        <Page title wrong>
            <Way institution=institution.clone() of_office current=title.get_untracked()/>
            <Head shown live/>
            <Failures actions/>
            {move || gone.get().then(|| view! { <Note tone=Tone::Warn announced=true><p>{words::GONE.get(language())}</p></Note> })}
            {move || newer.with(Option::is_some).then(|| view! { <Moved show=Callback::new(move |()| show())/> })}
            {move || view! { <Body institution=institution.clone() view=shown.get() of_office actions/> }}
        </Page>
    }
}

/// What the page shows of its convention, and what it has heard since.
#[derive(Clone, Copy)]
struct Following {
    /// The institution's.
    place: StoredValue<String>,
    shown: RwSignal<ConventionView>,
    newer: RwSignal<Option<ConventionView>>,
    /// It went back to its host.
    gone: RwSignal<bool>,
}

impl Following {
    /// Asks again. What the reader sent stands at once; what others did waits while something is being written.
    fn ask(self, is_own: bool) {
        let (Some(institution), Some(id)) = (self.place.try_get_value(), self.shown.try_with_untracked(|view| view.id)) else {
            return;
        };
        spawn_local(async move {
            let answer = load_convention(institution, id.to_string()).await;
            let Ok(view) = answer else {
                let _ = self.gone.try_set(answer == Err(AppError::NotFound));
                return;
            };
            let Some(version) = self.shown.try_with_untracked(|view| view.version) else { return };
            if is_own {
                self.newer.set(None);
                self.show(view);
            } else if view.version != version && browser::has_focus("azioni") {
                self.newer.set(Some(view));
            } else if view.version != version {
                self.shown.set(view);
            }
        });
    }

    fn show(self, view: ConventionView) {
        self.shown.set(view);
        browser::focus(HEADING);
    }
}

fn is_about(change: &LiveChange, id: ConventionId, version: i64) -> bool {
    match change {
        LiveChange::Subject { id: other, version: now, .. } => *other == id.0 && *now != version,
        LiveChange::Everything => true,
    }
}

fn title_of(view: &ConventionView) -> String {
    let language = language();
    match view.number.is_empty() {
        true => words::UNNUMBERED.get(language).to_owned(),
        false => words::NUMBERED.fill(language, &[("number", &view.number)]),
    }
}

#[component]
fn Way(institution: String, of_office: bool, current: String) -> impl IntoView {
    let language = language();
    let trail = if of_office {
        vec![Crumb::new(words::OFFICE_TITLE.get(language), routes::office_conventions(&institution))]
    } else {
        let area = Crumb::new(i18n::frame::COMPANY_AREA.get(language), routes::area(&institution));
        vec![area, Crumb::new(words::TITLE.get(language), routes::conventions(&institution))]
    };
    view! { <Crumbs trail current/> }
}

#[component]
fn Head(shown: RwSignal<ConventionView>, live: Signal<LiveState>) -> impl IntoView {
    let language = language();
    let tag = move || shown.with(|view| view! { <StateTag tone=convention_tone(view.state) text=view.label.clone()/> });
    let parties = move || {
        shown.with(|view| {
            let both = words::PARTIES.fill(language, &[("promoter", &view.promoter), ("host", &view.host_name)]);
            [both.as_str(), words::VALID_FOR_ALL.get(language)].join(" · ")
        })
    };
    view! {
        <div class="head first">
            <div>
                <h1 id=HEADING tabindex="-1">{move || shown.with(title_of)}</h1>
                <p class="when">{tag}</p>
                <p class="muted m0">{parties}</p>
            </div>
            <LiveMark state=live/>
        </div>
    }
}

/// What was not done, and why.
#[component]
fn Failures(actions: Actions) -> impl IntoView {
    let language = language();
    let problems = Signal::derive(move || {
        let mut problems = AppError::problems(&actions.decide.value().get());
        problems.extend(AppError::problems(&actions.paper.value().get()));
        problems.extend(AppError::problems(&actions.activate.value().get()));
        problems
    });
    let message = Signal::derive(move || match actions.failure()? {
        AppError::Invalid(_) | AppError::SignIn => None,
        AppError::Stale => Some(words::CHANGED_TEXT.get(language).to_owned()),
        other => Some(other.text(language)),
    });
    let is_of_paper = move || !AppError::problems(&actions.paper.value().get_untracked()).is_empty();
    let label = Callback::new(move |field: String| match field.as_str() {
        "note" if is_of_paper() => (words::PAPER_NOTE.get(language).to_owned(), "paper-note".to_owned()),
        "note" => (words::NOTE.get(language).to_owned(), field),
        name if name.starts_with("looked_") => (words::SIGNATURES.get(language).to_owned(), field),
        name => (field_label(name, language).to_owned(), field),
    });
    view! { <ErrorSummary problems message label/> }
}

/// Somebody else did something while this reader is writing.
#[component]
fn Moved(show: Callback<()>) -> impl IntoView {
    let language = language();
    view! {
        <Note tone=Tone::Warn title=words::CHANGED_TITLE.get(language) announced=true>
            <p>{words::CHANGED_TEXT.get(language)}</p>
            <p>
                <button class="btn btn-outline-primary btn-s" type="button" on:click=move |_| show.run(())>
                    {words::SHOW_NEWS.get(language)}
                </button>
            </p>
        </Note>
    }
}

#[component]
fn Body(institution: String, view: ConventionView, of_office: bool, actions: Actions) -> impl IntoView {
    let back =
        if of_office { routes::office_convention(&institution, view.id) } else { routes::convention(&institution, view.id) };
    let is_signed = view.missing.is_empty() && view.offered.iter().any(|code| code == Event::Activate.code());
    let decision = view! { <Decision institution=institution.clone() view=view.clone() actions/> };
    let activate = view! { <Activate institution=institution.clone() view=view.clone() actions/> };
    let copies = view! { <Copies institution=institution.clone() view=view.clone() back/> };
    view! {
        <Track stops=view.track.clone()/>
        <TurnPanel institution=institution.clone() view=view.clone()/>
        <div class="cols">
            <div class="stack" id="azioni">
                <Issue institution=institution.clone() view=view.clone() actions/>
                {if is_signed {
                    // Who activates looks at the copies first.
                    view! { {copies}{activate}{decision} }.into_any()
                } else {
                    view! { {decision}{activate}{copies} }.into_any()
                }}
                <Paper institution=institution.clone() view=view.clone() actions/>
                <Content view=view.clone()/>
            </div>
            <aside class="stack">
                <DocumentCard institution=institution.clone() view=view.clone()/>
                <History rows=view.history.clone()/>
                <LikeThis institution=institution.clone() view=view.clone() is_host=!of_office/>
                <TakeBack institution view actions/>
            </aside>
        </div>
    }
}
