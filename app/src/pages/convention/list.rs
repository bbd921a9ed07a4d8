//! `/{i}/area/convenzioni` and `/{i}/ufficio/convenzioni`: one list, two readers.

use domain::convention::State;
use domain::convention::view::{ConventionRow, ConventionsView};
use domain::list::{ListPage, ListQuery};
use i18n::{convention as words, list as list_words};
use leptos::prelude::*;
use uuid::Uuid;

use super::table::ConventionTable;
use crate::api::convention::{load_convention_queue, load_conventions};
use crate::components::{Empty, ErrorNote, LiveMark, LiveState, Note, Page, Tone, own_institution};
use crate::language::language;
use crate::lists::{Address, Asked, Foot, ListToolbar, Listed, ListedRow, LiveList, News, NothingFound, query_here, rows};
use crate::live::use_live;
use crate::pages::area::place::{part, says};
use crate::routes;

/// Of the part that does not move while the focus is inside.
const RESULTS: &str = "convenzioni";

impl ListedRow for ConventionRow {
    fn key(&self) -> Uuid {
        self.id.0
    }
}

impl Listed for ConventionsView {
    type Row = ConventionRow;
    fn page(&self) -> &ListPage<ConventionRow> {
        &self.page
    }
}

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Host,
    Office,
}

impl Reader {
    async fn load(self, (institution, query): Asked) -> Result<ConventionsView, crate::error::AppError> {
        match self {
            Self::Host => load_conventions(institution, query).await,
            Self::Office => load_convention_queue(institution, query).await,
        }
    }

    /// The address of the list for a query.
    fn address(self, institution: Memo<String>) -> Address {
        Callback::new(move |query: ListQuery| match self {
            Self::Host => routes::convention_list(&institution.get_untracked(), &query),
            Self::Office => routes::office_convention_list(&institution.get_untracked(), &query),
        })
    }

    fn file(self, institution: Memo<String>) -> Callback<(&'static str, ListQuery), String> {
        Callback::new(move |(format, query): (&'static str, ListQuery)| match self {
            Self::Host => routes::convention_export(&institution.get_untracked(), format, &query),
            Self::Office => routes::office_convention_export(&institution.get_untracked(), format, &query),
        })
    }

    /// The page of one of its rows.
    pub fn detail(self, institution: &str, row: &ConventionRow) -> String {
        match self {
            Self::Host => routes::convention(institution, row.id),
            Self::Office => routes::office_convention(institution, row.id),
        }
    }

    /// How the list is ordered when nothing is asked for.
    pub fn order(self) -> &'static str {
        match self {
            Self::Host => "-waiting",
            Self::Office => "waiting",
        }
    }
}

/// `/{i}/area/convenzioni`.
#[component]
pub fn HostConventions() -> impl IntoView {
    view! { <Conventions reader=Reader::Host/> }
}

/// `/{i}/ufficio/convenzioni`.
#[component]
pub fn OfficeConventions() -> impl IntoView {
    view! { <Conventions reader=Reader::Office/> }
}

#[component]
fn Conventions(reader: Reader) -> impl IntoView {
    let language = language();
    let (institution, query) = (part("institution"), query_here());
    let list = LiveList::new(RESULTS, move |asked| reader.load(asked));
    let first = (institution.get_untracked(), query.get_untracked());
    let asked = first.clone();
    let answer = Resource::new(|| (), move |()| reader.load(asked.clone()));
    let names = own_institution();
    list.follow(institution, query);
    let state = use_live(institution.into(), Callback::new(move |_| list.refresh()));
    let body = move || {
        let first = first.clone();
        Suspend::new(async move {
            let name = names.await.ok().flatten().map(|here| here.name).unwrap_or_default();
            match answer.await {
                Ok(view) => {
                    list.take(first, view);
                    view! { <Shown reader list institution state name/> }.into_any()
                }
                Err(error) => view! { <h1>{words::TITLE.get(language)}</h1><ErrorNote error/> }.into_any(),
            }
        })
    };
    view! {
        <Page title=words::TITLE.get(language).to_owned()>
            <Suspense fallback=Loading>{body}</Suspense>
        </Page>
    }
}

#[component]
fn Loading() -> impl IntoView {
    let language = language();
    view! {
        <h1>{words::TITLE.get(language)}</h1>
        <div class="card-p skel" aria-busy="true" aria-live="polite">
            <span class="vh">{list_words::LOADING.get(language)}</span>
            <i class="w-60"></i><i></i><i class="w-84"></i><i class="w-42"></i>
        </div>
    }
}

#[component]
fn Shown(
    reader: Reader,
    list: LiveList<ConventionsView>,
    institution: Memo<String>,
    state: Signal<LiveState>,
    name: String,
) -> impl IntoView {
    let language = language();
    let address = reader.address(institution);
    let lead = match reader {
        Reader::Host => words::LEAD.fill(language, &[("institution", &name)]),
        Reader::Office => words::OFFICE_LEAD.get(language).to_owned(),
    };
    let states = list.view.with_untracked(|view| view.as_ref().map(|view| view.states.clone()).unwrap_or_default());
    let can_propose = Memo::new(move |_| list.view.with(|view| view.as_ref().is_some_and(|view| view.can_propose)));
    let propose = move || {
        can_propose.get().then(|| {
            let href = routes::new_convention(&institution.get());
            view! { <div class="btns mb-s"><a class="btn btn-primary" href=href>{words::PROPOSE.get(language)}</a></div> }
        })
    };
    let sent = says("inviata").then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::SENT.get(language)}</p></Note> });
    let back =
        says("riportata").then(|| view! { <Note tone=Tone::Ok announced=true><p>{words::RETURNED.get(language)}</p></Note> });
    view! {
        <div class="head first">
            <div><h1>{words::TITLE.get(language)}</h1><p class="muted">{lead}</p></div>
            <div><News list/>" "<LiveMark state/></div>
        </div>
        {sent}{back}{propose}
        <ListToolbar address states=choices(reader, states.clone())/>
        {move || list.failed.get().map(|error| view! { <ErrorNote error/> })}
        <Results reader list institution states/>
    }
}

/// The filter's choices: what is shown when nothing is asked for stands first.
fn choices(reader: Reader, states: Vec<(String, String)>) -> Vec<(String, String)> {
    let all = list_words::ALL_STATES.get(language()).to_owned();
    match reader {
        Reader::Host => std::iter::once((String::new(), all)).chain(states).collect(),
        Reader::Office => {
            let rename = |(code, word): (String, String)| {
                if code == State::Submitted.code() { (String::new(), word) } else { (code, word) }
            };
            states.into_iter().map(rename).chain([("all".to_owned(), all)]).collect()
        }
    }
}

/// The rows with what stands below them, or why there are none.
#[component]
fn Results(
    reader: Reader,
    list: LiveList<ConventionsView>,
    institution: Memo<String>,
    states: Vec<(String, String)>,
) -> impl IntoView {
    let keys = list.keys();
    let is_empty = Memo::new(move |_| keys.with(Vec::is_empty));
    let number = move || rows(list.with_page(|page| page.count));
    let (address, file) = (reader.address(institution), reader.file(institution));
    let states = StoredValue::new(states);
    view! {
        <div id=RESULTS tabindex="-1">
            <p class="vh" role="status">{number}</p>
            <Show when=move || !is_empty.get() fallback=move || view! { <NoRows reader list institution states/> }>
                <div class="card-p tbl"><ConventionTable reader list institution keys address/></div>
                <Foot list address summary=rows file/>
            </Show>
        </div>
    }
}

#[component]
fn NoRows(
    reader: Reader,
    list: LiveList<ConventionsView>,
    institution: Memo<String>,
    states: StoredValue<Vec<(String, String)>>,
) -> impl IntoView {
    let language = language();
    let query = query_here();
    let address = reader.address(institution);
    let wider = move || list.view.with(|view| view.as_ref().and_then(|view| view.wider.clone()));
    move || match (wider(), reader) {
        (Some((wider, count)), _) => {
            let asked = query.get().state;
            // Nothing asked for: the office sees what waits for it, a host all of its own.
            let code = match (asked.is_empty(), reader) {
                (true, Reader::Office) => State::Submitted.code().to_owned(),
                _ => asked,
            };
            let state = states.with_value(|states| states.iter().find(|(known, _)| *known == code).map(|(_, word)| word.clone()));
            view! { <NothingFound wider count state=state.unwrap_or_default() address/> }.into_any()
        }
        (None, Reader::Host) => view! {
            <Empty title=words::EMPTY_TITLE.get(language) text=words::EMPTY_TEXT.get(language)/>
        }
        .into_any(),
        (None, Reader::Office) => {
            let all = ListQuery { state: "all".to_owned(), ..ListQuery::default() };
            view! {
                <Empty title=words::EMPTY_QUEUE_TITLE.get(language) text=words::EMPTY_QUEUE_TEXT.get(language)>
                    <p><a href=address.run(all)>{words::SEE_ALL.get(language)}</a></p>
                </Empty>
            }
            .into_any()
        }
    }
}
