//! Where a trainee lives. Source: domain reference 2.1.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::accreditation::company::read_country;
use crate::accreditation::fields::is_italian;
use crate::accreditation::reading::{Reader, line};
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::codes::postal_code::PostalCode;
use crate::codes::province::Province;

/// An address, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// ISO 3166 alpha-2.
    pub country: String,
    pub street: String,
    pub civic_no: Option<String>,
    pub postal_code: String,
    /// The municipality's official name in Italy, once the table was asked; as written abroad.
    pub city: String,
    /// Car code, in Italy.
    pub province: Option<String>,
}

/// Names of an address's fields.
pub struct AddressNames {
    pub country: &'static str,
    pub street: &'static str,
    pub civic_no: &'static str,
    pub postal_code: &'static str,
    pub city: &'static str,
    pub province: &'static str,
}

/// Names of the fields of the trainee's residence.
pub const RESIDENCE: AddressNames = AddressNames {
    country: "residence_country",
    street: "residence_street",
    civic_no: "residence_civic_no",
    postal_code: "residence_postal_code",
    city: "residence_city",
    province: "residence_province",
};

/// Names of the fields of the trainee's domicile.
pub const DOMICILE: AddressNames = AddressNames {
    country: "domicile_country",
    street: "domicile_street",
    civic_no: "domicile_civic_no",
    postal_code: "domicile_postal_code",
    city: "domicile_city",
    province: "domicile_province",
};

/// The address whose fields are called so.
pub(super) fn read(c: &mut Checker, answers: &Answers, names: &AddressNames, basis: &Basis) -> Option<Address> {
    let country = read_country(c, answers, names.country);
    let italian = is_italian(answers, names.country);
    let mut r = Reader { checker: c, answers };
    let street = r.must(names.street, line(120));
    let civic_no = r.may(names.civic_no, line(10));
    let postal_code = match italian {
        true => r.must(names.postal_code, PostalCode::parse).map(|code| code.as_str().to_owned()),
        false => r.must(names.postal_code, line(12)),
    };
    let (city, province) = match italian {
        true => italian_city(&mut r, names, basis),
        false => (r.must(names.city, line(120)), Some(None)),
    };
    Some(Address {
        country: country?,
        street: street?,
        civic_no: civic_no?,
        postal_code: postal_code?,
        city: city?,
        province: province?,
    })
}

/// City and province, which agree with the table where there is one.
fn italian_city(r: &mut Reader, names: &AddressNames, basis: &Basis) -> (Option<String>, Option<Option<String>>) {
    let city = r.must(names.city, line(120));
    let province = r.must(names.province, Province::parse).map(|province| province.as_str().to_owned());
    let (Some(name), Some(code), Some(places)) = (&city, &province, basis.places) else {
        return (city, province.map(Some));
    };
    match places.find_current(name, code) {
        Ok(found) => (Some(found.name.to_string()), Some(Some(found.province.to_string()))),
        Err(problem) => {
            let of_province = matches!(problem, Problem::ProvincePlace | Problem::MunicipalityAmbiguous { .. });
            r.checker.add(if of_province { names.province } else { names.city }, problem);
            (None, None)
        }
    }
}
