//! The requests as they are shown, what has happened to them since, and what waits.

use chrono::{DateTime, Utc};
use domain::accreditation::view::{QueueRow, QueueSummary};
use domain::ids::AccreditationId;
use domain::list::{Count, ListPage};
use leptos::prelude::*;
use uuid::Uuid;

use crate::api::frame::Institution;
use crate::api::office::{QueueView, load_queue};
use crate::lists::{Asked, Listed, ListedRow, LiveList};

impl ListedRow for QueueRow {
    fn key(&self) -> Uuid {
        self.id.0
    }
}

impl Listed for QueueView {
    type Row = QueueRow;
    fn page(&self) -> &ListPage<QueueRow> {
        &self.page
    }
}

/// A list that follows what happens, in the institution's words.
#[derive(Clone, Copy)]
pub struct LiveQueue {
    pub list: LiveList<QueueView>,
    /// What waits, and when that was: told at once, also while news of the rows are held back.
    pub waiting: RwSignal<(QueueSummary, DateTime<Utc>)>,
    /// Code and word of each state, as the institution calls them.
    labels: RwSignal<Vec<(String, String)>>,
}

impl LiveQueue {
    /// An empty list, to be filled as soon as its first page is there. `place`: id of the element it stands in.
    pub fn new(place: &'static str) -> Self {
        let nothing = QueueSummary { to_examine: Count::default(), oldest_since: None };
        let waiting = RwSignal::new((nothing, DateTime::default()));
        let load = move |(institution, query): Asked| async move {
            let view = load_queue(institution, query).await?;
            waiting.try_set((view.waiting.clone(), view.now));
            Ok(view)
        };
        Self { list: LiveList::new(place, load), waiting, labels: RwSignal::new(Vec::new()) }
    }

    /// Shows what was asked for, in the institution's words.
    pub fn take(self, institution: &Institution, asked: Asked, view: QueueView) {
        self.labels.set(institution.accreditation_states.clone());
        self.waiting.set((view.waiting.clone(), view.now));
        self.list.take(asked, view);
    }

    /// One row as it is now; none if it is no longer on the page.
    pub fn row(self, id: AccreditationId) -> Option<QueueRow> {
        self.list.row(id.0)
    }

    /// Whether a row has just come or changed.
    pub fn is_new(self, id: AccreditationId) -> bool {
        self.list.changed.with(|changed| changed.contains(&id.0))
    }

    /// The institution's word of a state.
    pub fn label(self, code: &str) -> String {
        self.labels
            .with(|labels| labels.iter().find(|(known, _)| known == code).map(|(_, word)| word.clone()))
            .unwrap_or_default()
    }

    /// Something of the rows shown; of none, the empty answer.
    pub fn with_rows<T: Default>(self, of: impl Fn(&[QueueRow]) -> T) -> T {
        self.list.with_page(|page| of(&page.rows))
    }
}
