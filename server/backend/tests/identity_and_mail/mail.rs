//! The outbox against a real SMTP conversation: nothing is lost, nothing is sent twice.

use std::collections::HashSet;
use std::time::Duration as Wait;

use backend::entity::outbox;
use backend::mail::facts::{PasswordLink, SecurityEvent, VerificationCode, Warning};
use backend::mail::{self, Carrier, Letter};
use backend::settings::{Mode, Settings};
use backend::{BackendError, database};
use chrono::{Duration, Utc};
use domain::language::Language;
use domain::profile::load_embedded;
use mail_parser::{Message, MessageParser};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use tokio_util::sync::CancellationToken;

use crate::smtp_sink::{Manner, Sink};
use crate::support::{App, settings};

struct Post {
    app: App,
    sink: Sink,
    carrier: Carrier,
}

impl Post {
    async fn open() -> Self {
        Self::open_with(settings()).await
    }

    async fn open_with(settings: Settings) -> Self {
        let app = App::start_with(settings, load_embedded().unwrap()).await;
        let sink = Sink::start().await;
        let carrier = Carrier::smtp(&sink.url, Wait::from_secs(1)).unwrap();
        Self { app, sink, carrier }
    }

    async fn queue(&self, key: &str) {
        let facts = SecurityEvent {
            warning: Warning::PasswordChanged,
            user_name: "rosanna.tibaldi".into(),
            at: self.app.backend.clock.now(),
        };
        self.queue_letter(Letter::new(&facts, "rosanna@firma.example", Language::It, key)).await;
    }

    async fn queue_letter(&self, letter: Letter) {
        let upo = self.app.backend.institutions.id("upo").unwrap();
        let letter = letter.from_institution(upo, Some("digspes"));
        mail::queue(&self.app.backend.db, self.app.backend.clock.now(), letter).await.unwrap();
    }

    async fn send(&self) -> usize {
        mail::send_due(&self.app.backend, &self.carrier, &CancellationToken::new()).await.unwrap()
    }

    async fn rows(&self) -> Vec<outbox::Model> {
        outbox::Entity::find().all(&self.app.backend.db).await.unwrap()
    }

    /// State and tries of the only letter.
    async fn outcome(&self) -> (String, i64) {
        let rows = self.rows().await;
        assert_eq!(rows.len(), 1);
        (rows[0].state.clone(), rows[0].attempts)
    }

    fn message_ids(&self) -> Vec<String> {
        self.sink.messages().iter().map(|raw| parsed(raw).message_id().unwrap().to_owned()).collect()
    }
}

fn parsed(raw: &str) -> Message<'_> {
    MessageParser::default().parse(raw.as_bytes()).unwrap()
}

#[tokio::test]
async fn a_letter_is_text_and_html_from_the_institution_with_replies_to_the_department() {
    let post = Post::open().await;
    post.queue("one").await;
    assert_eq!(post.send().await, 1);
    let messages = post.sink.messages();
    let message = parsed(&messages[0]);
    let profile = post.app.backend.profiles.department("upo", "digspes").unwrap();
    assert_eq!(message.subject(), Some("[Ponte] Avviso di sicurezza"));
    assert_eq!(message.from().unwrap().first().unwrap().address(), Some(profile.identity.sender.as_str()));
    assert_eq!(message.from().unwrap().first().unwrap().name(), Some("Ponte UPO"));
    assert_eq!(message.reply_to().unwrap().first().unwrap().address(), Some(profile.office_email()));
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("rosanna@firma.example"));
    assert!(message.message_id().unwrap().ends_with("@ponte.example"));
    assert_eq!(message.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    assert!(message.body_text(0).unwrap().contains("rosanna.tibaldi"));
    assert!(message.body_html(0).unwrap().contains("<html lang=\"it\">"));
    assert_eq!(post.outcome().await, ("sent".into(), 1));
}

#[tokio::test]
async fn the_same_letter_twice_is_one_and_does_not_end_the_transaction() {
    let post = Post::open().await;
    let tx = database::begin(&post.app.backend.db).await.unwrap();
    for key in ["one", "one", "two"] {
        let facts = PasswordLink { user_name: "a.b".into(), minutes: 30, link: "/recupera-password".into() };
        mail::queue(&tx, post.app.backend.clock.now(), Letter::new(&facts, "a@firma.example", Language::En, key)).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(post.rows().await.len(), 2);
}

#[tokio::test]
async fn a_letter_of_a_transaction_that_is_undone_does_not_exist() {
    let post = Post::open().await;
    let tx = database::begin(&post.app.backend.db).await.unwrap();
    let facts = PasswordLink { user_name: "a.b".into(), minutes: 30, link: "/recupera-password".into() };
    mail::queue(&tx, post.app.backend.clock.now(), Letter::new(&facts, "a@firma.example", Language::En, "x")).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!((post.send().await, post.sink.messages().len()), (0, 0));
}

async fn is_sent_at_the_second_try(manner: Manner) {
    let post = Post::open().await;
    post.sink.then(&[manner]);
    post.queue("one").await;
    assert_eq!(post.send().await, 1);
    assert_eq!(post.outcome().await, ("queued".into(), 1));
    assert!(post.rows().await[0].last_error.is_some());
    assert_eq!(post.send().await, 0, "not before its time");
    post.app.later(Duration::minutes(1));
    assert_eq!(post.send().await, 1);
    let error = post.rows().await[0].last_error.clone();
    assert_eq!((post.outcome().await, post.sink.messages().len()), (("sent".into(), 2), 1), "{manner:?} {error:?}");
    post.app.later(Duration::days(2));
    assert_eq!(post.send().await, 0, "a sent letter is sent");
}

#[tokio::test]
async fn a_letter_to_a_busy_server_is_tried_again() {
    is_sent_at_the_second_try(Manner::RefuseRecipient(451)).await;
    is_sent_at_the_second_try(Manner::RefuseMessage(451)).await;
}

#[tokio::test]
async fn a_refused_letter_is_tried_again_as_the_relay_may_be_wrong() {
    is_sent_at_the_second_try(Manner::RefuseRecipient(550)).await;
    is_sent_at_the_second_try(Manner::RefuseMessage(550)).await;
}

#[tokio::test]
async fn a_server_that_stalls_or_dies_loses_nothing() {
    is_sent_at_the_second_try(Manner::Stall).await;
    is_sent_at_the_second_try(Manner::Die).await;
}

#[tokio::test]
async fn a_server_that_is_not_there_loses_nothing() {
    let mut post = Post::open().await;
    let there = post.carrier.clone();
    post.carrier = Carrier::smtp("smtp://127.0.0.1:1", Wait::from_secs(1)).unwrap();
    post.queue("one").await;
    post.send().await;
    post.carrier = there;
    post.app.later(Duration::minutes(1));
    post.send().await;
    assert_eq!((post.outcome().await, post.sink.messages().len()), (("sent".into(), 2), 1));
}

#[tokio::test]
async fn a_copy_after_a_lost_answer_has_the_same_message_id_and_date() {
    let post = Post::open().await;
    post.sink.then(&[Manner::AcceptAndDie]);
    post.queue("one").await;
    post.send().await;
    post.app.later(Duration::minutes(1));
    post.send().await;
    let ids = post.message_ids();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
    let messages = post.sink.messages();
    assert_eq!(parsed(&messages[0]).date(), parsed(&messages[1]).date());
}

#[tokio::test]
async fn a_letter_whose_worker_was_killed_is_sent_once_its_lease_is_over() {
    let post = Post::open().await;
    post.sink.then(&[Manner::Stall]);
    post.queue("one").await;
    let killed = tokio::time::timeout(Wait::from_millis(700), post.send()).await;
    assert!(killed.is_err() && post.send().await == 0, "still the other worker's");
    let over =
        outbox::Entity::update_many().col_expr(outbox::Column::ClaimedUntil, Expr::value(Utc::now() - Duration::seconds(1)));
    over.exec(&post.app.backend.db).await.unwrap();
    assert_eq!(post.send().await, 1);
    assert_eq!((post.outcome().await, post.sink.messages().len()), (("sent".into(), 2), 1));
}

#[tokio::test]
async fn after_twelve_tries_a_letter_is_given_up_and_stays_visible() {
    let post = Post::open().await;
    post.sink.then(&[Manner::RefuseRecipient(550); 12]);
    post.queue("one").await;
    for _ in 0..15 {
        post.send().await;
        post.app.later(Duration::hours(6));
    }
    assert_eq!((post.outcome().await, post.sink.messages().len()), (("failed".into(), 12), 0));
    let shown = mail::sent(&post.app.backend, 10, None).await.unwrap();
    assert_eq!((shown[0].state.as_str(), shown[0].to.as_str()), ("failed", "rosanna@firma.example"));
}

#[tokio::test]
async fn two_workers_send_every_letter_once() {
    let post = Post::open().await;
    for number in 0..30 {
        post.queue(&format!("letter {number}")).await;
    }
    let (one, other) = tokio::join!(post.send(), post.send());
    let ids = post.message_ids();
    assert_eq!((one + other, ids.len()), (30, 30));
    assert_eq!(ids.into_iter().collect::<HashSet<_>>().len(), 30);
}

#[tokio::test]
async fn one_slow_letter_does_not_hold_up_the_others() {
    let post = Post::open().await;
    post.sink.then(&[Manner::Stall]);
    for key in ["one", "two", "three"] {
        post.queue(key).await;
    }
    assert_eq!(post.send().await, 3);
    assert_eq!(post.sink.messages().len(), 2);
}

#[tokio::test]
async fn a_letter_whose_code_no_longer_counts_is_not_sent() {
    let post = Post::open().await;
    let facts = VerificationCode { code: "123456".into(), minutes: 15, user_name: "a.b".into(), link: "/verifica-email".into() };
    post.queue_letter(Letter::new(&facts, "a@firma.example", Language::It, "x")).await;
    post.app.later(Duration::minutes(15));
    post.send().await;
    assert_eq!((post.outcome().await.0.as_str(), post.sink.messages().len()), ("dropped", 0));
}

#[tokio::test]
async fn in_production_a_code_is_not_kept_once_it_is_sent() {
    let post = Post::open_with(Settings { mode: Mode::Production, ..settings() }).await;
    let facts = VerificationCode { code: "918273".into(), minutes: 15, user_name: "a.b".into(), link: "/verifica-email".into() };
    post.queue_letter(Letter::new(&facts, "a@firma.example", Language::It, "x")).await;
    post.send().await;
    assert!(post.sink.messages()[0].contains("918273"));
    let row = post.rows().await.remove(0);
    assert_eq!((row.facts.as_str(), row.body_text, row.body_html), ("{}", None, None));
    assert_eq!(row.subject.as_deref(), Some("[Ponte] Codice di verifica"));
    assert!(matches!(mail::sent(&post.app.backend, 10, None).await, Err(BackendError::NotFound)));
}

#[tokio::test]
async fn without_a_server_the_demo_keeps_its_letters_to_be_read() {
    let post = Post::open().await;
    let carrier = Carrier::new(&post.app.backend.settings).unwrap();
    for key in ["one", "two", "three"] {
        post.queue(key).await;
    }
    mail::send_due(&post.app.backend, &carrier, &CancellationToken::new()).await.unwrap();
    let first = mail::sent(&post.app.backend, 2, None).await.unwrap();
    let rest = mail::sent(&post.app.backend, 2, Some(first[1].id)).await.unwrap();
    assert_eq!((first.len(), rest.len()), (2, 1));
    let letter = mail::one(&post.app.backend, rest[0].id).await.unwrap();
    assert!(letter.text.contains("La password del nome utente rosanna.tibaldi è cambiata"));
    assert_eq!((letter.state.as_str(), letter.notice.as_str()), ("sent", "E63"));
}

#[tokio::test]
async fn the_worker_sends_what_is_queued_and_stops_when_told() {
    let sink = Sink::start().await;
    let app = App::start_with(Settings { smtp_url: Some(sink.url.clone()), ..settings() }, load_embedded().unwrap()).await;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(mail::run(app.backend.clone(), stop.clone()));
    let facts = PasswordLink { user_name: "a.b".into(), minutes: 30, link: "/recupera-password".into() };
    let letter = Letter::new(&facts, "a@firma.example", Language::En, "x");
    mail::queue(&app.backend.db, app.backend.clock.now(), letter).await.unwrap();
    app.backend.mail.wake();
    let arrived = async {
        while sink.messages().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Wait::from_secs(20), arrived).await.unwrap();
    stop.cancel();
    worker.await.unwrap().unwrap();
}
