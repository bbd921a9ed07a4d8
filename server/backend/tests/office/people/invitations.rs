//! Who is invited, and who waits.

use backend::entity::{account, contact, event};
use backend::{history, office, organisation, timer};
use domain::accreditation::contact_state::ContactState;
use domain::organisation::roles::Rule;
use domain::profile::JoinAdmits;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{account_of, accredited, admitted, enter_code, first_contact, letters_to, roles, row, rule, tutor};
use crate::newcomers::BY_OFFICE;
use crate::support::Office;

#[tokio::test]
async fn who_a_contact_invited_is_in_with_the_code_and_everybody_is_told() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let id = organisation::invite_contact(&host.contact.ctx, "upo", tutor()).await.unwrap();
    assert_eq!((row(&office, id).await.state.as_str(), roles(&office, id).await.len()), ("draft", 0));
    assert_eq!(account_of(&office, id).await.user_name, "elena.dho");
    assert_eq!(enter_code(&office, id).await, "/upo/area");
    assert_eq!((row(&office, id).await.state.as_str(), roles(&office, id).await), ("active", vec!["host_tutor".to_owned()]));
    assert_eq!(letters_to(&office, "elena.dho@filanda.example").await, ["E01", "E02", "E07", "E07"]);
    assert_eq!(letters_to(&office, &host.contact.email).await, ["E07"]);
    let told = event::Entity::find().filter(event::Column::CaseId.eq(id.0)).order_by_asc(event::Column::Sequence);
    let actions: Vec<_> = told.all(&office.backend.db).await.unwrap().into_iter().map(|event| event.action).collect();
    assert_eq!(actions, ["invite", "submit", "admit"]);
    assert_eq!(history::verify(&office.backend.db, id.0).await.unwrap(), history::Verdict::Intact { events: 3, erased: 0 });
    let view = organisation::contacts(&host.contact.ctx, "upo").await.unwrap();
    let names: Vec<_> = view.contacts.iter().map(|line| (line.name.as_str(), line.state)).collect();
    assert_eq!(names, [("Elena Dho", ContactState::Active), ("Rosanna Tibaldi", ContactState::Active)]);
}

#[tokio::test]
async fn where_the_office_admits_who_was_invited_waits_for_it() {
    let office = Office::start_with_profile("prova.toml", BY_OFFICE).await;
    let host = accredited(&office, "prova").await;
    let id = organisation::invite_contact(&host.contact.ctx, "prova", tutor()).await.unwrap();
    enter_code(&office, id).await;
    assert_eq!((row(&office, id).await.state.as_str(), roles(&office, id).await.len()), ("submitted", 0));
    let profile = office.backend.institution("prova", None).unwrap().1;
    assert_eq!(profile.accreditation.join_admits, JoinAdmits::Office);
    assert_eq!(letters_to(&office, profile.office_email()).await, ["E07"]);
    let officer = office.officer("prova").await;
    office::decide_newcomer(&officer.ctx, "prova", id, true).await.unwrap();
    assert_eq!(roles(&office, id).await, ["host_tutor"]);
}

#[tokio::test]
async fn who_was_invited_by_somebody_who_left_waits_for_another() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let (colleague, _) = admitted(&office, &host, tutor().with("contact_kinds_referente", "true")).await;
    let other = tutor().with("contact_email", "ivo.serra@filanda.example").with("contact_first_name", "Ivo");
    let id = organisation::invite_contact(&host.contact.ctx, "upo", other).await.unwrap();
    assert_ne!(colleague, id);
    organisation::disable_contact(&host.contact.ctx, "upo", first_contact(&office, &host).await).await.unwrap();
    enter_code(&office, id).await;
    assert_eq!((row(&office, id).await.state.as_str(), roles(&office, id).await.len()), ("submitted", 0));
}

#[tokio::test]
async fn a_second_invitation_is_another_code_and_who_is_in_is_not_invited() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let id = organisation::invite_contact(&host.contact.ctx, "upo", tutor()).await.unwrap();
    let again = tutor().with("contact_email", "Elena.Dho@filanda.example").with("contact_phone", "+39 0321 555 0200");
    assert_eq!(organisation::invite_contact(&host.contact.ctx, "upo", again).await.unwrap(), id);
    assert_eq!(
        account::Entity::find().filter(account::Column::UserName.eq("elena.dho")).count(&office.backend.db).await.unwrap(),
        1
    );
    enter_code(&office, id).await;
    assert!(row(&office, id).await.phone.ends_with("5550200"));
    assert_eq!(rule(organisation::invite_contact(&host.contact.ctx, "upo", tutor()).await), Some(Rule::Known));
}

#[tokio::test]
async fn an_invitation_that_nobody_answers_is_erased_after_a_month() {
    let office = Office::start().await;
    let host = accredited(&office, "upo").await;
    let (stays, _) = admitted(&office, &host, tutor()).await;
    let other = tutor().with("contact_email", "ivo.serra@filanda.example").with("contact_first_name", "Ivo");
    let id = organisation::invite_contact(&host.contact.ctx, "upo", other).await.unwrap();
    let account = account_of(&office, id).await.id;
    assert_eq!(letters_to(&office, "ivo.serra@filanda.example").await, ["E01", "E07"]);
    office.backend.clock.advance(chrono::Duration::days(29), false);
    timer::clear(&office.backend).await.unwrap();
    assert_eq!(row(&office, id).await.state, "draft");
    office.backend.clock.advance(chrono::Duration::days(2), false);
    timer::clear(&office.backend).await.unwrap();
    assert!(contact::Entity::find_by_id(id.0).one(&office.backend.db).await.unwrap().is_none());
    assert!(account::Entity::find_by_id(account).one(&office.backend.db).await.unwrap().is_none());
    assert_eq!(row(&office, stays).await.state, "active");
}
