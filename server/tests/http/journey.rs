//! A company is accredited, without a script, by posts and pages alone.

use domain::accreditation::state::State;
use domain::accreditation::view::{AreaView, ReviewView};
use http::StatusCode;

use crate::hosts::{Host, Registered, register, wizard};
use crate::support::{TestApp, Wishes};

async fn review(app: &TestApp, registered: &Registered, officer: &str, slug: &str) -> ReviewView {
    let id = registered.request.id.to_string();
    app.as_account(officer).await.read("office/review", &[("institution", slug), ("id", &id)]).await.json()
}

async fn decide(app: &TestApp, registered: &Registered, officer: &str, slug: &str, more: &[(&str, &str)]) -> String {
    let version = review(app, registered, officer, slug).await.version.to_string();
    let id = registered.request.id.to_string();
    let mut pairs = vec![("institution", slug), ("id", id.as_str()), ("decision[version]", version.as_str())];
    pairs.extend(more);
    let page = format!("/{slug}/ufficio/accreditamenti/{id}");
    let reply = app.as_account(officer).await.post_plain("/api/office/decide", &pairs, &page).await;
    assert_eq!(reply.status, StatusCode::FOUND, "{}", reply.body);
    reply.location().to_owned()
}

async fn area(registered: &Registered, slug: &str) -> AreaView {
    registered.client.read("area/overview", &[("institution", slug)]).await.json()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn u05_u12_u14_a_company_is_registered_corrected_and_approved() {
    let app = TestApp::start().await;
    let registered = register(&app, "upo", Host::numbered(700_001)).await;
    let queue = app.as_account("ufficio.upo").await.get("/upo/ufficio/accreditamenti").await;
    assert!(queue.body.contains("Cartiera 700001"), "{}", queue.body);
    let AreaView::Request { state, .. } = area(&registered, "upo").await else { panic!("a request's state") };
    assert_eq!(state, State::Submitted);

    let asked = [
        ("decision[event]", "request_integration"),
        ("decision[note]", "Manca l’indirizzo della sede"),
        ("decision[notes][legal_seat_street]", "Quale via?"),
    ];
    let gone_to = decide(&app, &registered, "ufficio.upo", "upo", &asked).await;
    assert!(!gone_to.contains("__err"), "{gone_to}");
    let reply = registered.client.post_plain("/api/accreditation/correct", &[("institution", "upo")], "/upo/area").await;
    assert!(reply.location().starts_with("/upo/accreditamento/"), "{}", reply.location());
    let view = wizard(&registered.client, "upo", "sede-legale").await;
    let version = view.version.to_string();
    let mut pairs = vec![("institution", "upo"), ("step", "sede-legale"), ("intent", "next"), ("version", version.as_str())];
    let answers: Vec<(String, String)> =
        view.answers.0.iter().map(|(field, text)| (format!("answers[{field}]"), text.clone())).collect();
    pairs.extend(answers.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let street = pairs.iter_mut().find(|(name, _)| *name == "answers[legal_seat_street]").expect("a street");
    street.1 = "Via della Carta";
    registered.client.post_plain("/api/accreditation/save_step", &pairs, "/upo/accreditamento/sede-legale").await;
    let sent =
        registered.client.post_plain("/api/accreditation/confirm", &[("institution", "upo")], "/upo/accreditamento/riepilogo");
    assert_eq!(sent.await.location(), "/upo/area");

    let again = review(&app, &registered, "ufficio.upo", "upo").await;
    assert!(again.rows.iter().any(|row| row.value.contains("Via della Carta") && row.before.is_some()), "{:?}", again.rows);
    decide(&app, &registered, "ufficio.upo", "upo", &[("decision[event]", "approve")]).await;
    assert!(matches!(area(&registered, "upo").await, AreaView::Open { .. }));
    let notices: Vec<String> = app.mails_to(&registered.host.email).await.into_iter().map(|letter| letter.notice).collect();
    assert!(notices.len() >= 4, "code, received, correction, approved: {notices:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_is_rejected_with_its_reason() {
    let app = TestApp::start().await;
    let registered = register(&app, "ecampus", Host::numbered(700_002)).await;
    let reason = [("decision[event]", "reject"), ("decision[reason]", "L’azienda risulta cessata da un anno")];
    decide(&app, &registered, "ufficio.ecampus", "ecampus", &reason).await;
    let AreaView::Request { state, .. } = area(&registered, "ecampus").await else { panic!("a request's state") };
    assert_eq!(state, State::Rejected);
    let told = app.mails_to(&registered.host.email).await;
    assert!(told[0].text.contains("L’azienda risulta cessata da un anno"), "{}", told[0].text);
}

/// A sixth institution: one file of data.
const SIXTH: &str = r##"
slug = "sesta"
extends = "ecampus"
name = "Sesta Università"
short_name = "Sesta"
tax_code = "91000138882"
address = "Via del Fiume 2, 28100 Novara"
sender = "stage@sesta.example"
tint = "#2b3f8f"
helpdesk.email = "aiuto@sesta.example"
"##;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sixth_profile_opens_its_wizard_and_approves_without_a_change_of_code() {
    let app = TestApp::start_with(Wishes { profiles: vec![SIXTH.to_owned()], ..Wishes::default() }).await;
    let registered = register(&app, "sesta", Host::numbered(700_003)).await;
    decide(&app, &registered, "admin.sesta", "sesta", &[("decision[event]", "approve")]).await;
    assert!(matches!(area(&registered, "sesta").await, AreaView::Open { .. }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_institution_of_the_house_registers_by_its_own_wizard() {
    let app = TestApp::start().await;
    for (number, slug) in [(700_011, "upo"), (700_012, "ecampus"), (700_013, "unimi"), (700_014, "alternanza")] {
        let registered = register(&app, slug, Host::numbered(number)).await;
        assert_ne!(registered.request.state, "draft", "{slug}");
    }
}
