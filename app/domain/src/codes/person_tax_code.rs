//! V-CF: the tax code of a person, D.M. 23/12/1976. Source: domain reference 5.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::company_tax_code::has_vat_check_digit;
use super::control_letter::control_letter;
use super::shape::{compact, fits, is_digits};
use crate::check::Problem;
use crate::places::Places;
use crate::text::fold;

const SHAPE: &str = "aaaaaaoomoopoooa";
const MONTHS: &str = "ABCDEHLMPRST";
/// What replaces the digits 0–9 when two persons would have the same code (*omocodia*).
const SUBSTITUTES: &str = "LMNPQRSTUV";
/// 0-based positions of the digits.
const DIGITS_AT: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// Sex as the registry and the tax code have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    M,
    F,
}

impl Sex {
    /// The letter used in forms and columns.
    pub fn letter(self) -> &'static str {
        match self {
            Self::M => "M",
            Self::F => "F",
        }
    }

    /// The sex of a letter as used in forms.
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter.trim() {
            "M" | "m" => Some(Self::M),
            "F" | "f" => Some(Self::F),
            _ => None,
        }
    }
}

code! {
    /// The tax code of a person: 16 characters, or the 11 digits of a provisional one.
    PersonTaxCode
}

/// What a tax code says about its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub sex: Sex,
    pub birth_date: NaiveDate,
    /// Cadastral code of the municipality or `Z…` of the foreign state.
    pub belfiore: String,
}

/// What a person says about themselves, to be compared with the code.
#[derive(Debug, Clone, Copy)]
pub struct Declared<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub sex: Sex,
    pub birth_date: NaiveDate,
    /// Cadastral code of the municipality or `Z…` of the foreign state.
    pub belfiore: &'a str,
}

impl PersonTaxCode {
    /// A well-formed code with the right control character and a possible date.
    /// Whether its place exists is [`Self::place_exists`]. Errors: `TaxCodeForm`, `TaxCodeCheck`, `TaxCodeDate`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code = compact(text);
        if is_digits(&code, 11, 11) {
            return if has_vat_check_digit(&code) { Ok(Self(code)) } else { Err(Problem::TaxCodeCheck) };
        }
        if !fits(&code, SHAPE) {
            return Err(Problem::TaxCodeForm);
        }
        if !code.ends_with(control_letter(&code[..15])) {
            return Err(Problem::TaxCodeCheck);
        }
        let fields = Fields::read(&code).ok_or(Problem::TaxCodeForm)?;
        // the century is not in the code: the date has to exist in one of the two
        if fields.date(1900).or(fields.date(2000)).is_none() {
            return Err(Problem::TaxCodeDate);
        }
        Ok(Self(code))
    }

    /// Whether it is an 11-digit provisional code: accepted, to be looked at, and saying nothing about its person.
    pub fn is_provisional(&self) -> bool {
        self.0.len() == 11
    }

    /// What the code says, of the two centuries the one that gives an age of 14 to 113 years, both inclusive.
    /// `None` for a provisional code, or when 29 February does not exist in that century.
    pub fn decode(&self, today: NaiveDate) -> Option<Decoded> {
        let fields = Fields::read(&self.0)?;
        let possible = |birth: &NaiveDate| today.years_since(*birth).is_some_and(|age| (14..=113).contains(&age));
        let birth_date = [2000, 1900].into_iter().filter_map(|century| fields.date(century)).find(possible)?;
        Some(Decoded { sex: fields.sex, birth_date, belfiore: fields.belfiore })
    }

    /// Whether the place in the code existed on the birth date. Always, for a provisional code, which has none.
    pub fn place_exists(&self, places: &Places, on: NaiveDate) -> bool {
        Fields::read(&self.0).is_none_or(|fields| places.exists(&fields.belfiore, on))
    }

    /// Where the code and the declared data differ. `TaxCodeSex`, `TaxCodeBirthDate` and `TaxCodeBirthPlace` block;
    /// `TaxCodeNames` is to be confirmed (transliterations, changed names). None for a provisional code.
    pub fn mismatches(&self, declared: &Declared<'_>) -> Vec<Problem> {
        let Some(fields) = Fields::read(&self.0) else { return Vec::new() };
        let mut problems = Vec::new();
        if fields.sex != declared.sex {
            problems.push(Problem::TaxCodeSex);
        }
        if fields.date(declared.birth_date.year() / 100 * 100) != Some(declared.birth_date) {
            problems.push(Problem::TaxCodeBirthDate);
        }
        if fields.belfiore != declared.belfiore {
            problems.push(Problem::TaxCodeBirthPlace);
        }
        if self.0[..6] != names(declared) {
            problems.push(Problem::TaxCodeNames);
        }
        problems
    }
}

/// The code the declared data give, without *omocodia*.
pub fn expected(declared: &Declared<'_>) -> String {
    let date = declared.birth_date;
    let month = MONTHS.chars().nth(date.month0() as usize).unwrap_or('?');
    let day = date.day() + if declared.sex == Sex::F { 40 } else { 0 };
    let code = format!("{}{:02}{month}{day:02}{}", names(declared), date.year().rem_euclid(100), declared.belfiore);
    let letter = control_letter(&code);
    format!("{code}{letter}")
}

/// The data in the code, digits mapped back.
struct Fields {
    sex: Sex,
    year_of_century: i32,
    month: u32,
    day: u32,
    belfiore: String,
}

impl Fields {
    /// `None` if the text has not the shape of a 16-character code.
    fn read(code: &str) -> Option<Self> {
        if !fits(code, SHAPE) {
            return None;
        }
        let plain: String = code.char_indices().map(|(at, c)| if DIGITS_AT.contains(&at) { digit(c) } else { c }).collect();
        let day: u32 = plain[9..11].parse().ok()?;
        let (sex, day) = if day > 40 { (Sex::F, day - 40) } else { (Sex::M, day) };
        Some(Self {
            sex,
            year_of_century: plain[6..8].parse().ok()?,
            month: MONTHS.find(&plain[8..9])? as u32 + 1,
            day,
            belfiore: plain[11..15].to_owned(),
        })
    }

    /// The birth date in the century that begins with the year `century`.
    fn date(&self, century: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(century + self.year_of_century, self.month, self.day)
    }
}

/// The digit a substitute letter stands for; a digit stays.
fn digit(c: char) -> char {
    SUBSTITUTES.find(c).map_or(c, |value| char::from(b'0' + value as u8))
}

/// The six letters of last and first name.
fn names(declared: &Declared<'_>) -> String {
    let (mut consonants, vowels) = letters(declared.first_name);
    if consonants.chars().count() >= 4 {
        consonants.remove(1);
    }
    let (last_consonants, last_vowels) = letters(declared.last_name);
    format!("{}{}", three(&last_consonants, &last_vowels), three(&consonants, &vowels))
}

/// Consonants and vowels of a name, each in order, capital and without accents.
fn letters(name: &str) -> (String, String) {
    fold(name).to_ascii_uppercase().chars().filter(char::is_ascii_uppercase).partition(|c| !"AEIOU".contains(*c))
}

fn three(consonants: &str, vowels: &str) -> String {
    consonants.chars().chain(vowels.chars()).chain("XXX".chars()).take(3).collect()
}
