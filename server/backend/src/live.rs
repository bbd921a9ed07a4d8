//! What the open screens are told: "subject S is now at version n", read from the events' rows and fanned out in memory.
//!
//! Events are found by their key, which is made from the machine's clock: `at` is business time, which a demo can move.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::access::{Actor, Membership, Role};
use domain::ids::{AccountId, EventId, InstitutionId, OrganisationId};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::entity::event;
use crate::{Answer, Backend};

/// How often the events are read when nobody wakes the reader: another node may have written.
const POLL: Duration = Duration::from_millis(250);
/// Keys commit out of order, so each read begins this long before the one before it.
const OVERLAP: Duration = Duration::from_secs(5);
/// How many changes a slow listener may be behind before it has to begin anew.
const BACKLOG: usize = 512;
/// How many changes are told again to somebody who comes back; more than that and the page reloads itself.
const RESUMED: u64 = 500;
/// How long the reader rests after the database did not answer.
const REST: Duration = Duration::from_secs(1);

/// One event, as far as listeners may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub event: EventId,
    pub at: DateTime<Utc>,
    pub case_kind: String,
    pub case_id: Uuid,
    /// The subject's version after the event.
    pub version: i64,
    pub institution: Option<InstitutionId>,
    pub department: Option<String>,
    pub organisation: Option<OrganisationId>,
    pub account: Option<AccountId>,
}

impl From<event::Model> for Change {
    fn from(row: event::Model) -> Self {
        Self {
            event: EventId(row.id),
            at: row.at,
            case_kind: row.case_kind,
            case_id: row.case_id,
            version: row.subject_version,
            institution: row.institution_id.map(InstitutionId),
            department: row.department,
            organisation: row.organisation_id.map(OrganisationId),
            account: row.account_id.map(AccountId),
        }
    }
}

impl Change {
    /// Whether somebody who listens at `institution` may hear of it. No query: the audience is on the event.
    pub fn concerns(&self, actor: &Actor, institution: InstitutionId) -> bool {
        if self.institution.is_some_and(|other| other != institution) {
            return false;
        }
        let own = self.account.is_some() && self.account == actor.account;
        own || actor.active().any(|membership| self.is_for(membership))
    }

    fn is_for(&self, membership: &Membership) -> bool {
        match membership.role {
            Role::Contact | Role::LegalRep | Role::HostTutor => {
                self.organisation.is_some() && self.organisation == membership.organisation
            }
            Role::Office => self.is_at(membership) && self.is_in_departments(membership),
            Role::Admin | Role::Principal => self.is_at(membership),
            // They hear of what is theirs by name.
            Role::Trainee | Role::AcademicTutor | Role::PromoterSignatory | Role::SchoolTutor | Role::Guardian => false,
            Role::System => false,
        }
    }

    fn is_at(&self, membership: &Membership) -> bool {
        self.institution.is_some() && self.institution == membership.institution
    }

    fn is_in_departments(&self, membership: &Membership) -> bool {
        let Some(department) = &self.department else { return true };
        membership.departments.is_empty() || membership.departments.contains(department)
    }
}

/// Where changes are told and listened to; one per process.
#[derive(Debug, Clone)]
pub struct Hub {
    changes: broadcast::Sender<Arc<Change>>,
    closed: broadcast::Sender<Arc<str>>,
    woken: Arc<Notify>,
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}

impl Hub {
    /// A hub nobody listens to yet.
    pub fn new() -> Self {
        Self { changes: broadcast::Sender::new(BACKLOG), closed: broadcast::Sender::new(BACKLOG), woken: Arc::default() }
    }

    /// To be called after a commit that appended events, so that this node tells of them at once.
    pub fn wake(&self) {
        self.woken.notify_one();
    }

    /// Everything told from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Change>> {
        self.changes.subscribe()
    }

    /// Ends the streams of a session on this node; other nodes find out when they look at the session again.
    pub fn close_session(&self, token_hash: &str) {
        // An error only says that nobody listens.
        let _ = self.closed.send(token_hash.into());
    }

    /// The hashes of the tokens of sessions that end from now on.
    pub fn closed_sessions(&self) -> broadcast::Receiver<Arc<str>> {
        self.closed.subscribe()
    }

    /// Tells everybody who listens on this node.
    pub fn tell(&self, change: Change) {
        let _ = self.changes.send(Arc::new(change));
    }
}

/// Reads committed events and tells them, until stopped.
pub async fn run(backend: Arc<Backend>, stop: CancellationToken) {
    let mut reader = Reader::default();
    loop {
        let pause = match reader.read(&backend).await {
            Ok(()) => POLL,
            Err(error) => {
                tracing::error!(%error, "live: the events could not be read");
                REST
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = backend.live.woken.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// What the last reads knew.
#[derive(Default)]
struct Reader {
    /// Keys told already, with when they were made.
    told: HashMap<Uuid, DateTime<Utc>>,
    last_read: Option<DateTime<Utc>>,
}

impl Reader {
    async fn read(&mut self, backend: &Backend) -> Answer<()> {
        // Business time is of no use here, see above.
        let now = Utc::now();
        if backend.live.changes.receiver_count() == 0 {
            // Nobody to tell: an idle server asks its database nothing.
            self.last_read = Some(now);
            self.told.clear();
            return Ok(());
        }
        let from = self.last_read.unwrap_or(now) - OVERLAP;
        for row in after(&backend.db, first_key(from), None).await? {
            if self.told.insert(row.id, now).is_none() {
                backend.live.tell(row.into());
            }
        }
        self.last_read = Some(now);
        self.told.retain(|_, told| *told >= now - 3 * OVERLAP);
        Ok(())
    }
}

/// What somebody missed.
#[derive(Debug, PartialEq, Eq)]
pub enum Missed {
    /// Oldest first.
    Changes(Vec<Change>),
    /// Too much: the page asks for everything again.
    TooMany,
}

/// The changes since the event a listener names, or, if none, of the last few seconds: what was committed while its page was
/// on the way. As keys commit out of order, some that were told already may be told again.
pub async fn missed(backend: &Backend, last: Option<EventId>) -> Answer<Missed> {
    let now = Utc::now();
    let since = last.and_then(|last| made_at(last.0)).unwrap_or(now).min(now);
    let rows = after(&backend.db, first_key(since - OVERLAP), Some(RESUMED + 1)).await?;
    if rows.len() as u64 > RESUMED {
        return Ok(Missed::TooMany);
    }
    let unseen = rows.into_iter().filter(|row| last.is_none_or(|last| last.0 != row.id));
    Ok(Missed::Changes(unseen.map(Change::from).collect()))
}

async fn after(db: &DatabaseConnection, key: Uuid, limit: Option<u64>) -> Answer<Vec<event::Model>> {
    let query = event::Entity::find().filter(event::Column::Id.gte(key)).order_by_asc(event::Column::Id);
    Ok(query.limit(limit).all(db).await?)
}

/// A key for now: what a stream names before it has told anything.
pub fn position() -> EventId {
    EventId(Uuid::now_v7())
}

/// The smallest key made at `instant`.
fn first_key(instant: DateTime<Utc>) -> Uuid {
    let milliseconds = u64::try_from(instant.timestamp_millis()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &[0; 10]).into_uuid()
}

/// When a key was made; none if it is not one of ours.
fn made_at(key: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanoseconds) = key.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanoseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change() -> Change {
        Change {
            event: position(),
            at: Utc::now(),
            case_kind: "accreditation".into(),
            case_id: Uuid::now_v7(),
            version: 2,
            institution: Some(InstitutionId(Uuid::from_u128(1))),
            department: Some("digspes".into()),
            organisation: Some(OrganisationId(Uuid::from_u128(2))),
            account: Some(AccountId(Uuid::from_u128(3))),
        }
    }

    fn person(account: u128, memberships: Vec<Membership>) -> Actor {
        Actor::person(AccountId(Uuid::from_u128(account)), memberships)
    }

    fn office(institution: u128, departments: &[&str]) -> Actor {
        let mut membership = Membership::in_institution(Role::Office, InstitutionId(Uuid::from_u128(institution)));
        membership.departments = departments.iter().map(|slug| (*slug).to_owned()).collect();
        person(9, vec![membership])
    }

    fn hears(actor: &Actor) -> bool {
        change().concerns(actor, InstitutionId(Uuid::from_u128(1)))
    }

    #[test]
    fn the_office_hears_of_its_departments_only() {
        assert!(hears(&office(1, &[])));
        assert!(hears(&office(1, &["digspes"])));
        assert!(!hears(&office(1, &["disei"])));
        assert!(!hears(&office(4, &[])));
    }

    #[test]
    fn a_host_and_a_person_hear_of_what_is_theirs() {
        let contact = |organisation| {
            person(9, vec![Membership::in_organisation(Role::Contact, OrganisationId(Uuid::from_u128(organisation)))])
        };
        assert!(hears(&contact(2)));
        assert!(!hears(&contact(5)));
        assert!(hears(&person(3, vec![])));
        assert!(!hears(&person(9, vec![])));
        assert!(!hears(&Actor::nobody()));
    }

    #[test]
    fn another_institutions_stream_does_not_tell_it() {
        assert!(!change().concerns(&office(1, &[]), InstitutionId(Uuid::from_u128(4))));
    }

    #[test]
    fn keys_know_when_they_were_made() {
        let now = Utc::now();
        let key = position().0;
        assert!(made_at(key).is_some_and(|made| (made - now).num_milliseconds().abs() < 1000));
        assert!(first_key(now - chrono::Duration::seconds(1)) < key);
        assert!(first_key(now + chrono::Duration::seconds(1)) > key);
        assert_eq!(made_at(Uuid::nil()), None);
    }
}
