//! A list as it is shown, and what has happened to it since.

use std::pin::Pin;
use std::sync::Arc;

use domain::list::{ListPage, ListQuery};
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

use crate::browser;
use crate::error::AppError;

/// Milliseconds for which a changed row says so.
const FLASH: u64 = 1_000;

/// One row, with what tells it from the others.
pub trait ListedRow: Clone + PartialEq + Send + Sync + 'static {
    fn key(&self) -> Uuid;
}

/// What a server function answers about one page of a list.
pub trait Listed: Clone + Send + Sync + 'static {
    type Row: ListedRow;
    fn page(&self) -> &ListPage<Self::Row>;
}

type Asking<V> = Pin<Box<dyn Future<Output = Result<V, AppError>>>>;
type Loader<V> = Arc<dyn Fn(Asked) -> Asking<V> + Send + Sync>;

/// An institution, and what its list is asked for.
pub type Asked = (String, ListQuery);

/// A list that follows what happens, but does not move under the reader's hands: while the focus is inside of it, news
/// wait until they are asked for.
pub struct LiveList<V: Listed> {
    /// What is shown; none before the first page is there.
    pub view: RwSignal<Option<V>>,
    /// Rows that have just come or changed.
    pub changed: RwSignal<Vec<Uuid>>,
    /// Why the last page asked for is not there.
    pub failed: RwSignal<Option<AppError>>,
    /// News that wait.
    held: RwSignal<Option<V>>,
    asked: StoredValue<Asked>,
    load: StoredValue<Loader<V>>,
    is_asking: StoredValue<bool>,
    is_old: StoredValue<bool>,
    /// Id of the element in which nothing may move.
    place: &'static str,
}

impl<V: Listed> Clone for LiveList<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V: Listed> Copy for LiveList<V> {}

impl<V: Listed> LiveList<V> {
    /// An empty list. `place`: id of the element it stands in; `load` asks the server.
    pub fn new<F>(place: &'static str, load: impl Fn(Asked) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<V, AppError>> + 'static,
    {
        Self {
            view: RwSignal::new(None),
            changed: RwSignal::new(Vec::new()),
            failed: RwSignal::new(None),
            held: RwSignal::new(None),
            asked: StoredValue::new(Asked::default()),
            load: StoredValue::new(Arc::new(move |asked| Box::pin(load(asked)) as Asking<V>)),
            is_asking: StoredValue::new(false),
            is_old: StoredValue::new(false),
            place,
        }
    }

    /// Shows what was asked for.
    pub fn take(self, asked: Asked, view: V) {
        self.asked.set_value(asked);
        self.held.set(None);
        self.view.set(Some(view));
    }

    /// Follows the address: what is asked for later comes into the same table, so that the focus stays where it is.
    pub fn follow(self, institution: Memo<String>, query: Memo<ListQuery>) {
        Effect::new(move |before: Option<Asked>| {
            let now = (institution.get(), query.get());
            if before.is_some_and(|before| before != now) {
                self.ask(now.clone());
            }
            now
        });
    }

    /// Keys of the rows on the page, in order.
    pub fn keys(self) -> Memo<Vec<Uuid>> {
        Memo::new(move |_| self.with_page(|page| page.rows.iter().map(ListedRow::key).collect()))
    }

    /// One row as it is now; none if it is no longer on the page.
    pub fn row(self, key: Uuid) -> Option<V::Row> {
        self.view.with(|view| view.as_ref().and_then(|view| view.page().rows.iter().find(|row| row.key() == key).cloned()))
    }

    /// Something of the page; of none, the empty answer.
    pub fn with_page<T: Default>(self, of: impl Fn(&ListPage<V::Row>) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| of(view.page())).unwrap_or_default())
    }

    /// How many rows would come, change or go.
    pub fn news(self) -> usize {
        self.held.with(|held| held.as_ref().map_or(0, |new| self.differences(new).len()))
    }

    /// Shows the news.
    pub fn show(self) {
        if let Some(view) = self.held.try_update(Option::take).flatten() {
            self.flash(&view);
            self.view.set(Some(view));
            browser::focus(self.place);
        }
    }

    /// Something happened: asks again. Calls while it asks become one more.
    pub fn refresh(self) {
        // Nothing is shown yet: what comes will be new enough.
        if self.view.try_with_untracked(Option::is_none) != Some(false) {
            return;
        }
        if self.is_asking.try_get_value() != Some(false) {
            self.is_old.try_set_value(true);
            return;
        }
        self.is_asking.set_value(true);
        let own = self.asked.get_value();
        let answer = self.load.with_value(|load| load(own.clone()));
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone, or show another list by now.
            let is_same = self.asked.try_with_value(|asked| *asked == own);
            if let (Some(true), Ok(view)) = (is_same, answer) {
                self.arrived(view);
            }
            self.is_asking.try_set_value(false);
            if self.is_old.try_update_value(std::mem::take) == Some(true) {
                self.refresh();
            }
        });
    }

    /// Asks for something else. The reader stays where the focus was.
    fn ask(self, own: Asked) {
        self.asked.set_value(own.clone());
        let was_inside = browser::has_focus(self.place);
        let answer = self.load.with_value(|load| load(own.clone()));
        spawn_local(async move {
            let answer = answer.await;
            if self.asked.try_with_value(|asked| *asked == own) != Some(true) {
                return;
            }
            self.held.set(None);
            self.failed.set(answer.as_ref().err().cloned());
            if let Ok(view) = answer {
                self.view.set(Some(view));
            }
            browser::after(0, move || {
                if was_inside && !browser::has_focus(self.place) {
                    browser::focus(self.place);
                }
            });
        });
    }

    fn arrived(self, view: V) {
        let is_news = !self.differences(&view).is_empty();
        if is_news && browser::has_focus(self.place) {
            self.held.set(Some(view));
            return;
        }
        self.held.set(None);
        if is_news {
            self.flash(&view);
        }
        self.view.set(Some(view));
    }

    fn flash(self, view: &V) {
        self.changed.set(self.differences(view));
        browser::after(FLASH, move || {
            self.changed.try_set(Vec::new());
        });
    }

    fn differences(self, new: &V) -> Vec<Uuid> {
        self.view.with_untracked(|old| old.as_ref().map(|old| differences(old.page(), new.page())).unwrap_or_default())
    }
}

/// The rows that came, changed or went.
fn differences<R: ListedRow>(old: &ListPage<R>, new: &ListPage<R>) -> Vec<Uuid> {
    let came = new.rows.iter().filter(|row| !old.rows.contains(row)).map(ListedRow::key);
    let went = old.rows.iter().map(ListedRow::key).filter(|key| new.rows.iter().all(|row| row.key() != *key));
    came.chain(went).collect()
}

/// «2 novità, mostra».
#[component]
pub fn News<V: Listed>(list: LiveList<V>) -> impl IntoView {
    let language = crate::language::language();
    let button = move || {
        let news = list.news();
        (news > 0).then(|| {
            let text = i18n::frame::NEWS_ARRIVED.fill(language, &[("n", &news.to_string())]);
            view! { <button class="news-live" type="button" on:click=move |_| list.show()>{text}</button> }
        })
    };
    view! { <span role="status">{button}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::list::Count;

    #[derive(Debug, Clone, PartialEq)]
    struct Row(u128, &'static str);

    impl ListedRow for Row {
        fn key(&self) -> Uuid {
            Uuid::from_u128(self.0)
        }
    }

    #[test]
    fn what_came_changed_or_went_is_counted_once() {
        let page = |rows: &[Row]| ListPage { rows: rows.to_vec(), next: None, previous: None, count: Count::default() };
        let old = page(&[Row(1, "a"), Row(2, "a"), Row(3, "a")]);
        let new = page(&[Row(4, "a"), Row(1, "a"), Row(2, "b")]);
        let keys: Vec<u128> = differences(&old, &new).iter().map(Uuid::as_u128).collect();
        assert_eq!(keys, [4, 2, 3]);
        assert!(differences(&old, &old).is_empty());
    }
}
