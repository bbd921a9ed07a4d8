//! The company and its identifiers. Source: domain reference 2.2.

use chrono::{Months, NaiveDate};

use crate::accreditation::fields::{ASSOCIATIONS, LEGAL_FORMS, SECTOR_KINDS, is_italian};
use crate::accreditation::reading::{Reader, choice, line, lines, past_date, whole_number};
use crate::accreditation::registration::Basis;
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::codes::ateco::Ateco;
use crate::codes::company_tax_code::{CompanyTaxCode, VatNumber};
use crate::codes::email::Email;
use crate::codes::foreign_vat::ForeignVat;
use crate::codes::inail::InailPat;
use crate::codes::ipa::IpaCode;
use crate::codes::phone::Phone;
use crate::codes::sdi::SdiCode;
use crate::codes::website::Website;

/// What identifies a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostIds {
    /// ISO 3166 alpha-2.
    pub country: String,
    pub tax_code: Option<String>,
    pub vat_number: Option<String>,
    pub foreign_vat: Option<String>,
}

impl HostIds {
    /// Every identifier, each once: whoever shares one is the same host.
    pub fn all(&self) -> Vec<&str> {
        let mut all: Vec<&str> =
            [&self.tax_code, &self.vat_number, &self.foreign_vat].into_iter().flatten().map(String::as_str).collect();
        all.dedup();
        all
    }
}

/// The company's own data.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    pub legal_name: String,
    pub short_name: Option<String>,
    pub legal_form: String,
    pub sector_kind: String,
    pub ipa_code: Option<String>,
    pub ateco: Option<String>,
    pub activity: String,
    pub industry_association: Option<String>,
    pub ccnl: Option<String>,
    pub employees_permanent: i64,
    pub employees_total: i64,
    pub employees_as_of: NaiveDate,
    pub email: String,
    pub pec: Option<String>,
    pub sdi_code: Option<String>,
    pub phone: String,
    pub fax: Option<String>,
    pub website: Option<String>,
    pub digital_signature_available: Option<bool>,
    pub inail_pat: Option<String>,
    pub safety_dvr: bool,
    pub law68_compliant: Option<bool>,
}

const MOST_EMPLOYEES: i64 = 9_999_999;

/// A country's two letters; empty is Italy.
pub fn read_country(c: &mut Checker, answers: &Answers, field: &str) -> Option<String> {
    let text = answers.get(field).trim();
    if text.is_empty() {
        return Some("IT".to_owned());
    }
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some(text.to_owned());
    }
    c.add(field, Problem::Country);
    None
}

/// Country and identifiers. In Italy at least one of tax code and VAT number (U06).
pub fn read_ids(c: &mut Checker, answers: &Answers) -> Option<HostIds> {
    let country = read_country(c, answers, "country");
    let mut r = Reader { checker: c, answers };
    if !is_italian(answers, "country") {
        let country = country?;
        let foreign_vat = r.must("foreign_vat", |text| ForeignVat::parse(&country, text))?;
        return Some(HostIds { country, tax_code: None, vat_number: None, foreign_vat: Some(foreign_vat.as_str().to_owned()) });
    }
    let tax_code = r.may("company_tax_code", CompanyTaxCode::parse);
    let vat_number = r.may("vat_number", VatNumber::parse);
    if tax_code == Some(None) && vat_number == Some(None) {
        r.checker.add("company_tax_code", Problem::OneOfTwo);
        return None;
    }
    let vat_number = vat_number?.map(|code| code.as_str().to_owned());
    // A company that gives its VAT number alone has the same number as its tax code.
    let tax_code = tax_code?.map(|code| code.as_str().to_owned()).or_else(|| vat_number.clone());
    Some(HostIds { country: country?, tax_code, vat_number, foreign_vat: None })
}

/// The association's name: one of the list, or the one written beside «other».
pub fn read_association(c: &mut Checker, answers: &Answers) -> Option<Option<String>> {
    let mut r = Reader { checker: c, answers };
    let chosen = r.may("industry_association", choice(&ASSOCIATIONS));
    let other = r.may("industry_association_other", line(120));
    let chosen = chosen?;
    let other = other?;
    Some(if chosen.as_deref() == Some("other") { other.or(chosen) } else { chosen })
}

/// The company's data.
pub fn read_company(c: &mut Checker, answers: &Answers, basis: &Basis) -> Option<Company> {
    let italian = is_italian(answers, "country");
    let public = answers.get("sector_kind") == "public";
    let industry_association = read_association(c, answers);
    let mut r = Reader { checker: c, answers };
    let legal_name = r.must("legal_name", legal_name);
    let short_name = r.may("short_name", line(120));
    let legal_form = r.must("legal_form", choice(&LEGAL_FORMS));
    let sector_kind = r.must("sector_kind", choice(&SECTOR_KINDS));
    let ipa_code = if italian && public { r.must("ipa_code", IpaCode::parse).map(Some) } else { Some(None) };
    let ateco = if italian { r.must("ateco", Ateco::parse).map(Some) } else { Some(None) };
    let activity = r.must("activity", lines(500));
    let ccnl = r.may("ccnl", line(120));
    let employees_permanent = r.must("employees_permanent", whole_number(MOST_EMPLOYEES));
    let employees_total = r.must("employees_total", whole_number(MOST_EMPLOYEES));
    if employees_permanent.zip(employees_total).is_some_and(|(permanent, total)| total < permanent) {
        r.checker.add("employees_total", Problem::FewerThanPermanent);
    }
    let employees_as_of = r.must("employees_as_of", past_date(basis.today));
    let email = r.must("email", Email::parse);
    let pec = r.when(italian, "pec", Email::parse);
    let sdi_code = if italian { r.may("sdi_code", SdiCode::parse) } else { Some(None) };
    let phone = r.must("phone", Phone::parse);
    let fax = r.may("fax", Phone::parse);
    let website = r.may("website", Website::parse);
    let inail_pat = if italian { r.may("inail_pat", InailPat::parse) } else { Some(None) };
    let safety_dvr = answers.flag("safety_dvr");
    if !safety_dvr {
        r.checker.add("safety_dvr", Problem::NotAccepted);
    }
    Some(Company {
        legal_name: legal_name?,
        short_name: short_name?,
        legal_form: legal_form?,
        sector_kind: sector_kind?,
        ipa_code: ipa_code?.map(|code| code.as_str().to_owned()),
        ateco: ateco?.map(|code| code.as_str().to_owned()),
        activity: activity?,
        industry_association: industry_association?,
        ccnl: ccnl?,
        employees_permanent: employees_permanent?,
        employees_total: employees_total?,
        employees_as_of: employees_as_of?,
        email: email?.as_str().to_owned(),
        pec: pec?.map(|address| address.as_str().to_owned()),
        sdi_code: sdi_code?.map(|code| code.as_str().to_owned()),
        phone: phone?.as_str().to_owned(),
        fax: fax?.map(|number| number.as_str().to_owned()),
        website: website?.map(|address| address.as_str().to_owned()),
        digital_signature_available: Some(answers.flag("digital_signature_available")),
        inail_pat: inail_pat?.map(|code| code.as_str().to_owned()),
        safety_dvr,
        law68_compliant: Some(answers.flag("law68_compliant")),
    })
}

fn legal_name(text: &str) -> Result<String, Problem> {
    let name = line(200)(text)?;
    if name.chars().count() < 2 { Err(Problem::TooShort { min: 2 }) } else { Ok(name) }
}

/// What the office should look at.
pub fn look_at(c: &mut Checker, answers: &Answers, basis: &Basis) {
    if VatNumber::parse(answers.get("vat_number")).is_ok_and(|vat| vat.office_is_unusual()) {
        c.add("vat_number", Problem::VatOffice);
    }
    let country = answers.get("country");
    if ForeignVat::parse(country, answers.get("foreign_vat")).is_ok_and(|vat| vat.checksum_differs()) {
        c.add("foreign_vat", Problem::ForeignVatCheck);
    }
    let year_ago = basis.today.checked_sub_months(Months::new(12));
    let as_of = past_date(basis.today)(answers.get("employees_as_of")).ok();
    if as_of.zip(year_ago).is_some_and(|(as_of, year_ago)| as_of < year_ago) {
        c.add("employees_as_of", Problem::Outdated);
    }
    if Email::parse(answers.get("pec")).is_ok_and(|pec| pec.is_ordinary_provider()) {
        c.add("pec", Problem::PecOrdinary);
    }
}

/// The legal name without its legal form, folded: what duplicates are found by.
pub fn name_core(legal_name: &str) -> String {
    const FORMS: [&str; 26] = [
        "srl",
        "s r l",
        "srls",
        "s r l s",
        "spa",
        "s p a",
        "sapa",
        "snc",
        "s n c",
        "sas",
        "s a s",
        "soc",
        "societa",
        "scarl",
        "coop",
        "cooperativa",
        "onlus",
        "aps",
        "ets",
        "gmbh",
        "ltd",
        "sa",
        "ag",
        "inc",
        "llc",
        "unipersonale",
    ];
    let folded = crate::text::fold(legal_name);
    let mut words = format!(" {folded} ");
    for form in FORMS {
        words = words.replace(&format!(" {form} "), " ");
    }
    let core = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if core.is_empty() { folded } else { core }
}
