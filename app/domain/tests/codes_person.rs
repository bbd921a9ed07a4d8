//! V-CF: the tax code of a person. Source: domain reference 5.

mod places_table;

use chrono::{Datelike, NaiveDate};
use domain::check::Problem;
use domain::codes::person_tax_code::expected;
use domain::codes::{Declared, PersonTaxCode, Sex};
use proptest::prelude::*;

use places_table::places;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-22")
}

fn declared<'a>(last_name: &'a str, first_name: &'a str, sex: Sex, born: &str, belfiore: &'a str) -> Declared<'a> {
    Declared { first_name, last_name, sex, birth_date: date(born), belfiore }
}

/// Code, last name, first name, sex, birth date, place.
const PERSONS: [(&str, &str, &str, Sex, &str, &str); 13] = [
    ("RSSMRA85D10H501H", "Rossi", "Mario", Sex::M, "1985-04-10", "H501"),
    ("BNCGLI01T71F205E", "Bianchi", "Giulia", Sex::F, "2001-12-31", "F205"),
    ("DNGNCL03B28L219X", "D'Angelo", "Niccolò", Sex::M, "2003-02-28", "L219"),
    ("DLCMCH99M41F839R", "De Luca", "Maria Chiara", Sex::F, "1999-08-01", "F839"),
    ("FOXLAX70A01D969A", "Fo", "Al", Sex::M, "1970-01-01", "D969"),
    ("REXDIA04B69A182A", "Re", "Ida", Sex::F, "2004-02-29", "A182"),
    ("MLLJGN92E15Z112R", "Müller", "Jürgen", Sex::M, "1992-05-15", "Z112"),
    ("NGYTHI98R49Z251J", "Nguyen", "Thi", Sex::F, "1998-10-09", "Z251"),
    ("LLAGFR00P30G273H", "Aiello", "Gianfranco", Sex::M, "2000-09-30", "G273"),
    ("YUXLIX02L47Z210A", "Yu", "Li", Sex::F, "2002-07-07", "Z210"),
    ("QTTLSN97C19L781K", "Quattrocchi", "Alessandro", Sex::M, "1997-03-19", "L781"),
    ("SPSNNA60H60D643K", "Esposito", "Anna", Sex::F, "1960-06-20", "D643"),
    ("IAIGUO55S05A662N", "Iaia", "Ugo", Sex::M, "1955-11-05", "A662"),
];

#[test]
fn the_code_of_every_published_person_is_right_and_agrees_with_them() {
    for (text, last, first, sex, born, belfiore) in PERSONS {
        let person = declared(last, first, sex, born, belfiore);
        let code = PersonTaxCode::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!(expected(&person), text);
        assert_eq!(code.mismatches(&person), []);
        assert!(code.place_exists(places(), person.birth_date), "{text}");
        let decoded = code.decode(today()).unwrap();
        assert_eq!((decoded.sex, decoded.birth_date, decoded.belfiore.as_str()), (sex, person.birth_date, belfiore));
    }
}

#[test]
fn the_code_printed_in_a_seed_is_right() {
    let decoded = PersonTaxCode::parse("NMUMRA90A41F205N").unwrap().decode(today()).unwrap();
    assert_eq!((decoded.sex, decoded.birth_date, decoded.belfiore.as_str()), (Sex::F, date("1990-01-01"), "F205"));
}

#[test]
fn omocodia_is_mapped_back() {
    let of = |code: &str| PERSONS.into_iter().find(|person| person.0 == code).unwrap();
    let variants = "RSSMRA85D10H50MZ RSSMRA85D10H5LMK RSSMRA85D10HRLMF RSSMRA85D1LH501K RSSMRAU5D10H501E RSSMRA85DM0H50MK \
                    RSSMRAURDMLHRLMC BNCGLI01T71F20RZ DLCMCH99MQMFUPVT MLLJGN92E15ZMMNJ";
    for text in variants.split_whitespace() {
        let original = PERSONS.into_iter().find(|person| person.0[..6] == text[..6]).unwrap().0;
        let (_, last, first, sex, born, belfiore) = of(original);
        let code = PersonTaxCode::parse(text).unwrap();
        assert_eq!(code.as_str(), text, "the code is kept as given");
        assert_eq!(code.decode(today()), PersonTaxCode::parse(original).unwrap().decode(today()));
        assert_eq!(code.mismatches(&declared(last, first, sex, born, belfiore)), []);
    }
}

#[test]
fn wrong_codes_are_refused() {
    for (text, problem) in [
        ("RSSMRA85D10H501S", Problem::TaxCodeCheck),
        ("RSSMRA85D01H501H", Problem::TaxCodeCheck),
        ("RSSMRA85D10H501", Problem::TaxCodeForm),
        ("RSSMRA85D10H501HH", Problem::TaxCodeForm),
        ("RSSMRA85F10H501N", Problem::TaxCodeForm),
        ("RSSMRA85D00H501G", Problem::TaxCodeDate),
        ("RSSMRA85D32H501N", Problem::TaxCodeDate),
        ("RSSMRA85D40H501K", Problem::TaxCodeDate),
        ("RSSMRA85D72H501R", Problem::TaxCodeDate),
        ("RSSMRA85D81H501N", Problem::TaxCodeDate),
        ("RSSMRA85B30H501C", Problem::TaxCodeDate),
        ("RSSMRA85D31H501I", Problem::TaxCodeDate),
        ("RSSMRA03B29H501B", Problem::TaxCodeDate),
        ("RSSMRA85D10J501J", Problem::TaxCodeForm),
        ("RSSMR085D10H501H", Problem::TaxCodeForm),
        ("RSSMRA85D1OH501R", Problem::TaxCodeForm),
        ("RSSMRA85D10H50AI", Problem::TaxCodeForm),
        ("RSSMRA85D10H5010", Problem::TaxCodeForm),
        ("RSSMRÀ85D10H501H", Problem::TaxCodeForm),
        ("ＲSSMRA85D10H501H", Problem::TaxCodeForm),
        ("RSSMRA８5D10H501H", Problem::TaxCodeForm),
        ("", Problem::TaxCodeForm),
    ] {
        assert_eq!(PersonTaxCode::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn an_unknown_place_is_found_by_the_table_only() {
    for text in ["RSSMRA85D10H000W", "RSSMRA85D10Z999L"] {
        let code = PersonTaxCode::parse(text).unwrap();
        assert!(!code.place_exists(places(), date("1985-04-10")), "{text}");
    }
}

#[test]
fn small_letters_and_spaces_are_forgiven() {
    assert_eq!(PersonTaxCode::parse(" rss mra 85d10 h501h\n").unwrap().as_str(), "RSSMRA85D10H501H");
}

#[test]
fn a_provisional_code_is_accepted_and_says_nothing() {
    let code = PersonTaxCode::parse("12345670066").unwrap();
    assert!(code.is_provisional() && code.decode(today()).is_none() && code.place_exists(places(), today()));
    assert_eq!(code.mismatches(&declared("Rossi", "Mario", Sex::M, "1985-04-10", "H501")), []);
    assert_eq!(PersonTaxCode::parse("12345670067"), Err(Problem::TaxCodeCheck));
    assert!(!PersonTaxCode::parse("RSSMRA85D10H501H").unwrap().is_provisional());
}

#[test]
fn what_differs_from_the_declared_data_is_said() {
    let code = PersonTaxCode::parse("RSSMRA85D10H501H").unwrap();
    for (last, first, sex, born, belfiore, expected_code, problems) in [
        ("Rossi", "Mario", Sex::F, "1985-04-10", "H501", "RSSMRA85D50H501L", vec![Problem::TaxCodeSex]),
        ("Rossi", "Mario", Sex::M, "1985-10-04", "H501", "RSSMRA85R04H501P", vec![Problem::TaxCodeBirthDate]),
        ("Rossi", "Mario", Sex::M, "1985-04-10", "F205", "RSSMRA85D10F205K", vec![Problem::TaxCodeBirthPlace]),
        ("Rosa", "Mario", Sex::M, "1985-04-10", "H501", "RSOMRA85D10H501G", vec![Problem::TaxCodeNames]),
        ("Rossi", "Marco", Sex::M, "1985-04-10", "H501", "RSSMRC85D10H501J", vec![Problem::TaxCodeNames]),
        ("Russo", "Mario", Sex::M, "1985-04-10", "H501", "RSSMRA85D10H501H", vec![]),
        ("Rossi", "Mara", Sex::M, "1985-04-10", "H501", "RSSMRA85D10H501H", vec![]),
    ] {
        let person = declared(last, first, sex, born, belfiore);
        assert_eq!(code.mismatches(&person), problems, "{last} {first} {sex:?} {born} {belfiore}");
        assert_eq!(expected(&person), expected_code);
    }
    let all = declared("Verdi", "Anna", Sex::F, "1990-01-01", "F205");
    assert_eq!(code.mismatches(&all).len(), 4);
}

#[test]
fn a_birth_of_another_century_is_the_same_code() {
    let code = PersonTaxCode::parse("RSSMRA85D10H501H").unwrap();
    assert_eq!(code.mismatches(&declared("Rossi", "Mario", Sex::M, "1885-04-10", "H501")), []);
}

#[test]
fn without_a_declared_date_the_age_is_14_to_113() {
    let person = declared("Rossi", "Mario", Sex::M, "2012-11-22", "H501");
    let code = PersonTaxCode::parse(&expected(&person)).unwrap();
    assert_eq!(code.decode(date("2026-11-22")).unwrap().birth_date.year(), 2012, "fourteen today");
    assert_eq!(code.decode(date("2026-11-21")).unwrap().birth_date.year(), 1912, "not yet fourteen");
    let leap = declared("Rossi", "Mario", Sex::M, "2000-02-29", "H501");
    let code = PersonTaxCode::parse(&expected(&leap)).unwrap();
    assert_eq!(code.decode(today()).unwrap().birth_date, leap.birth_date);
    assert_eq!(code.decode(date("2010-01-01")), None, "1900 had no 29 February");
}

prop_compose! {
    fn any_birth()(days in 0i64..36_500) -> NaiveDate {
        date("1913-01-01") + chrono::Duration::days(days)
    }
}

/// A code with the digits chosen by `mask` replaced and the control letter recomputed by trying all of them.
fn omocodia(code: &str, mask: u32) -> PersonTaxCode {
    let mut text: Vec<char> = code.chars().collect();
    for (bit, at) in [6, 7, 9, 10, 12, 13, 14].into_iter().enumerate() {
        if mask & (1 << bit) != 0 {
            text[at] = "LMNPQRSTUV".chars().nth(text[at].to_digit(10).unwrap() as usize).unwrap();
        }
    }
    let stem: String = text[..15].iter().collect();
    let right: Vec<PersonTaxCode> =
        ('A'..='Z').filter_map(|letter| PersonTaxCode::parse(&format!("{stem}{letter}")).ok()).collect();
    assert_eq!(right.len(), 1, "exactly one control letter is right");
    right.into_iter().next().unwrap()
}

proptest! {
    #[test]
    fn every_generated_code_reads_back(
        last in "[A-Za-zÀ-ÿ' -]{1,20}", first in "[A-Za-zÀ-ÿ' -]{1,20}", woman: bool, born in any_birth(), place in "[A-IL-MZ][0-9]{3}",
    ) {
        let sex = if woman { Sex::F } else { Sex::M };
        let person = Declared { first_name: &first, last_name: &last, sex, birth_date: born, belfiore: &place };
        let code = PersonTaxCode::parse(&expected(&person)).unwrap();
        prop_assert_eq!(code.mismatches(&person), vec![]);
        if let Some(decoded) = code.decode(date("2027-01-01")) {
            prop_assert_eq!((decoded.sex, decoded.birth_date, decoded.belfiore), (sex, born, place));
        }
    }

    #[test]
    fn no_parser_panics(text: String) {
        let _ = PersonTaxCode::parse(&text);
        let _ = domain::codes::CompanyTaxCode::parse(&text);
        let _ = domain::codes::VatNumber::parse(&text);
        let _ = domain::codes::Iban::parse(&text);
        let _ = domain::codes::Email::parse(&text);
        let _ = domain::codes::Phone::parse(&text);
        let _ = domain::codes::Ateco::parse(&text);
        let _ = domain::codes::Website::parse(&text);
        let _ = domain::codes::Protocol::parse(&text, date("2026-01-01"), date("2026-01-01"));
        let _ = domain::account::user_name::UserName::parse(&text);
    }

    #[test]
    fn no_checksum_panics_whatever_the_shape(
        country in "(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|GB|US)",
        text in "([0-9]{2,12}|[A-Z0-9+*]{8,12}|[0-9A-Z][0-9]{7}[A-Z0-9]|[A-Z0-9]{2}[0-9]{9}|[0-9]{7}[A-W][A-I]?|(GD|HA)[0-9]{3})",
    ) {
        if let Ok(number) = domain::codes::ForeignVat::parse(&country, &text) {
            let _ = number.checksum_differs();
        }
    }
}

#[test]
fn each_of_the_127_variants_says_the_same() {
    for (text, last, first, sex, born, belfiore) in PERSONS {
        let person = declared(last, first, sex, born, belfiore);
        let decoded = PersonTaxCode::parse(text).unwrap().decode(today());
        for mask in 0..128 {
            let variant = omocodia(text, mask);
            assert_eq!(variant.decode(today()), decoded);
            assert_eq!(variant.mismatches(&person), []);
        }
    }
}
