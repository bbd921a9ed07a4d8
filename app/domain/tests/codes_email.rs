//! V-MAIL, V-PEC and V-USER. Source: domain reference 5, 8.

use domain::account::user_name::{UserName, without_suffix};
use domain::check::Problem;
use domain::codes::Email;

#[test]
fn right_addresses_are_accepted() {
    for text in [
        "mario.rossi@example.it",
        "info@pec.example.it",
        "a@b.co",
        "ufficio.stage+pf@ateneo.example",
        "o'neill@example.ie",
        "x_y-z@sub.dominio.example.org",
        "1234567890@example.com",
        "utente@legalmail.example",
        "nome.cognome@studenti.example.it",
        "pec-azienda@pec.azienda-srl.it",
        "amministrazione@xn--universit-q4a.example",
        "back`tick@example.it",
    ] {
        assert_eq!(Email::parse(text).unwrap().as_str(), text);
    }
}

#[test]
fn wrong_addresses_are_refused() {
    let too_long_local = format!("{}@example.it", "a".repeat(65));
    let too_long = format!("a@{}.it", ["a".repeat(60), "b".repeat(60), "c".repeat(60), "d".repeat(60), "e".repeat(10)].join("."));
    for text in [
        "",
        "mario.rossi",
        "@example.it",
        "mario@",
        "mario@example",
        "mario..rossi@example.it",
        ".mario@example.it",
        "mario.@example.it",
        "mario rossi@example.it",
        "mario@-example.it",
        "mario@example-.it",
        "mario@example..it",
        "mario@example.i",
        "mario@exam_ple.it",
        "mario,rossi@example.it",
        &too_long_local,
        &too_long,
        "mario.rossi@example.it\n",
        "mario@rossi@example.it",
        "\"mario\"@example.it",
        "mario@università.it",
        "mario@127.0.0.1",
    ] {
        assert_eq!(Email::parse(text), Err(Problem::Email), "{text}");
    }
}

#[test]
fn the_domain_is_stored_small_and_the_key_is_all_small() {
    let email = Email::parse(" UPPER@EXAMPLE.IT ").unwrap();
    assert_eq!((email.as_str(), email.key().as_str()), ("UPPER@example.it", "upper@example.it"));
}

#[test]
fn an_ordinary_provider_is_no_certified_mail() {
    for (text, ordinary) in [
        ("azienda@gmail.com", true),
        ("azienda@LIBERO.IT", true),
        ("azienda@yahoo.com", true),
        ("azienda@pec.libero.it", false),
        ("azienda@pec.example.it", false),
        ("azienda@notgmail.com", false),
    ] {
        assert_eq!(Email::parse(text).unwrap().is_ordinary_provider(), ordinary, "{text}");
    }
}

#[test]
fn right_user_names_are_accepted() {
    let longest = "x".repeat(30);
    let plain = ["nome.cognome1", "utenteditest.1", "abc", "a1b", "mario_rossi", "m-r.2024", "giulia.rossi2", "stage_upo"];
    for text in plain.into_iter().chain(["ufficio-1", "0abc", "a.b.c", &longest]) {
        assert_eq!(UserName::parse(text).unwrap().as_str(), text);
        assert!(!UserName::was_folded(text));
    }
}

#[test]
fn wrong_user_names_are_refused() {
    let too_long = "x".repeat(31);
    let plain = ["nome.cognome.", "nome.cognome?", ".nome", "ab", "nome..cognome", "nome cognome", "nome@cognome"];
    for text in plain.into_iter().chain(["nome,", "nome_", "città1", "", "a.-b", "ÀBC", &too_long]) {
        assert_eq!(UserName::parse(text), Err(Problem::UserNameForm), "{text}");
    }
}

#[test]
fn capitals_are_made_small_and_this_is_told() {
    assert_eq!(UserName::parse(" Nome.Cognome ").unwrap().as_str(), "nome.cognome");
    assert!(UserName::was_folded("Nome.Cognome"));
}

#[test]
fn official_looking_names_are_reserved() {
    for text in ["admin", "root", "ufficio", "test", "info", "noreply", "Admin"] {
        assert_eq!(UserName::parse(text), Err(Problem::UserNameReserved), "{text}");
    }
}

#[test]
fn the_login_may_carry_the_suffix_of_the_institution() {
    let suffixes = ["", "@esterni.uniupo.it", "@Ospiti.example.it"];
    for (login, name) in [
        ("mario.rossi", "mario.rossi"),
        (" Mario.Rossi@ESTERNI.uniupo.it ", "mario.rossi"),
        ("mario@ospiti.example.it", "mario"),
        ("mario@altro.example.it", "mario@altro.example.it"),
    ] {
        assert_eq!(without_suffix(login, &suffixes), name);
    }
}
