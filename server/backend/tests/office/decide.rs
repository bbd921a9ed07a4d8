//! Decisions: state, version, history, letters; who may; who is late.

use backend::entity::{event, event_payload, field_note};
use backend::history::{self, Verdict};
use backend::{BackendError, office};
use domain::accreditation::state::State;
use domain::answers::Answers;
use domain::check::Problem;
use domain::ids::AccreditationId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::support::{Host, Office, Registered};

const REASON: &str = "Manca la visura camerale";

async fn submitted(office: &Office) -> Registered {
    office.register("upo", &Host::named("Filanda Nuova S.r.l.")).await
}

async fn accredited(office: &Office) -> Registered {
    office.register("upo", &Host::named("Filanda Nuova S.r.l.").state(State::Accredited)).await
}

async fn notices(office: &Office, id: AccreditationId) -> Vec<(String, String, String)> {
    let letters = office.letters(id.0).await;
    letters.into_iter().map(|letter| (letter.notice, letter.recipient, letter.language)).collect()
}

#[tokio::test]
async fn approving_moves_the_request_writes_history_and_tells_the_contact_in_their_language() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(office::approve(&officer.ctx, "upo", host.request, 1).await.unwrap(), State::Accredited);
    let row = office.row(host.request).await;
    assert_eq!((row.state.as_str(), row.version, row.decided_by), ("accredited", 2, Some(officer.account.0)));
    assert!(row.decided_at.is_some());
    assert_eq!(notices(&office, host.request).await, [("E04".into(), host.contact.email.clone(), "en".into())]);
    let verdict = history::verify(&office.backend.db, host.request.0).await.unwrap();
    assert_eq!(verdict, Verdict::Intact { events: 1, erased: 0 });
}

#[tokio::test]
async fn a_note_can_be_erased_and_the_chain_stays_whole_and_an_altered_one_is_found() {
    let office = Office::start().await;
    let (host, officer) = (submitted(&office).await, office.officer("upo").await);
    let (db, case) = (&office.backend.db, host.request.0);
    office::request_integration(&officer.ctx, "upo", host.request, 1, REASON.to_owned(), Answers::default()).await.unwrap();
    office::reject(&officer.ctx, "upo", host.request, 2, REASON.to_owned()).await.unwrap();
    assert_eq!(history::verify(db, case).await.unwrap(), Verdict::Intact { events: 2, erased: 0 });
    let events = event::Entity::find().filter(event::Column::CaseId.eq(case)).order_by_asc(event::Column::Sequence);
    let events = events.all(db).await.unwrap();
    let rewritten = |note: &str| event_payload::ActiveModel { note: Set(Some(note.to_owned())), ..Default::default() };
    let of_second = event_payload::Column::EventId.eq(events[1].id);
    let altered = event_payload::Entity::update_many().set(rewritten("Un altro motivo")).filter(of_second.clone());
    altered.exec(db).await.unwrap();
    assert_eq!(history::verify(db, case).await.unwrap(), Verdict::Altered { sequence: 2 });
    event_payload::Entity::update_many().set(rewritten(REASON)).filter(of_second).exec(db).await.unwrap();
    assert_eq!(history::verify(db, case).await.unwrap(), Verdict::Intact { events: 2, erased: 0 });

    history::erase(db, office.backend.clock.now(), case).await.unwrap();
    assert_eq!(history::verify(db, case).await.unwrap(), Verdict::Intact { events: 2, erased: 2 });
    let keys = events.iter().map(|event| event.id);
    let kept = event_payload::Entity::find().filter(event_payload::Column::EventId.is_in(keys)).all(db).await.unwrap();
    assert!(kept.iter().all(|payload| payload.note.is_none() && payload.diff.is_none() && payload.erased_at.is_some()));
    let forged = event::ActiveModel { action: Set("approve".to_owned()), ..Default::default() };
    event::Entity::update_many().set(forged).filter(event::Column::Id.eq(events[0].id)).exec(db).await.unwrap();
    assert_eq!(history::verify(db, case).await.unwrap(), Verdict::Altered { sequence: 1 });
}

#[tokio::test]
async fn asking_for_integration_keeps_the_notes_of_each_round() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let officer = office.officer("upo").await;
    let notes = Answers::from([
        ("employees_as_of", "  Indica i dipendenti a oggi "),
        ("legal_seat_street", "Manca il numero"),
        ("pec", " "),
        ("no_such_field", "x"),
    ]);
    let state = office::request_integration(&officer.ctx, "upo", host.request, 1, String::new(), notes).await.unwrap();
    assert_eq!(state, State::Integration);
    let row = office.row(host.request).await;
    assert_eq!((row.round, row.version, row.note, row.decided_at), (1, 2, None, None));
    let kept = field_note::Entity::find()
        .filter(field_note::Column::AccreditationId.eq(host.request.0))
        .order_by_asc(field_note::Column::Id)
        .all(&office.backend.db)
        .await
        .unwrap();
    let kept: Vec<_> = kept.iter().map(|note| (note.round, note.field.as_str(), note.note.as_str())).collect();
    assert_eq!(kept, [(1, "employees_as_of", "Indica i dipendenti a oggi"), (1, "legal_seat_street", "Manca il numero")]);
    let letter = office.letters(host.request.0).await.remove(0);
    assert_eq!((letter.notice.as_str(), letter.language.as_str()), ("E06", "en"));
    assert!(letter.facts.contains("Registered seat – Street") && letter.facts.contains("Manca il numero"), "{}", letter.facts);
}

#[tokio::test]
async fn a_note_on_nothing_or_a_reason_too_short_is_told_at_its_field() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let officer = office.officer("upo").await;
    let short = |field: &str, error: BackendError| match error {
        BackendError::Invalid(errors) => {
            assert_eq!((errors[0].field.as_str(), &errors[0].problem), (field, &Problem::NoteShort { min: 10 }));
        }
        other => panic!("{other}"),
    };
    let nothing = office::request_integration(&officer.ctx, "upo", host.request, 1, "Corto".into(), Answers::default()).await;
    short("note", nothing.unwrap_err());
    short("reason", office::reject(&officer.ctx, "upo", host.request, 1, "No\u{a0}   ".into()).await.unwrap_err());
    let controls = office::reject(&officer.ctx, "upo", host.request, 1, "Motivo \u{7} lungo abbastanza".into()).await;
    assert!(matches!(controls, Err(BackendError::Invalid(_))));
    let long = office::reject(&officer.ctx, "upo", host.request, 1, "x".repeat(2_001)).await;
    assert!(matches!(long, Err(BackendError::Invalid(_))));
    assert_eq!(office.row(host.request).await.version, 1);
    assert_eq!(notices(&office, host.request).await, []);
}

#[tokio::test]
async fn rejecting_tells_the_contact_and_the_certified_address() {
    let office = Office::start().await;
    let host = Host::named("Filanda Nuova S.r.l.");
    let registered = office.register("upo", &host).await;
    let officer = office.officer("upo").await;
    let state = office::reject(&officer.ctx, "upo", registered.request, 1, REASON.into()).await.unwrap();
    assert_eq!(state, State::Rejected);
    assert_eq!(office.row(registered.request).await.reason.as_deref(), Some(REASON));
    let mut expected =
        vec![("E05".to_owned(), host.pec.unwrap(), "it".to_owned()), ("E05".into(), registered.contact.email, "en".into())];
    expected.sort();
    let mut told = notices(&office, registered.request).await;
    told.sort();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn suspending_and_reinstating_need_a_reason_and_tell_both_addresses() {
    let office = Office::start().await;
    let host = accredited(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(office::suspend(&officer.ctx, "upo", host.request, 1, REASON.into()).await.unwrap(), State::Suspended);
    assert_eq!(office.row(host.request).await.reason.as_deref(), Some(REASON));
    let reinstated = office::reinstate(&officer.ctx, "upo", host.request, 2, "Documenti arrivati".into()).await.unwrap();
    assert_eq!(reinstated, State::Accredited);
    assert_eq!(office.row(host.request).await.reason, None);
    let told = notices(&office, host.request).await;
    assert_eq!((told.len(), told.iter().all(|(notice, ..)| notice == "E05s")), (4, true));
}

#[tokio::test]
async fn only_the_administrator_revokes() {
    let office = Office::start().await;
    let host = accredited(&office).await;
    let (officer, admin) = (office.officer("upo").await, office.admin("upo").await);
    let refused = office::revoke(&officer.ctx, "upo", host.request, 1, String::new()).await;
    assert!(matches!(refused, Err(BackendError::Denied)));
    assert_eq!(office::revoke(&admin.ctx, "upo", host.request, 1, String::new()).await.unwrap(), State::Revoked);
    let again = office::reinstate(&admin.ctx, "upo", host.request, 2, REASON.into()).await;
    assert!(matches!(again, Err(BackendError::Refused(_))));
}

#[tokio::test]
async fn nobody_else_decides_and_a_refusal_changes_nothing() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let stranger = office.officer("unimi").await;
    let signed_out = office::approve(&office.nobody(), "upo", host.request, 1).await;
    assert!(matches!(signed_out, Err(BackendError::SignIn)));
    let own = office::approve(&host.contact.ctx, "upo", host.request, 1).await;
    assert!(matches!(own, Err(BackendError::Denied)));
    let elsewhere = office::approve(&stranger.ctx, "upo", host.request, 1).await;
    assert!(matches!(elsewhere, Err(BackendError::NotFound)));
    let by_own_door = office::approve(&stranger.ctx, "unimi", host.request, 1).await;
    assert!(matches!(by_own_door, Err(BackendError::NotFound)));
    let unknown = office::approve(&stranger.ctx, "unimi", AccreditationId(Uuid::now_v7()), 1).await;
    assert!(matches!(unknown, Err(BackendError::NotFound)));
    assert_eq!(office.row(host.request).await.version, 1);
    assert_eq!(notices(&office, host.request).await, []);
}

#[tokio::test]
async fn of_two_officers_at_once_one_wins_and_the_other_is_told() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let (first, second) = (office.officer("upo").await, office.officer("upo").await);
    let (approved, rejected) = tokio::join!(
        office::approve(&first.ctx, "upo", host.request, 1),
        office::reject(&second.ctx, "upo", host.request, 1, REASON.into()),
    );
    let (won, late) = if approved.is_ok() { (approved, rejected) } else { (rejected, approved) };
    assert!(matches!(late, Err(BackendError::Stale)), "{late:?}");
    let row = office.row(host.request).await;
    assert_eq!((row.state.as_str(), row.version), (won.unwrap().code(), 2));
}

#[tokio::test]
async fn a_double_click_is_answered_as_the_first_and_done_once() {
    let office = Office::start().await;
    let host = submitted(&office).await;
    let (officer, colleague) = (office.officer("upo").await, office.officer("upo").await);
    let (first, second) = tokio::join!(
        office::approve(&officer.ctx, "upo", host.request, 1),
        office::approve(&officer.ctx, "upo", host.request, 1),
    );
    assert_eq!((first.unwrap(), second.unwrap()), (State::Accredited, State::Accredited));
    assert_eq!(office.row(host.request).await.version, 2);
    assert_eq!(notices(&office, host.request).await.len(), 1);
    let other = office::approve(&colleague.ctx, "upo", host.request, 1).await;
    assert!(matches!(other, Err(BackendError::Stale)));
    let otherwise = office::reject(&officer.ctx, "upo", host.request, 1, REASON.into()).await;
    assert!(matches!(otherwise, Err(BackendError::Stale)));
    let not_open = office::approve(&officer.ctx, "upo", host.request, 2).await;
    assert!(matches!(not_open, Err(BackendError::Refused(_))));
}
