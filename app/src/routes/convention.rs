//! Addresses of conventions: the host's, and the office's.

use domain::list::ListQuery;

use super::{asked, escaped, join};

/// *Convenzioni* of the host.
pub fn conventions(institution: &str) -> String {
    join(&[institution, "area", "convenzioni"])
}

/// The same, saying that a request went back to its host.
pub fn office_convention_returned(institution: &str) -> String {
    office_conventions(&escaped(institution)) + "?riportata=1"
}

/// The same as a list is asked for.
pub fn convention_list(institution: &str, query: &ListQuery) -> String {
    conventions(institution) + &asked(query)
}

/// The same as a file, every page of it. `format`: `csv`, `xlsx`.
pub fn convention_export(institution: &str, format: &str, query: &ListQuery) -> String {
    join(&[institution, "area", "convenzioni", "esporta", format]) + &whole(query)
}

/// *Proponi nuova convenzione*.
pub fn new_convention(institution: &str) -> String {
    join(&[institution, "area", "convenzioni", "nuova"])
}

/// The same, beginning like another one.
pub fn new_convention_like(institution: &str, id: impl std::fmt::Display) -> String {
    new_convention(institution) + "?come=" + &id.to_string()
}

/// One convention, for all its parties.
pub fn convention(institution: &str, id: impl std::fmt::Display) -> String {
    join(&[institution, "area", "convenzioni", &id.to_string()])
}

/// The request of a draft.
pub fn convention_form(institution: &str, id: impl std::fmt::Display) -> String {
    convention(institution, id) + "/compila"
}

/// The request of a draft, saying that it was stored.
pub fn convention_saved(institution: &str, id: impl std::fmt::Display) -> String {
    convention_form(&escaped(institution), id) + "?salvata=1"
}

/// *Convenzioni* of the host, saying that a request was sent.
pub fn convention_sent(institution: &str) -> String {
    conventions(&escaped(institution)) + "?inviata=1"
}

/// The office's conventions.
pub fn office_conventions(institution: &str) -> String {
    join(&[institution, "ufficio", "convenzioni"])
}

/// The same as a list is asked for.
pub fn office_convention_list(institution: &str, query: &ListQuery) -> String {
    office_conventions(institution) + &asked(query)
}

/// The same as a file, every page of it.
pub fn office_convention_export(institution: &str, format: &str, query: &ListQuery) -> String {
    join(&[institution, "ufficio", "convenzioni", "esporta", format]) + &whole(query)
}

/// One convention in the office's panel.
pub fn office_convention(institution: &str, id: impl std::fmt::Display) -> String {
    join(&[institution, "ufficio", "convenzioni", &id.to_string()])
}

/// Where a signed copy is sent to.
pub fn copy_upload(institution: &str) -> String {
    join(&[institution, "carica", "convenzione"])
}

/// A page of a convention, where it says what became of a copy: `ricevuta`, or the code of what is wrong with it.
pub fn with_copy(page: &str, outcome: &str) -> String {
    String::from(page) + "?copia=" + outcome + "#firme"
}

fn whole(query: &ListQuery) -> String {
    asked(&ListQuery { page: String::new(), size: String::new(), ..query.clone() })
}
