//! Stamp duty (*imposta di bollo*) of a convention. Source: domain reference 2.7 `stamp_duty`, 4 R-22.

use serde::{Deserialize, Serialize};

use crate::accreditation::reading::{Reader, choice, line};
use crate::answers::Answers;
use crate::check::{Checker, FieldError, Problem};

/// Codes of how the duty is settled.
pub const MODES: [&str; 3] = ["stamp", "virtual", "exempt"];
/// Pages one stamp covers.
pub const PAGES_PER_STAMP: i64 = 4;

/// How the duty is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum StampDuty {
    /// *Marca da bollo*, by its fourteen digits.
    Stamp { identifier: String },
    /// Paid to the revenue directly; the number of the authorisation or of the receipt.
    Virtual { identifier: String },
    /// Public bodies, third sector: by which rule.
    Exempt { reason: String },
}

impl StampDuty {
    /// From the fields `stamp_mode`, `stamp_identifier` and `stamp_exempt_reason`; or every problem.
    pub fn read(answers: &Answers) -> Result<Self, Vec<FieldError>> {
        let mut c = Checker::default();
        let mut r = Reader { checker: &mut c, answers };
        let duty = match r.must("stamp_mode", choice(&MODES)).as_deref() {
            Some("stamp") => r.must("stamp_identifier", stamp_number).map(|identifier| Self::Stamp { identifier }),
            Some("virtual") => r.must("stamp_identifier", line(60)).map(|identifier| Self::Virtual { identifier }),
            Some(_) => r.must("stamp_exempt_reason", line(200)).map(|reason| Self::Exempt { reason }),
            None => None,
        };
        c.finish(|| duty)
    }
}

fn stamp_number(text: &str) -> Result<String, Problem> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit()) { Ok(digits) } else { Err(Problem::NotANumber) }
}

/// Euros due for a document of so many pages, `per_stamp` for every four begun. R-22.
pub fn due(pages: i64, per_stamp: i64) -> i64 {
    (pages.max(1) + PAGES_PER_STAMP - 1) / PAGES_PER_STAMP * per_stamp
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_four_pages_begun_cost_one_stamp() {
        assert_eq!([0, 1, 4, 5, 8, 9].map(|pages| due(pages, 16)), [16, 16, 16, 32, 32, 48]);
    }

    #[test]
    fn a_duty_is_settled_by_one_of_three_ways() {
        let mode = |mode| Answers::from([("stamp_mode", mode)]);
        let problem = |answers: Answers| StampDuty::read(&answers).expect_err("is wrong").remove(0);
        assert_eq!(problem(Answers::default()).field, "stamp_mode");
        assert_eq!(problem(mode("cash")).problem, Problem::NotAChoice);
        assert_eq!(problem(mode("exempt")).field, "stamp_exempt_reason");
        assert_eq!(problem(mode("stamp").with("stamp_identifier", "0112345678901")).problem, Problem::NotANumber);
        let stamp = StampDuty::read(&mode("stamp").with("stamp_identifier", "01 123456789012"));
        assert_eq!(stamp, Ok(StampDuty::Stamp { identifier: "01123456789012".to_owned() }));
        let by_rule = StampDuty::read(&mode("exempt").with("stamp_exempt_reason", "D.P.R. 642/1972, all. B, 16"));
        assert!(matches!(by_rule, Ok(StampDuty::Exempt { .. })));
    }
}
