//! A host's rows, and the answers they were made of: what the office's panel shows and what a correction begins with.

use chrono::NaiveDate;
use domain::accreditation::fields::{ASSOCIATIONS, LEGAL_SEAT, OPERATING_SEAT, SeatNames};
use domain::answers::Answers;
use domain::check::Problem;
use domain::codes::person_tax_code::{Declared, PersonTaxCode, Sex};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{accreditation, contact, legal_representative, organisation, seat};
use crate::{Answer, BackendError};

/// A host with everything a registration writes.
#[derive(Debug, Clone)]
pub struct StoredHost {
    pub organisation: organisation::Model,
    /// The registered seat first, then by age.
    pub seats: Vec<seat::Model>,
    pub contact: Option<contact::Model>,
    /// The present one.
    pub legal_representative: Option<legal_representative::Model>,
}

impl StoredHost {
    /// The registered seat.
    pub fn legal_seat(&self) -> Option<&seat::Model> {
        self.seats.iter().find(|seat| seat.kind == "legal")
    }

    /// The first operating seat.
    pub fn operating_seat(&self) -> Option<&seat::Model> {
        self.seats.iter().find(|seat| seat.kind == "operating")
    }
}

/// A host with the contact who registered it.
pub async fn load_host(db: &impl ConnectionTrait, organisation: Uuid) -> Answer<StoredHost> {
    let first = contact::Entity::find()
        .filter(contact::Column::OrganisationId.eq(organisation))
        .order_by_asc(contact::Column::CreatedAt)
        .order_by_asc(contact::Column::Id)
        .one(db)
        .await?;
    load(db, organisation, first).await
}

/// A host with the contact who made this request.
pub async fn load_host_of(db: &impl ConnectionTrait, request: &accreditation::Model) -> Answer<StoredHost> {
    let Some(id) = request.contact_id else { return load_host(db, request.organisation_id).await };
    let contact = contact::Entity::find_by_id(id).one(db).await?;
    load(db, request.organisation_id, contact).await
}

async fn load(db: &impl ConnectionTrait, organisation: Uuid, contact: Option<contact::Model>) -> Answer<StoredHost> {
    let row = organisation::Entity::find_by_id(organisation).one(db).await?.ok_or(BackendError::NotFound)?;
    let mut seats =
        seat::Entity::find().filter(seat::Column::OrganisationId.eq(organisation)).order_by_asc(seat::Column::Id).all(db).await?;
    seats.sort_by_key(|seat| seat.kind != "legal");
    let legal_representative = legal_representative::Entity::find()
        .filter(legal_representative::Column::OrganisationId.eq(organisation))
        .filter(legal_representative::Column::ValidTo.is_null())
        .one(db)
        .await?;
    Ok(StoredHost { organisation: row, seats, contact, legal_representative })
}

/// What was written, as it would be typed again. Neither privacy nor user name.
pub fn answers_of(host: &StoredHost) -> Answers {
    let mut written = Written::default();
    written.organisation(&host.organisation);
    if let Some(seat) = host.legal_seat() {
        written.seat(&LEGAL_SEAT, seat);
    }
    if let Some(seat) = host.operating_seat() {
        written.seat(&OPERATING_SEAT, seat);
        let same = |(legal, operating): (&str, &str)| written.0.get(legal) == written.0.get(operating);
        let is_twin = LEGAL_SEAT.all().into_iter().zip(OPERATING_SEAT.all()).all(same);
        written.flag("legal_seat_is_operating", is_twin);
    }
    if let Some(contact) = &host.contact {
        written.contact(contact);
    }
    if let Some(person) = &host.legal_representative {
        written.legal_representative(person);
    }
    written.0
}

/// What was written about one contact.
pub(crate) fn contact_answers(row: &contact::Model) -> Answers {
    let mut written = Written::default();
    written.contact(row);
    written.0
}

/// What was written about one seat, under these names.
pub(crate) fn seat_answers(names: &SeatNames, row: &seat::Model) -> Answers {
    let mut written = Written::default();
    written.seat(names, row);
    written.0
}

/// Answers made of columns; what is empty is not there.
#[derive(Default)]
struct Written(Answers);

impl Written {
    fn text(&mut self, field: &str, text: &str) {
        if !text.is_empty() {
            self.0.set(field, text);
        }
    }

    fn maybe(&mut self, field: &str, text: Option<&String>) {
        self.text(field, text.map_or("", String::as_str));
    }

    fn yes_no(&mut self, field: &str, answer: Option<bool>) {
        self.text(field, answer.map_or("", |yes| if yes { "true" } else { "false" }));
    }

    fn flag(&mut self, field: &str, set: bool) {
        self.text(field, if set { "true" } else { "" });
    }

    fn date(&mut self, field: &str, date: Option<NaiveDate>) {
        self.text(field, &date.map(|date| date.to_string()).unwrap_or_default());
    }

    fn organisation(&mut self, row: &organisation::Model) {
        self.text("country", &row.country);
        self.maybe("company_tax_code", row.tax_code.as_ref());
        self.maybe("vat_number", row.vat_number.as_ref());
        self.maybe("foreign_vat", row.foreign_vat.as_ref());
        self.text("legal_name", &row.legal_name);
        self.maybe("short_name", row.short_name.as_ref());
        self.text("legal_form", &row.legal_form);
        self.text("sector_kind", &row.sector_kind);
        self.maybe("ipa_code", row.ipa_code.as_ref());
        self.maybe("ateco", row.ateco.as_ref());
        self.text("activity", &row.activity);
        self.association(row.industry_association.as_deref().unwrap_or_default());
        self.maybe("ccnl", row.ccnl.as_ref());
        self.text("employees_permanent", &row.employees_permanent.to_string());
        self.text("employees_total", &row.employees_total.to_string());
        self.date("employees_as_of", row.employees_as_of);
        self.text("email", &row.email);
        self.maybe("pec", row.pec.as_ref());
        self.maybe("sdi_code", row.sdi_code.as_ref());
        self.text("phone", &row.phone);
        self.maybe("fax", row.fax.as_ref());
        self.maybe("website", row.website.as_ref());
        self.yes_no("digital_signature_available", row.digital_signature_available);
        self.maybe("inail_pat", row.inail_pat.as_ref());
        self.yes_no("safety_dvr", row.safety_dvr);
        self.yes_no("law68_compliant", row.law68_compliant);
    }

    /// The column holds a code of the list or the name written beside «other».
    fn association(&mut self, stored: &str) {
        if stored.is_empty() || ASSOCIATIONS.contains(&stored) {
            return self.text("industry_association", stored);
        }
        self.text("industry_association", "other");
        self.text("industry_association_other", stored);
    }

    fn seat(&mut self, names: &SeatNames, row: &seat::Model) {
        self.text(names.name, &row.name);
        self.text(names.country, &row.country);
        self.text(names.street, &row.street);
        self.maybe(names.civic_no, row.civic_no.as_ref());
        self.text(names.postal_code, &row.postal_code);
        self.text(names.city, &row.city);
        self.maybe(names.province, row.province.as_ref());
        self.maybe(names.place, row.place.as_ref());
        self.maybe(names.phone, row.phone.as_ref());
        self.maybe(names.email, row.email.as_ref());
    }

    fn contact(&mut self, row: &contact::Model) {
        self.maybe("contact_title", row.title.as_ref());
        self.text("contact_first_name", &row.first_name);
        self.text("contact_last_name", &row.last_name);
        self.text("contact_role_title", &row.role_title);
        for kind in row.kinds.split(',').filter(|kind| !kind.is_empty()) {
            self.flag(&format!("contact_kinds_{kind}"), true);
        }
        self.text("contact_email", &row.email);
        self.text("contact_phone", &row.phone);
        self.maybe("contact_mobile", row.mobile.as_ref());
        self.maybe("contact_tax_code", row.tax_code.as_ref());
    }

    fn legal_representative(&mut self, row: &legal_representative::Model) {
        self.text("rep_first_name", &row.first_name);
        self.text("rep_last_name", &row.last_name);
        self.maybe("rep_sex", row.sex.as_ref());
        self.date("rep_birth_date", row.birth_date);
        self.maybe("rep_birth_place", row.birth_place.as_ref());
        self.maybe("rep_birth_province", row.birth_province.as_ref());
        self.maybe("rep_tax_code", row.tax_code.as_ref());
        self.maybe("rep_office_held", row.office_held.as_ref());
        self.maybe("rep_powers_from", row.powers_from.as_ref());
        self.maybe("rep_email", row.email.as_ref());
        self.maybe("rep_pec", row.pec.as_ref());
        self.flag("rep_tax_code_confirmed", names_differ(row));
    }
}

/// Whether the tax code does not fit the names: as the row was accepted, somebody confirmed it.
fn names_differ(row: &legal_representative::Model) -> bool {
    let Some(code) = row.tax_code.as_deref().and_then(|code| PersonTaxCode::parse(code).ok()) else { return false };
    let (Some(sex), Some(birth_date)) = (&row.sex, row.birth_date) else { return false };
    let declared = Declared {
        first_name: &row.first_name,
        last_name: &row.last_name,
        sex: if sex == "M" { Sex::M } else { Sex::F },
        birth_date,
        belfiore: row.birth_belfiore.as_deref().unwrap_or_default(),
    };
    let is_named = !row.first_name.is_empty() && !row.last_name.is_empty();
    is_named && !code.is_provisional() && code.mismatches(&declared).contains(&Problem::TaxCodeNames)
}
