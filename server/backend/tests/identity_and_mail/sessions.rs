//! How long somebody stays signed in, and as what.

use backend::entity::{account, session};
use backend::{BackendError, Cookie, identity};
use chrono::Duration;
use domain::access::{Action, Role, Scope, may};
use domain::ids::MembershipId;
use domain::language::Language;
use domain::profile::{Profiles, load_embedded};
use sea_orm::EntityTrait;

use crate::support::{App, settings};

const HERE: &str = "192.0.2.1";

#[tokio::test]
async fn the_token_itself_is_kept_nowhere() {
    let app = App::start().await;
    app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    assert_eq!(token.len(), 64);
    let rows = session::Entity::find().all(&app.backend.db).await.unwrap();
    assert!(rows.len() == 1 && rows[0].token_hash != token);
}

#[tokio::test]
async fn an_idle_session_ends_and_names_its_account_for_a_day() {
    let app = App::start().await;
    let account = app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    app.later(Duration::minutes(30) - Duration::seconds(5));
    assert!(app.browser(Some(&token), HERE).await.visitor.signed_in.is_some());
    app.later(Duration::seconds(5));
    let ended = app.browser(Some(&token), HERE).await.visitor;
    assert!(ended.signed_in.is_none() && ended.actor.account.is_none());
    assert_eq!(ended.expired, Some(account));
    app.later(Duration::hours(24));
    assert_eq!(app.browser(Some(&token), HERE).await.visitor.expired, None);
    identity::purge(&app.backend).await.unwrap();
    assert!(session::Entity::find().all(&app.backend.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_touch_renews_and_looking_does_not() {
    let app = App::start().await;
    app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    for _ in 0..3 {
        app.later(Duration::minutes(20));
        let ctx = app.browser(Some(&token), HERE).await;
        let until = identity::touch(&ctx).await.unwrap();
        assert_eq!((until - app.backend.clock.session_now()).num_seconds(), 29 * 60 + 59);
        assert_eq!(identity::me(&ctx).await.unwrap().unwrap().expires_at, until);
    }
    for _ in 0..3 {
        app.later(Duration::minutes(10));
        let ctx = app.browser(Some(&token), HERE).await;
        let _ = identity::me(&ctx).await.unwrap();
    }
    let ctx = app.browser(Some(&token), HERE).await;
    assert!(matches!(identity::touch(&ctx).await, Err(BackendError::SignIn)));
    assert!(identity::me(&ctx).await.unwrap().is_none());
}

#[tokio::test]
async fn moving_the_business_clock_ends_no_session() {
    let app = App::start().await;
    app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    app.backend.clock.advance(Duration::days(90), false);
    assert!(app.browser(Some(&token), HERE).await.visitor.signed_in.is_some());
}

#[tokio::test]
async fn the_shortest_of_a_persons_institutions_counts() {
    let mut institutions = load_embedded().unwrap().institutions().to_vec();
    for profile in &mut institutions {
        profile.session.idle_minutes = if profile.slug() == "ecampus" { 10 } else { 45 };
    }
    let app = App::start_with(settings(), Profiles::new(institutions, vec![])).await;
    let (one, both) = (app.person("rosanna").await, app.person("elena").await);
    app.role(one, Role::Office, "upo", "").await;
    app.role(both, Role::Office, "upo", "").await;
    app.role(both, Role::AcademicTutor, "ecampus", "").await;
    for (name, minutes) in [("rosanna", 45), ("elena", 10)] {
        let ctx = app.browser(Some(&app.log_in(name).await), HERE).await;
        assert_eq!(ctx.visitor.signed_in.unwrap().idle_minutes, minutes);
    }
}

#[tokio::test]
async fn the_actor_has_the_active_roles_with_their_departments() {
    let app = App::start().await;
    let account = app.person("rosanna").await;
    app.role(account, Role::Office, "upo", "digspes, dimet").await;
    let ctx = app.browser(Some(&app.log_in("rosanna").await), HERE).await;
    let held = &ctx.visitor.actor.memberships[0];
    assert_eq!((held.role, held.departments.as_slice()), (Role::Office, ["digspes".to_owned(), "dimet".to_owned()].as_slice()));
    let at = |slug: &str| Scope::institution(app.backend.institutions.id(slug).unwrap());
    assert!(may(&ctx.visitor.actor, Action::SeeAccreditationQueue, &at("upo")).is_ok());
    assert!(may(&ctx.visitor.actor, Action::SeeAccreditationQueue, &at("ecampus")).is_err());
}

#[tokio::test]
async fn a_person_chooses_among_the_own_roles_only() {
    let app = App::start().await;
    let (account, other) = (app.person("rosanna").await, app.person("elena").await);
    app.role(account, Role::AcademicTutor, "upo", "").await;
    let office = app.role(account, Role::Office, "unimi", "").await;
    let foreign = app.role(other, Role::Admin, "upo", "").await;
    let token = app.log_in("rosanna").await;
    let ctx = app.browser(Some(&token), HERE).await;
    let me = identity::me(&ctx).await.unwrap().unwrap();
    assert_eq!((me.profiles.len(), me.active), (2, Some(me.profiles[0].id)));
    assert_eq!((me.profiles[0].institution.as_str(), me.profiles[0].organisation.as_str()), ("upo", "UPO"));
    let landing = identity::choose_profile(&ctx, MembershipId(office)).await.unwrap();
    assert_eq!(landing, "/unimi/ufficio/accreditamenti");
    let refused = identity::choose_profile(&ctx, MembershipId(foreign)).await;
    assert!(matches!(refused, Err(BackendError::NotFound)));
    let next = app.browser(Some(&token), HERE).await;
    assert_eq!(next.visitor.signed_in.unwrap().membership, Some(MembershipId(office)));
    let nobody = identity::choose_profile(&app.visitor().await, MembershipId(office)).await;
    assert!(matches!(nobody, Err(BackendError::SignIn)));
}

#[tokio::test]
async fn a_disabled_account_has_no_session() {
    let app = App::start().await;
    let id = app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    let mut row: account::ActiveModel = account::Entity::find_by_id(id.0).one(&app.backend.db).await.unwrap().unwrap().into();
    row.state = sea_orm::ActiveValue::Set("disabled".into());
    account::Entity::update(row).exec(&app.backend.db).await.unwrap();
    assert!(app.browser(Some(&token), HERE).await.visitor.signed_in.is_none());
}

#[tokio::test]
async fn a_language_is_a_cookie_and_for_somebody_signed_in_the_accounts() {
    let app = App::start().await;
    app.person("rosanna").await;
    let token = app.log_in("rosanna").await;
    let ctx = app.browser(Some(&token), HERE).await;
    identity::set_language(&ctx, Language::En).await.unwrap();
    assert!(ctx.visitor.cookies.lock().unwrap().contains(&Cookie::Language(Language::En)));
    assert_eq!(app.browser(Some(&token), HERE).await.visitor.signed_in.unwrap().language, Language::En);
    identity::set_language(&app.visitor().await, Language::En).await.unwrap();
}
