//! What the Convenzione says. Source: domain reference 6.

use chrono::NaiveDate;
use serde::Serialize;

/// The framework agreement of a promoter with a host, ready to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Convention {
    /// `2026/118`.
    pub number: String,
    pub promoter: Promoter,
    pub host: SigningHost,
    /// `curricular`, `extracurricular`, `both` or `school`.
    pub kind: String,
    /// 1–60.
    pub months: i64,
    /// The disciplinary area of main interest, in the document's language.
    pub area: String,
    /// Months it renews itself by; none: it does not.
    pub renewal_months: Option<i64>,
    /// Days before the expiry until which notice can be given.
    pub notice_days: i64,
    /// Who signs, in order.
    pub signers: Vec<SigningPerson>,
}

/// University or school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promoter {
    pub name: String,
    /// Schools have a text of their own.
    pub is_school: bool,
    /// Empty if it is not known.
    pub tax_code: String,
    pub address: String,
    /// What its signatory is called.
    pub signatory_title: String,
    /// `#rrggbb`, of headings and rules.
    pub tint: String,
}

/// The company or body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SigningHost {
    pub name: String,
    /// The registered seat on one line.
    pub address: String,
    pub tax_code: Option<String>,
    pub vat_number: Option<String>,
    pub pec: Option<String>,
    pub ateco: Option<String>,
    pub representative: Representative,
}

/// Who signs for the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Representative {
    pub name: String,
    /// The document writes dates in its own language.
    pub born_on: Option<NaiveDate>,
    pub born_in: String,
    pub tax_code: String,
    /// In the document's language.
    pub office_held: String,
}

/// One place for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SigningPerson {
    /// In the document's language.
    pub role: String,
    /// Empty where the person is not known yet.
    pub name: String,
}
