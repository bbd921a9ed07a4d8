//! What is not done: too short, too late, twice, by the wrong person.

use domain::check::Problem;
use domain::ids::OrganisationId;

use super::*;

#[tokio::test]
async fn a_reason_is_needed_and_told() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked()).await;
    let officer = office.officer("upo").await;
    let short = decide(&office, &officer, id, Event::Reject, "No").await;
    assert!(matches!(short, Err(BackendError::Invalid(errors)) if errors[0].problem == Problem::NoteShort { min: 10 }));
    decide(&office, &officer, id, Event::Reject, "L’attività non è adatta").await.unwrap();
    let letter = outbox::Entity::find().filter(outbox::Column::Notice.eq("E12")).one(&office.backend.db).await.unwrap().unwrap();
    assert!(letter.facts.contains("L’attività non è adatta"), "{}", letter.facts);
    assert_eq!(state(&office, id).await, State::Rejected);
}

#[tokio::test]
async fn of_two_officers_one_decides_and_the_other_is_told() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked()).await;
    let (one, other) = (office.officer("upo").await, office.officer("upo").await);
    let version = row(&office, id).await.version;
    let approve = convention::decide(&one.ctx, "upo", id, version, Event::Approve, "", false);
    let reject = convention::decide(&other.ctx, "upo", id, version, Event::Reject, "Per un motivo scritto", false);
    let (first, second) = tokio::join!(approve, reject);
    let stale = [first.is_ok(), second.is_ok()];
    assert_eq!(stale.iter().filter(|done| **done).count(), 1, "{first:?} {second:?}");
    let lost = if first.is_ok() { second } else { first };
    assert!(matches!(lost, Err(BackendError::Stale)), "{lost:?}");
}

#[tokio::test]
async fn the_same_press_once_more_is_answered_like_the_first() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked()).await;
    let officer = office.officer("upo").await;
    let version = row(&office, id).await.version;
    for _ in 0..2 {
        let state = convention::decide(&officer.ctx, "upo", id, version, Event::Approve, "", false).await.unwrap();
        assert_eq!(state, State::AwaitingSignatures);
    }
    assert_eq!(row(&office, id).await.version, version + 1);
}

#[tokio::test]
async fn numbers_follow_one_another_at_the_same_instant_too() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let officer = office.officer("upo").await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(submitted(&office, &host, "upo", asked().with("acknowledged", "true")).await);
    }
    let all = ids.iter().map(|id| convention::decide(&officer.ctx, "upo", *id, 1, Event::Approve, "", false));
    for done in futures::future::join_all(all).await {
        done.unwrap();
    }
    let mut numbers = Vec::new();
    for id in ids {
        numbers.push(row(&office, id).await.number_progressive.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let office = Office::start().await;
    let (host, _, id) = approved(&office).await;
    let stranger = Membership::in_organisation(Role::Contact, OrganisationId(uuid::Uuid::now_v7()));
    let stranger = office.person("Ugo", "Altri", Language::It, vec![stranger]).await;
    let elsewhere = office.officer("unimi").await;
    for ctx in [&stranger.ctx, &elsewhere.ctx] {
        assert!(matches!(convention::convention(ctx, "upo", id).await, Err(BackendError::NotFound)));
        assert!(matches!(convention::decide(ctx, "upo", id, 2, Event::Withdraw, "", false).await, Err(BackendError::NotFound)));
    }
    let nobody = office.nobody();
    assert!(matches!(convention::convention(&nobody, "upo", id).await, Err(BackendError::SignIn)));
    assert!(matches!(convention::convention(&host.contact.ctx, "unimi", id).await, Err(BackendError::NotFound)));
    let by_host = decide(&office, &host.contact, id, Event::Return, "Lo cambio da sola").await;
    assert!(matches!(by_host, Err(BackendError::Denied)), "{by_host:?}");
}

#[tokio::test]
async fn a_suspended_host_proposes_nothing() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Cantine").state(Accreditation::Suspended)).await;
    let refused = convention::save(&host.contact.ctx, "upo", None, 0, Intent::Save, asked()).await;
    assert_eq!(rule(refused), "3.3 host_accredited");
}

#[tokio::test]
async fn a_request_can_be_taken_back_until_it_is_decided() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked()).await;
    assert_eq!(decide(&office, &host.contact, id, Event::Withdraw, "").await.unwrap(), State::Withdrawn);
    let officer = office.officer("upo").await;
    let late = decide(&office, &officer, id, Event::Approve, "").await;
    assert!(matches!(late, Err(BackendError::Refused(Refusal::Illegal { .. }))), "{late:?}");
}
