//! Search by words: folded and stemmed in Rust into one row per subject, matched by FTS5 on SQLite and by a `tsvector` on
//! PostgreSQL, with the same answers. Source: design 7.

use std::collections::BTreeSet;

use domain::ids::InstitutionId;
use domain::text::fold;
use rust_stemmers::{Algorithm, Stemmer};
use sea_orm::sea_query::extension::sqlite::SqliteExpr;
use sea_orm::sea_query::{BinOper, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use uuid::Uuid;

use crate::Answer;

/// The newest matches that are looked at; the rest is not found.
const MATCHES: u64 = 1_000;
/// Words of a query that count; nobody types more on purpose.
const TERMS: usize = 8;
/// Characters of a word that count.
const WORD: usize = 40;
/// Shorter words have no stem worth keeping.
const STEMMED: usize = 4;

/// Writes the words by which a subject is found, in the caller's transaction; a second time replaces them.
pub async fn index(db: &impl ConnectionTrait, kind: &str, institution: InstitutionId, subject: Uuid, text: &str) -> Answer<()> {
    let words = indexed_words(text).into_iter().collect::<Vec<_>>();
    match db.get_database_backend() {
        DbBackend::Postgres => {
            let sql = "INSERT INTO search_document (subject_id, institution_id, kind, words) \
                       VALUES ($1, $2, $3, array_to_tsvector(string_to_array($4, ' '))) ON CONFLICT (subject_id) DO UPDATE \
                       SET institution_id = excluded.institution_id, kind = excluded.kind, words = excluded.words";
            let values = [subject.into(), institution.0.into(), kind.into(), words.join(" ").into()];
            db.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
        }
        backend => {
            let scope = format!("{} {}", scope_of(kind, institution), of_subject(subject));
            // The row keeps its place, so that the newest subjects stay the newest matches.
            let update = "UPDATE search_document SET scope = ?, words = ? WHERE rowid IN \
                          (SELECT rowid FROM search_document WHERE search_document MATCH ?)";
            let key = format!("scope : \"{}\"", of_subject(subject));
            let values = [scope.clone().into(), words.join(" ").into(), key.into()];
            let updated = db.execute_raw(Statement::from_sql_and_values(backend, update, values)).await?;
            if updated.rows_affected() == 0 {
                let insert = "INSERT INTO search_document (subject_id, scope, words) VALUES (?, ?, ?)";
                let values = [subject.into(), scope.into(), words.join(" ").into()];
                db.execute_raw(Statement::from_sql_and_values(backend, insert, values)).await?;
            }
        }
    }
    Ok(())
}

/// The keys of an institution's subjects that have every word of `typed`, newest first, at most a thousand. None if nothing
/// was typed; words of nothing but signs match nothing. Read once for all that is asked of them: common words are what a
/// page of results costs most.
pub async fn matches(
    db: &impl ConnectionTrait,
    kind: &str,
    institution: InstitutionId,
    typed: &str,
) -> Answer<Option<Vec<Uuid>>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let terms = query_terms(typed);
    if terms.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let found = db.query_all(&statement(db.get_database_backend(), kind, institution, &terms)).await?;
    let keys = found.iter().map(|row| row.try_get("", "subject_id"));
    Ok(Some(keys.collect::<Result<_, _>>()?))
}

fn statement(backend: DbBackend, kind: &str, institution: InstitutionId, terms: &[Term]) -> SelectStatement {
    let mut found = Query::select();
    found.column("subject_id").from("search_document").limit(MATCHES);
    if backend == DbBackend::Postgres {
        let words = Expr::col("words").binary(BinOper::Custom("@@"), Expr::val(tsquery(terms)).cast_as("tsquery"));
        found.and_where(Expr::col("institution_id").eq(institution.0)).and_where(Expr::col("kind").eq(kind));
        found.and_where(words).order_by("subject_id", Order::Desc);
    } else {
        // Rows are made in the order of the subjects' keys, which FTS5 can walk backwards without sorting.
        let expression = fts_query(terms, kind, institution);
        found.and_where(Expr::col("search_document").matches(expression)).order_by("rowid", Order::Desc);
    }
    found
}

/// One word for both, so that rows of other lists and institutions are never looked at.
fn scope_of(kind: &str, institution: InstitutionId) -> String {
    format!("{kind}{}", institution.0.simple())
}

fn of_subject(subject: Uuid) -> String {
    format!("s{}", subject.simple())
}

/// One word of a query: how the word begins, or what it is the stem of.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    word: String,
    /// A single letter is looked for as it is: as a beginning it would fit half of everything.
    is_beginning: bool,
    stems: BTreeSet<String>,
}

fn query_terms(typed: &str) -> Vec<Term> {
    let of = |word: String| Term { is_beginning: word.chars().nth(1).is_some(), stems: stems(&word), word };
    words(typed).into_iter().take(TERMS).map(of).collect()
}

/// Every word with its stems, each once.
fn indexed_words(text: &str) -> BTreeSet<String> {
    words(text).into_iter().flat_map(|word| stems(&word).into_iter().chain([word])).collect()
}

/// Folded words. Letters that stand alone beside each other are one word: «S.r.l.» is «srl», written either way.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut spelling = false;
    for word in fold(text).split_whitespace() {
        let is_letter = word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
        match words.last_mut().filter(|_| is_letter && spelling) {
            Some(spelled) => spelled.push_str(word),
            None => words.push(word.chars().take(WORD).collect()),
        }
        spelling = is_letter;
    }
    words
}

/// The Italian and the English stem, where they differ from the word: the language of a text is not known.
fn stems(word: &str) -> BTreeSet<String> {
    if word.chars().count() < STEMMED || !word.chars().all(char::is_alphabetic) {
        return BTreeSet::new();
    }
    let stem = |algorithm| Stemmer::create(algorithm).stem(word).into_owned();
    [Algorithm::Italian, Algorithm::English].into_iter().map(stem).filter(|stem| stem != word && !stem.is_empty()).collect()
}

/// An FTS5 expression. Words hold letters and digits only, and stand in quotes, so that none is taken for an operator.
fn fts_query(terms: &[Term], kind: &str, institution: InstitutionId) -> String {
    let term = |term: &Term| {
        let star = if term.is_beginning { " *" } else { "" };
        let stems = term.stems.iter().map(|stem| format!(" OR \"{stem}\"")).collect::<String>();
        format!("(\"{}\"{star}{stems})", term.word)
    };
    let words = terms.iter().map(term).collect::<Vec<_>>().join(" AND ");
    format!("scope : \"{}\" AND words : ({words})", scope_of(kind, institution))
}

fn tsquery(terms: &[Term]) -> String {
    let term = |term: &Term| {
        let star = if term.is_beginning { ":*" } else { "" };
        let stems = term.stems.iter().map(|stem| format!(" | '{stem}'")).collect::<String>();
        format!("('{}'{star}{stems})", term.word)
    };
    terms.iter().map(term).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_out_letters_are_one_word() {
        assert_eq!(words("Filanda Nuova S.r.l."), ["filanda", "nuova", "srl"]);
        assert_eq!(words("Filanda & C. s.n.c. – Novara"), ["filanda", "csnc", "novara"]);
        assert_eq!(words("02348710035"), ["02348710035"]);
    }

    #[test]
    fn words_meet_in_their_stem() {
        let indexed = indexed_words("Azienda agricola");
        for typed in ["aziende", "agricole", "AZIENDA", "agri"] {
            let term = query_terms(typed).remove(0);
            let found = indexed.iter().any(|word| word.starts_with(&term.word) || term.stems.contains(word));
            assert!(found, "{typed}");
        }
    }

    #[test]
    fn signs_never_reach_the_expression() {
        let terms = query_terms("a\" OR * NEAR(x) ' | & ! \\ : ^ {} -è");
        for expression in [fts_query(&terms, "accreditation", Uuid::nil().into()), tsquery(&terms)] {
            let typed = expression.split("words : ").last().unwrap_or_default();
            assert!(!typed.contains('\\') && !typed.contains('^') && !typed.contains("NEAR"), "{expression}");
        }
    }
}
