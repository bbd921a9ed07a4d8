//! What a refusal must not change.

use backend::entity::{
    account, accreditation, contact, convention, draft, duplicate_dismissal, event, field_note, membership, one_time_secret,
    organisation, outbox, seat, seat_tutor, session, signature,
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

use crate::support::TestApp;

/// Everything a refused call must leave as it is.
pub async fn fingerprint(app: &TestApp) -> Vec<String> {
    let db = &app.backend.db;
    let requests = accreditation::Entity::find().order_by_asc(accreditation::Column::Id).all(db).await.unwrap();
    let contacts = contact::Entity::find().order_by_asc(contact::Column::Id).all(db).await.unwrap();
    let hosts = organisation::Entity::find().order_by_asc(organisation::Column::Id).all(db).await.unwrap();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(requests.iter().map(|row| format!("{} {} {} {}", row.id, row.state, row.version, row.round)));
    lines.extend(contacts.iter().map(|row| format!("{} {} {}", row.id, row.state, row.version)));
    lines.extend(hosts.iter().map(|row| format!("{} {}", row.id, row.version)));
    let seats = seat::Entity::find().order_by_asc(seat::Column::Id).all(db).await.unwrap();
    lines.extend(seats.iter().map(|row| format!("{} {}", row.id, row.version)));
    lines.push(format!("tutors {}", seat_tutor::Entity::find().count(db).await.unwrap()));
    let accounts = account::Entity::find().order_by_asc(account::Column::Id).all(db).await.unwrap();
    lines.extend(accounts.iter().map(|row| format!("{} {} {}", row.id, row.state, row.version)));
    let roles = membership::Entity::find().order_by_asc(membership::Column::Id).all(db).await.unwrap();
    lines.extend(roles.iter().map(|row| format!("{} {} {}", row.id, row.role, row.active)));
    let conventions = convention::Entity::find().order_by_asc(convention::Column::Id).all(db).await.unwrap();
    lines.extend(conventions.iter().map(|row| format!("{} {} {}", row.id, row.state, row.version)));
    lines.push(format!("copies {}", signature::Entity::find().count(db).await.unwrap()));
    lines.push(format!("sessions {}", session::Entity::find().count(db).await.unwrap()));
    lines.push(format!("secrets {}", one_time_secret::Entity::find().count(db).await.unwrap()));
    lines.push(format!("letters {}", outbox::Entity::find().count(db).await.unwrap()));
    lines.push(format!("events {}", event::Entity::find().count(db).await.unwrap()));
    lines.push(format!("notes {}", field_note::Entity::find().count(db).await.unwrap()));
    lines.push(format!("dismissals {}", duplicate_dismissal::Entity::find().count(db).await.unwrap()));
    lines.push(format!("drafts {}", draft::Entity::find().count(db).await.unwrap()));
    lines
}
