//! What is due at a time.

use std::sync::atomic::{AtomicUsize, Ordering};

use backend::entity::timer as row;
use backend::{BackendError, timer};
use chrono::Duration;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::support::App;

async fn fire(app: &App, count: &AtomicUsize) -> usize {
    let fired = timer::run_due(&app.backend, async |_, _| {
        count.fetch_add(1, Ordering::Relaxed);
        tokio::task::yield_now().await;
        Ok(())
    });
    fired.await.unwrap()
}

#[tokio::test]
async fn a_timer_fires_once_when_it_is_due() {
    let app = App::start().await;
    let (subject, count) = (Uuid::now_v7(), AtomicUsize::new(0));
    let due = app.backend.clock.now() + Duration::days(7);
    timer::set(&app.backend.db, "expire", subject, due).await.unwrap();
    timer::set(&app.backend.db, "expire", subject, due).await.unwrap();
    assert_eq!(fire(&app, &count).await, 0);
    app.backend.clock.advance(Duration::days(7), false);
    assert_eq!((fire(&app, &count).await, fire(&app, &count).await), (1, 0));
    assert_eq!(count.load(Ordering::Relaxed), 1);
    app.backend.clock.advance(Duration::days(91), false);
    timer::clear(&app.backend).await.unwrap();
    assert!(row::Entity::find().all(&app.backend.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn two_workers_fire_every_timer_once() {
    let app = App::start().await;
    let count = AtomicUsize::new(0);
    for _ in 0..20 {
        timer::set(&app.backend.db, "expire", Uuid::now_v7(), app.backend.clock.now()).await.unwrap();
    }
    let (one, other) = tokio::join!(fire(&app, &count), fire(&app, &count));
    assert_eq!((one + other, count.load(Ordering::Relaxed)), (20, 20));
}

#[tokio::test]
async fn a_timer_that_fails_stays_and_holds_up_nothing() {
    let app = App::start().await;
    for kind in ["broken", "sound"] {
        timer::set(&app.backend.db, kind, Uuid::now_v7(), app.backend.clock.now()).await.unwrap();
    }
    let broken = async |kind: &str, _| if kind == "broken" { Err(BackendError::NotFound) } else { Ok(()) };
    assert_eq!(timer::run_due(&app.backend, broken).await.unwrap(), 2);
    let rows = row::Entity::find().all(&app.backend.db).await.unwrap();
    let done = |kind: &str| rows.iter().find(|row| row.kind == kind).unwrap().done_at.is_some();
    assert_eq!((done("broken"), done("sound")), (false, true));
}

#[tokio::test]
async fn a_timer_taken_back_does_not_fire() {
    let app = App::start().await;
    let (subject, count) = (Uuid::now_v7(), AtomicUsize::new(0));
    timer::set(&app.backend.db, "expire", subject, app.backend.clock.now()).await.unwrap();
    timer::cancel(&app.backend.db, "expire", subject).await.unwrap();
    assert_eq!(fire(&app, &count).await, 0);
}
