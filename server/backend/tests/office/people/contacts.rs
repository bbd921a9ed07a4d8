//! What is changed about contacts and tutors, and by whom.

use backend::entity::seat_tutor;
use backend::{BackendError, organisation};
use domain::organisation::roles::Rule;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{accredited, admitted, first_contact, laboratory, roles, row, rule, second_contact, tick, tutor};
use crate::support::Office;

#[tokio::test]
async fn ticks_link_a_tutor_to_seats_and_nobody_else() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let ctx = &host.contact.ctx;
    let seat = organisation::save_seat(ctx, "upo", None, 0, laboratory()).await.unwrap();
    let (id, _) = admitted(&office, &host, tutor()).await;
    let version = row(&office, id).await.version;
    let ticked = tutor().with(&tick(seat), "true");
    for _ in 0..2 {
        organisation::save_contact(ctx, "upo", id, version, ticked.clone()).await.unwrap();
    }
    assert_eq!(row(&office, id).await.version, version + 1, "the same press twice is one change");
    assert_eq!(organisation::seats(ctx, "upo").await.unwrap().seats[1].tutors, ["Elena Dho"]);
    let stale = organisation::save_contact(ctx, "upo", id, version, tutor()).await;
    assert!(matches!(stale, Err(BackendError::Stale)));
    organisation::save_contact(ctx, "upo", id, version + 1, tutor()).await.unwrap();
    assert_eq!(seat_tutor::Entity::find().count(&office.backend.db).await.unwrap(), 0);
    let no_tutor = ticked.with("contact_kinds_tutor", "").with("contact_kinds_referente", "true");
    assert_eq!(rule(organisation::save_contact(ctx, "upo", id, version + 2, no_tutor).await), Some(Rule::SeatsOfTutors));
    let elsewhere = accredited(&office, "upo").await;
    let foreign = organisation::save_seat(&elsewhere.contact.ctx, "upo", None, 0, laboratory()).await.unwrap();
    let wrong = organisation::save_contact(ctx, "upo", id, version + 2, tutor().with(&tick(foreign), "true")).await;
    assert!(matches!(wrong, Err(BackendError::NotFound)));
}

#[tokio::test]
async fn a_tutor_changes_the_own_data_but_neither_kinds_nor_seats_nor_colleagues() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let seat = organisation::save_seat(&host.contact.ctx, "upo", None, 0, laboratory()).await.unwrap();
    let (id, ctx) = admitted(&office, &host, tutor()).await;
    let version = row(&office, id).await.version;
    let wishes = tutor()
        .with("contact_kinds_referente", "true")
        .with("contact_email", "other@filanda.example")
        .with("contact_role_title", "Direttrice")
        .with(&tick(seat), "true");
    organisation::save_contact(&ctx, "upo", id, version, wishes).await.unwrap();
    let after = row(&office, id).await;
    assert_eq!((after.kinds.as_str(), after.email.as_str()), ("tutor", "elena.dho@filanda.example"));
    assert_eq!((after.role_title.as_str(), roles(&office, id).await.len()), ("Direttrice", 1));
    assert_eq!(seat_tutor::Entity::find().count(&office.backend.db).await.unwrap(), 0);
    let first = first_contact(&office, &host).await;
    assert!(matches!(organisation::save_contact(&ctx, "upo", first, 1, tutor()).await, Err(BackendError::NotFound)));
    assert!(matches!(organisation::contact_form(&ctx, "upo", Some(first)).await, Err(BackendError::NotFound)));
    assert!(matches!(organisation::contacts(&ctx, "upo").await, Err(BackendError::Denied)));
    assert!(matches!(organisation::save_seat(&ctx, "upo", Some(seat), 1, laboratory()).await, Err(BackendError::Denied)));
    assert!(!organisation::seats(&ctx, "upo").await.unwrap().can_edit);
}

#[tokio::test]
async fn somebody_who_can_admit_others_is_always_left() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let (ctx, first) = (&host.contact.ctx, first_contact(&office, &host).await);
    assert_eq!(rule(organisation::disable_contact(ctx, "upo", first).await), Some(Rule::LastContact));
    let only_tutor = tutor().with("contact_first_name", "Rosanna");
    assert_eq!(rule(organisation::save_contact(ctx, "upo", first, 1, only_tutor.clone()).await), Some(Rule::LastContact));
    admitted(&office, &host, tutor().with("contact_kinds_referente", "true")).await;
    organisation::save_contact(ctx, "upo", first, 1, only_tutor).await.unwrap();
    assert_eq!(roles(&office, first).await, ["host_tutor"]);
}

#[tokio::test]
async fn a_disabled_tutor_has_neither_role_nor_seats() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let ctx = &host.contact.ctx;
    let seat = organisation::save_seat(ctx, "upo", None, 0, laboratory()).await.unwrap();
    let (id, _) = admitted(&office, &host, tutor().with(&tick(seat), "true")).await;
    assert_eq!(organisation::seats(ctx, "upo").await.unwrap().seats[1].tutors, ["Elena Dho"]);
    organisation::disable_contact(ctx, "upo", id).await.unwrap();
    assert_eq!(roles(&office, id).await, Vec::<String>::new());
    assert_eq!(seat_tutor::Entity::find().count(&office.backend.db).await.unwrap(), 0);
    let late = organisation::save_contact(ctx, "upo", id, row(&office, id).await.version, tutor()).await;
    assert!(matches!(late, Err(BackendError::Refused(_))));
}

#[tokio::test]
async fn what_was_not_accepted_is_kept_for_who_wrote_it_until_somebody_changes_the_record() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let (ctx, first) = (&host.contact.ctx, first_contact(&office, &host).await);
    let wrong = tutor().with("contact_phone", "12").with("contact_kinds_referente", "true");
    assert!(matches!(organisation::invite_contact(ctx, "upo", wrong.clone()).await, Err(BackendError::Invalid(_))));
    assert_eq!(organisation::contact_form(ctx, "upo", None).await.unwrap().answers.get("contact_phone"), "12");
    assert!(matches!(organisation::save_contact(ctx, "upo", first, 1, wrong).await, Err(BackendError::Invalid(_))));
    let kept = organisation::contact_form(ctx, "upo", Some(first)).await.unwrap();
    assert_eq!((kept.answers.get("contact_phone"), kept.version), ("12", 1));
    let colleague = second_contact(&office, &host).await;
    let theirs = organisation::contact_form(&colleague.ctx, "upo", Some(first)).await.unwrap();
    assert_eq!(theirs.answers.get("contact_phone"), "+390321555014");
    let right = theirs.answers.with("contact_role_title", "Direzione");
    organisation::save_contact(&colleague.ctx, "upo", first, 1, right).await.unwrap();
    let fresh = organisation::contact_form(ctx, "upo", Some(first)).await.unwrap();
    assert_eq!((fresh.answers.get("contact_phone"), fresh.version), ("+390321555014", 2));
}
