//! V-PIVA: the VAT number and the tax code of companies and bodies. Source: domain reference 5.

use super::person_tax_code::PersonTaxCode;
use super::shape::{compact, digits, is_digits};
use crate::check::Problem;

code! {
    /// An Italian VAT number: 11 digits.
    VatNumber
}

impl VatNumber {
    /// A number with the right check digit, `IT` in front and spaces taken away. Errors: `VatForm`, `VatCheck`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = compact(text);
        let number = text.strip_prefix("IT").unwrap_or(&text);
        if !is_digits(number, 11, 11) {
            return Err(Problem::VatForm);
        }
        if !has_vat_check_digit(number) {
            return Err(Problem::VatCheck);
        }
        Ok(Self(number.to_owned()))
    }

    /// Whether the office in the number is none of those in use: a right number all the same, but worth a look.
    pub fn office_is_unusual(&self) -> bool {
        !matches!(self.0[7..10].parse(), Ok(1..=100 | 120 | 121 | 888 | 999))
    }
}

code! {
    /// The tax code of a host: 11 digits, or the 16 characters of a sole trader's own.
    CompanyTaxCode
}

impl CompanyTaxCode {
    /// Errors: those of a person's code for what looks like one (`TaxCodeForm`, `TaxCodeCheck`, `TaxCodeDate`),
    /// else `VatForm` and `VatCheck`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code = compact(text);
        let number = code.strip_prefix("IT").unwrap_or(&code);
        // a person's code may begin with IT too: only what is left decides
        if number.bytes().all(|c| c.is_ascii_digit()) {
            return VatNumber::parse(number).map(|number| Self(number.into()));
        }
        PersonTaxCode::parse(&code).map(|code| Self(code.into()))
    }

    /// Whether it is the code of a person who trades under their own name.
    pub fn is_sole_trader(&self) -> bool {
        self.0.len() == 16
    }
}

/// Whether 11 digits end with the right check digit and the progressive number is not zero.
pub(super) fn has_vat_check_digit(number: &str) -> bool {
    let digits = digits(number);
    let sum: u32 = digits.iter().take(10).enumerate().map(|(at, d)| if at % 2 == 0 { *d } else { doubled(*d) }).sum();
    digits.len() == 11 && digits[10] == (10 - sum % 10) % 10 && digits[..7].iter().any(|d| *d != 0)
}

/// Twice a digit, its own digits added (the rule of Luhn).
pub(super) fn doubled(digit: u32) -> u32 {
    if digit > 4 { digit * 2 - 9 } else { digit * 2 }
}
