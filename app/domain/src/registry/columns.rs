//! The columns of each file, as the documentation lists them.

use super::RegistryKind;

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// As it stands in the header, and as the field is called.
    pub name: &'static str,
    /// Has to be in the header, and filled in on every line.
    pub mandatory: bool,
    /// Other headers that are understood.
    pub also: &'static [&'static str],
}

const fn must(name: &'static str, also: &'static [&'static str]) -> Column {
    Column { name, mandatory: true, also }
}

const fn may(name: &'static str, also: &'static [&'static str]) -> Column {
    Column { name, mandatory: false, also }
}

/// The columns of a kind of file, its key first.
pub fn columns(kind: RegistryKind) -> &'static [Column] {
    match kind {
        RegistryKind::Departments => {
            const { &[must("codice", &["code"]), must("nome", &["name", "denominazione"]), may("email", &["e-mail", "posta"])] }
        }
        RegistryKind::Courses => {
            const {
                &[
                    must("codice", &["code", "codice corso"]),
                    must("nome", &["name", "denominazione"]),
                    must("dipartimento", &["department", "codice dipartimento"]),
                    must("tipo", &["kind", "tipo corso"]),
                    may("classe", &["class", "classe di laurea"]),
                ]
            }
        }
        RegistryKind::Teachers => {
            const {
                &[
                    must("codice", &["code", "matricola"]),
                    must("cognome", &["last name", "surname"]),
                    must("nome", &["first name", "name"]),
                    must("email", &["e-mail", "posta"]),
                    may("dipartimento", &["department", "codice dipartimento"]),
                ]
            }
        }
        RegistryKind::Students => {
            const {
                &[
                    must("matricola", &["student number"]),
                    must("cognome", &["last name", "surname"]),
                    must("nome", &["first name", "name"]),
                    must("codice fiscale", &["tax code", "cf"]),
                    must("email", &["e-mail", "posta"]),
                    must("corso", &["course", "codice corso"]),
                    may("anno", &["year", "anno di corso"]),
                    may("cfu", &["credits", "crediti"]),
                    must("stato", &["status"]),
                    may("data laurea", &["degree date"]),
                ]
            }
        }
    }
}
