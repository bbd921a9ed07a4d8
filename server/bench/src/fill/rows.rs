//! The rows of one host and its request.

use backend::entity::{account, accreditation, contact, host_identifier, legal_representative, membership, organisation, seat};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::access::Role;
use domain::accreditation::company::name_core;
use domain::accreditation::state::State;
use domain::ids::InstitutionId;
use domain::text::fold;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::host::Host;

/// One host with its keys, and what its rows have in common.
pub struct Entry {
    pub host: Host,
    pub institution: InstitutionId,
    /// Of the request, in its institution.
    pub number: i64,
    /// When the request was sent.
    pub sent_at: DateTime<Utc>,
    pub account: Uuid,
    pub organisation: Uuid,
    pub contact: Uuid,
    pub accreditation: Uuid,
}

impl Entry {
    /// Gives a host its keys.
    pub fn new(host: Host, institution: InstitutionId, number: i64, sent_at: DateTime<Utc>) -> Self {
        let [account, organisation, contact, accreditation] = std::array::from_fn(|_| Uuid::now_v7());
        Self { host, institution, number, sent_at, account, organisation, contact, accreditation }
    }

    /// When the office decided, if it did.
    pub fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.host.decision.map(|_| self.sent_at + Duration::hours(20 + self.number % 90))
    }

    /// What the office's list finds the request by.
    pub fn search_text(&self) -> String {
        let Host { legal_name, town, province, first_name, last_name, vat_number, .. } = &self.host;
        format!("{legal_name} {town} {province} {first_name} {last_name} {vat_number} {}", self.number)
    }

    fn email(&self) -> String {
        format!("{}@{}.example", self.host.user_name, self.number)
    }

    pub fn account(&self) -> account::ActiveModel {
        account::ActiveModel {
            id: Set(self.account),
            user_name: Set(self.host.user_name.clone()),
            state: Set(domain::account::state::State::Verified.code().to_owned()),
            first_name: Set(self.host.first_name.to_owned()),
            last_name: Set(self.host.last_name.to_owned()),
            email: Set(self.email()),
            email_key: Set(self.email()),
            email_verified_at: Set(Some(self.sent_at)),
            language: Set("it".to_owned()),
            institution_id: Set(Some(self.institution.0)),
            demo: Set(false),
            created_at: Set(self.sent_at),
            updated_at: Set(self.sent_at),
            version: Set(1),
            ..Default::default()
        }
    }

    pub fn membership(&self) -> membership::ActiveModel {
        membership::ActiveModel {
            id: Set(Uuid::now_v7()),
            account_id: Set(self.account),
            role: Set(Role::Contact.code().to_owned()),
            organisation_id: Set(Some(self.organisation)),
            departments: Set(String::new()),
            active: Set(true),
            created_at: Set(self.sent_at),
            ..Default::default()
        }
    }

    pub fn organisation(&self) -> organisation::ActiveModel {
        let host = &self.host;
        organisation::ActiveModel {
            id: Set(self.organisation),
            country: Set("IT".to_owned()),
            tax_code: Set(Some(host.vat_number.clone())),
            vat_number: Set(Some(host.vat_number.clone())),
            legal_name: Set(host.legal_name.clone()),
            legal_name_core: Set(name_core(&host.legal_name)),
            legal_form: Set(host.form.to_owned()),
            sector_kind: Set("private".to_owned()),
            ateco: Set(Some("62.01.00".to_owned())),
            activity: Set("Attività di prova per le misure".to_owned()),
            employees_permanent: Set(self.number % 60),
            employees_total: Set(self.number % 60 + 4),
            employees_as_of: Set(Some(self.sent_at.date_naive())),
            email: Set(self.email()),
            pec: Set(Some(format!("pec@{}.example", host.vat_number))),
            phone: Set(host.phone.clone()),
            safety_dvr: Set(Some(true)),
            created_at: Set(self.sent_at),
            created_by: Set(Some(self.account)),
            updated_at: Set(self.sent_at),
            updated_by: Set(Some(self.account)),
            version: Set(1),
            ..Default::default()
        }
    }

    pub fn host_identifier(&self) -> host_identifier::ActiveModel {
        host_identifier::ActiveModel {
            id: Set(Uuid::now_v7()),
            country: Set("IT".to_owned()),
            identifier: Set(self.host.vat_number.clone()),
            organisation_id: Set(self.organisation),
        }
    }

    /// `kind`: `legal` or `operating`.
    pub fn seat(&self, kind: &str, name: &str) -> seat::ActiveModel {
        let host = &self.host;
        seat::ActiveModel {
            id: Set(Uuid::now_v7()),
            organisation_id: Set(self.organisation),
            kind: Set(kind.to_owned()),
            name: Set(name.to_owned()),
            country: Set("IT".to_owned()),
            street: Set(host.street.to_owned()),
            civic_no: Set(Some(host.civic_no.clone())),
            postal_code: Set(host.postal_code.to_owned()),
            city: Set(host.town.to_owned()),
            province: Set(Some(host.province.to_owned())),
            active: Set(true),
            created_at: Set(self.sent_at),
            updated_at: Set(self.sent_at),
            version: Set(1),
            ..Default::default()
        }
    }

    pub fn contact(&self) -> contact::ActiveModel {
        let host = &self.host;
        contact::ActiveModel {
            id: Set(self.contact),
            organisation_id: Set(self.organisation),
            account_id: Set(Some(self.account)),
            asked_institution_id: Set(Some(self.institution.0)),
            state: Set("active".to_owned()),
            first_name: Set(host.first_name.to_owned()),
            last_name: Set(host.last_name.to_owned()),
            role_title: Set("Responsabile del personale".to_owned()),
            kinds: Set("referente".to_owned()),
            email: Set(self.email()),
            phone: Set(host.phone.clone()),
            privacy_accepted_at: Set(Some(self.sent_at)),
            created_at: Set(self.sent_at),
            updated_at: Set(self.sent_at),
            version: Set(1),
            ..Default::default()
        }
    }

    pub fn legal_representative(&self) -> legal_representative::ActiveModel {
        legal_representative::ActiveModel {
            id: Set(Uuid::now_v7()),
            organisation_id: Set(self.organisation),
            first_name: Set("Mario".to_owned()),
            last_name: Set(self.host.last_name.to_owned()),
            birth_date: Set(NaiveDate::from_ymd_opt(1970, 1, 1)),
            birth_place: Set(Some("Roma".to_owned())),
            office_held: Set(Some("sole_director".to_owned())),
            valid_from: Set(Some(self.sent_at.date_naive())),
            created_at: Set(self.sent_at),
            updated_at: Set(self.sent_at),
            version: Set(1),
            ..Default::default()
        }
    }

    pub fn accreditation(&self) -> accreditation::ActiveModel {
        let host = &self.host;
        let has_reason = matches!(host.state, State::Rejected | State::Suspended | State::Revoked);
        accreditation::ActiveModel {
            id: Set(self.accreditation),
            institution_id: Set(self.institution.0),
            organisation_id: Set(self.organisation),
            number: Set(self.number),
            state: Set(host.state.code().to_owned()),
            contact_id: Set(Some(self.contact)),
            requested_by: Set(Some(self.account)),
            profile_version: Set("1".to_owned()),
            privacy_accepted_at: Set(Some(self.sent_at)),
            submitted_at: Set(self.sent_at),
            waiting_since: Set(self.sent_at),
            decided_at: Set(self.decided_at()),
            reason: Set(has_reason.then(|| "Motivo di prova per le misure.".to_owned())),
            round: Set(i64::from(host.state == State::Integration)),
            host_name: Set(host.legal_name.clone()),
            host_sort: Set(fold(&host.legal_name)),
            contact_name: Set(format!("{} {}", host.first_name, host.last_name)),
            town: Set(host.town.to_owned()),
            town_sort: Set(fold(host.town)),
            province: Set(host.province.to_owned()),
            country: Set("IT".to_owned()),
            created_at: Set(self.sent_at),
            updated_at: Set(self.decided_at().unwrap_or(self.sent_at)),
            version: Set(1 + i64::from(host.decision.is_some())),
            ..Default::default()
        }
    }
}
