//! The contact who registers the host, and the legal representative. Source: domain reference 2.4–2.6.

use chrono::NaiveDate;

use crate::accreditation::fields::{CONTACT_KINDS, OFFICES_HELD, SEXES, legal_rep_is_given};
use crate::accreditation::reading::{Reader, choice, line, lines, past_date};
use crate::accreditation::registration::Basis;
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::codes::email::Email;
use crate::codes::person_tax_code::{Declared, PersonTaxCode, Sex};
use crate::codes::phone::Phone;
use crate::codes::province::Province;
use crate::profile::LegalRepDue;
use crate::text::person_name;

/// A contact of the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactPerson {
    pub title: Option<String>,
    pub first_name: String,
    pub last_name: String,
    pub role_title: String,
    /// `referente`, `tutor`, `amministrativo`; at least one.
    pub kinds: Vec<String>,
    pub email: String,
    pub phone: String,
    pub mobile: Option<String>,
    pub tax_code: Option<String>,
}

/// Who signs for the host; may be incomplete until a convention is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LegalRepresentative {
    pub first_name: String,
    pub last_name: String,
    pub sex: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub birth_belfiore: Option<String>,
    pub birth_place: Option<String>,
    pub birth_province: Option<String>,
    pub tax_code: Option<String>,
    pub office_held: Option<String>,
    pub powers_from: Option<String>,
    pub email: Option<String>,
    pub pec: Option<String>,
}

/// The contact's data.
pub fn read_contact(c: &mut Checker, answers: &Answers, _basis: &Basis) -> Option<ContactPerson> {
    let mut r = Reader { checker: c, answers };
    let title = r.may("contact_title", line(20));
    let first_name = r.must("contact_first_name", person_name);
    let last_name = r.must("contact_last_name", person_name);
    let role_title = r.must("contact_role_title", line(120));
    let kinds = kinds(&mut r);
    let email = r.must("contact_email", Email::parse);
    let phone = r.must("contact_phone", Phone::parse);
    let mobile = r.may("contact_mobile", Phone::parse);
    let is_tutor = answers.flag("contact_kinds_tutor");
    let tax_code = if is_tutor { r.must("contact_tax_code", PersonTaxCode::parse).map(Some) } else { Some(None) };
    Some(ContactPerson {
        title: title?,
        first_name: first_name?,
        last_name: last_name?,
        role_title: role_title?,
        kinds: kinds?,
        email: email?.as_str().to_owned(),
        phone: phone?.as_str().to_owned(),
        mobile: mobile?.map(|number| number.as_str().to_owned()),
        tax_code: tax_code?.map(|code| code.as_str().to_owned()),
    })
}

fn kinds(r: &mut Reader) -> Option<Vec<String>> {
    let ticked = |kind: &&&str| r.answers.flag(&format!("contact_kinds_{kind}"));
    let kinds: Vec<String> = CONTACT_KINDS.iter().filter(ticked).map(|kind| (*kind).to_owned()).collect();
    if kinds.is_empty() {
        r.checker.add("contact_kinds", Problem::Missing);
        return None;
    }
    Some(kinds)
}

/// The legal representative: `Some(None)` if nothing was written and it may come later.
pub fn read_legal_rep(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<Option<LegalRepresentative>> {
    let needed = basis.legal_rep_due == LegalRepDue::Accreditation;
    if !needed && !legal_rep_is_given(answers) {
        return Some(None);
    }
    let mut r = Reader { checker: c, answers };
    let first_name = r.when(needed, "rep_first_name", person_name);
    let last_name = r.when(needed, "rep_last_name", person_name);
    let sex = r.when(needed, "rep_sex", choice(&SEXES));
    let birth_date = r.when(needed, "rep_birth_date", past_date(basis.today));
    let birth = birth_place(&mut r, needed, birth_date.flatten(), basis);
    let tax_code = r.when(needed, "rep_tax_code", PersonTaxCode::parse);
    let office_held = r.when(needed, "rep_office_held", choice(&OFFICES_HELD));
    let powers_from = r.may("rep_powers_from", lines(500));
    let email = r.may("rep_email", Email::parse);
    let pec = r.may("rep_pec", Email::parse);
    let rep = LegalRepresentative {
        first_name: first_name?.unwrap_or_default(),
        last_name: last_name?.unwrap_or_default(),
        sex: sex?,
        birth_date: birth_date?,
        tax_code: tax_code.as_ref()?.as_ref().map(|code| code.as_str().to_owned()),
        office_held: office_held?,
        powers_from: powers_from?,
        email: email?.map(|address| address.as_str().to_owned()),
        pec: pec?.map(|address| address.as_str().to_owned()),
        ..birth?
    };
    compare(r.checker, answers, &rep, tax_code?.as_ref(), basis);
    Some(Some(rep))
}

/// Birth place, province and Belfiore code, in an otherwise empty representative.
fn birth_place(r: &mut Reader, needed: bool, on: Option<NaiveDate>, basis: &Basis) -> Option<LegalRepresentative> {
    let name = r.when(needed, "rep_birth_place", line(120));
    let province = r.may("rep_birth_province", Province::parse_for_birth);
    let (name, province) = (name?, province?.map(|province| province.as_str().to_owned()));
    let written = LegalRepresentative { birth_place: name.clone(), birth_province: province.clone(), ..Default::default() };
    let (Some(name), Some(places)) = (name, basis.places) else { return Some(written) };
    let found = places.find_birth_place(&name, province.as_deref().unwrap_or_default(), on.unwrap_or(basis.today));
    match found {
        Ok(place) => Some(LegalRepresentative {
            birth_belfiore: Some(place.belfiore.to_string()),
            birth_place: Some(place.name.to_string()),
            birth_province: place.province.map(|province| province.to_string()),
            ..Default::default()
        }),
        Err(problem @ (Problem::ProvincePlace | Problem::MunicipalityAmbiguous { .. })) => {
            r.checker.add("rep_birth_province", problem);
            None
        }
        Err(problem) => {
            r.checker.add("rep_birth_place", problem);
            None
        }
    }
}

/// The tax code against the declared data: sex, date and place block; the names ask for a confirmation.
fn compare(c: &mut Checker, answers: &Answers, rep: &LegalRepresentative, code: Option<&PersonTaxCode>, basis: &Basis) {
    let (Some(code), Some(sex), Some(birth_date)) = (code, &rep.sex, rep.birth_date) else { return };
    if code.is_provisional() {
        return;
    }
    let sex = if sex == "M" { Sex::M } else { Sex::F };
    // Without the table the place is not known: the code's own place then stands for it.
    let own_place = code.decode(basis.today).map(|decoded| decoded.belfiore).unwrap_or_default();
    let belfiore = rep.birth_belfiore.clone().unwrap_or(own_place);
    let declared = Declared { first_name: &rep.first_name, last_name: &rep.last_name, sex, birth_date, belfiore: &belfiore };
    let confirmed = answers.flag("rep_tax_code_confirmed");
    for problem in code.mismatches(&declared) {
        if problem == Problem::TaxCodeNames && (confirmed || rep.first_name.is_empty() || rep.last_name.is_empty()) {
            continue;
        }
        c.add("rep_tax_code", problem);
    }
}

/// What the office should look at.
pub fn look_at(c: &mut Checker, answers: &Answers) {
    for field in ["rep_tax_code", "contact_tax_code"] {
        if PersonTaxCode::parse(answers.get(field)).is_ok_and(|code| code.is_provisional()) {
            c.add(field, Problem::TaxCodeProvisional);
        }
    }
    if answers.flag("rep_tax_code_confirmed") {
        c.add("rep_tax_code", Problem::TaxCodeNames);
    }
}
