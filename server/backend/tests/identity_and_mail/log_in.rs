//! Logging in and out.

use backend::identity;
use chrono::Duration;
use domain::access::Role;
use domain::check::Problem;

use crate::support::{App, PASSWORD, fact, problems, seconds, token};

#[tokio::test]
async fn the_log_in_accepts_the_name_with_and_without_suffix_and_in_capitals() {
    let app = App::start().await;
    let account = app.person("rosanna.tibaldi").await;
    for login in ["rosanna.tibaldi", "rosanna.tibaldi@esterni.uniupo.it", " Rosanna.Tibaldi@ESTERNI.uniupo.it "] {
        let ctx = app.visitor().await;
        let entered = identity::log_in(&ctx, login, PASSWORD).await.unwrap();
        assert_eq!((entered.account, entered.landing.as_str()), (account, "/upo/area"), "{login}");
        let next = app.browser(token(&ctx).as_deref(), "192.0.2.1").await;
        assert_eq!(next.visitor.signed_in.unwrap().account, account);
    }
}

#[tokio::test]
async fn everybody_lands_where_their_work_is() {
    let app = App::start().await;
    for (name, role, landing) in [
        ("uno", Role::Office, "/ecampus/ufficio/accreditamenti"),
        ("due", Role::Admin, "/ecampus/ufficio/accreditamenti"),
        ("tre", Role::AcademicTutor, "/ecampus/area"),
    ] {
        let account = app.person(&format!("nome{name}")).await;
        app.role(account, role, "ecampus", "").await;
        let ctx = app.visitor().await;
        assert_eq!(identity::log_in(&ctx, &format!("nome{name}"), PASSWORD).await.unwrap().landing, landing);
    }
}

#[tokio::test]
async fn whatever_does_not_fit_has_one_answer_and_one_work() {
    let app = App::start().await;
    app.person("rosanna").await;
    app.unverified("nuova").await;
    let ctx = app.visitor().await;
    identity::log_in(&ctx, "altro.ancora", "x").await.unwrap_err();
    let mut seen = Vec::new();
    for (name, password) in [("rosanna", "sbagliata"), ("nuova", PASSWORD), ("nessuno", PASSWORD), ("rosanna.x", "")] {
        let before = app.rows_written().await;
        let answer = problems(identity::log_in(&ctx, name, password).await);
        let after = app.rows_written().await;
        assert_eq!(answer, [("login".into(), Problem::PasswordWrong)], "{name}");
        seen.push((after.0 - before.0, after.1 - before.1));
    }
    assert!(seen.iter().all(|rows| *rows == seen[0]), "{seen:?}");
    assert_eq!(token(&ctx), None);
}

#[tokio::test]
async fn failures_delay_that_address_and_nobody_else() {
    let app = App::start().await;
    app.person("rosanna").await;
    let (thief, owner) = (app.visitor().await, app.browser(None, "198.51.100.7").await);
    let mut waits = Vec::new();
    for _ in 0..8 {
        problems(identity::log_in(&thief, "rosanna", "sbagliata").await);
        let wait = match identity::log_in(&thief, "rosanna", "sbagliata").await {
            Err(backend::BackendError::TooMany { seconds }) => seconds,
            _ => 0,
        };
        waits.push(wait);
        app.later(Duration::seconds(wait));
    }
    assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]) && waits[7] >= 64, "{waits:?}");
    identity::log_in(&owner, "rosanna", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_unknown_name_is_delayed_in_the_same_way() {
    let app = App::start().await;
    app.person("rosanna").await;
    let ctx = app.visitor().await;
    for name in ["rosanna", "nessuno"] {
        for _ in 0..3 {
            problems(identity::log_in(&ctx, name, "sbagliata").await);
        }
        assert_eq!(seconds(identity::log_in(&ctx, name, PASSWORD).await), 1, "{name}");
    }
    app.later(Duration::seconds(1));
    identity::log_in(&ctx, "rosanna", PASSWORD).await.unwrap();
    problems(identity::log_in(&ctx, "rosanna", "sbagliata").await);
    identity::log_in(&ctx, "rosanna", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn the_tenth_failure_is_told_to_the_person_once() {
    let app = App::start().await;
    app.person("rosanna").await;
    for number in 0..12 {
        let ctx = app.browser(None, &format!("198.51.100.{number}")).await;
        problems(identity::log_in(&ctx, "rosanna", "sbagliata").await);
        assert_eq!(app.letters("E63").await.len(), usize::from(number >= 9), "after {} failures", number + 1);
    }
    let letter = &app.letters("E63").await[0];
    assert_eq!((fact(letter, "warning").as_str(), letter.recipient.as_str()), ("failed_logins", "rosanna@firma.example"));
}

#[tokio::test]
async fn many_names_from_one_address_are_stopped() {
    let app = App::start().await;
    let ctx = app.visitor().await;
    for number in 0..600 {
        problems(identity::log_in(&ctx, &format!("nome{number}"), "x").await);
    }
    seconds(identity::log_in(&ctx, "nome600", "x").await);
}

#[tokio::test]
async fn logging_out_ends_the_session_and_takes_the_cookie_away() {
    let app = App::start().await;
    app.person("rosanna").await;
    let session = app.log_in("rosanna").await;
    let ctx = app.browser(Some(&session), "192.0.2.1").await;
    identity::log_out(&ctx).await.unwrap();
    assert_eq!(token(&ctx).as_deref(), Some(""));
    let after = app.browser(Some(&session), "192.0.2.1").await.visitor;
    assert!(after.signed_in.is_none() && after.expired.is_none());
}

#[tokio::test]
async fn logging_in_again_on_the_same_browser_ends_the_session_before() {
    let app = App::start().await;
    app.person("rosanna").await;
    let before = app.log_in("rosanna").await;
    let ctx = app.browser(Some(&before), "192.0.2.1").await;
    identity::log_in(&ctx, "rosanna", PASSWORD).await.unwrap();
    assert!(app.browser(Some(&before), "192.0.2.1").await.visitor.signed_in.is_none());
    assert!(app.browser(token(&ctx).as_deref(), "192.0.2.1").await.visitor.signed_in.is_some());
}

#[tokio::test]
async fn changing_the_password_asks_for_the_present_one_and_ends_the_other_sessions() {
    let app = App::start().await;
    app.person("rosanna").await;
    let (here, elsewhere) = (app.log_in("rosanna").await, app.log_in("rosanna").await);
    let ctx = app.browser(Some(&here), "192.0.2.1").await;
    let new = "cinque ponti sul Ticino";
    let refused = identity::change_password(&ctx, "sbagliata", "corta", "corta").await;
    let fields = problems(refused).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert_eq!(fields, ["current", "password"]);
    let common = identity::change_password(&ctx, PASSWORD, "password1234", "password1234").await;
    assert_eq!(problems(common), [("password".into(), Problem::PasswordCommon)]);
    identity::change_password(&ctx, PASSWORD, new, new).await.unwrap();
    assert!(app.browser(Some(&here), "192.0.2.1").await.visitor.signed_in.is_some());
    assert!(app.browser(Some(&elsewhere), "192.0.2.1").await.visitor.signed_in.is_none());
    assert_eq!(fact(&app.letters("E63").await[0], "warning"), "password_changed");
    let visitor = app.visitor().await;
    problems(identity::log_in(&visitor, "rosanna", PASSWORD).await);
    identity::log_in(&visitor, "rosanna", new).await.unwrap();
}
