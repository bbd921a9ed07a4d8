//! *Contatti azienda*: who works for the host in the portal. Source: acceptance U19–U21.

use domain::access::Action;
use domain::accreditation::contact_state::{ContactEvent, ContactState, offered_contact_events};
use domain::answers::Answers;
use domain::ids::{ContactId, SeatId};
use domain::organisation::view::{ContactForm, ContactLine, ContactsView, SeatTick};
use domain::profile::JoinAdmits;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::kept::Kept;
use super::own::{OwnHost, own_host};
use super::{links, roles};
use crate::accreditation::contact_answers;
use crate::draft::FormKind;
use crate::entity::{contact, seat};
use crate::office::newcomers::{self, name_of};
use crate::{Answer, BackendError, Ctx};

/// The people of one's host, and those who ask to enter it. Error: NotFound.
pub async fn contacts(ctx: &Ctx, slug: &str) -> Answer<ContactsView> {
    let host = own_host(ctx, slug, Action::SeeContacts).await?;
    host.may(ctx, Action::SeeContacts)?;
    let db = &ctx.backend.db;
    let by_contact = host.profile.accreditation.join_admits == JoinAdmits::Contact;
    let newcomers = if by_contact { newcomers::waiting(db, host.id.0, None).await? } else { Vec::new() };
    let rows = contact::Entity::find()
        .filter(contact::Column::OrganisationId.eq(host.id.0))
        .filter(contact::Column::State.ne(ContactState::Rejected.code()))
        .order_by_asc(contact::Column::LastName)
        .order_by_asc(contact::Column::Id)
        .all(db)
        .await?;
    let seats = links::open_seats(db, host.id.0).await?;
    let linked = links::seats_of(db, rows.iter().map(|row| row.id).collect()).await?;
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| !newcomers.iter().any(|newcomer| newcomer.contact.0 == row.id)) {
        lines.push(line(row, &seats, linked.get(&row.id).map(Vec::as_slice).unwrap_or_default())?);
    }
    lines.sort_by_key(|line| line.state == ContactState::Disabled);
    Ok(ContactsView { host_name: host.name, contacts: lines, newcomers })
}

fn line(row: &contact::Model, seats: &[seat::Model], linked: &[Uuid]) -> Answer<ContactLine> {
    Ok(ContactLine {
        contact: ContactId(row.id),
        name: name_of(row),
        role_title: row.role_title.clone(),
        email: row.email.clone(),
        kinds: roles::kinds_of(row).map(str::to_owned).collect(),
        state: state_of(row)?,
        seats: seats.iter().filter(|seat| linked.contains(&seat.id)).map(|seat| seat.name.clone()).collect(),
    })
}

/// The state of a row.
pub(super) fn state_of(row: &contact::Model) -> Answer<ContactState> {
    let unknown = || BackendError::Internal(format!("contact {}: unknown state {}", row.id, row.state));
    ContactState::from_code(&row.state).ok_or_else(unknown)
}

/// One person's data to be filled in; without a person, those of somebody to be invited. Error: NotFound.
pub async fn contact_form(ctx: &Ctx, slug: &str, contact: Option<ContactId>) -> Answer<ContactForm> {
    let Some(contact) = contact else { return blank(ctx, slug).await };
    let host = own_host(ctx, slug, Action::EditOwnContact).await?;
    let db = &ctx.backend.db;
    let row = find_of(db, &host, contact).await?;
    let role = host.may_about(ctx, Action::EditOwnContact, row.account_id)?;
    let manages = host.may(ctx, Action::LinkTutor).is_ok();
    let state = state_of(&row)?;
    let kept = Kept { host: &host, form: FormKind::Contact, subject: Some(row.id), version: row.version };
    let answers = match kept.answers(ctx).await? {
        Some(kept) => kept,
        None => stored(db, &row).await?,
    };
    Ok(ContactForm {
        contact: Some(contact),
        version: row.version,
        name: name_of(&row),
        state,
        seats: ticks(db, &host, &answers).await?,
        answers,
        manages,
        can_disable: manages && offered_contact_events(state, role, host.profile).contains(&ContactEvent::Disable),
    })
}

async fn blank(ctx: &Ctx, slug: &str) -> Answer<ContactForm> {
    let host = own_host(ctx, slug, Action::InviteContact).await?;
    host.may(ctx, Action::InviteContact)?;
    let kept = Kept { host: &host, form: FormKind::Contact, subject: None, version: 0 };
    let answers = kept.answers(ctx).await?.unwrap_or_default();
    Ok(ContactForm {
        contact: None,
        version: 0,
        name: String::new(),
        state: ContactState::Draft,
        seats: ticks(&ctx.backend.db, &host, &answers).await?,
        answers,
        manages: true,
        can_disable: false,
    })
}

/// Begins the name under which the tick of a seat is posted.
const SEAT: &str = "seat_";

/// The seats that can be ticked, as a kept form has them.
async fn ticks(db: &impl ConnectionTrait, host: &OwnHost<'_>, answers: &Answers) -> Answer<Vec<SeatTick>> {
    let rows = links::open_seats(db, host.id.0).await?;
    let tick =
        |row: seat::Model| SeatTick { seat: SeatId(row.id), ticked: answers.flag(&format!("{SEAT}{}", row.id)), name: row.name };
    Ok(rows.into_iter().map(tick).collect())
}

/// The seats that were ticked. Error: NotFound for what is no open operating seat of the host.
pub(super) async fn ticked(db: &impl ConnectionTrait, host: &OwnHost<'_>, answers: &Answers) -> Answer<Vec<Uuid>> {
    let open: Vec<Uuid> = links::open_seats(db, host.id.0).await?.into_iter().map(|row| row.id).collect();
    let named = answers.0.iter().filter(|(_, value)| *value == "true").filter_map(|(name, _)| name.strip_prefix(SEAT));
    let wanted = named.map(|id| id.parse().ok().filter(|id| open.contains(id)).ok_or(BackendError::NotFound));
    wanted.collect()
}

/// A person of the host. Error: NotFound, also for who was refused.
pub(super) async fn find_of(db: &impl ConnectionTrait, host: &OwnHost<'_>, contact: ContactId) -> Answer<contact::Model> {
    let row = contact::Entity::find_by_id(contact.0)
        .filter(contact::Column::OrganisationId.eq(host.id.0))
        .filter(contact::Column::State.ne(ContactState::Rejected.code()));
    row.one(db).await?.ok_or(BackendError::NotFound)
}

/// A person's data and seats as they would be typed again.
pub(super) async fn stored(db: &impl ConnectionTrait, row: &contact::Model) -> Answer<Answers> {
    let mut answers = answers_of(row);
    for seat in links::seats_of(db, vec![row.id]).await?.remove(&row.id).unwrap_or_default() {
        answers.set(&format!("{SEAT}{seat}"), "true");
    }
    Ok(answers)
}

fn answers_of(row: &contact::Model) -> Answers {
    let mut answers = contact_answers(row);
    let years = row.years_experience.map(|years| years.to_string());
    let facts = [
        ("contact_education", &row.education),
        ("contact_contract_level", &row.contract_level),
        ("contact_years_experience", &years),
        ("contact_skills", &row.skills),
    ];
    for (field, text) in facts {
        if let Some(text) = text {
            answers.set(field, text.as_str());
        }
    }
    answers
}

/// Somebody works for the host no more. Errors: Refused, NotFound.
pub async fn disable_contact(ctx: &Ctx, slug: &str, contact: ContactId) -> Answer<()> {
    let host = own_host(ctx, slug, Action::AdmitContact).await?;
    find_of(&ctx.backend.db, &host, contact).await?;
    newcomers::decide(ctx, host.slug, contact, ContactEvent::Disable).await.map(|_| ())
}
