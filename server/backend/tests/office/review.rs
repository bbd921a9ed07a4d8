//! The panel: values and checks, duplicates, elsewhere, drafts of notes, offered events, history.

use backend::entity::organisation;
use backend::history::{self, Audience, Happening};
use backend::{BackendError, office};
use domain::access::Role;
use domain::accreditation::state::State;
use domain::accreditation::view::{Light, Verdict};
use domain::answers::Answers;
use domain::ids::OrganisationId;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::support::{Host, Office};

fn filanda() -> Host {
    Host { vat: "02348710035".into(), ..Host::named("Filanda Nuova S.r.l.") }
}

#[tokio::test]
async fn the_panel_shows_what_was_written_with_its_checks() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda()).await;
    let officer = office.officer("upo").await;
    let view = office::review(&officer.ctx, "upo", host.request).await.unwrap();
    assert_eq!((view.host_name.as_str(), view.state, view.version), ("Filanda Nuova S.r.l.", State::Submitted, 1));
    let row = |field: &str| view.rows.iter().find(|row| row.field == field).unwrap_or_else(|| panic!("{field}"));
    assert_eq!((row("vat_number").value.as_str(), &row("vat_number").verdict), ("02348710035", &Verdict::CheckDigitRight));
    assert_eq!(row("legal_name").verdict, Verdict::NeverRegistered);
    assert_eq!(row("legal_seat_postal_code").verdict, Verdict::PostalCodeAgrees);
    assert_eq!(row("contact_email").verdict, Verdict::EmailVerified);
    assert_eq!((row("rep_first_name").light, &row("rep_first_name").verdict), (Light::Wait, &Verdict::ToComplete));
    assert!(!view.rows.iter().any(|row| row.field == "user_name" || row.field == "privacy_accepted"));
    assert_eq!(view.offered, ["approve", "request_integration", "reject"]);
    assert!(view.email_verified && view.duplicates.is_empty() && view.elsewhere.is_empty() && view.newcomers.is_empty());
}

#[tokio::test]
async fn what_is_offered_follows_state_and_role() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda().state(State::Accredited)).await;
    let (officer, admin) = (office.officer("upo").await, office.admin("upo").await);
    assert_eq!(office::review(&officer.ctx, "upo", host.request).await.unwrap().offered, ["suspend"]);
    assert_eq!(office::review(&admin.ctx, "upo", host.request).await.unwrap().offered, ["suspend", "revoke"]);
}

#[tokio::test]
async fn hosts_that_are_alike_are_shown_until_they_are_dismissed() {
    let office = Office::start().await;
    let first = filanda();
    let same_name = Host { state: State::Accredited, ..Host::named("FILANDA NUOVA s.n.c.").at("Alessandria", "AL", "15121") };
    let same_phone =
        Host { phone: first.phone.clone(), pec: first.pec.clone(), state: State::Suspended, ..Host::named("Altra Filanda Srl") };
    let rejected = Host { phone: first.phone.clone(), state: State::Rejected, ..Host::named("Mai ammessa") };
    let name = office.register("unimi", &same_name).await;
    let phone = office.register("upo", &same_phone).await;
    office.register("upo", &rejected).await;
    office.register("upo", &Host::named("Tutt’altro")).await;
    let host = office.register("upo", &first).await;
    let officer = office.officer("upo").await;
    let view = office::review(&officer.ctx, "upo", host.request).await.unwrap();
    let alike: Vec<_> = view.duplicates.iter().map(|other| (other.organisation, other.alike.clone())).collect();
    assert_eq!(alike, [(phone.organisation, vec!["phone".to_owned(), "pec".into()]), (name.organisation, vec!["name".into()])]);
    assert_eq!((view.duplicates[1].town.as_str(), view.duplicates[1].identifier.as_str()), ("Alessandria", &*same_name.vat));
    let row = view.rows.iter().find(|row| row.field == "legal_name").unwrap();
    assert_eq!(row.verdict, Verdict::Plain);
    for _ in 0..2 {
        office::dismiss_duplicate(&officer.ctx, "upo", host.request, name.organisation).await.unwrap();
    }
    let view = office::review(&officer.ctx, "upo", host.request).await.unwrap();
    assert_eq!(view.duplicates.iter().map(|other| other.organisation).collect::<Vec<_>>(), [phone.organisation]);
    let unknown = office::dismiss_duplicate(&officer.ctx, "upo", host.request, OrganisationId(Uuid::now_v7())).await;
    assert!(matches!(unknown, Err(BackendError::NotFound)));
}

#[tokio::test]
async fn of_other_institutions_only_the_last_decision_and_its_date_is_told() {
    let office = Office::start().await;
    let here = filanda();
    let host = office.register("upo", &here).await;
    let (contact, account) = (Uuid::now_v7(), host.contact.account.0);
    let elsewhere = office.request("ecampus", &here, host.organisation.0, (contact, account)).await;
    office.request("unimi", &here, host.organisation.0, (contact, account)).await;
    let colleague = office.officer("ecampus").await;
    office::approve(&colleague.ctx, "ecampus", elsewhere, 1).await.unwrap();
    let officer = office.officer("upo").await;
    let view = office::review(&officer.ctx, "upo", host.request).await.unwrap();
    let decided = office.row(elsewhere).await.decided_at.unwrap();
    let told: Vec<_> = view.elsewhere.iter().map(|other| (other.state, other.at)).collect();
    assert_eq!(told, [(State::Accredited, decided)]);
    assert!(view.elsewhere[0].institution.contains("Campus"), "{}", view.elsewhere[0].institution);
}

#[tokio::test]
async fn half_written_notes_are_the_officers_own_and_gone_once_sent() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda()).await;
    let (officer, colleague) = (office.officer("upo").await, office.officer("upo").await);
    let notes = Answers::from([("employees_as_of", "Indica i dipen"), ("note", "Buongiorno"), ("script", "x")]);
    let saved = office::save_notes(&officer.ctx, "upo", host.request, notes).await.unwrap();
    assert_eq!(saved.version, 1);
    let more = Answers::from([("employees_as_of", "Indica i dipendenti a oggi"), ("pec", "")]);
    assert_eq!(office::save_notes(&officer.ctx, "upo", host.request, more.clone()).await.unwrap().version, 2);
    let of = async |person: &crate::support::Person| office::review(&person.ctx, "upo", host.request).await.unwrap().notes;
    assert_eq!(of(&officer).await, Answers::from([("employees_as_of", "Indica i dipendenti a oggi")]));
    assert_eq!(of(&colleague).await, Answers::default());
    office::request_integration(&officer.ctx, "upo", host.request, 1, String::new(), more).await.unwrap();
    assert_eq!(of(&officer).await, Answers::default());
    let view = office::review(&colleague.ctx, "upo", host.request).await.unwrap();
    assert_eq!(view.asked.iter().map(|note| note.field.as_str()).collect::<Vec<_>>(), ["employees_as_of"]);
    let history: Vec<_> = view.history.iter().map(|row| (row.action.as_str(), row.actor.as_str(), row.note.as_str())).collect();
    assert_eq!(history, [("request_integration", "Paola Rinaudo", "Indica i dipendenti a oggi")]);
}

#[tokio::test]
async fn after_a_correction_each_changed_field_shows_what_was_before() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda()).await;
    let officer = office.officer("upo").await;
    let diff = r#"{"employees_total":{"before":"12","after":"18"},"contact_kinds_tutor":{"before":"true","after":""}}"#;
    let happening = Happening {
        case_kind: "accreditation",
        case_id: host.request.0,
        action: "resubmit",
        actor: Some(host.contact.account),
        role: Role::Contact,
        from_state: Some("integration"),
        to_state: Some("submitted"),
        version: 2,
        note: None,
        diff: Some(diff.into()),
        audience: Audience::default(),
    };
    history::append(&office.backend.db, office.backend.clock.now(), happening).await.unwrap();
    let view = office::review(&officer.ctx, "upo", host.request).await.unwrap();
    let changed: Vec<_> = view.rows.iter().filter_map(|row| Some((row.field.as_str(), row.before.as_deref()?))).collect();
    assert_eq!(changed, [("employees_total", "12"), ("contact_kinds", "referente, tutor")]);
    let row = &view.history[0];
    assert_eq!((row.action.as_str(), row.actor.as_str(), row.role), ("resubmit", "Rosanna Tibaldi", Role::Contact));
}

#[tokio::test]
async fn notes_too_long_are_told_and_not_cut() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda()).await;
    let officer = office.officer("upo").await;
    let notes = Answers::from([("pec", "x".repeat(2_001).as_str())]);
    let saved = office::save_notes(&officer.ctx, "upo", host.request, notes).await;
    assert!(matches!(saved, Err(BackendError::Invalid(errors)) if errors[0].field == "pec"));
}

#[tokio::test]
async fn a_request_of_others_is_not_there() {
    let office = Office::start().await;
    let host = office.register("upo", &filanda()).await;
    let stranger = office.officer("unimi").await;
    for slug in ["upo", "unimi", "nowhere"] {
        let seen = office::review(&stranger.ctx, slug, host.request).await;
        assert!(matches!(seen, Err(BackendError::NotFound)), "{slug}");
        let saved = office::save_notes(&stranger.ctx, slug, host.request, Answers::default()).await;
        assert!(matches!(saved, Err(BackendError::NotFound)), "{slug}");
        let dismissed = office::dismiss_duplicate(&stranger.ctx, slug, host.request, host.organisation).await;
        assert!(matches!(dismissed, Err(BackendError::NotFound)), "{slug}");
    }
    assert!(matches!(office::review(&host.contact.ctx, "upo", host.request).await, Err(BackendError::Denied)));
}

#[tokio::test]
async fn a_host_without_names_alike_has_no_duplicates_even_with_many_hosts() {
    let office = Office::start().await;
    for number in 0..30 {
        office.register("upo", &Host::named(&format!("Azienda {number}"))).await;
    }
    let hosts = organisation::Entity::find().all(&office.backend.db).await.unwrap();
    assert_eq!(hosts.len(), 30);
    let host = office.register("upo", &filanda()).await;
    let officer = office.officer("upo").await;
    assert!(office::review(&officer.ctx, "upo", host.request).await.unwrap().duplicates.is_empty());
}
