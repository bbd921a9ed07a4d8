//! The code that verifies an address.

use backend::BackendError;
use backend::identity::{self, CodeVerdict};
use backend::{database, identity::NewAccount};
use chrono::Duration;
use domain::account::user_name::UserName;
use domain::check::Problem;
use domain::language::Language;

use crate::support::{App, PASSWORD, fact, problems, seconds};

async fn last_code(app: &App) -> String {
    fact(app.letters("E01").await.last().expect("a code"), "code")
}

fn other_than(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[tokio::test]
async fn the_mailed_code_is_right_once() {
    let app = App::start().await;
    let account = app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "Rosanna@esterni.uniupo.it").await.unwrap();
    let code = last_code(&app).await;
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    assert_eq!(identity::try_code(&ctx, "rosanna", &spaced).await.unwrap(), CodeVerdict::Right(account));
    let hash = app.backend.hasher.hash(PASSWORD).await.unwrap();
    let tx = database::begin(&app.backend.db).await.unwrap();
    identity::use_code(&tx, &app.backend, account, &code).await.unwrap();
    identity::verify_account(&tx, app.backend.clock.now(), account, &hash).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.state_of(account).await, "verified");
    let again = identity::use_code(&app.backend.db, &app.backend, account, &code).await;
    assert_eq!(problems(again), [("code".into(), Problem::CodeExpired)]);
    app.log_in("rosanna").await;
}

#[tokio::test]
async fn a_code_counts_for_fifteen_minutes() {
    let app = App::start().await;
    let account = app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "rosanna").await.unwrap();
    let code = last_code(&app).await;
    app.later(Duration::seconds(15 * 60 - 5));
    assert_eq!(identity::try_code(&ctx, "rosanna", &code).await.unwrap(), CodeVerdict::Right(account));
    app.later(Duration::seconds(5));
    assert_eq!(identity::try_code(&ctx, "rosanna", &code).await.unwrap(), CodeVerdict::Expired);
}

#[tokio::test]
async fn a_new_code_voids_the_old_one_and_waits_a_minute() {
    let app = App::start().await;
    let account = app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "rosanna").await.unwrap();
    let old = last_code(&app).await;
    assert!((1..=60).contains(&seconds(identity::send_code(&ctx, "rosanna").await)));
    app.later(Duration::seconds(60));
    identity::send_code(&ctx, "rosanna").await.unwrap();
    let new = last_code(&app).await;
    if old != new {
        assert_eq!(identity::try_code(&ctx, "rosanna", &old).await.unwrap(), CodeVerdict::Expired);
    }
    assert_eq!(identity::try_code(&ctx, "rosanna", &new).await.unwrap(), CodeVerdict::Right(account));
}

#[tokio::test]
async fn five_codes_an_hour_are_sent_and_no_more() {
    let app = App::start().await;
    app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    for _ in 0..5 {
        identity::send_code(&ctx, "rosanna").await.unwrap();
        app.later(Duration::seconds(60));
    }
    assert!(seconds(identity::send_code(&ctx, "rosanna").await) > 3000);
    app.later(Duration::minutes(55));
    identity::send_code(&ctx, "rosanna").await.unwrap();
    assert_eq!(app.letters("E01").await.len(), 6);
}

#[tokio::test]
async fn nobody_can_tell_from_the_answers_whether_a_name_exists() {
    let app = App::start().await;
    app.unverified("rosanna").await;
    app.person("verificata").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "primo").await.unwrap();
    identity::try_code(&ctx, "primo", "000000").await.unwrap();
    let mut seen = Vec::new();
    for name in ["rosanna", "verificata", "nessuno"] {
        let before = app.rows_written().await;
        let mut answers = vec![format!("{:?}", identity::send_code(&ctx, name).await)];
        answers.push(format!("{:?}", identity::send_code(&ctx, name).await.is_err()));
        let code = app.letters("E01").await.last().map_or("000000".into(), |letter| other_than(&fact(letter, "code")));
        for _ in 0..6 {
            let answer = identity::try_code(&ctx, name, &code).await;
            answers.push(answer.map_or_else(|error| error.to_string(), |verdict| format!("{verdict:?}")));
        }
        let after = app.rows_written().await;
        seen.push((answers, after.0 - before.0, after.1 - before.1));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[1], seen[2]);
}

#[tokio::test]
async fn five_wrong_codes_lock_for_a_quarter_of_an_hour_and_the_person_is_told() {
    let app = App::start().await;
    let account = app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "rosanna").await.unwrap();
    let code = last_code(&app).await;
    for _ in 0..4 {
        assert_eq!(identity::try_code(&ctx, "rosanna", &other_than(&code)).await.unwrap(), CodeVerdict::Wrong);
    }
    assert_eq!(seconds(identity::try_code(&ctx, "rosanna", &other_than(&code)).await), 901);
    assert_eq!(app.state_of(account).await, "code_locked");
    assert!(seconds(identity::try_code(&ctx, "rosanna", &code).await) > 890, "the right one does not help now");
    assert_eq!(fact(&app.letters("E63").await[0], "warning"), "code_locked");
    app.later(Duration::minutes(15));
    identity::send_code(&ctx, "rosanna").await.unwrap();
    assert_eq!(app.state_of(account).await, "unverified");
    let new = last_code(&app).await;
    assert_eq!(identity::try_code(&ctx, "rosanna", &new).await.unwrap(), CodeVerdict::Right(account));
}

#[tokio::test]
async fn wrong_codes_at_the_same_time_are_all_counted() {
    let app = App::start().await;
    app.unverified("rosanna").await;
    let ctx = app.visitor().await;
    identity::send_code(&ctx, "rosanna").await.unwrap();
    let wrong = other_than(&last_code(&app).await);
    let tries = (0..12).map(|_| identity::try_code(&ctx, "rosanna", &wrong));
    let answers = futures::future::join_all(tries).await;
    let counted = answers.iter().filter(|answer| matches!(answer, Ok(CodeVerdict::Wrong))).count();
    assert_eq!(counted, 4);
    assert!(answers.iter().filter(|answer| answer.is_err()).all(|e| matches!(e, Err(BackendError::TooMany { .. }))));
}

#[tokio::test]
async fn many_names_from_one_address_are_stopped_too() {
    let app = App::start().await;
    let ctx = app.visitor().await;
    for number in 0..60 {
        identity::try_code(&ctx, &format!("nome{number}"), "000000").await.unwrap();
    }
    seconds(identity::try_code(&ctx, "nome60", "000000").await);
    let elsewhere = app.browser(None, "192.0.2.2").await;
    identity::try_code(&elsewhere, "nome60", "000000").await.unwrap();
}

#[tokio::test]
async fn a_confirmed_registration_sends_its_code_and_a_second_confirmation_at_once_another() {
    let app = App::start().await;
    let account = app.unverified("rosanna").await;
    for _ in 0..2 {
        let tx = database::begin(&app.backend.db).await.unwrap();
        identity::issue_code(&tx, &app.backend, account).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(app.letters("E01").await.len(), 2);
    let ctx = app.visitor().await;
    assert!(seconds(identity::send_code(&ctx, "rosanna").await) <= 60, "asked for by hand, a minute later");
    identity::void_codes(&app.backend.db, app.backend.clock.session_now(), account).await.unwrap();
    let verdict = identity::try_code(&ctx, "rosanna", &last_code(&app).await).await.unwrap();
    assert_eq!(verdict, CodeVerdict::Expired);
}

#[tokio::test]
async fn a_taken_user_name_is_a_problem_of_its_field_and_the_transaction_goes_on() {
    let app = App::start().await;
    app.unverified("rosanna").await;
    let new = |name: &str| NewAccount {
        user_name: UserName::parse(name).unwrap(),
        first_name: "Altra".into(),
        last_name: "Persona".into(),
        email: "altra@firma.example".into(),
        email_key: "altra@firma.example".into(),
        language: Language::En,
        institution: None,
    };
    let tx = database::begin(&app.backend.db).await.unwrap();
    let taken = identity::create_account(&tx, app.backend.clock.now(), new("rosanna")).await;
    assert_eq!(problems(taken), [("user_name".into(), Problem::UserNameTaken)]);
    identity::create_account(&tx, app.backend.clock.now(), new("rosanna2")).await.unwrap();
    tx.commit().await.unwrap();
    let free = async |name: &str| identity::user_name_is_free(&app.backend.db, &UserName::parse(name).unwrap()).await.unwrap();
    assert_eq!((free("rosanna").await, free("rosanna2").await, free("rosanna3").await), (false, false, true));
}
