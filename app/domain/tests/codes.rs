//! The published vectors of the identifiers. Source: domain reference 5.

use chrono::NaiveDate;
use domain::check::Problem;
use domain::codes::{
    Ateco, CompanyTaxCode, Iban, IbanProblem, InailPat, IpaCode, Phone, PostalCode, Protocol, SdiCode, VatNumber,
};
use domain::codes::{Province, Website};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_right_vat_number_is_accepted_without_a_word() {
    let companies = "01234560025 12345670066 00000010017 02187340035 98765430586 04500210150 07778880638 03102030123 11111111008 \
                     06020201205 10405061218 05551239998 80012340024 97024680585 91000138882";
    let public_bodies = "80012650158 03064870151 00754150100 80018670655 97735020584";
    for text in companies.split_whitespace().chain(public_bodies.split_whitespace()) {
        let number = VatNumber::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!((number.as_str(), number.office_is_unusual()), (text, false));
        assert_eq!(CompanyTaxCode::parse(text).unwrap().as_str(), text);
    }
}

#[test]
fn a_wrong_vat_number_is_refused() {
    for (text, problem) in [
        ("01234560022", Problem::VatCheck),
        ("01234560020", Problem::VatCheck),
        ("01234650022", Problem::VatCheck),
        ("01234560032", Problem::VatCheck),
        ("10234560022", Problem::VatCheck),
        ("02187340036", Problem::VatCheck),
        ("98765430576", Problem::VatCheck),
        ("04500210105", Problem::VatCheck),
        ("0123456002", Problem::VatForm),
        ("012345600222", Problem::VatForm),
        ("0123456OO22", Problem::VatForm),
        ("01943490O27", Problem::VatForm),
        ("06020 20120", Problem::VatForm),
        ("03064870152", Problem::VatCheck),
        ("97735020585", Problem::VatCheck),
        ("00000000000", Problem::VatCheck),
        ("00000000588", Problem::VatCheck),
        ("", Problem::VatForm),
        ("０１２３４５６００２５", Problem::VatForm),
    ] {
        assert_eq!(VatNumber::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn an_unusual_office_is_accepted_with_a_warning() {
    for text in "01234560009 01234561015 01234561197 01234561221 01234569752".split_whitespace() {
        assert!(VatNumber::parse(text).unwrap().office_is_unusual(), "{text}");
    }
}

#[test]
fn the_prefix_and_spaces_of_a_vat_number_are_taken_away() {
    for text in ["IT01234560025", "it 0123 4560 025", "  01234560025\n"] {
        assert_eq!(VatNumber::parse(text).unwrap().as_str(), "01234560025");
        assert_eq!(CompanyTaxCode::parse(text).unwrap().as_str(), "01234560025");
    }
}

#[test]
fn the_swap_of_09_and_90_passes_as_the_algorithm_cannot_see_it() {
    assert!(VatNumber::parse("50901230016").is_ok() && VatNumber::parse("59001230016").is_ok());
}

#[test]
fn the_tax_code_of_a_host_is_a_number_or_that_of_a_sole_trader() {
    let code = CompanyTaxCode::parse("rss mra 85d10 h501h").unwrap();
    assert_eq!((code.as_str(), code.is_sole_trader()), ("RSSMRA85D10H501H", true));
    assert!(!CompanyTaxCode::parse("80012650158").unwrap().is_sole_trader());
    for (text, problem) in [
        ("", Problem::VatForm),
        ("8001265015", Problem::VatForm),
        ("80012650159", Problem::VatCheck),
        ("RSSMRA85D10H501S", Problem::TaxCodeCheck),
        ("RSSMRA85D10H501", Problem::TaxCodeForm),
    ] {
        assert_eq!(CompanyTaxCode::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn a_right_iban_is_accepted() {
    for text in "IT60X0542811101000000123456 IT77H0100501600000000200000 IT25O0306909606100000012345 IT20D0200805364000101234567 \
                 IT12B0503410400000000054321 IT02M08324106000000AB12C345 IT70K0760101600001012345678 IT71Y0608510301000000024680 \
                 IT69F0326822300052111222333 IT16E3608105138201234567890 IT48V0103002800000063123456 IT98N0569601600000003210X98"
        .split_whitespace()
    {
        assert_eq!(Iban::parse(text).map(String::from).as_deref(), Ok(text));
    }
    assert_eq!(Iban::parse("it60 x054 2811 1010 0000 0123 456").unwrap().as_str(), "IT60X0542811101000000123456");
}

#[test]
fn a_wrong_iban_is_refused() {
    for (text, problem) in [
        ("IT60X0542811101000000123457", IbanProblem::CheckDigits),
        ("IT61X0542811101000000123456", IbanProblem::CheckDigits),
        ("IT60X054281110100000012345", IbanProblem::Form),
        ("IT60X05428111010000001234560", IbanProblem::Form),
        ("IT60Y0542811101000000123456", IbanProblem::CheckDigits),
        ("FR60X0542811101000000123456", IbanProblem::Form),
        ("IT6010542811101000000123456", IbanProblem::Form),
        ("IT00X0542811101000000123456", IbanProblem::CheckDigits),
        ("IT60X0548211101000000123456", IbanProblem::CheckDigits),
        ("IT60XA542811101000000123456", IbanProblem::Form),
        ("XX60X0542811101000000123456", IbanProblem::Form),
        ("IT65A0542811101000000123456", IbanProblem::ControlLetter),
        ("", IbanProblem::Form),
    ] {
        assert_eq!(Iban::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn postal_codes() {
    for text in "00010 00118 00184 07100 10124 13100 15121 20122 28100 34121 39100 47121 50122 80138 90133 98168".split(' ') {
        assert_eq!(PostalCode::parse(text).unwrap().as_str(), text);
    }
    let wrong =
        ["", "1234", "123456", "00000", "00009", "98169", "99999", "2O122", "20 122", "20122-", "IT-20122", "ABCDE", "-2012"];
    for text in wrong.into_iter().chain(["２０１２２"]) {
        assert_eq!(PostalCode::parse(text), Err(Problem::PostalCode), "{text}");
    }
}

#[test]
fn provinces_of_addresses_are_those_of_today() {
    for text in "AL NO VC MI RM TO NA BT FC SU VB MB".split(' ') {
        assert_eq!(Province::parse(text).unwrap().as_str(), text);
    }
    assert_eq!(Province::parse(" no ").unwrap().as_str(), "NO");
    for text in
        ["XX", "MIL", "M", "", "it", "RS", "FO", "PS", "EE", "01", "R0", "ZZ", "CI", "OG", "OT", "VS", "FU", "PL", "ZA", "VG"]
    {
        assert_eq!(Province::parse(text), Err(Problem::Province), "{text}");
    }
}

#[test]
fn provinces_of_births_are_those_of_any_time() {
    for text in "AL FO PS EE CI OG OT VS FU PL ZA VG".split(' ') {
        assert!(Province::parse_for_birth(text).is_ok(), "{text}");
    }
    for text in ["XX", "MIL", "M", "", "it", "RS", "01", "R0", "ZZ"] {
        assert_eq!(Province::parse_for_birth(text), Err(Problem::Province), "{text}");
    }
}

#[test]
fn telephone_numbers_become_international() {
    for (text, stored) in [
        ("0131 283900", "+390131283900"),
        ("02.503.12113", "+390250312113"),
        ("+39 02 503 12032", "+390250312032"),
        ("0039 06 12345678", "+390612345678"),
        ("333 1234567", "+393331234567"),
        ("+393401234567", "+393401234567"),
        ("320-123456", "+39320123456"),
        ("06/12345678", "+390612345678"),
        ("(055) 2756789", "+390552756789"),
        ("800 123456", "+39800123456"),
        ("+44 20 7946 0958", "+442079460958"),
        ("+1 202-555-0143", "+12025550143"),
    ] {
        assert_eq!(Phone::parse(text).unwrap().as_str(), stored, "{text}");
    }
}

#[test]
fn wrong_telephone_numbers_are_refused() {
    let italian =
        ["", "123", "12345678", "abc", "+39", "+39 12 345678", "0131 33312345", "+39 333 123456789", "02 1234 5678 9012"];
    let other = ["+0 123456789", "+39 02 503 12O32", "+1234567890123456", "+", "00", "++39 0131283900", "０１３１２８３９００"];
    for text in italian.into_iter().chain(other) {
        assert_eq!(Phone::parse(text), Err(Problem::Phone), "{text}");
    }
}

#[test]
fn protocol_numbers_have_seven_digits_and_the_year_of_their_date() {
    let today = date("2025-06-30");
    for (number, day) in [("0000001/2025", "2025-01-02"), ("0152340/2024", "2024-12-30")] {
        assert_eq!(Protocol::parse(number, date(day), today).unwrap().to_string(), number);
    }
    assert_eq!(Protocol::parse("0000001", date("2025-01-02"), today).unwrap().to_string(), "0000001/2025");
    for (number, day, problem) in [
        ("123/2025", "2025-01-02", Problem::TooShort { min: 7 }),
        ("0000001/2025", "2025-07-01", Problem::DateInFuture),
        ("0000001/2024", "2025-01-02", Problem::OutOfRange { min: 2025, max: 2025 }),
        ("A000001/2025", "2025-01-02", Problem::NotANumber),
        ("", "2025-01-02", Problem::NotANumber),
    ] {
        assert_eq!(Protocol::parse(number, date(day), today), Err(problem), "{number} {day}");
    }
}

#[test]
fn activity_codes_get_their_dots() {
    for (text, code) in [
        ("62", "62"),
        ("620", "62.0"),
        ("62.0", "62.0"),
        ("6201", "62.01"),
        ("62.01", "62.01"),
        ("62010", "62.01.0"),
        ("62.01.0", "62.01.0"),
        ("620100", "62.01.00"),
        (" 62.01.00 ", "62.01.00"),
        ("01.11.10", "01.11.10"),
    ] {
        assert_eq!(Ateco::parse(text).unwrap().as_str(), code, "{text}");
    }
    for text in ["", "6", "6201000", "6.2", "62.", "62..01", "620.1", "62,01", "AB", "62.01.0O", "00.10"] {
        assert_eq!(Ateco::parse(text), Err(Problem::Ateco), "{text}");
    }
}

#[test]
fn invoice_codes_are_seven_characters_or_six_for_a_public_office() {
    for (text, code, public) in [("m5ux cr1", "M5UXCR1", false), ("0000000", "0000000", false), ("UFA3C8", "UFA3C8", true)] {
        let parsed = SdiCode::parse(text).unwrap();
        assert_eq!((parsed.as_str(), parsed.is_public_office()), (code, public));
    }
    for text in ["", "12345", "12345678", "ABCD-12", "ÀBCDEFG"] {
        assert_eq!(SdiCode::parse(text), Err(Problem::SdiCode), "{text}");
    }
}

#[test]
fn codes_of_public_bodies_and_insured_positions() {
    for text in ["unipd", "c_f205", "UFA3C8", "r", "12345678901234567890"] {
        assert_eq!(IpaCode::parse(text).unwrap().as_str(), text);
    }
    for text in ["", "_", "123456789012345678901", "c-f205", "università"] {
        assert_eq!(IpaCode::parse(text), Err(Problem::IpaCode), "{text}");
    }
    for (text, digits) in [("12345678", "12345678"), ("12345678/55", "1234567855"), ("123 456 789", "123456789")] {
        assert_eq!(InailPat::parse(text).unwrap().as_str(), digits);
    }
    for text in ["", "1234567", "12345678901", "1234567A"] {
        assert_eq!(InailPat::parse(text), Err(Problem::InailPat), "{text}");
    }
}

#[test]
fn web_sites_get_a_scheme_and_nothing_that_could_do_harm() {
    for (text, address) in [
        ("www.example.it", "https://www.example.it"),
        ("HTTP://WWW.Example.IT/Chi-Siamo?x=1#Su", "http://www.example.it/Chi-Siamo?x=1#Su"),
        ("https://example.it:8443/", "https://example.it:8443/"),
        ("example.it?lang=it", "https://example.it?lang=it"),
        ("https://example.it/città", "https://example.it/città"),
    ] {
        assert_eq!(Website::parse(text).unwrap().as_str(), address, "{text}");
    }
    for text in [
        "",
        "example",
        "ftp://example.it",
        "javascript:alert(1)",
        "javascript://example.it/%0aalert(1)",
        "https://",
        "https://user:word@example.it",
        "https://example.it/a b",
        "https://example.it/\"onclick=",
        "https://example.it:0",
        "https://example.it:99999",
        "https://127.0.0.1/",
        "https://-example.it",
        "mailto:mario@example.it",
    ] {
        assert_eq!(Website::parse(text), Err(Problem::Website), "{text}");
    }
    assert_eq!(Website::parse(&format!("example.it/{}", "a".repeat(300))), Err(Problem::Website));
}
