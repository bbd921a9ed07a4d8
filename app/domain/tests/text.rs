//! Text as typed: cleaned for storing, folded for searching.

use domain::check::Problem;
use domain::text::{clean_line, clean_text, fold, person_name};
use proptest::prelude::*;

#[test]
fn a_line_is_trimmed_composed_and_its_blanks_made_one() {
    assert_eq!(clean_line("  Acme   S.r.l. ", 20).unwrap(), "Acme S.r.l.");
    assert_eq!(clean_line("Citta\u{300}\u{a0}\u{a0}nuova\n", 20).unwrap(), "Città nuova");
    assert_eq!(clean_line("   ", 20).unwrap(), "");
}

#[test]
fn a_line_has_no_controls_private_characters_or_turns_of_direction() {
    for text in ["a\tb", "a\nb", "a\0b", "a\u{1b}[31m", "a\u{e000}", "a\u{f0000}b", "a\u{202e}b", "a\u{85}b"] {
        assert_eq!(clean_line(text, 20), Err(Problem::Characters), "{text:?}");
    }
}

#[test]
fn the_limit_counts_characters_after_cleaning() {
    assert_eq!(clean_line(&"è".repeat(20), 20).unwrap().chars().count(), 20);
    assert!(clean_line(&format!("  {}  ", "e\u{300}".repeat(20)), 20).is_ok());
    assert_eq!(clean_line(&"è".repeat(21), 20), Err(Problem::TooLong { max: 20 }));
    assert_eq!(clean_text(&"è".repeat(21), 20), Err(Problem::TooLong { max: 20 }));
}

#[test]
fn a_text_keeps_its_lines() {
    assert_eq!(clean_text("  uno\r\n\r\ndue\rtre\t4 \n", 50).unwrap(), "uno\n\ndue\ntre\t4");
    for text in ["a\0b", "a\u{7f}b", "a\u{e000}", "a\u{2066}b"] {
        assert_eq!(clean_text(text, 50), Err(Problem::Characters), "{text:?}");
    }
}

#[test]
fn folding_forgets_case_accents_and_signs() {
    for (text, folded) in [
        ("  D’Angelo-Rossi  ", "d angelo rossi"),
        ("NICCOLÒ", "niccolo"),
        ("Müller & Söhne", "muller sohne"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Đoković", "dokovic"),
        ("İstanbul ırmak", "istanbul irmak"),
        ("Œuvre", "oeuvre"),
        ("Sant'Angelo  (PV)", "sant angelo pv"),
        ("１２３", "123"),
        ("Ωδή", "ωδη"),
        ("---", ""),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn names_of_persons_have_letters_of_any_script() {
    for (text, name) in [
        ("Niccolò", "Niccolò"),
        (" Maria   Chiara ", "Maria Chiara"),
        ("D'Angelo", "D'Angelo"),
        ("O’Neill-Rossi", "O’Neill-Rossi"),
        ("Łukasz", "Łukasz"),
        ("Юлия", "Юлия"),
        ("李", "李"),
        ("प्रिया", "प्रिया"),
    ] {
        assert_eq!(person_name(text).unwrap(), name);
    }
    assert!(person_name(&"x".repeat(60)).is_ok());
}

#[test]
fn what_is_no_name_of_a_person_is_refused() {
    for (text, problem) in [
        ("", Problem::Missing),
        ("  ", Problem::Missing),
        ("Mario2", Problem::NotAName),
        ("Mario.Rossi", Problem::NotAName),
        ("<b>Mario</b>", Problem::NotAName),
        ("-", Problem::NotAName),
        ("'", Problem::NotAName),
        ("Mario, Rossi", Problem::NotAName),
        ("Mario😀", Problem::NotAName),
        ("Ma\0rio", Problem::Characters),
    ] {
        assert_eq!(person_name(text), Err(problem), "{text:?}");
    }
    assert_eq!(person_name(&"x".repeat(61)), Err(Problem::TooLong { max: 60 }));
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text: String) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn every_single_character_folds_stably(c: char) {
        let folded = fold(&c.to_string());
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn cleaning_twice_changes_nothing(text: String) {
        if let Ok(line) = clean_line(&text, 100) {
            prop_assert_eq!(clean_line(&line, 100), Ok(line.clone()));
        }
        if let Ok(text) = clean_text(&text, 100) {
            prop_assert_eq!(clean_text(&text, 100), Ok(text.clone()));
        }
    }
}
