//! A seat and its address. Source: domain reference 2.1, 2.3.

use crate::accreditation::company::read_country;
use crate::accreditation::fields::{SeatNames, is_italian};
use crate::accreditation::reading::{Reader, line};
use crate::accreditation::registration::Basis;
use crate::answers::Answers;
use crate::check::{Checker, Problem};
use crate::codes::email::Email;
use crate::codes::phone::Phone;
use crate::codes::postal_code::PostalCode;
use crate::codes::province::Province;

/// A seat of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub name: String,
    /// ISO 3166 alpha-2.
    pub country: String,
    pub street: String,
    pub civic_no: Option<String>,
    pub postal_code: String,
    /// The municipality's official name in Italy, as written abroad.
    pub city: String,
    /// Belfiore code; in Italy, once the table was asked.
    pub belfiore: Option<String>,
    /// Car code; in Italy.
    pub province: Option<String>,
    /// In Italy, once the table was asked.
    pub region: Option<String>,
    pub place: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

struct City {
    name: String,
    belfiore: Option<String>,
    province: Option<String>,
    region: Option<String>,
}

/// The seat whose fields are called so.
pub fn read(c: &mut Checker, answers: &Answers, names: &SeatNames, basis: &Basis) -> Option<Seat> {
    let country = read_country(c, answers, names.country);
    let italian = is_italian(answers, names.country);
    let mut r = Reader { checker: c, answers };
    let name = r.must(names.name, line(120));
    let street = r.must(names.street, line(120));
    let civic_no = r.may(names.civic_no, line(10));
    let postal_code = if italian {
        r.must(names.postal_code, PostalCode::parse).map(|code| code.as_str().to_owned())
    } else {
        r.must(names.postal_code, line(12))
    };
    let city = if italian { italian_city(&mut r, names, basis) } else { foreign_city(&mut r, names) };
    let place = r.may(names.place, line(80));
    let phone = r.may(names.phone, Phone::parse);
    let email = r.may(names.email, Email::parse);
    let city = city?;
    Some(Seat {
        name: name?,
        country: country?,
        street: street?,
        civic_no: civic_no?,
        postal_code: postal_code?,
        city: city.name,
        belfiore: city.belfiore,
        province: city.province,
        region: city.region,
        place: place?,
        phone: phone?.map(|number| number.as_str().to_owned()),
        email: email?.map(|address| address.as_str().to_owned()),
    })
}

fn foreign_city(r: &mut Reader, names: &SeatNames) -> Option<City> {
    let name = r.must(names.city, line(120))?;
    Some(City { name, belfiore: None, province: None, region: None })
}

/// The municipality and its province. With the table, both have to agree with it; without, the form alone is checked.
fn italian_city(r: &mut Reader, names: &SeatNames, basis: &Basis) -> Option<City> {
    let name = r.must(names.city, line(120));
    let province = r.must(names.province, Province::parse);
    let (name, province) = name.zip(province)?;
    let Some(places) = basis.places else {
        return Some(City { name, belfiore: None, province: Some(province.as_str().to_owned()), region: None });
    };
    match places.find_current(&name, province.as_str()) {
        Ok(found) => Some(City {
            name: found.name.to_string(),
            belfiore: Some(found.belfiore.to_string()),
            province: Some(found.province.to_string()),
            region: Some(found.region.to_string()),
        }),
        Err(problem @ (Problem::ProvincePlace | Problem::MunicipalityAmbiguous { .. })) => {
            r.checker.add(names.province, problem);
            None
        }
        Err(problem) => {
            r.checker.add(names.city, problem);
            None
        }
    }
}

/// What the office should look at: a postal code that is not one of the municipality's.
pub fn look_at(c: &mut Checker, answers: &Answers, names: &SeatNames, basis: &Basis) {
    let Some(places) = basis.places else { return };
    if !is_italian(answers, names.country) {
        return;
    }
    let Ok(code) = PostalCode::parse(answers.get(names.postal_code)) else { return };
    let Ok(place) = places.find_current(answers.get(names.city), answers.get(names.province)) else { return };
    let known = &place.postal_codes;
    if !known.is_empty() && !known.iter().any(|known| &**known == code.as_str()) {
        c.add(names.postal_code, Problem::PostalCodePlace);
    }
}
