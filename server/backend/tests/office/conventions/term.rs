//! What comes with time.

use backend::timer;
use chrono::Duration;

use super::*;

async fn later(office: &Office, days: i64) {
    office.backend.clock.advance(Duration::days(days), false);
    timer::fire_due(&office.backend).await.unwrap();
}

#[tokio::test]
async fn what_nobody_signs_lapses_after_ninety_days() {
    let office = Office::start().await;
    let (_, _, id) = approved(&office).await;
    later(&office, 89).await;
    assert_eq!(state(&office, id).await, State::AwaitingSignatures);
    later(&office, 2).await;
    assert_eq!(state(&office, id).await, State::Lapsed);
    assert_eq!(letters(&office, id).await.last().map(String::as_str), Some("E12"));
}

#[tokio::test]
async fn it_is_told_three_times_that_it_expires_and_then_that_it_has() {
    let office = Office::start().await;
    let (host, _, id) = active(&office).await;
    let days = (row(&office, id).await.expires_on.unwrap() - office.backend.clock.today()).num_days();
    later(&office, days - 89).await;
    assert!(row(&office, id).await.expiring);
    let view = convention::convention(&host.contact.ctx, "upo", id).await.unwrap();
    assert_eq!(view.label, "Expiring");
    later(&office, 60).await;
    later(&office, 23).await;
    let told = letters(&office, id).await;
    // each to the contact and the office
    assert_eq!(told.iter().filter(|letter| *letter == "E15").count(), 6, "{told:?}");
    later(&office, 8).await;
    assert_eq!(state(&office, id).await, State::Expired);
    assert!(letters(&office, id).await.contains(&"E16".to_owned()));
}

#[tokio::test]
async fn it_renews_itself_unless_notice_was_given_in_time() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let officer = office.officer("upo").await;
    let id = submitted(&office, &host, "upo", asked().with("tacit_renewal", "yes").with("duration_months", "12")).await;
    decide(&office, &officer, id, Event::Approve, "").await.unwrap();
    upload(&officer, "upo", id, Role::LegalRep, scan()).await.unwrap();
    upload(&officer, "upo", id, Role::PromoterSignatory, scan()).await.unwrap();
    activate(&office, &officer, id).await.unwrap();
    let first = row(&office, id).await.expires_on.unwrap();
    let days = (first - office.backend.clock.today()).num_days();
    later(&office, days + 2).await;
    let renewed = row(&office, id).await;
    assert_eq!((renewed.state.as_str(), renewed.renewals), ("active", 1));
    assert_eq!(renewed.expires_on, first.checked_add_months(chrono::Months::new(12)));
    assert!(letters(&office, id).await.contains(&"E17".to_owned()));
    decide(&office, &host.contact, id, Event::GiveNotice, "").await.unwrap();
    assert!(letters(&office, id).await.contains(&"E18".to_owned()));
    later(&office, 370).await;
    assert_eq!(state(&office, id).await, State::Expired);
}

#[tokio::test]
async fn notice_that_comes_too_late_is_refused() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let officer = office.officer("upo").await;
    let id = submitted(&office, &host, "upo", asked().with("tacit_renewal", "yes").with("duration_months", "3")).await;
    decide(&office, &officer, id, Event::Approve, "").await.unwrap();
    upload(&officer, "upo", id, Role::LegalRep, scan()).await.unwrap();
    upload(&officer, "upo", id, Role::PromoterSignatory, scan()).await.unwrap();
    activate(&office, &officer, id).await.unwrap();
    later(&office, 45).await;
    assert_eq!(rule(decide(&office, &host.contact, id, Event::GiveNotice, "").await), "3.3 notice_days");
    decide(&office, &officer, id, Event::Terminate, "L’azienda ha chiuso la sede").await.unwrap();
    assert_eq!(state(&office, id).await, State::Terminated);
}
