//! From strings to values, every problem at once. A problem is a code; its words are the interface's.

use serde::{Deserialize, Serialize};

/// What is wrong with one field. Never carries what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name, as in the form.
    pub field: String,
    pub problem: Problem,
}

/// Why a field is not accepted (or, as a warning, what to look at). The interface says it in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// Mandatory and empty.
    Missing,
    /// One of two is needed (tax code or VAT number).
    OneOfTwo,
    TooShort {
        min: i64,
    },
    TooLong {
        max: i64,
    },
    /// Control or private-use characters.
    Characters,
    /// A name with something that is not a letter, space, apostrophe or hyphen.
    NotAName,
    NotANumber,
    /// A whole number out of bounds, both inclusive.
    OutOfRange {
        min: i64,
        max: i64,
    },
    /// Not a calendar date (`YYYY-MM-DD` or `DD/MM/YYYY`).
    NotADate,
    DateInFuture,
    DateTooOld,
    /// The last day comes before the first, or an hour's end before its beginning.
    EndsBeforeStart,
    /// Not hours of a day (`09:00-13:00`).
    NotATime,
    /// Two bands of a day overlap.
    Overlapping,
    /// More entries than fit.
    TooMany {
        max: i64,
    },
    /// Not one of the offered choices.
    NotAChoice,
    /// Has to be ticked.
    NotAccepted,
    /// The same key stands on an earlier line of the file (from 1).
    Repeated {
        line: i64,
    },
    /// A code that the registry does not know.
    NotInRegistry,
    // identifiers
    /// Not four to twelve letters and digits.
    Matricola,
    /// V-CF: not 16 characters of the right shape.
    TaxCodeForm,
    /// V-CF: the last letter does not match.
    TaxCodeCheck,
    /// V-CF: the date in it does not exist.
    TaxCodeDate,
    /// V-CF: the place in it does not exist (or not on the birth date).
    TaxCodePlace,
    /// V-CF against the declared data; each blocks.
    TaxCodeSex,
    TaxCodeBirthDate,
    TaxCodeBirthPlace,
    /// V-CF against the declared names; to be confirmed.
    TaxCodeNames,
    /// An 11-digit provisional code of a person: accepted, to be looked at.
    TaxCodeProvisional,
    /// V-PIVA: not 11 digits.
    VatForm,
    /// V-PIVA: the check digit does not match, or the first seven are zero.
    VatCheck,
    /// V-PIVA: a right check digit with an unusual office number.
    VatOffice,
    /// V-VIES: not the form of that country.
    ForeignVatForm,
    /// V-VIES: right form, national checksum differs.
    ForeignVatCheck,
    /// V-CAP.
    PostalCode,
    /// V-CAP: right form, not one of that municipality's.
    PostalCodePlace,
    /// V-PROV.
    Province,
    /// The municipality is not in that province.
    ProvincePlace,
    /// Not an Italian municipality (today, or on the birth date).
    Municipality,
    /// The name fits several municipalities: the provinces to choose from.
    MunicipalityAmbiguous {
        provinces: Vec<String>,
    },
    /// Neither a municipality nor a foreign state.
    BirthPlace,
    Country,
    /// V-MAIL.
    Email,
    /// V-PEC: an ordinary mail provider.
    PecOrdinary,
    /// V-TEL.
    Phone,
    Website,
    Ateco,
    SdiCode,
    IpaCode,
    InailPat,
    /// `total` is less than `permanent`.
    FewerThanPermanent,
    /// older than twelve months.
    Outdated,
    /// V-USER: form.
    UserNameForm,
    UserNameReserved,
    UserNameTaken,
    // passwords and codes
    PasswordShort {
        min: i64,
    },
    PasswordCommon,
    PasswordsDiffer,
    /// The password is not the account's, or name and password do not belong together.
    PasswordWrong,
    CodeWrong,
    CodeExpired,
    // files
    FileTooLarge {
        max_mb: i64,
    },
    /// Not of the kinds that are taken.
    FileKind,
    /// Not a PNG or JPEG that can be read.
    NotAPicture,
    // notes
    NoteShort {
        min: i64,
    },
}

/// Collects problems while values are read.
#[derive(Debug, Default)]
pub struct Checker {
    errors: Vec<FieldError>,
}

impl Checker {
    /// Adds one problem.
    pub fn add(&mut self, field: &str, problem: Problem) {
        self.errors.push(FieldError { field: field.to_owned(), problem });
    }

    /// The value of a result, its problem noted.
    pub fn take<T>(&mut self, field: &str, result: Result<T, Problem>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problem) => {
                self.add(field, problem);
                None
            }
        }
    }

    /// Whether `field` has a problem already.
    pub fn has(&self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }

    /// The value, if nothing was wrong. `value` must be `Some` when no problem was added.
    pub fn finish<T>(self, value: impl FnOnce() -> Option<T>) -> Result<T, Vec<FieldError>> {
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        value().ok_or_else(|| vec![FieldError { field: String::new(), problem: Problem::Missing }])
    }

    /// The problems so far.
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }
}
