//! Writing a checked registration into the rows of its host, first and after a correction.

use chrono::{DateTime, Utc};
use domain::access::{Action, Scope};
use domain::accreditation::person::LegalRepresentative;
use domain::accreditation::registration::{Basis, Registration};
use domain::accreditation::seat::Seat;
use domain::accreditation::state::{Ctx as MachineCtx, Event, State};
use domain::answers::Answers;
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use domain::text::fold;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::letters;
use super::stored::{answers_of, load_host_of};
use super::submit::{core_of, index_words, update_organisation, write_identifiers};
use super::wizard::Wizard;
use crate::draft::Draft;
use crate::entity::{accreditation, contact, legal_representative, organisation, seat, seat_tutor};
use crate::history::{self, Audience, Happening};
use crate::mail::facts::RequestEvent;
use crate::{Answer, BackendError, Ctx, database};

/// Puts the company's values into its row.
pub(super) fn write_company(row: &mut organisation::Model, from: &Registration, by: AccountId, now: DateTime<Utc>) {
    let company = from.company.clone();
    row.country = from.ids.country.clone();
    row.tax_code = from.ids.tax_code.clone();
    row.vat_number = from.ids.vat_number.clone();
    row.foreign_vat = from.ids.foreign_vat.clone();
    row.legal_name_core = core_of(&company.legal_name);
    row.legal_name = company.legal_name;
    row.short_name = company.short_name;
    row.legal_form = company.legal_form;
    row.sector_kind = company.sector_kind;
    row.ipa_code = company.ipa_code;
    row.ateco = company.ateco;
    row.activity = company.activity;
    row.industry_association = company.industry_association;
    row.ccnl = company.ccnl;
    row.employees_permanent = company.employees_permanent;
    row.employees_total = company.employees_total;
    row.employees_as_of = Some(company.employees_as_of);
    row.email = company.email;
    row.pec = company.pec;
    row.sdi_code = company.sdi_code;
    row.phone = company.phone;
    row.fax = company.fax;
    row.website = company.website;
    row.digital_signature_available = company.digital_signature_available;
    row.inail_pat = company.inail_pat;
    row.safety_dvr = Some(company.safety_dvr);
    row.law68_compliant = company.law68_compliant;
    row.updated_at = now;
    row.updated_by = Some(by.0);
    row.version += 1;
}

/// Makes the host's registered seat and first operating seat what was written.
pub(super) async fn write_seats(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    from: &Registration,
    now: DateTime<Utc>,
) -> Answer<()> {
    write_seat(db, organisation, "legal", Some(&from.legal_seat), now).await?;
    write_seat(db, organisation, "operating", from.operating_seat.as_ref(), now).await
}

async fn write_seat(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    kind: &str,
    from: Option<&Seat>,
    now: DateTime<Utc>,
) -> Answer<()> {
    let present = seat::Entity::find()
        .filter(seat::Column::OrganisationId.eq(organisation))
        .filter(seat::Column::Kind.eq(kind))
        .order_by_asc(seat::Column::Id)
        .one(db)
        .await?;
    let Some(from) = from else {
        if let Some(present) = present {
            seat_tutor::Entity::delete_many().filter(seat_tutor::Column::SeatId.eq(present.id)).exec(db).await?;
            seat::Entity::delete_by_id(present.id).exec(db).await?;
        }
        return Ok(());
    };
    let row = seat::Model {
        id: present.as_ref().map_or_else(Uuid::now_v7, |row| row.id),
        organisation_id: organisation,
        kind: kind.to_owned(),
        name: from.name.clone(),
        country: from.country.clone(),
        street: from.street.clone(),
        civic_no: from.civic_no.clone(),
        postal_code: from.postal_code.clone(),
        city: from.city.clone(),
        belfiore: from.belfiore.clone(),
        province: from.province.clone(),
        region: from.region.clone(),
        place: from.place.clone(),
        phone: from.phone.clone(),
        email: from.email.clone(),
        employees_permanent_seat: present.as_ref().and_then(|row| row.employees_permanent_seat),
        risk_level: present.as_ref().and_then(|row| row.risk_level.clone()),
        active: true,
        created_at: present.as_ref().map_or(now, |row| row.created_at),
        updated_at: now,
        version: present.as_ref().map_or(1, |row| row.version + 1),
    };
    let values = sea_orm::ActiveModelTrait::reset_all(seat::ActiveModel::from(row.clone()));
    if present.is_some() {
        seat::Entity::update_many().set(values).filter(seat::Column::Id.eq(row.id)).exec(db).await?;
    } else {
        seat::Entity::insert(seat::ActiveModel::from(row)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Makes the host's present legal representative what was written; none leaves it as it is.
pub(crate) async fn write_legal_rep(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    from: Option<&LegalRepresentative>,
    now: DateTime<Utc>,
) -> Answer<()> {
    let Some(from) = from else { return Ok(()) };
    let present = legal_representative::Entity::find()
        .filter(legal_representative::Column::OrganisationId.eq(organisation))
        .filter(legal_representative::Column::ValidTo.is_null())
        .one(db)
        .await?;
    let row = legal_representative::Model {
        id: present.as_ref().map_or_else(Uuid::now_v7, |row| row.id),
        organisation_id: organisation,
        first_name: from.first_name.clone(),
        last_name: from.last_name.clone(),
        sex: from.sex.clone(),
        birth_date: from.birth_date,
        birth_belfiore: from.birth_belfiore.clone(),
        birth_place: from.birth_place.clone(),
        birth_province: from.birth_province.clone(),
        citizenship: None,
        tax_code: from.tax_code.clone(),
        office_held: from.office_held.clone(),
        powers_from: from.powers_from.clone(),
        email: from.email.clone(),
        pec: from.pec.clone(),
        valid_from: present.as_ref().map_or(Some(now.date_naive()), |row| row.valid_from),
        valid_to: None,
        created_at: present.as_ref().map_or(now, |row| row.created_at),
        updated_at: now,
        version: present.as_ref().map_or(1, |row| row.version + 1),
    };
    let id = row.id;
    let values = sea_orm::ActiveModelTrait::reset_all(legal_representative::ActiveModel::from(row.clone()));
    if present.is_some() {
        let this = legal_representative::Column::Id.eq(id);
        legal_representative::Entity::update_many().set(values).filter(this).exec(db).await?;
    } else {
        let new = legal_representative::ActiveModel::from(row);
        legal_representative::Entity::insert(new).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Sends a corrected request back to the office.
pub(super) async fn resubmit(ctx: &Ctx, slug: &str, wizard: &Wizard<'_>, draft: Draft) -> Answer<()> {
    let corrected = wizard.corrected.as_ref().ok_or(BackendError::NotFound)?;
    let scope = Scope::host(wizard.institution, OrganisationId(corrected.organisation_id));
    let role = ctx.may(Action::CorrectAccreditation, &scope)?.ok_or(BackendError::Denied)?;
    let account = ctx.signed_in()?.account;
    let now = ctx.now();
    let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), wizard.profile);
    let answers = draft.answers.clone().with("privacy_accepted", "true");
    let registration = Registration::read(&answers, &basis)?;
    let tx = database::begin(&ctx.backend.db).await?;
    let mut row = load_for_update(&tx, corrected.id).await?;
    let state = State::from_code(&row.state).ok_or(BackendError::NotFound)?;
    let (next, _) = state.apply(Event::Resubmit, &MachineCtx::new(now, role, wizard.profile))?;
    let host = load_host_of(&tx, &row).await?;
    let before = answers_of(&host);
    let mut organisation = host.organisation;
    write_company(&mut organisation, &registration, account, now);
    let (id, name) = (organisation.id, organisation.legal_name.clone());
    update_organisation(&tx, organisation).await?;
    write_identifiers(&tx, id, &registration.ids).await?;
    write_seats(&tx, id, &registration, now).await?;
    write_legal_rep(&tx, id, registration.legal_rep.as_ref(), now).await?;
    write_contact(&tx, &row, &registration, now).await?;
    let after = answers_of(&load_host_of(&tx, &row).await?);
    row.state = next.code().to_owned();
    row.waiting_since = now;
    row.host_sort = fold(&name);
    row.host_name = name;
    row.town_sort = fold(&registration.legal_seat.city);
    row.town = registration.legal_seat.city.clone();
    row.province = registration.legal_seat.province.clone().unwrap_or_default();
    row.country = registration.legal_seat.country.clone();
    row.contact_name = format!("{} {}", registration.contact.first_name, registration.contact.last_name);
    store(&tx, &mut row, now).await?;
    index_words(&tx, &row).await?;
    let happening = Happening {
        case_kind: "accreditation",
        case_id: row.id,
        action: Event::Resubmit.code(),
        actor: Some(account),
        role,
        from_state: Some(state.code()),
        to_state: Some(next.code()),
        version: row.version,
        note: None,
        diff: difference(&before, &after),
        audience: audience(&row),
    };
    history::append(&tx, now, happening).await?;
    letters::to_office(&tx, ctx, slug, wizard.profile, &row, RequestEvent::Resubmitted).await?;
    draft.delete(&tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

async fn write_contact(
    db: &impl ConnectionTrait,
    row: &accreditation::Model,
    from: &Registration,
    now: DateTime<Utc>,
) -> Answer<()> {
    let Some(id) = row.contact_id else { return Ok(()) };
    let person = &from.contact;
    let values = contact::ActiveModel {
        title: Set(person.title.clone()),
        first_name: Set(person.first_name.clone()),
        last_name: Set(person.last_name.clone()),
        role_title: Set(person.role_title.clone()),
        kinds: Set(person.kinds.join(",")),
        phone: Set(person.phone.clone()),
        mobile: Set(person.mobile.clone()),
        tax_code: Set(person.tax_code.clone()),
        updated_at: Set(now),
        ..Default::default()
    };
    contact::Entity::update_many().set(values).filter(contact::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// The row, locked until the transaction ends.
pub(crate) async fn load_for_update(db: &impl ConnectionTrait, id: Uuid) -> Answer<accreditation::Model> {
    accreditation::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(BackendError::NotFound)
}

/// Stores the row as its next version.
pub(crate) async fn store(db: &impl ConnectionTrait, row: &mut accreditation::Model, now: DateTime<Utc>) -> Answer<()> {
    row.version += 1;
    row.updated_at = now;
    let values = sea_orm::ActiveModelTrait::reset_all(accreditation::ActiveModel::from(row.clone()));
    let written = accreditation::Entity::update_many()
        .set(values)
        .filter(accreditation::Column::Id.eq(row.id))
        .filter(accreditation::Column::Version.eq(row.version - 1))
        .exec(db)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(BackendError::Stale) }
}

/// Who may hear of an accreditation's events.
pub(crate) fn audience(row: &accreditation::Model) -> Audience {
    Audience {
        institution: Some(InstitutionId(row.institution_id)),
        department: None,
        organisation: Some(OrganisationId(row.organisation_id)),
        account: row.requested_by.map(AccountId),
    }
}

/// What changed, field by field: `{"field": {"before": …, "after": …}}`; none if nothing did.
pub(crate) fn difference(before: &Answers, after: &Answers) -> Option<String> {
    let fields: std::collections::BTreeSet<&String> = before.0.keys().chain(after.0.keys()).collect();
    let changed: serde_json::Map<String, serde_json::Value> = fields
        .into_iter()
        .filter(|field| before.get(field) != after.get(field))
        .map(|field| (field.clone(), serde_json::json!({"before": before.get(field), "after": after.get(field)})))
        .collect();
    if changed.is_empty() { None } else { serde_json::to_string(&changed).ok() }
}
