//! The Convenzione as bytes: the same facts the same bytes, readable, accessible, whatever was typed.

use chrono::{DateTime, NaiveDate, Utc};
use documents::{Convention, Pdf, Promoter, Representative, SigningHost, SigningPerson, Template, typeset};
use lopdf::Document;
use proptest::prelude::*;

fn at() -> DateTime<Utc> {
    "2026-11-20T09:12:00Z".parse().expect("an instant")
}

fn facts() -> Convention {
    let signer = |role: &str, name: &str| SigningPerson { role: role.to_owned(), name: name.to_owned() };
    Convention {
        number: "2026/118".to_owned(),
        promoter: Promoter {
            name: "Università del Piemonte Orientale".to_owned(),
            is_school: false,
            tax_code: "94021400026".to_owned(),
            address: "Via Duomo 6, 13100 Vercelli".to_owned(),
            signatory_title: "Rettrice".to_owned(),
            tint: "#74204d".to_owned(),
        },
        host: SigningHost {
            name: "Filanda Nuova S.r.l.".to_owned(),
            address: "Via dei Cattaneo 14/B, 28100 Novara (NO)".to_owned(),
            tax_code: Some("01234560025".to_owned()),
            vat_number: Some("01234560025".to_owned()),
            pec: Some("filanda@pec.example".to_owned()),
            ateco: None,
            representative: Representative {
                name: "Mario Rossi".to_owned(),
                born_on: NaiveDate::from_ymd_opt(1985, 4, 1),
                born_in: "Roma".to_owned(),
                tax_code: "RSSMRA85D10H501H".to_owned(),
                office_held: "Amministratore unico".to_owned(),
            },
        },
        kind: "both".to_owned(),
        months: 36,
        area: "Scienze economiche e statistiche".to_owned(),
        renewal_months: Some(12),
        notice_days: 60,
        signers: vec![signer("Rappresentante legale", "Mario Rossi"), signer("Rettrice", "Irene Valcamonti")],
    }
}

fn made(template: Template, facts: &Convention) -> Pdf {
    typeset(template, facts, "convention 1", at()).expect("a document")
}

/// What a reader of the page reads, spaces and line ends as one.
fn text(pdf: &Pdf) -> String {
    let document = Document::load_mem(&pdf.bytes).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("a text").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn the_same_facts_have_the_same_bytes_and_others_have_others() {
    let first = made(Template::ConventionIt, &facts());
    assert_eq!(made(Template::ConventionIt, &facts()), first);
    assert_ne!(made(Template::ConventionIt, &Convention { months: 35, ..facts() }).bytes, first.bytes);
}

#[test]
fn it_is_archivable_accessible_and_says_its_language() {
    for (template, language) in [(Template::ConventionIt, "it"), (Template::ConventionEn, "en")] {
        let pdf = made(template, &facts());
        assert!((3..=8).contains(&pdf.pages), "{} pages", pdf.pages);
        for mark in
            ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"]
        {
            assert!(holds(&pdf.bytes, mark), "{mark}");
        }
        let document = Document::load_mem(&pdf.bytes).expect("a PDF");
        let catalogue = document.catalog().expect("a catalogue");
        let lang = catalogue.get(b"Lang").and_then(|lang| lang.as_str()).expect("a language");
        assert!(String::from_utf8_lossy(lang).to_lowercase().starts_with(language));
        assert!(catalogue.has(b"StructTreeRoot") && catalogue.has(b"MarkInfo"));
    }
}

#[test]
fn everything_that_was_agreed_stands_in_it() {
    let said = text(&made(Template::ConventionIt, &facts()));
    for part in [
        "2026/118",
        "Filanda Nuova S.r.l.",
        "01234560025",
        "1º aprile 1985",
        "36 mesi",
        "12 mesi alla volta",
        "60 giorni",
        "Irene Valcamonti",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = text(&made(Template::ConventionEn, &Convention { renewal_months: None, months: 1, ..facts() }));
    for part in ["Agreement no. 2026/118", "1 April 1985", "does not renew itself"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn every_kind_and_a_school_have_their_text() {
    for kind in ["curricular", "extracurricular", "both", "school"] {
        for is_school in [false, true] {
            let promoter = Promoter { is_school, ..facts().promoter };
            let given = Convention { kind: kind.to_owned(), promoter, number: String::new(), ..facts() };
            made(Template::ConventionIt, &given);
            made(Template::ConventionEn, &given);
        }
    }
}

#[test]
fn markup_is_text_and_unknown_letters_are_told() {
    let name = "#set page(fill: red) $x$ \\ @a [b] *c* <d> // e";
    let host = SigningHost { name: name.to_owned(), ..facts().host };
    let pdf = made(Template::ConventionIt, &Convention { host, area: "漢 שלום العربية".to_owned(), ..facts() });
    let said = text(&pdf);
    assert!(said.contains("#set page(fill: red)") && said.contains("*c*"), "{said}");
    assert!(said.contains("[U+6F22]") && said.contains("parentesi quadre"), "{said}");
}

#[test]
fn a_sign_that_the_fonts_have_and_cannot_set_is_told_by_its_number() {
    for name in ["\u{20d8}", "Officine a\u{20d8}", "\u{25cc}\u{20d8} ב\u{5b0}"] {
        let host = SigningHost { name: name.to_owned(), ..facts().host };
        let said = text(&made(Template::ConventionIt, &Convention { host, ..facts() }));
        assert!(said.contains("[U+20D8]") && said.contains("parentesi quadre"), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_a_document(name in "\\PC{1,200}", more in any::<String>()) {
        let host = SigningHost { name, address: more.clone(), ..facts().host };
        let representative = Representative { name: more.clone(), born_in: more, ..host.representative.clone() };
        let given = Convention { host: SigningHost { representative, ..host }, ..facts() };
        prop_assert!(typeset(Template::ConventionIt, &given, "convention 1", at()).is_ok());
    }
}
