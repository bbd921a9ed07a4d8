//! Signed copies: taken, not taken, void.

use backend::convention::{Received, record_paper};
use backend::entity::signature;
use domain::attachment::CopyProblem;
use domain::check::Problem;

use super::*;

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_moves_nothing() {
    let office = Office::start().await;
    let (host, _, id) = approved(&office).await;
    let before = row(&office, id).await.state;
    let large = [b"%PDF-1.7".as_slice(), &vec![b' '; 10 * 1024 * 1024]].concat();
    let script = pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>");
    for (bytes, problem) in [
        (Vec::new(), CopyProblem::Missing),
        (b"MZ\x90\x00".to_vec(), CopyProblem::Kind),
        (b"%PDF-1.7\nnothing".to_vec(), CopyProblem::Unreadable),
        (large, CopyProblem::TooLarge),
        (script, CopyProblem::ActiveContent),
        (b"\x89PNG\r\n\x1a\nnot a picture".to_vec(), CopyProblem::Unreadable),
    ] {
        let received = upload(&host.contact, "upo", id, Role::LegalRep, bytes).await.unwrap();
        assert_eq!(received, Received::Refused(problem));
    }
    assert_eq!(row(&office, id).await.state, before);
    let view = convention::convention(&host.contact.ctx, "upo", id).await.unwrap();
    assert_eq!(view.copies.len(), 5, "each is shown with its reason, but for the one that was not chosen");
    assert!(view.copies.iter().all(|copy| !copy.counts && copy.file.is_none() && !copy.problem.is_empty()));
    assert_eq!(letters(&office, id).await.iter().filter(|letter| *letter == "E13").count(), 10, "to the uploader and the office");
    upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.expect("a right one");
}

#[tokio::test]
async fn only_whose_turn_it_is_signs() {
    let office = Office::start().await;
    let (host, officer, id) = approved(&office).await;
    let rector = rector(&office, "upo").await;
    assert_eq!(rule(upload(&rector, "upo", id, Role::PromoterSignatory, signed()).await), "3.3 next_signer");
    upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.unwrap();
    assert_eq!(rule(upload(&host.contact, "upo", id, Role::LegalRep, scan()).await), "3.3 next_signer");
    let for_others = upload(&host.contact, "upo", id, Role::PromoterSignatory, scan()).await;
    assert!(matches!(for_others, Err(BackendError::Denied)));
    upload(&officer, "upo", id, Role::PromoterSignatory, signed()).await.expect("received by the office");
}

#[tokio::test]
async fn going_back_to_the_draft_makes_every_signature_void() {
    let office = Office::start().await;
    let (host, officer, id) = approved(&office).await;
    upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.unwrap();
    let number = row(&office, id).await.number_progressive;
    decide(&office, &officer, id, Event::Return, "La durata è troppo lunga").await.unwrap();
    let view = convention::convention(&host.contact.ctx, "upo", id).await.unwrap();
    assert_eq!((view.state, view.label.as_str()), (State::Draft, "Returned to draft"));
    assert!(view.copies.iter().all(|copy| !copy.counts) && view.document.is_none());
    let version = row(&office, id).await.version;
    let shorter = asked().with("duration_months", "12");
    convention::save(&host.contact.ctx, "upo", Some(id), version, Intent::Submit, shorter).await.unwrap();
    decide(&office, &officer, id, Event::Approve, "").await.unwrap();
    let again = row(&office, id).await;
    assert_eq!((again.number_progressive, again.round, again.duration_months), (number, 1, Some(12)));
    let counting = signature::Entity::find().filter(signature::Column::Counts.eq(true)).all(&office.backend.db).await.unwrap();
    assert!(counting.is_empty());
}

#[tokio::test]
async fn paper_is_recorded_with_a_note_and_never_shown_as_verified() {
    let office = Office::start().await;
    let (host, officer, id) = approved(&office).await;
    let version = row(&office, id).await.version;
    let short = record_paper(&officer.ctx, "upo", id, version, Role::LegalRep, "Corto").await;
    assert!(matches!(short, Err(BackendError::Invalid(errors)) if errors[0].problem == Problem::NoteShort { min: 10 }));
    let by_host = record_paper(&host.contact.ctx, "upo", id, version, Role::LegalRep, "Consegnata a mano oggi").await;
    assert!(matches!(by_host, Err(BackendError::Denied)));
    record_paper(&officer.ctx, "upo", id, version, Role::LegalRep, "Consegnata a mano oggi").await.unwrap();
    let view = convention::convention(&officer.ctx, "upo", id).await.unwrap();
    assert_eq!(view.copies[0].means, domain::signing::Means::Paper);
    assert!(view.copies[0].counts && view.copies[0].file.is_none());
}

#[tokio::test]
async fn it_is_not_activated_before_all_signed_and_somebody_looked() {
    let office = Office::start().await;
    let (host, officer, id) = approved(&office).await;
    assert_eq!(rule(activate(&office, &officer, id).await), "3.3 signatures");
    upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.unwrap();
    upload(&officer, "upo", id, Role::PromoterSignatory, signed()).await.unwrap();
    let version = row(&office, id).await.version;
    let missing = convention::activate(&officer.ctx, "upo", id, version, &Answers::default()).await;
    let Err(BackendError::Invalid(errors)) = missing else { panic!("{missing:?}") };
    let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    assert!(fields.starts_with(&["protocol_number", "protocol_date", "stamp_mode"]), "{fields:?}");
    assert_eq!(fields.iter().filter(|field| field.starts_with("looked_")).count(), 2, "{fields:?}");
    let future = Answers::from([("protocol_number", "0000001"), ("protocol_date", "31/12/2099"), ("stamp_later", "true")]);
    assert!(matches!(convention::activate(&officer.ctx, "upo", id, version, &future).await, Err(BackendError::Invalid(_))));
    assert_eq!(row(&office, id).await.protocol_number, None, "a refusal stores nothing");
    activate(&office, &officer, id).await.unwrap();
    let view = convention::convention(&officer.ctx, "upo", id).await.unwrap();
    assert!(view.copies.iter().all(|copy| copy.looked_by == "Paola Rinaudo"));
}
