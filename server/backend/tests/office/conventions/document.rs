//! The document that is signed, by whom it is made, and who opens it.

use backend::convention::{form, issue_document};
use backend::document;
use domain::ids::FileId;

use super::*;

async fn bytes(office: &Office, by: &Person, slug: &str, id: ConventionId) -> Vec<u8> {
    let file = row(office, id).await.document_id.expect("a document");
    document::open(&by.ctx, slug, FileId(file)).await.unwrap().bytes
}

#[tokio::test]
async fn it_is_a_pdf_that_its_parties_open_and_nobody_else() {
    let office = Office::start().await;
    let (host, officer, id) = approved(&office).await;
    let rector = rector(&office, "upo").await;
    for person in [&host.contact, &officer, &rector] {
        assert!(bytes(&office, person, "upo", id).await.starts_with(b"%PDF-"));
    }
    let file = FileId(row(&office, id).await.document_id.unwrap());
    let elsewhere = office.officer("unimi").await;
    assert!(matches!(document::open(&elsewhere.ctx, "upo", file).await, Err(BackendError::NotFound)));
    assert!(matches!(document::open(&elsewhere.ctx, "unimi", file).await, Err(BackendError::NotFound)));
    let name = document::open(&officer.ctx, "upo", file).await.unwrap().file_name;
    assert!(name.is_some_and(|name| name.starts_with("convenzione_") && name.ends_with("-1.pdf")));
}

#[tokio::test]
async fn whatever_was_typed_it_is_made() {
    let office = Office::start().await;
    let named = "#set text(red) $x^2$ \\ @a <b> [c] *d* _e_ `f` // \"g\" שלום 中";
    let host = office.register("upo", &Host::named(named).state(Accreditation::Accredited)).await;
    organisation::save_legal_rep(&host.contact.ctx, "upo", 0, representative()).await.unwrap();
    let id = submitted(&office, &host, "upo", asked().with("description", "#panic()".repeat(60))).await;
    let officer = office.officer("upo").await;
    decide(&office, &officer, id, Event::Approve, "").await.unwrap();
    assert!(bytes(&office, &officer, "upo", id).await.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn where_the_office_makes_it_the_approval_waits_for_it() {
    let office = Office::start().await;
    let host = host(&office, "upo").await;
    let id = submitted(&office, &host, "upo", asked().with("handling_department", "digspes")).await;
    let officer = office.officer("upo").await;
    assert_eq!(rule(decide(&office, &officer, id, Event::Approve, "").await), "3.3 document");
    let version = row(&office, id).await.version;
    assert!(matches!(issue_document(&host.contact.ctx, "upo", id, version).await, Err(BackendError::Denied)));
    issue_document(&officer.ctx, "upo", id, version).await.unwrap();
    decide(&office, &officer, id, Event::Approve, "").await.unwrap();
    assert_eq!(state(&office, id).await, State::AwaitingSignatures);
}

#[tokio::test]
async fn where_the_host_signs_first_it_asks_with_its_copy() {
    let office = Office::start().await;
    let host = host(&office, "ecampus").await;
    let ctx = &host.contact.ctx;
    let id = convention::save(ctx, "ecampus", None, 0, Intent::Save, asked()).await.unwrap();
    let first = form(ctx, "ecampus", Some(id), None).await.unwrap();
    assert!(first.host_uploads && first.document.is_some() && !first.has_copy);
    let unsigned = convention::save(ctx, "ecampus", Some(id), first.version, Intent::Submit, asked()).await;
    assert_eq!(rule(unsigned), "3.3 host_copy");
    upload(&host.contact, "ecampus", id, Role::LegalRep, scan()).await.unwrap();
    let version = row(&office, id).await.version;
    // An edit makes another document, and the copy void.
    let edited = asked().with("duration_months", "24");
    convention::save(ctx, "ecampus", Some(id), version, Intent::Save, edited.clone()).await.unwrap();
    assert!(!form(ctx, "ecampus", Some(id), None).await.unwrap().has_copy);
    upload(&host.contact, "ecampus", id, Role::LegalRep, signed()).await.unwrap();
    let version = row(&office, id).await.version;
    convention::save(ctx, "ecampus", Some(id), version, Intent::Submit, edited).await.unwrap();
    let officer = office.officer("ecampus").await;
    let version = row(&office, id).await.version;
    convention::decide(&officer.ctx, "ecampus", id, version, Event::Approve, "", false).await.unwrap();
    let view = convention::convention(&officer.ctx, "ecampus", id).await.unwrap();
    assert_eq!(view.turn.map(|turn| turn.role), Some(Role::PromoterSignatory), "the host's signature counts already");
}
