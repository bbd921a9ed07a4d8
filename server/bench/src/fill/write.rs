//! Writes the hosts, in large transactions.

use anyhow::{Context, Result};
use backend::entity::{
    account, accreditation, contact, host_identifier, institution, legal_representative, membership, organisation, seat,
};
use backend::history::{self, Audience, Happening};
use backend::{database, search};
use chrono::{DateTime, Duration, Utc};
use domain::access::Role;
use domain::accreditation::state::{Event, State};
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter,
};

use super::host::Host;
use super::rows::Entry;

const INSTITUTION: &str = "upo";
/// Requests in one transaction; the widest table's rows of one fit into one statement of either engine.
const PIECE: usize = 500;
/// The requests were sent in so many days before now.
const DAYS: i64 = 365;

/// Brings an institution's requests up to `wanted`, on a database that the server has migrated; answers how many there are.
pub async fn up_to(db: &DatabaseConnection, wanted: usize) -> Result<usize> {
    let row = institution::Entity::find().filter(institution::Column::Slug.eq(INSTITUTION)).one(db).await?;
    let row = row.context("the institution is missing: start the server on this database once")?;
    let ours = accreditation::Entity::find().filter(accreditation::Column::InstitutionId.eq(row.id));
    let there = usize::try_from(ours.count(db).await?)?;
    let year = Year { institution: row.id.into(), end: Utc::now().timestamp(), there, wanted, next_number: row.next_number };
    let numbers: Vec<usize> = (there..wanted).collect();
    for piece in numbers.chunks(PIECE) {
        let entries: Vec<Entry> = piece.iter().map(|number| year.entry(*number)).collect();
        let tx = database::begin(db).await?;
        insert(&tx, &entries).await?;
        tx.commit().await?;
    }
    take_numbers(db, row, wanted.saturating_sub(there)).await?;
    tidy(db).await?;
    Ok(wanted.max(there))
}

/// Where the new requests stand among those that are there, and in the year.
struct Year {
    institution: InstitutionId,
    /// Seconds since 1970.
    end: i64,
    there: usize,
    wanted: usize,
    next_number: i64,
}

impl Year {
    /// Evenly over the year, the oldest first, as the keys and numbers are.
    fn entry(&self, number: usize) -> Entry {
        let place = (number - self.there) as i64;
        let count = (self.wanted - self.there) as i64;
        let before_end = Duration::days(DAYS).num_seconds() * (count - place) / count;
        let sent_at = DateTime::from_timestamp(self.end - before_end, 0).unwrap_or_default();
        Entry::new(Host::numbered(number), self.institution, self.next_number + place, sent_at)
    }
}

async fn insert(db: &impl ConnectionTrait, entries: &[Entry]) -> Result<()> {
    many::<account::Entity, _>(db, entries, Entry::account).await?;
    many::<membership::Entity, _>(db, entries, Entry::membership).await?;
    many::<organisation::Entity, _>(db, entries, Entry::organisation).await?;
    many::<host_identifier::Entity, _>(db, entries, Entry::host_identifier).await?;
    many::<seat::Entity, _>(db, entries, |entry| entry.seat("legal", "Sede legale")).await?;
    many::<seat::Entity, _>(db, entries, |entry| entry.seat("operating", "Sede operativa")).await?;
    many::<contact::Entity, _>(db, entries, Entry::contact).await?;
    many::<legal_representative::Entity, _>(db, entries, Entry::legal_representative).await?;
    many::<accreditation::Entity, _>(db, entries, Entry::accreditation).await?;
    for entry in entries {
        search::index(db, "accreditation", entry.institution, entry.accreditation, &entry.search_text()).await?;
        tell(db, entry).await?;
    }
    Ok(())
}

async fn many<E, A>(db: &impl ConnectionTrait, entries: &[Entry], row: impl Fn(&Entry) -> A) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E> + Send,
{
    E::insert_many(entries.iter().map(row)).exec_without_returning(db).await?;
    Ok(())
}

/// The history: sent by the host, then decided by the office.
async fn tell(db: &impl ConnectionTrait, entry: &Entry) -> Result<()> {
    let from = State::Unconfirmed.code();
    let contact = (Role::Contact, Some(AccountId(entry.account)));
    happened(db, entry, entry.sent_at, "submit", contact, (from, State::Submitted.code()), 1).await?;
    let (Some(event), Some(at)) = (entry.host.decision, entry.decided_at()) else { return Ok(()) };
    let by = if event == Event::Withdraw { contact } else { (Role::Office, None) };
    let states = (State::Submitted.code(), entry.host.state.code());
    happened(db, entry, at, event.code(), by, states, 2).await
}

async fn happened(
    db: &impl ConnectionTrait,
    entry: &Entry,
    at: DateTime<Utc>,
    action: &str,
    (role, actor): (Role, Option<AccountId>),
    (from, to): (&str, &str),
    version: i64,
) -> Result<()> {
    let audience = Audience {
        institution: Some(entry.institution),
        organisation: Some(OrganisationId(entry.organisation)),
        account: Some(AccountId(entry.account)),
        ..Audience::default()
    };
    let happening = Happening {
        case_kind: "accreditation",
        case_id: entry.accreditation,
        action,
        actor,
        role,
        from_state: Some(from),
        to_state: Some(to),
        version,
        note: None,
        diff: None,
        audience,
    };
    history::append(db, at, happening).await?;
    Ok(())
}

async fn take_numbers(db: &DatabaseConnection, row: institution::Model, taken: usize) -> Result<()> {
    let mut values = row.clone().into_active_model();
    values.next_number = sea_orm::ActiveValue::Set(row.next_number + i64::try_from(taken)?);
    institution::Entity::update_many().set(values).filter(institution::Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// Gives the planner its statistics; without them it plans for the empty tables it once saw.
async fn tidy(db: &DatabaseConnection) -> Result<()> {
    let statements: &[&str] = match db.get_database_backend() {
        DbBackend::Postgres => &["VACUUM ANALYZE"],
        _ => &["ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"],
    };
    for statement in statements {
        db.execute_unprepared(statement).await?;
    }
    Ok(())
}
