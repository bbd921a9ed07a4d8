//! The road of a convention, and who reads what of it.

use backend::convention::{Side, conventions, export, form, keep};
use backend::history::{self, Verdict};
use backend::list::export::Format;
use chrono::Months;
use domain::list::ListQuery;

use super::*;

#[tokio::test]
async fn a_host_asks_the_office_approves_both_sign_and_it_is_active() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked()).await;
    assert_eq!(state(&office, id).await, State::Submitted);
    assert_eq!(letters(&office, id).await, ["E10"]);
    let officer = office.officer("upo").await;
    let queue = conventions(&officer.ctx, "upo", Side::Office, &ListQuery::default()).await.unwrap();
    assert_eq!((queue.page.rows.len(), queue.page.rows[0].label.as_str()), (1, "In approvazione"));

    assert_eq!(decide(&office, &officer, id, Event::Approve, "").await.unwrap(), State::AwaitingSignatures);
    let approved = row(&office, id).await;
    assert_eq!(
        (approved.number_year, approved.number_progressive),
        (Some(chrono::Datelike::year(&office.backend.clock.today()).into()), Some(1))
    );
    assert!(approved.document_id.is_some() && approved.document_pages >= 3);
    assert!(letters(&office, id).await.contains(&"E11".to_owned()));
    let view = convention::convention(&host.contact.ctx, "upo", id).await.unwrap();
    assert_eq!(view.signers.iter().map(|signer| signer.role).collect::<Vec<_>>(), [Role::LegalRep]);
    assert!(view.turn.as_ref().is_some_and(|turn| turn.is_yours && turn.who == "Mario Rossi"), "{:?}", view.turn);

    let received = upload(&host.contact, "upo", id, Role::LegalRep, scan()).await.unwrap();
    assert_eq!(received, convention::Received::Accepted);
    let rector = rector(&office, "upo").await;
    let view = convention::convention(&rector.ctx, "upo", id).await.unwrap();
    assert!(view.turn.as_ref().is_some_and(|turn| turn.is_yours), "{:?}", view.turn);
    upload(&rector, "upo", id, Role::PromoterSignatory, signed()).await.unwrap();
    assert_eq!(state(&office, id).await, State::AwaitingSignatures, "nobody has looked at the signatures");

    assert_eq!(activate(&office, &officer, id).await.unwrap(), State::Active);
    let today = office.backend.clock.today();
    let active = row(&office, id).await;
    assert_eq!((active.stipulated_on, active.expires_on), (Some(today), today.checked_add_months(Months::new(36))));
    assert!(letters(&office, id).await.contains(&"E14".to_owned()));
    let verdict = history::verify(&office.backend.db, id.0).await.unwrap();
    assert_eq!(verdict, Verdict::Intact { events: 5, erased: 0 });
    let own = conventions(&host.contact.ctx, "upo", Side::Host, &ListQuery::default()).await.unwrap();
    assert_eq!(
        (own.page.rows[0].label.as_str(), own.page.rows[0].protocol.as_str()),
        ("Active", format!("0152340/{}", chrono::Datelike::year(&today)).as_str())
    );
}

#[tokio::test]
async fn what_is_written_is_kept_and_a_draft_may_be_incomplete() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let ctx = &host.contact.ctx;
    let fresh = form(ctx, "upo", None, None).await.unwrap();
    assert_eq!((fresh.answers.get("duration_months"), fresh.answers.get("tacit_renewal")), ("36", "yes"));
    keep(ctx, "upo", None, 0, Answers::from([("description", "Appena comincia")])).await.unwrap();
    assert_eq!(form(ctx, "upo", None, None).await.unwrap().answers.get("description"), "Appena comincia");

    let half = Answers::from([("description", "Mezza convenzione"), ("duration_months", "tre anni")]);
    let id = convention::save(ctx, "upo", None, 0, Intent::Save, half).await.unwrap();
    assert_eq!(form(ctx, "upo", None, None).await.unwrap().answers.get("description"), "", "the new one begins anew");
    let again = form(ctx, "upo", Some(id), None).await.unwrap();
    assert_eq!((again.answers.get("description"), again.answers.get("duration_months")), ("Mezza convenzione", "tre anni"));
    assert_eq!(row(&office, id).await.duration_months, None, "columns hold what is right");
    let problems = convention::save(ctx, "upo", Some(id), 1, Intent::Submit, again.answers).await;
    assert!(
        matches!(problems, Err(BackendError::Invalid(errors)) if errors.iter().any(|error| error.field == "duration_months"))
    );
    convention::save(ctx, "upo", Some(id), 1, Intent::Submit, asked()).await.unwrap();
    assert_eq!(state(&office, id).await, State::Submitted);
    let officer = office.officer("upo").await;
    assert!(matches!(form(&officer.ctx, "upo", Some(id), None).await, Err(BackendError::NotFound)));
}

#[tokio::test]
async fn without_a_whole_representative_it_is_not_sent_and_nothing_is_lost() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda").state(Accreditation::Accredited)).await;
    let ctx = &host.contact.ctx;
    let refused = convention::save(ctx, "upo", None, 0, Intent::Submit, asked()).await;
    assert_eq!(rule(refused), "R-21");
    let form = form(ctx, "upo", None, None).await.unwrap();
    assert!(!form.legal_rep_complete);
    assert_eq!(form.answers.get("description"), "Tirocini nel reparto tessitura");
    let wrong = organisation::save_legal_rep(ctx, "upo", 0, representative().with("rep_tax_code", "RSSMRA85D10H501S")).await;
    assert!(matches!(wrong, Err(BackendError::Invalid(_))));
    assert_eq!(organisation::company(ctx, "upo").await.unwrap().answers.get("rep_tax_code"), "RSSMRA85D10H501S");
    organisation::save_legal_rep(ctx, "upo", 0, representative()).await.unwrap();
    organisation::save_legal_rep(ctx, "upo", 0, representative()).await.expect("the same press once more");
    assert!(organisation::company(ctx, "upo").await.unwrap().is_complete);
    convention::save(ctx, "upo", None, 0, Intent::Submit, form.answers).await.expect("now it is sent");
}

#[tokio::test]
async fn a_second_request_of_the_same_kind_has_to_be_meant() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    submitted(&office, &host, "upo", asked()).await;
    let again = convention::save(&host.contact.ctx, "upo", None, 0, Intent::Submit, asked()).await;
    assert_eq!(rule(again), "3.3 other_open_request");
    let meant = asked().with("acknowledged", "true");
    convention::save(&host.contact.ctx, "upo", None, 0, Intent::Submit, meant).await.expect("it was meant");
    let other = asked().with("convention_kind", "curricular");
    convention::save(&host.contact.ctx, "upo", None, 0, Intent::Submit, other).await.expect("another kind");
}

#[tokio::test]
async fn a_new_one_begins_like_an_old_one() {
    let office = Office::start().await;
    let (host, _, id) = active(&office).await;
    let form = form(&host.contact.ctx, "upo", None, Some(id)).await.unwrap();
    assert_eq!(form.answers.get("description"), "Tirocini nel reparto tessitura");
    assert_eq!((form.convention, form.version), (None, 0));
}

#[tokio::test]
async fn the_list_is_searched_sorted_filtered_and_exported() {
    let office = Office::start().await;
    let (host, officer, id) = active(&office).await;
    let second = convention::save(&host.contact.ctx, "upo", None, 0, Intent::Save, asked()).await.unwrap();
    let ask = async |ctx, side, q: &str, state: &str, sort: &str| {
        let query = ListQuery { q: q.into(), state: state.into(), sort: sort.into(), ..ListQuery::default() };
        let view = conventions(ctx, "upo", side, &query).await.unwrap();
        view.page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let (own, all) = (&host.contact.ctx, &officer.ctx);
    assert_eq!(ask(own, Side::Host, "", "", "stipulated").await, [second, id]);
    assert_eq!(ask(own, Side::Host, "", "", "-stipulated").await, [id, second]);
    assert_eq!(ask(own, Side::Host, "", "active", "").await, [id]);
    assert_eq!(ask(all, Side::Office, "", "all", "").await, [id], "drafts are their host's alone");
    assert_eq!(ask(all, Side::Office, "filanda", "all", "").await, [id]);
    assert_eq!(ask(all, Side::Office, "0152340", "all", "").await, [id]);
    assert_eq!(ask(all, Side::Office, "molino", "all", "").await, []);
    let query = ListQuery { state: "all".into(), ..ListQuery::default() };
    let file = export(all, "upo", Side::Office, &query, Format::Csv).await.unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(text.contains("Data stipula;Scadenza;Tipo tirocini;Numero protocollo;Stato"), "{text}");
    assert!(text.contains("Filanda Nuova S.r.l.") && text.contains("Tutti") && text.contains("0152340/"), "{text}");
}
