//! Municipalities and states on the real table. Source: domain reference 2.1, 2.4.

mod places_table;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::check::Problem;
use domain::codes::province::CURRENT;
use domain::codes::{PostalCode, Province};
use domain::places::Places;
use places_table::places;
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn names(typed: &str, limit: usize) -> Vec<String> {
    places().search_municipalities(typed, limit).iter().map(|row| format!("{} {}", row.name, row.province)).collect()
}

fn births(typed: &str, limit: usize) -> Vec<String> {
    let show = |place: domain::places::BirthPlace| format!("{} {}", place.name, place.province.unwrap_or_else(|| "-".into()));
    places().search_birth_places(typed, limit).into_iter().map(show).collect()
}

fn born(name: &str, province: &str, on: &str) -> Result<(String, String, Option<String>), Problem> {
    let place = places().find_birth_place(name, province, date(on))?;
    Ok((place.belfiore.into(), place.name.into(), place.province.map(str::to_owned)))
}

fn in_italy(belfiore: &str, name: &str, province: &str) -> Result<(String, String, Option<String>), Problem> {
    Ok((belfiore.into(), name.into(), Some(province.into())))
}

#[test]
fn every_province_of_today_has_municipalities_and_no_other_has() {
    let found: BTreeSet<String> = ('a'..='z')
        .flat_map(|letter| places().search_municipalities(&letter.to_string(), usize::MAX))
        .map(|row| row.province.to_string())
        .collect();
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), CURRENT);
    assert!(found.iter().all(|code| Province::parse(code).is_ok()));
}

#[test]
fn the_beginning_of_the_name_comes_before_the_beginning_of_a_later_word() {
    assert_eq!(names("novara", 2), ["Novara NO", "Novara di Sicilia ME"]);
    let found = names("vercelli", 10);
    assert_eq!(found[0], "Vercelli VC");
    assert!(found[1..].contains(&"Borgo Vercelli VC".to_owned()), "{found:?}");
    assert_eq!(names("borgo verc", 5), ["Borgo Vercelli VC"]);
}

#[test]
fn accents_capitals_and_apostrophes_do_not_matter_when_searching() {
    for typed in ["forli", "FORLÌ", "forlì"] {
        assert_eq!(names(typed, 1), ["Forlì FC"]);
    }
    assert_eq!(names("villa d alme", 1), names("Villa d’Almè", 1));
    assert_eq!(names("gressoney la t", 1), ["Gressoney-La-Trinité AO"]);
}

#[test]
fn second_languages_and_common_names_are_found() {
    assert_eq!(names("bozen", 1), ["Bolzano BZ"]);
    assert_eq!(names("reggio emi", 1), ["Reggio nell'Emilia RE"]);
    assert_eq!(names("sovodnje", 1), ["Savogna d'Isonzo GO"]);
}

#[test]
fn the_search_is_limited_and_empty_for_nothing() {
    assert_eq!(names("san", 7).len(), 7);
    assert!(names("", 7).is_empty() && names(" - ", 7).is_empty() && names("xyzzy", 7).is_empty() && names("san", 0).is_empty());
}

#[test]
fn a_province_in_brackets_narrows_the_search() {
    assert_eq!(names("castro", 2), ["Castro BG", "Castro LE"]);
    assert_eq!(names("Castro (LE)", 9), ["Castro LE"]);
    assert_eq!(names("castro (l", 1), ["Castro LE"]);
}

#[test]
fn suppressed_municipalities_are_not_offered_for_addresses() {
    assert!(names("abetone", 9).iter().all(|name| name != "Abetone PT"));
    assert!(births("abetone", 9).contains(&"Abetone PT".to_owned()));
}

#[test]
fn an_address_finds_its_municipality() {
    for (name, province, belfiore) in [
        ("Novara", "NO", "F952"),
        ("novara", "", "F952"),
        ("Novara (NO)", "", "F952"),
        ("Novara (NO)", "no", "F952"),
        ("Bozen", "BZ", "A952"),
        ("Bolzano/Bozen", "BZ", "A952"),
        ("Bolzano", "", "A952"),
        ("Castro", "LE", "M261"),
        ("Reggio Emilia", "RE", "H223"),
        ("FORLI'", "FC", "D704"),
    ] {
        let found = places().find_current(name, province).unwrap_or_else(|problem| panic!("{name} {province}: {problem:?}"));
        assert_eq!(&*found.belfiore, belfiore, "{name} {province}");
    }
}

#[test]
fn an_address_that_does_not_fit_is_refused_with_the_reason() {
    let ambiguous = Problem::MunicipalityAmbiguous { provinces: vec!["BG".into(), "LE".into()] };
    for (name, province, problem) in [
        ("Novaro", "NO", Problem::Municipality),
        ("", "NO", Problem::Municipality),
        ("Germania", "", Problem::Municipality),
        ("Abetone", "PT", Problem::Municipality),
        ("Novara", "VC", Problem::ProvincePlace),
        ("Novara (NO)", "VC", Problem::ProvincePlace),
        ("Verbania", "NO", Problem::ProvincePlace),
        ("Castro", "", ambiguous),
    ] {
        assert_eq!(places().find_current(name, province).err(), Some(problem), "{name} {province}");
    }
}

#[test]
fn every_municipality_of_today_is_found_by_its_name_and_province() {
    let all: Vec<_> = ('a'..='z').flat_map(|letter| places().search_municipalities(&letter.to_string(), usize::MAX)).collect();
    assert!(all.len() > 7_800);
    for row in all {
        let found = places().find_current(&row.name, &row.province).unwrap_or_else(|problem| panic!("{row:?}: {problem:?}"));
        assert_eq!(found.belfiore, row.belfiore);
        assert_eq!(places().municipality(&row.belfiore), Some(row));
    }
}

#[test]
fn postal_codes_are_compared_where_the_table_has_them() {
    let novara = places().find_current("Novara", "NO").unwrap();
    assert!(novara.has_postal_code(&PostalCode::parse("28100").unwrap()));
    assert!(!novara.has_postal_code(&PostalCode::parse("13100").unwrap()));
    let without = places().find_current("Abbasanta", "OR").unwrap();
    assert!(without.postal_codes.is_empty() && without.has_postal_code(&PostalCode::parse("09071").unwrap()));
    assert_eq!(&*novara.region, "Piemonte");
}

#[test]
fn a_birth_is_looked_up_on_its_date() {
    assert_eq!(born("Novara", "NO", "1990-05-01"), in_italy("F952", "Novara", "NO"));
    assert_eq!(born("Novara", "", "1990-05-01"), in_italy("F952", "Novara", "NO"));
    assert_eq!(born("Verbania", "NO", "1980-01-01"), in_italy("L746", "Verbania", "NO"));
    assert_eq!(born("Verbania", "", "1980-01-01"), in_italy("L746", "Verbania", "NO"), "the province of that time");
    assert_eq!(born("Verbania", "VB", "1980-01-01"), in_italy("L746", "Verbania", "VB"), "people say today's");
    assert_eq!(born("Verbania", "TO", "1980-01-01"), Err(Problem::ProvincePlace));
}

#[test]
fn a_suppressed_municipality_is_a_birthplace_until_its_end() {
    assert_eq!(born("Abetone", "PT", "2016-12-31"), in_italy("A012", "Abetone", "PT"));
    assert_eq!(born("Abetone", "PT", "2017-01-01"), Err(Problem::Municipality));
    assert!(places().exists("A012", date("2016-12-31")) && !places().exists("A012", date("2017-01-01")));
}

#[test]
fn todays_name_of_a_renamed_municipality_is_understood() {
    assert_eq!(born("Aldino", "BZ", "1950-01-01"), in_italy("A179", "Valdagno", "BZ"));
}

#[test]
fn a_name_in_two_provinces_needs_the_province() {
    let ambiguous = Problem::MunicipalityAmbiguous { provinces: vec!["BG".into(), "LE".into()] };
    assert_eq!(born("Castro", "", "1990-01-01"), Err(ambiguous));
    assert_eq!(born("Castro (LE)", "", "1990-01-01"), in_italy("M261", "Castro", "LE"));
}

#[test]
fn foreign_states_are_birthplaces_in_either_language() {
    for (name, province, belfiore) in [
        ("Germania", "", "Z112"),
        ("germany", "EE", "Z112"),
        ("Cina", "EE", "Z210"),
        ("China", "", "Z210"),
        ("Moldova", "", "Z140"),
        ("South Korea", "", "Z213"),
        ("Perù", "", "Z611"),
        ("Stati Uniti", "", "Z404"),
        ("Côte d’Ivoire", "", "Z313"),
        ("Georgia", "", "Z254"),
    ] {
        let place =
            places().find_birth_place(name, province, date("1990-01-01")).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        assert_eq!((place.belfiore, place.province), (belfiore, None), "{name}");
    }
    assert_eq!(born("Germania", "NO", "1990-01-01"), Err(Problem::BirthPlace));
    assert_eq!(born("Atlantide", "", "1990-01-01"), Err(Problem::BirthPlace));
}

#[test]
fn a_state_that_is_no_more_is_a_birthplace_until_its_end() {
    assert!(born("Jugoslavia", "", "1985-01-01").is_ok());
    assert_eq!(born("Jugoslavia", "", "2010-01-01"), Err(Problem::BirthPlace));
}

#[test]
fn suggestions_for_a_birth_have_each_place_once_and_states_too() {
    let roma: Vec<String> = births("roma", 20).into_iter().filter(|name| name == "Roma RM").collect();
    assert_eq!(roma.len(), 1);
    assert_eq!(births("verbania", 5), ["Verbania NO", "Verbania VB"]);
    assert!(births("germa", 9).contains(&"Germania -".to_owned()));
    assert_eq!(births("germania (EE", 9), ["Germania -", "Repubblica Democratica Tedesca -"]);
    let abetone = &places().search_birth_places("Abetone (PT)", 5)[0];
    assert_eq!((abetone.name.as_str(), abetone.until), ("Abetone", Some(date("2016-12-31"))));
}

#[test]
fn states_are_listed_by_their_codes_of_today() {
    assert_eq!(places().country_by_iso2("de").map(|country| &*country.name_it), Some("Germania"));
    assert_eq!(places().country_by_iso2("GE").map(|country| &*country.belfiore), Some("Z254"));
    assert!(places().country_by_iso2("IT").is_none() && places().country_by_iso2("").is_none());
    let codes: Vec<&str> = places().countries_today().filter_map(|country| country.iso2.as_deref()).collect();
    let distinct: BTreeSet<&str> = codes.iter().copied().collect();
    assert!(codes.len() > 190 && codes.len() == distinct.len());
    assert!(places().countries_today().all(|country| !country.name_en.is_empty()));
}

#[test]
fn a_table_that_cannot_be_read_names_the_line() {
    let header = "belfiore,name,other_name,province,region,istat,postal_codes,valid_from,valid_to\r\n";
    let countries =
        "belfiore,iso2,name_it,name_en,valid_from,valid_to\r\nZ601,BO,Bolivia,\"Bolivia, \"\"Plurinational\"\"\",1900-01-01,\r\n";
    let good = format!(
        "{header}F952,Novara,,NO,Piemonte,003106,28100,1861-03-17,\r\nND,Arizzano,,NO,Piemonte,,,1861-03-17,1911-07-04\r\n"
    );
    let places = Places::parse(&good, countries).unwrap();
    assert_eq!(&*places.country_by_iso2("BO").unwrap().name_en, "Bolivia, \"Plurinational\"");
    assert!(places.search_birth_places("arizzano", 5).is_empty(), "no cadastral code");
    for line in
        ["F952,Novara", "F952,Novara,,NO,Piemonte,003106,28100,yesterday,", "F952,Novara,,NO,Piemonte,003106,28100,1861-03-17,x"]
    {
        let error = Places::parse(&format!("{header}{line}"), countries).unwrap_err();
        assert_eq!(error, "municipalities: line 2 cannot be read");
    }
}

proptest! {
    #[test]
    fn no_search_panics(typed: String, province: String) {
        places().search_municipalities(&typed, 10);
        places().search_birth_places(&typed, 10);
        let _ = places().find_current(&typed, &province);
        let _ = places().find_birth_place(&typed, &province, date("1990-01-01"));
    }
}
