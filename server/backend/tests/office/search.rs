//! «Cerca» in the office's list.

use std::collections::BTreeSet;

use backend::{office, search};
use domain::accreditation::state::State;
use domain::list::ListQuery;

use crate::support::{Host, Office, Person};

async fn found(officer: &Person, words: &str) -> BTreeSet<String> {
    let query = ListQuery { q: words.into(), state: "all".into(), ..Default::default() };
    let page = office::queue(&officer.ctx, "upo", &query).await.unwrap();
    page.rows.into_iter().map(|row| row.host_name).collect()
}

fn names<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

const FILANDA: &str = "Filanda Nuova S.r.l.";
const MOLINO: &str = "Molino Sant’Orsola srl";
const MULLER: &str = "Müller Feinmechanik GmbH";
const AZIENDA: &str = "Azienda agricola Passo Lento";

async fn hosts(office: &Office) {
    office.register("upo", &Host { vat: "02348710035".into(), ..Host::named(FILANDA) }).await;
    office.register("upo", &Host::named(MOLINO).at("Vercelli", "VC", "13100")).await;
    office.register("upo", &Host::named(MULLER).state(State::Accredited)).await;
    office.register("upo", &Host::named(AZIENDA).at("Alba", "CN", "12051")).await;
    office.register("unimi", &Host::named("Filanda d’altri S.r.l.")).await;
}

#[tokio::test]
async fn words_are_found_by_their_beginning_whatever_their_accents_case_and_order() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(found(&officer, "filan").await, names([FILANDA]));
    assert_eq!(found(&officer, "NUOVA filanda").await, names([FILANDA]));
    assert_eq!(found(&officer, "muller").await, names([MULLER]));
    assert_eq!(found(&officer, "MÜLL").await, names([MULLER]));
    assert_eq!(found(&officer, "sant'orsola vercelli").await, names([MOLINO]));
    assert_eq!(found(&officer, "filanda vercelli").await, names([]));
}

#[tokio::test]
async fn words_are_found_by_their_stem_and_acronyms_however_they_are_written() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(found(&officer, "aziende agricole").await, names([AZIENDA]));
    assert_eq!(found(&officer, "srl").await, names([FILANDA, MOLINO]));
    assert_eq!(found(&officer, "S.R.L.").await, names([FILANDA, MOLINO]));
}

#[tokio::test]
async fn identifiers_and_numbers_are_found() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(found(&officer, "02348710035").await, names([FILANDA]));
    assert_eq!(found(&officer, "0234871").await, names([FILANDA]));
}

#[tokio::test]
async fn other_institutions_hosts_never_count() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    assert_eq!(found(&officer, "altri").await, names([]));
    // Neither do the words by which the index keeps institutions apart.
    for word in ["accreditation", &format!("accreditation{}", office.institution("upo").0.simple())] {
        assert_eq!(found(&officer, word).await, names([]), "{word}");
    }
}

#[tokio::test]
async fn nothing_that_is_typed_breaks_the_query() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    let long = "parola ".repeat(5_000);
    let endless = "x".repeat(100_000);
    for typed in [
        "\"",
        "'",
        "''",
        "*",
        "a*",
        "filanda OR molino",
        "NOT",
        "NEAR(",
        "words:filanda",
        "{",
        "^filanda",
        "- -",
        ":* & |",
        "!(",
        "\\",
        "%",
        "_",
        "\0",
        "日本語",
        "हिन्दी",
        "ﷺ",
        "🙂",
        "…",
        &long,
        &endless,
    ] {
        let all = found(&officer, typed).await;
        assert!(all.len() < 4, "{typed:.40}");
    }
    assert_eq!(found(&officer, " ").await.len(), 4);
    assert_eq!(found(&officer, "filanda* \"nuova\" ?!").await, names([FILANDA]));
}

#[tokio::test]
async fn words_written_again_replace_those_before() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named(FILANDA)).await;
    let officer = office.officer("upo").await;
    let institution = office.institution("upo");
    search::index(&office.backend.db, "accreditation", institution, host.request.0, "Tessitura Vecchia").await.unwrap();
    assert_eq!(found(&officer, "tessitura").await, names([FILANDA]));
    assert_eq!(found(&officer, "filanda").await, names([]));
}

#[tokio::test]
async fn searched_rows_keep_filter_order_and_count() {
    let office = Office::start().await;
    hosts(&office).await;
    let officer = office.officer("upo").await;
    let query = ListQuery { q: "srl".into(), sort: "-host".into(), ..Default::default() };
    let page = office::queue(&officer.ctx, "upo", &query).await.unwrap();
    let shown: Vec<_> = page.rows.iter().map(|row| row.host_name.as_str()).collect();
    assert_eq!((shown, page.count.rows), (vec![MOLINO, FILANDA], 2));
    let accredited = ListQuery { q: "srl".into(), state: "accredited".into(), ..Default::default() };
    assert!(office::queue(&officer.ctx, "upo", &accredited).await.unwrap().rows.is_empty());
}
