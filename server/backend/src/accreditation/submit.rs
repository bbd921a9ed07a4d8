//! The rows of a finished registration, in one transaction: the code is taken here and not before.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accreditation::company::{HostIds, name_core};
use domain::accreditation::person::ContactPerson;
use domain::accreditation::registration::Registration;
use domain::accreditation::seat::Seat;
use domain::accreditation::state::State;
use domain::ids::{AccountId, InstitutionId};
use domain::profile::Profile;
use domain::text::fold;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::known::find_organisation;
use super::update::{write_company, write_legal_rep, write_seats};
use crate::entity::{accreditation, contact, host_identifier, membership, organisation};
use crate::{Answer, institution, search};

/// What a submission needs besides the registration.
pub(super) struct Submission<'a> {
    pub institution: InstitutionId,
    pub profile: &'a Profile,
    pub department: Option<String>,
    pub account: AccountId,
    pub state: State,
    pub now: DateTime<Utc>,
}

/// Inserts host, seats, persons and accreditation. Fails with a unique violation when somebody else took an identifier.
pub(super) async fn insert(
    db: &impl ConnectionTrait,
    submission: &Submission<'_>,
    registration: &Registration,
) -> Answer<accreditation::Model> {
    let organisation = insert_organisation(db, submission, registration).await?;
    write_seats(db, organisation, registration, submission.now).await?;
    write_legal_rep(db, organisation, registration.legal_rep.as_ref(), submission.now).await?;
    let contact = insert_contact(db, submission, organisation, &registration.contact, "active").await?;
    insert_membership(db, submission, organisation, Role::Contact, true).await?;
    let name = format!("{} {}", registration.contact.first_name, registration.contact.last_name);
    let host = HostLine::of(&registration.company.legal_name, &registration.legal_seat);
    insert_accreditation(db, submission, organisation, contact, &name, &host).await
}

async fn insert_organisation(
    db: &impl ConnectionTrait,
    submission: &Submission<'_>,
    registration: &Registration,
) -> Answer<Uuid> {
    // A host all of whose requests were rejected or withdrawn starts over with what is written now.
    if let Some(former) = find_organisation(db, &registration.ids).await? {
        let mut row = former.clone();
        write_company(&mut row, registration, submission.account, submission.now);
        update_organisation(db, row).await?;
        write_identifiers(db, former.id, &registration.ids).await?;
        return Ok(former.id);
    }
    let mut row = empty_organisation(submission);
    write_company(&mut row, registration, submission.account, submission.now);
    let id = row.id;
    organisation::Entity::insert(organisation::ActiveModel::from(row)).exec_without_returning(db).await?;
    write_identifiers(db, id, &registration.ids).await?;
    Ok(id)
}

/// Stores a changed organisation.
pub(super) async fn update_organisation(db: &impl ConnectionTrait, row: organisation::Model) -> Answer<()> {
    let id = row.id;
    let values = sea_orm::ActiveModelTrait::reset_all(organisation::ActiveModel::from(row));
    organisation::Entity::update_many().set(values).filter(organisation::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Makes a host's identifiers exactly these.
pub(super) async fn write_identifiers(db: &impl ConnectionTrait, organisation: Uuid, ids: &HostIds) -> Answer<()> {
    host_identifier::Entity::delete_many().filter(host_identifier::Column::OrganisationId.eq(organisation)).exec(db).await?;
    for identifier in ids.all() {
        let row = host_identifier::ActiveModel {
            id: Set(Uuid::now_v7()),
            country: Set(ids.country.clone()),
            identifier: Set(identifier.to_owned()),
            organisation_id: Set(organisation),
        };
        host_identifier::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

fn empty_organisation(submission: &Submission) -> organisation::Model {
    organisation::Model {
        id: Uuid::now_v7(),
        country: String::new(),
        tax_code: None,
        vat_number: None,
        foreign_vat: None,
        legal_name: String::new(),
        legal_name_core: String::new(),
        short_name: None,
        legal_form: String::new(),
        sector_kind: String::new(),
        ipa_code: None,
        ateco: None,
        activity: String::new(),
        industry_association: None,
        ccnl: None,
        employees_permanent: 0,
        employees_total: 0,
        employees_as_of: None,
        email: String::new(),
        pec: None,
        sdi_code: None,
        phone: String::new(),
        fax: None,
        website: None,
        digital_signature_available: None,
        inail_pat: None,
        safety_dvr: None,
        law68_compliant: None,
        created_at: submission.now,
        created_by: Some(submission.account.0),
        updated_at: submission.now,
        updated_by: Some(submission.account.0),
        version: 0,
    }
}

/// Inserts a contact of the host.
pub(super) async fn insert_contact(
    db: &impl ConnectionTrait,
    submission: &Submission<'_>,
    organisation: Uuid,
    person: &ContactPerson,
    state: &str,
) -> Answer<Uuid> {
    let id = Uuid::now_v7();
    let row = contact::ActiveModel {
        id: Set(id),
        organisation_id: Set(organisation),
        account_id: Set(Some(submission.account.0)),
        asked_institution_id: Set(Some(submission.institution.0)),
        state: Set(state.to_owned()),
        title: Set(person.title.clone()),
        first_name: Set(person.first_name.clone()),
        last_name: Set(person.last_name.clone()),
        role_title: Set(person.role_title.clone()),
        kinds: Set(person.kinds.join(",")),
        email: Set(person.email.clone()),
        phone: Set(person.phone.clone()),
        mobile: Set(person.mobile.clone()),
        tax_code: Set(person.tax_code.clone()),
        education: Set(None),
        contract_level: Set(None),
        years_experience: Set(None),
        skills: Set(None),
        privacy_accepted_at: Set(Some(submission.now)),
        privacy_version: Set(Some(submission.profile.identity.privacy_version.clone())),
        created_at: Set(submission.now),
        updated_at: Set(submission.now),
        version: Set(1),
    };
    contact::Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// Gives the account a role in the host; inactive until somebody admits it.
pub(super) async fn insert_membership(
    db: &impl ConnectionTrait,
    submission: &Submission<'_>,
    organisation: Uuid,
    role: Role,
    active: bool,
) -> Answer<()> {
    let row = membership::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(submission.account.0),
        role: Set(role.code().to_owned()),
        institution_id: Set(None),
        organisation_id: Set(Some(organisation)),
        departments: Set(String::new()),
        active: Set(active),
        created_at: Set(submission.now),
    };
    membership::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// What lists show of a host.
pub(super) struct HostLine {
    pub name: String,
    pub town: String,
    pub province: String,
    pub country: String,
}

impl HostLine {
    /// Of a host's name and registered seat.
    pub fn of(legal_name: &str, seat: &Seat) -> Self {
        Self {
            name: legal_name.to_owned(),
            town: seat.city.clone(),
            province: seat.province.clone().unwrap_or_default(),
            country: seat.country.clone(),
        }
    }
}

/// Inserts the accreditation with its number and its search words.
pub(super) async fn insert_accreditation(
    db: &impl ConnectionTrait,
    submission: &Submission<'_>,
    organisation: Uuid,
    contact: Uuid,
    contact_name: &str,
    host: &HostLine,
) -> Answer<accreditation::Model> {
    let number = institution::next_number(db, submission.institution).await?;
    let row = accreditation::Model {
        id: Uuid::now_v7(),
        institution_id: submission.institution.0,
        organisation_id: organisation,
        number,
        state: submission.state.code().to_owned(),
        handling_department: submission.department.clone(),
        contact_id: Some(contact),
        requested_by: Some(submission.account.0),
        profile_version: submission.profile.identity.privacy_version.clone(),
        privacy_accepted_at: Some(submission.now),
        privacy_version: Some(submission.profile.identity.privacy_version.clone()),
        submitted_at: submission.now,
        waiting_since: submission.now,
        decided_at: None,
        decided_by: None,
        reason: None,
        note: None,
        round: 0,
        host_name: host.name.clone(),
        host_sort: fold(&host.name),
        contact_name: contact_name.to_owned(),
        town: host.town.clone(),
        town_sort: fold(&host.town),
        province: host.province.clone(),
        country: host.country.clone(),
        created_at: submission.now,
        updated_at: submission.now,
        version: 1,
    };
    accreditation::Entity::insert(accreditation::ActiveModel::from(row.clone())).exec_without_returning(db).await?;
    index_words(db, &row).await?;
    Ok(row)
}

/// Writes what the office's list finds a request by.
pub(super) async fn index_words(db: &impl ConnectionTrait, row: &accreditation::Model) -> Answer<()> {
    let identifiers =
        host_identifier::Entity::find().filter(host_identifier::Column::OrganisationId.eq(row.organisation_id)).all(db).await?;
    let codes: Vec<String> = identifiers.into_iter().map(|row| row.identifier).collect();
    let words = [&row.host_name, &row.town, &row.province, &row.contact_name].map(String::as_str).join(" ");
    let text = format!("{words} {} {}", codes.join(" "), row.number);
    search::index(db, "accreditation", InstitutionId(row.institution_id), row.id, &text).await
}

/// The folded core of a host's name, by which duplicates are found.
pub(super) fn core_of(name: &str) -> String {
    name_core(name)
}
