//! *Sedi di attività*: which tutors work at which seats.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::accreditation::contact_state::ContactState;
use domain::ids::AccountId;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::Answer;
use crate::entity::{contact, seat, seat_tutor};
use crate::office::newcomers::name_of;

/// The operating seats of a host that are open, by age.
pub(super) async fn open_seats(db: &impl ConnectionTrait, host: Uuid) -> Answer<Vec<seat::Model>> {
    let rows = seat::Entity::find()
        .filter(seat::Column::OrganisationId.eq(host))
        .filter(seat::Column::Kind.eq("operating"))
        .filter(seat::Column::Active.eq(true))
        .order_by_asc(seat::Column::Id);
    Ok(rows.all(db).await?)
}

/// The seats each of these people is linked to.
pub(super) async fn seats_of(db: &impl ConnectionTrait, people: Vec<Uuid>) -> Answer<HashMap<Uuid, Vec<Uuid>>> {
    let rows = seat_tutor::Entity::find().filter(seat_tutor::Column::ContactId.is_in(people)).all(db).await?;
    let mut seats: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        seats.entry(row.contact_id).or_default().push(row.seat_id);
    }
    Ok(seats)
}

/// The names of the tutors of each of these seats who are admitted, by family name.
pub(super) async fn tutors_of(db: &impl ConnectionTrait, seats: Vec<Uuid>) -> Answer<HashMap<Uuid, Vec<String>>> {
    let rows = seat_tutor::Entity::find().filter(seat_tutor::Column::SeatId.is_in(seats)).all(db).await?;
    let people = contact::Entity::find()
        .filter(contact::Column::Id.is_in(rows.iter().map(|row| row.contact_id)))
        .filter(contact::Column::State.eq(ContactState::Active.code()))
        .order_by_asc(contact::Column::LastName)
        .order_by_asc(contact::Column::Id)
        .all(db)
        .await?;
    let mut tutors: HashMap<Uuid, Vec<String>> = HashMap::new();
    for person in &people {
        for row in rows.iter().filter(|row| row.contact_id == person.id) {
            tutors.entry(row.seat_id).or_default().push(name_of(person));
        }
    }
    Ok(tutors)
}

/// Links a person to exactly these seats; without who and when nothing new is linked.
pub(super) async fn set(
    db: &impl ConnectionTrait,
    person: Uuid,
    seats: &[Uuid],
    linked: Option<(AccountId, DateTime<Utc>)>,
) -> Answer<()> {
    seat_tutor::Entity::delete_many()
        .filter(seat_tutor::Column::ContactId.eq(person))
        .filter(seat_tutor::Column::SeatId.is_not_in(seats.iter().copied()))
        .exec(db)
        .await?;
    let Some((by, now)) = linked else { return Ok(()) };
    let present = seats_of(db, vec![person]).await?.remove(&person).unwrap_or_default();
    for seat in seats.iter().filter(|seat| !present.contains(seat)) {
        let row = seat_tutor::ActiveModel {
            id: Set(Uuid::now_v7()),
            seat_id: Set(*seat),
            contact_id: Set(person),
            created_at: Set(now),
            created_by: Set(Some(by.0)),
        };
        seat_tutor::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}
