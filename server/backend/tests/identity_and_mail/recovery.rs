//! Forgotten password, forgotten user name.

use backend::identity;
use chrono::Duration;
use domain::check::Problem;

use crate::support::{App, PASSWORD, fact, problems, seconds};

const NEW: &str = "cinque ponti sul Ticino";

async fn link(app: &App) -> String {
    let link = fact(app.letters("E08").await.last().expect("a link"), "link");
    link.strip_prefix("/recupera-password?link=").expect("the page's address").to_owned()
}

#[tokio::test]
async fn the_mailed_link_sets_a_new_password_once_and_ends_every_session() {
    let app = App::start().await;
    app.person("rosanna").await;
    let session = app.log_in("rosanna").await;
    let ctx = app.visitor().await;
    identity::recover_password(&ctx, "rosanna@esterni.uniupo.it").await.unwrap();
    let token = link(&app).await;
    for _ in 0..3 {
        assert!(identity::password_link_is_open(&ctx, &token).await.unwrap(), "opening it changes nothing");
    }
    assert_eq!(
        problems(identity::reset_password(&ctx, &token, NEW, "altro").await),
        [("again".into(), Problem::PasswordsDiffer)]
    );
    identity::reset_password(&ctx, &token, NEW, NEW).await.unwrap();
    assert!(app.browser(Some(&session), "192.0.2.1").await.visitor.signed_in.is_none());
    assert_eq!(fact(&app.letters("E63").await[0], "warning"), "password_reset");
    assert!(!identity::password_link_is_open(&ctx, &token).await.unwrap());
    let again = identity::reset_password(&ctx, &token, NEW, NEW).await;
    assert_eq!(problems(again), [("link".into(), Problem::CodeExpired)]);
    identity::log_in(&ctx, "rosanna", NEW).await.unwrap();
    problems(identity::log_in(&ctx, "rosanna", PASSWORD).await);
}

#[tokio::test]
async fn a_link_counts_for_half_an_hour() {
    let app = App::start().await;
    app.person("rosanna").await;
    let ctx = app.visitor().await;
    identity::recover_password(&ctx, "Rosanna@Firma.example").await.unwrap();
    let token = link(&app).await;
    app.later(Duration::minutes(30));
    assert!(!identity::password_link_is_open(&ctx, &token).await.unwrap());
    problems(identity::reset_password(&ctx, &token, NEW, NEW).await);
    assert!(!identity::password_link_is_open(&ctx, "mai visto").await.unwrap());
}

#[tokio::test]
async fn who_never_verified_gets_a_code_instead() {
    let app = App::start().await;
    app.unverified("rosanna").await;
    identity::recover_password(&app.visitor().await, "rosanna").await.unwrap();
    assert_eq!((app.letters("E08").await.len(), app.letters("E01").await.len()), (0, 1));
    assert_eq!(fact(&app.letters("E01").await[0], "link"), "/verifica-email?utente=rosanna");
}

#[tokio::test]
async fn recovery_does_the_same_work_for_nobody() {
    let app = App::start().await;
    app.person("rosanna").await;
    let ctx = app.visitor().await;
    identity::recover_password(&ctx, "primo").await.unwrap();
    identity::recover_user_name(&ctx, "primo@firma.example").await.unwrap();
    let mut seen = Vec::new();
    for who in ["rosanna", "nessuno"] {
        let before = app.rows_written().await;
        identity::recover_password(&ctx, who).await.unwrap();
        identity::recover_user_name(&ctx, &format!("{who}@firma.example")).await.unwrap();
        let after = app.rows_written().await;
        seen.push((after.0 - before.0, after.1 - before.1));
    }
    assert_eq!(seen, [(2, 3), (2, 3)]);
    assert_eq!((app.letters("E08").await.len(), app.letters("E09").await.len()), (1, 1));
}

#[tokio::test]
async fn the_user_names_of_a_mailbox_are_sent_to_it_with_their_suffix() {
    let app = App::start().await;
    app.person("rosanna").await;
    identity::recover_user_name(&app.visitor().await, " ROSANNA@firma.example ").await.unwrap();
    let letters = app.letters("E09").await;
    assert_eq!(letters[0].recipient, "rosanna@firma.example");
    assert!(letters[0].facts.contains("rosanna@esterni.uniupo.it"));
}

#[tokio::test]
async fn nothing_typed_is_told_at_its_field() {
    let app = App::start().await;
    let ctx = app.visitor().await;
    let password = problems(identity::recover_password(&ctx, " ").await);
    assert_eq!(password, [("login".to_owned(), Problem::Missing)]);
    let user_name = problems(identity::recover_user_name(&ctx, "").await);
    assert_eq!(user_name, [("email".to_owned(), Problem::Missing)]);
}

#[tokio::test]
async fn recovery_is_limited_per_person_and_per_address() {
    let app = App::start().await;
    app.person("rosanna").await;
    let ctx = app.visitor().await;
    identity::recover_password(&ctx, "rosanna").await.unwrap();
    seconds(identity::recover_password(&ctx, "rosanna").await);
    for number in 0..28 {
        identity::recover_password(&ctx, &format!("nome{number}")).await.unwrap();
    }
    seconds(identity::recover_password(&ctx, "un.altro").await);
}
