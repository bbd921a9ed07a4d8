//! Where a host works, and when there is anything to see.

use backend::{BackendError, organisation};
use domain::access::{Membership, Role};
use domain::ids::OrganisationId;
use domain::language::Language;

use super::{accredited, laboratory, tutor};
use crate::support::{Host, Office};

#[tokio::test]
async fn a_seat_is_added_once_and_changed_by_who_saw_it_last() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let ctx = &host.contact.ctx;
    let seat = organisation::save_seat(ctx, "upo", None, 0, laboratory()).await.unwrap();
    assert_eq!(organisation::save_seat(ctx, "upo", None, 0, laboratory()).await.unwrap(), seat, "the same press twice");
    let view = organisation::seats(ctx, "upo").await.unwrap();
    let lines: Vec<_> = view.seats.iter().map(|line| (line.is_legal, line.address.as_str())).collect();
    assert_eq!(lines, [(true, "Via dei Cattaneo 14/B, 28100 Novara (NO)"), (false, "Via Roma 3, 28100 Novara (NO)")]);
    let moved = laboratory().with("operating_seat_street", "Via Milano").with("operating_seat_risk", "high");
    organisation::save_seat(ctx, "upo", Some(seat), 1, moved.clone()).await.unwrap();
    let form = organisation::seat_form(ctx, "upo", Some(seat)).await.unwrap();
    assert_eq!((form.version, form.answers.get("operating_seat_risk")), (2, "high"));
    let stale = organisation::save_seat(ctx, "upo", Some(seat), 1, laboratory()).await;
    assert!(matches!(stale, Err(BackendError::Stale)));
    let wrong = organisation::save_seat(ctx, "upo", Some(seat), 2, moved.with("operating_seat_city", "Atlantide")).await;
    assert!(matches!(wrong, Err(BackendError::Invalid(_))));
    let kept = organisation::seat_form(ctx, "upo", Some(seat)).await.unwrap();
    assert_eq!(kept.answers.get("operating_seat_city"), "Atlantide");
    let legal = view.seats[0].seat;
    assert!(matches!(organisation::save_seat(ctx, "upo", Some(legal), 1, laboratory()).await, Err(BackendError::NotFound)));
}

#[tokio::test]
async fn before_the_host_is_accredited_there_is_nothing() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda")).await;
    let ctx = &host.contact.ctx;
    assert!(matches!(organisation::contacts(ctx, "upo").await, Err(BackendError::NotFound)));
    assert!(matches!(organisation::seats(ctx, "upo").await, Err(BackendError::NotFound)));
    assert!(matches!(organisation::invite_contact(ctx, "upo", tutor()).await, Err(BackendError::NotFound)));
    let stranger = office.officer("upo").await;
    assert!(matches!(organisation::contacts(&stranger.ctx, "upo").await, Err(BackendError::NotFound)));
    assert!(matches!(organisation::contacts(&office.nobody(), "upo").await, Err(BackendError::SignIn)));
    let other = Membership::in_organisation(Role::Contact, OrganisationId(uuid::Uuid::now_v7()));
    let other = office.person("Ugo", "Altri", Language::It, vec![other]).await;
    assert!(matches!(organisation::seats(&other.ctx, "upo").await, Err(BackendError::NotFound)));
}
