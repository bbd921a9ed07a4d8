//! The letters of an accreditation that its own use cases send.

use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use domain::profile::{JoinAdmits, Profile};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::known::KnownHost;
use crate::entity::{account, accreditation, membership, organisation};
use crate::mail::facts::{AccreditationRequest, ContactChanged, ContactEvent, RegistrationReceived, RequestEvent, WaitsFor};
use crate::mail::{self, Letter};
use crate::{Answer, Ctx};

/// E03 to the competent office.
pub(super) async fn to_office(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    slug: &str,
    profile: &Profile,
    row: &accreditation::Model,
    event: RequestEvent,
) -> Answer<()> {
    let host = organisation::Entity::find_by_id(row.organisation_id).one(db).await?;
    let facts = AccreditationRequest {
        event,
        number: row.number,
        host: row.host_name.clone(),
        identifiers: host.map(|host| identifiers(&host)).unwrap_or_default(),
        place: if row.province.is_empty() { row.town.clone() } else { format!("{} ({})", row.town, row.province) },
        contact: row.contact_name.clone(),
        link: format!("/{slug}/ufficio/accreditamenti/{}", row.id),
    };
    let letter = Letter::new(&facts, profile.office_email(), Language::It, format!("{}:{}", row.id, row.version))
        .from_institution(InstitutionId(row.institution_id), row.handling_department.as_deref())
        .about("accreditation", row.id);
    mail::queue(db, ctx.now(), letter).await
}

fn identifiers(host: &organisation::Model) -> Vec<String> {
    let mut written = Vec::new();
    if let Some(code) = &host.tax_code {
        written.push(format!("CF {code}"));
    }
    if let Some(code) = &host.vat_number {
        written.push(format!("P.IVA {code}"));
    }
    if let Some(code) = &host.foreign_vat {
        written.push(format!("VAT {code}"));
    }
    written
}

/// What E02 says.
pub(crate) struct Received<'a> {
    pub account: AccountId,
    pub email: &'a str,
    pub user_name: &'a str,
    pub language: Language,
    pub host: &'a str,
    pub number: Option<i64>,
    pub waits_for: WaitsFor,
}

/// E02 to the person who registered.
pub(crate) async fn received(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    slug: &str,
    institution: InstitutionId,
    profile: &Profile,
    received: Received<'_>,
) -> Answer<()> {
    let facts = RegistrationReceived {
        login: format!("{}{}", received.user_name, profile.account.login_suffix),
        host: received.host.to_owned(),
        number: received.number,
        waits_for: received.waits_for,
        link: format!("/{slug}/area"),
    };
    let letter = Letter::new(&facts, received.email, received.language, received.account)
        .to_account(received.account)
        .from_institution(institution, profile.department.as_ref().map(|own| own.slug.as_str()));
    mail::queue(db, ctx.now(), letter).await
}

/// E07 to whoever admits a newcomer: the host's contacts, or the office where the profile says so.
pub(crate) async fn newcomer(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    slug: &str,
    institution: InstitutionId,
    profile: &Profile,
    (contact_id, person): (Uuid, &str),
    known: &KnownHost,
) -> Answer<()> {
    let facts = |link: String| ContactChanged {
        event: ContactEvent::Waiting,
        person: person.to_owned(),
        host: known.organisation.legal_name.clone(),
        to_person: false,
        days: 0,
        link,
    };
    let department = profile.department.as_ref().map(|own| own.slug.as_str());
    if profile.accreditation.join_admits == JoinAdmits::Office {
        let request = known.accreditations.iter().find(|row| row.institution_id == institution.0);
        let link =
            request.map_or(format!("/{slug}/ufficio/accreditamenti"), |row| format!("/{slug}/ufficio/accreditamenti/{}", row.id));
        let letter = Letter::new(&facts(link), profile.office_email(), Language::It, contact_id);
        return mail::queue(db, ctx.now(), letter.from_institution(institution, department)).await;
    }
    for colleague in active_contacts(db, known.organisation.id).await? {
        let (email, language) = (colleague.email.clone(), Language::from_code(&colleague.language).unwrap_or_default());
        let letter = Letter::new(&facts(format!("/{slug}/area")), &email, language, contact_id)
            .to_account(AccountId(colleague.id))
            .from_institution(institution, department);
        mail::queue(db, ctx.now(), letter).await?;
    }
    Ok(())
}

async fn active_contacts(db: &impl ConnectionTrait, organisation: Uuid) -> Answer<Vec<account::Model>> {
    let roles = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::Role.eq("contact"))
        .filter(membership::Column::Active.eq(true))
        .all(db)
        .await?;
    let accounts = roles.into_iter().map(|role| role.account_id);
    Ok(account::Entity::find().filter(account::Column::Id.is_in(accounts)).all(db).await?)
}
