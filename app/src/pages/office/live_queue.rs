//! The requests as they are shown, and what has happened to them since.

use chrono::{DateTime, Utc};
use domain::accreditation::view::{QueueRow, QueueSummary};
use domain::ids::AccreditationId;
use domain::list::{Count, ListPage, ListQuery};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::frame::Institution;
use crate::api::office::{QueueView, load_queue};
use crate::browser;
use crate::error::AppError;

/// Milliseconds for which a changed row says so.
const FLASH: u64 = 1_000;

/// A list that follows what happens, but does not move under the reader's hands: while the focus is inside of it, news
/// wait until they are asked for.
#[derive(Clone, Copy)]
pub struct LiveQueue {
    /// The page shown.
    pub page: RwSignal<ListPage<QueueRow>>,
    /// What waits, and when that was.
    pub waiting: RwSignal<(QueueSummary, DateTime<Utc>)>,
    /// What to ask instead of what found nothing.
    pub wider: RwSignal<Option<(ListQuery, Count)>>,
    /// Code and word of each state, as the institution calls them.
    labels: RwSignal<Vec<(String, String)>>,
    /// Rows that have just come or changed.
    pub changed: RwSignal<Vec<AccreditationId>>,
    /// Why the last page asked for is not there.
    pub failed: RwSignal<Option<AppError>>,
    /// News that wait.
    held: RwSignal<Option<QueueView>>,
    asked: StoredValue<(String, ListQuery)>,
    is_asking: StoredValue<bool>,
    is_old: StoredValue<bool>,
    /// Id of the element in which nothing may move.
    place: &'static str,
}

impl LiveQueue {
    /// An empty list, to be filled as soon as its first page is there. `place`: id of the element it stands in.
    pub fn new(place: &'static str) -> Self {
        let page = ListPage { rows: Vec::new(), next: None, previous: None, count: Count::default() };
        let waiting = QueueSummary { to_examine: Count::default(), oldest_since: None };
        Self {
            page: RwSignal::new(page),
            waiting: RwSignal::new((waiting, DateTime::default())),
            wider: RwSignal::new(None),
            labels: RwSignal::new(Vec::new()),
            changed: RwSignal::new(Vec::new()),
            failed: RwSignal::new(None),
            held: RwSignal::new(None),
            asked: StoredValue::new(Default::default()),
            is_asking: StoredValue::new(false),
            is_old: StoredValue::new(false),
            place,
        }
    }

    /// Shows what was asked for, in the institution's words.
    pub fn take(self, institution: &Institution, query: ListQuery, view: QueueView) {
        self.asked.set_value((institution.slug.clone(), query));
        self.labels.set(institution.accreditation_states.clone());
        self.held.set(None);
        self.put(view);
    }

    /// Asks for something else. The reader stays where the focus was.
    pub fn ask(self, institution: String, query: ListQuery) {
        self.asked.set_value((institution.clone(), query.clone()));
        let was_inside = browser::has_focus(self.place);
        spawn_local(async move {
            let answer = load_queue(institution.clone(), query.clone()).await;
            if self.asked.try_with_value(|asked| *asked == (institution, query)) != Some(true) {
                return;
            }
            self.held.set(None);
            self.failed.set(answer.as_ref().err().cloned());
            if let Ok(view) = answer {
                self.put(view);
            }
            browser::after(0, move || {
                if was_inside && !browser::has_focus(self.place) {
                    browser::focus(self.place);
                }
            });
        });
    }

    /// One row as it is now; none if it is no longer on the page.
    pub fn row(self, id: AccreditationId) -> Option<QueueRow> {
        self.page.with(|page| page.rows.iter().find(|row| row.id == id).cloned())
    }

    /// The institution's word of a state.
    pub fn label(self, code: &str) -> String {
        self.labels
            .with(|labels| labels.iter().find(|(known, _)| known == code).map(|(_, word)| word.clone()))
            .unwrap_or_default()
    }

    /// How many rows would come, change or go.
    pub fn news(self) -> usize {
        self.held.with(|held| held.as_ref().map_or(0, |view| self.page.with(|page| differences(page, &view.page).len())))
    }

    /// Shows the news.
    pub fn show(self) {
        if let Some(view) = self.held.try_update(Option::take).flatten() {
            self.flash(&view);
            self.put(view);
            browser::focus(self.place);
        }
    }

    /// Something happened: asks again. Calls while it asks become one more.
    pub fn refresh(self) {
        // Nothing is shown yet: what comes will be new enough.
        if self.asked.try_with_value(|(institution, _)| institution.is_empty()) != Some(false) {
            return;
        }
        if self.is_asking.try_get_value() != Some(false) {
            self.is_old.try_set_value(true);
            return;
        }
        self.is_asking.set_value(true);
        let (institution, query) = self.asked.get_value();
        spawn_local(async move {
            let answer = load_queue(institution.clone(), query.clone()).await;
            // The page may be gone, or show another list by now.
            let is_same = self.asked.try_with_value(|asked| *asked == (institution, query));
            if let (Some(true), Ok(view)) = (is_same, answer) {
                self.arrived(view);
            }
            self.is_asking.try_set_value(false);
            if self.is_old.try_update_value(std::mem::take) == Some(true) {
                self.refresh();
            }
        });
    }

    fn arrived(self, view: QueueView) {
        self.waiting.set((view.waiting.clone(), view.now));
        let is_news = self.page.with_untracked(|page| !differences(page, &view.page).is_empty());
        if is_news && browser::has_focus(self.place) {
            self.held.set(Some(view));
            return;
        }
        self.held.set(None);
        if is_news {
            self.flash(&view);
            self.put(view);
        }
    }

    fn put(self, view: QueueView) {
        self.waiting.set((view.waiting, view.now));
        self.wider.set(view.wider);
        self.page.set(view.page);
    }

    fn flash(self, view: &QueueView) {
        self.changed.set(self.page.with_untracked(|page| differences(page, &view.page)));
        browser::after(FLASH, move || {
            self.changed.try_set(Vec::new());
        });
    }
}

/// The rows that came, changed or went.
fn differences(old: &ListPage<QueueRow>, new: &ListPage<QueueRow>) -> Vec<AccreditationId> {
    let came = new.rows.iter().filter(|row| !old.rows.contains(row)).map(|row| row.id);
    let went = old.rows.iter().map(|row| row.id).filter(|id| new.rows.iter().all(|row| row.id != *id));
    came.chain(went).collect()
}

/// «2 novità, mostra».
#[component]
pub fn News(queue: LiveQueue) -> impl IntoView {
    let language = crate::language::language();
    let button = move || {
        let news = queue.news();
        (news > 0).then(|| {
            let text = i18n::frame::NEWS_ARRIVED.fill(language, &[("n", &news.to_string())]);
            view! { <button class="news-live" type="button" on:click=move |_| queue.show()>{text}</button> }
        })
    };
    view! { <span role="status">{button}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::state::State;
    use uuid::Uuid;

    fn page(rows: &[(u128, State)]) -> ListPage<QueueRow> {
        let row = |(id, state): &(u128, State)| QueueRow {
            id: AccreditationId(Uuid::from_u128(*id)),
            number: 1,
            host_name: String::new(),
            town: String::new(),
            province: String::new(),
            country: String::new(),
            state: *state,
            submitted_at: DateTime::default(),
            waiting_since: DateTime::default(),
            integrated: false,
        };
        ListPage { rows: rows.iter().map(row).collect(), next: None, previous: None, count: Count::default() }
    }

    #[test]
    fn what_came_changed_or_went_is_counted_once() {
        let old = page(&[(1, State::Submitted), (2, State::Submitted), (3, State::Submitted)]);
        let new = page(&[(4, State::Submitted), (1, State::Submitted), (2, State::Accredited)]);
        let ids: Vec<u128> = differences(&old, &new).iter().map(|id| id.0.as_u128()).collect();
        assert_eq!(ids, [4, 2, 3]);
        assert!(differences(&old, &old).is_empty());
    }
}
