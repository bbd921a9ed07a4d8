//! An operating seat, as a host writes it down. Source: domain reference 2.1, 2.3.

use crate::accreditation::fields::{Field, Kind, Need, OPERATING_SEAT, label_of as registration_label, seat_fields};
use crate::accreditation::reading::{Reader, choice, whole_number};
use crate::accreditation::registration::Basis;
use crate::accreditation::seat::{self, Seat};
use crate::answers::Answers;
use crate::check::{Checker, FieldError};

/// Codes of «Rischio».
pub const RISK_LEVELS: [&str; 3] = ["low", "medium", "high"];

const MAX_EMPLOYEES: i64 = 1_000_000;

/// Names of what an operating seat has besides its address.
pub const EMPLOYEES: &str = "operating_seat_employees";
pub const RISK: &str = "operating_seat_risk";

const OWN: [Field; 2] = [
    Field { name: EMPLOYEES, label: "seat_employees", kind: Kind::Number, need: Need::Optional, autocomplete: "" },
    Field { name: RISK, label: "risk_level", kind: Kind::Choice(&RISK_LEVELS), need: Need::Optional, autocomplete: "" },
];

/// An operating seat with what rules need to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatingSeat {
    pub seat: Seat,
    /// Permanent employees at this seat alone (R-01 where the region counts so).
    pub employees: Option<i64>,
    pub risk_level: Option<String>,
}

/// The fields for a country (ISO 3166, empty: Italy), in order. The province is asked for whatever the country is, as the
/// form stays the same while it is filled.
pub fn fields(country: &str) -> Vec<Field> {
    let province = if matches!(country, "" | "IT") { Need::Mandatory } else { Need::Ruled };
    let mut fields = seat_fields(&OPERATING_SEAT, true, Need::Mandatory);
    for field in &mut fields {
        match field.label {
            "postal_code" => field.kind = Kind::Line { max: 12 },
            "province" => field.need = province,
            _ => {}
        }
    }
    fields.extend(OWN);
    fields
}

/// The key of a field's label, by the field's name.
pub fn label_of(name: &str) -> &str {
    OWN.iter().find(|field| field.name == name).map_or_else(|| registration_label(name), |field| field.label)
}

/// The values, or every problem.
pub fn read(answers: &Answers, basis: &Basis) -> Result<OperatingSeat, Vec<FieldError>> {
    let mut c = Checker::default();
    let seat = seat::read(&mut c, answers, &OPERATING_SEAT, basis);
    let mut r = Reader { checker: &mut c, answers };
    let employees = r.may(EMPLOYEES, whole_number(MAX_EMPLOYEES));
    let risk_level = r.may(RISK, choice(&RISK_LEVELS));
    c.finish(|| Some(OperatingSeat { seat: seat?, employees: employees?, risk_level: risk_level? }))
}
