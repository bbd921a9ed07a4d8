//! The trainee's own part, the host's department, the tutors.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Basis;
use super::address::{self, Address, DOMICILE, RESIDENCE};
use crate::accreditation::reading::{Reader, date, line, lines};
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::codes::email::Email;
use crate::codes::phone::Phone;
use crate::convention::request::yes_or_no;
use crate::ids::{ContactId, RegistryPersonId};

/// What the registry does not know of the trainee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraineePart {
    pub email: String,
    pub phone: String,
    pub residence: Address,
    /// If it is another than the residence.
    pub domicile: Option<Address>,
    /// Of a citizen of a state outside the Union.
    pub permit: Option<Permit>,
    /// Special categories of data: for the office and the trainee only.
    pub disability_l68: bool,
    pub disadvantaged: bool,
}

/// *Permesso di soggiorno*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    pub number: String,
    pub expires_on: NaiveDate,
}

/// Where at the host, besides the seat chosen at the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostPart {
    /// «Settore/reparto di inserimento».
    pub sector: String,
    /// «Trasferte previste».
    pub offsite: Option<String>,
}

/// Who follows the trainee. Whether the host's tutor is linked to the seat is a guard of the machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tutors {
    pub host_tutor: ContactId,
    pub host_tutor_substitute: Option<ContactId>,
    /// None: the office will name one, where the institution allows that.
    pub academic_tutor: Option<RegistryPersonId>,
    pub admin_contact: Option<ContactId>,
}

pub(super) fn read_trainee(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<TraineePart> {
    let mut r = Reader { checker: c, answers };
    let email = r.must("trainee_email", Email::parse);
    let phone = r.must("trainee_phone", Phone::parse);
    let residence = address::read(c, answers, &RESIDENCE, basis);
    let differs = answers.flag("domicile_differs");
    let domicile = if differs { address::read(c, answers, &DOMICILE, basis).map(Some) } else { Some(None) };
    let permit = permit(c, answers, basis);
    Some(TraineePart {
        email: email?.as_str().to_owned(),
        phone: phone?.as_str().to_owned(),
        residence: residence?,
        domicile: domicile?,
        permit: permit?,
        disability_l68: answers.flag("disability_l68"),
        disadvantaged: answers.flag("disadvantaged"),
    })
}

fn permit(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<Option<Permit>> {
    let mut r = Reader { checker: c, answers };
    if !r.must("non_eu", yes_or_no)? {
        return Some(None);
    }
    let number = r.must("permit_number", line(40));
    let expires_on = r.must("permit_expires_on", date);
    if expires_on.is_some_and(|day| day < basis.today) {
        c.add("permit_expires_on", Problem::Outdated);
        return None;
    }
    Some(Some(Permit { number: number?, expires_on: expires_on? }))
}

pub(super) fn read_host(c: &mut Checker, answers: &Answers) -> Option<HostPart> {
    let mut r = Reader { checker: c, answers };
    let sector = r.must("sector", line(120));
    let offsite = r.may("offsite", lines(500));
    Some(HostPart { sector: sector?, offsite: offsite? })
}

pub(super) fn read_tutors(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<Tutors> {
    let mut r = Reader { checker: c, answers };
    let host_tutor: Option<ContactId> = r.must("host_tutor", id);
    let substitute: Option<Option<ContactId>> = r.may("host_tutor_substitute", id);
    let academic_tutor = r.when(!basis.tutor_by_office, "academic_tutor", id);
    let admin_contact = r.may("admin_contact", id);
    if host_tutor.is_some() && substitute.flatten() == host_tutor {
        c.add("host_tutor_substitute", Problem::NotAChoice);
    }
    Some(Tutors {
        host_tutor: host_tutor?,
        host_tutor_substitute: substitute?,
        academic_tutor: academic_tutor?,
        admin_contact: admin_contact?,
    })
}

/// One of those the page lists; whether it is one of theirs is asked where they are loaded.
fn id<Id: std::str::FromStr>(text: &str) -> Result<Id, Problem> {
    text.trim().parse().map_err(|_| Problem::NotAChoice)
}
