//! Two people register one host at the same instant: the identifier is taken when the code is entered, by one of them.

use backend::entity::{accreditation, host_identifier};
use domain::accreditation::view::WizardMode;
use http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::client::Client;
use crate::hosts::{Host, code_for, confirm, wizard};
use crate::support::{PASSWORD, TestApp};

/// Enters the code; answers where the person is led.
async fn enter(client: &Client, host: &Host, code: &str) -> String {
    let pairs = [("user_name", host.user_name.as_str()), ("code", code), ("password", PASSWORD), ("password_again", PASSWORD)];
    let reply = client.post_plain("/api/accreditation/verify_code", &pairs, "/verifica-email").await;
    assert_eq!(reply.status, StatusCode::FOUND, "{}", reply.body);
    reply.location().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn u06_of_two_registrations_of_one_tax_code_at_one_instant_one_wins_and_the_other_joins_with_its_draft() {
    let app = TestApp::start().await;
    for number in [710_000, 710_010, 710_020, 710_030] {
        let hosts = [Host::numbered(number), Host::numbered(number).joined_by(number + 1)];
        let clients = [app.client(), app.client()];
        let mut codes = Vec::new();
        for (client, host) in clients.iter().zip(&hosts) {
            confirm(client, "upo", host).await;
            codes.push(code_for(&app, host).await);
        }
        let (first, second) = tokio::join!(enter(&clients[0], &hosts[0], &codes[0]), enter(&clients[1], &hosts[1], &codes[1]));
        let led = [first, second];
        let loser = led.iter().position(|goal| goal != "/upo/area").expect("one of them loses");
        assert_eq!((led[1 - loser].as_str(), led[loser].as_str()), ("/upo/area", "/upo/accreditamento/riepilogo"));

        let requests = accreditation::Entity::find().filter(accreditation::Column::HostName.eq(&hosts[0].legal_name));
        assert_eq!(requests.count(&app.backend.db).await.expect("a count"), 1);
        let view = wizard(&clients[loser], "upo", "riepilogo").await;
        assert!(matches!(view.mode, WizardMode::Join { .. }), "{:?}", view.mode);
        assert_eq!(view.answers.get("contact_email"), hosts[loser].email);
        assert_eq!(view.answers.get("legal_seat_street"), "Via Italia", "nothing of the draft is lost");
        let confirmed = clients[loser].post_plain(
            "/api/accreditation/confirm",
            &[("institution", "upo"), ("answers[privacy_accepted]", "true")],
            "/upo/accreditamento/riepilogo",
        );
        assert_eq!(confirmed.await.location(), "/verifica-email");
        let goal = enter(&clients[loser], &hosts[loser], &code_for(&app, &hosts[loser]).await).await;
        assert_eq!(goal, "/upo/area", "and waits there to be admitted");
    }
    let taken = host_identifier::Entity::find().count(&app.backend.db).await.expect("a count");
    assert_eq!(taken % 4, 0, "each host's identifiers are taken once");
}
