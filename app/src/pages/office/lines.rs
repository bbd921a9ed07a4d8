//! What the table of a request shows of its rows: those with something to read or to do one by one, the others together.

use domain::accreditation::Part;
use domain::accreditation::view::{ReviewRow, Verdict};

/// Several fields in one line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Keys of the labels of fields that nobody asked for and nobody filled in.
    Absent(Vec<String>),
    /// Keys of the labels of fields that may come later.
    Later(Vec<String>),
}

/// The parts of a request that have rows, in their order.
pub fn parts(rows: &[ReviewRow]) -> Vec<Part> {
    let mut parts = Vec::new();
    for row in rows {
        if !parts.contains(&row.part) {
            parts.push(row.part);
        }
    }
    parts
}

/// The rows of one part that stand on their own. `is_noted`: a note is written on the field.
pub fn fields(rows: &[ReviewRow], part: Part, is_noted: impl Fn(&str) -> bool) -> Vec<ReviewRow> {
    let own = rows.iter().filter(|row| row.part == part);
    own.filter(|row| !is_absent(row) && !is_later(row) || is_noted(&row.field)).cloned().collect()
}

/// What else a part says, in one line each.
pub fn summaries(rows: &[ReviewRow], part: Part, is_noted: impl Fn(&str) -> bool) -> Vec<Line> {
    let labels = |is: fn(&ReviewRow) -> bool| {
        let those = rows.iter().filter(|row| row.part == part && is(row) && !is_noted(&row.field));
        those.map(|row| row.label.clone()).collect::<Vec<_>>()
    };
    let (later, absent) = (labels(is_later), labels(is_absent));
    let later = (!later.is_empty()).then_some(Line::Later(later));
    let absent = (!absent.is_empty()).then_some(Line::Absent(absent));
    later.into_iter().chain(absent).collect()
}

fn is_absent(row: &ReviewRow) -> bool {
    row.value.is_empty() && row.before.is_none() && row.verdict == Verdict::Plain
}

fn is_later(row: &ReviewRow) -> bool {
    row.value.is_empty() && row.before.is_none() && row.verdict == Verdict::ToComplete
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::view::Light;

    fn row(field: &str, part: Part, value: &str, verdict: Verdict) -> ReviewRow {
        let (field, value) = (field.to_owned(), value.to_owned());
        ReviewRow { label: field.clone(), field, part, value, before: None, light: Light::Ok, verdict }
    }

    fn rows() -> Vec<ReviewRow> {
        vec![
            row("legal_name", Part::Company, "Filanda", Verdict::NeverRegistered),
            row("fax", Part::Company, "", Verdict::Plain),
            row("rep_first_name", Part::LegalRep, "Sergio", Verdict::Plain),
            row("rep_tax_code", Part::LegalRep, "", Verdict::ToComplete),
        ]
    }

    fn names(rows: &[ReviewRow]) -> Vec<&str> {
        rows.iter().map(|row| row.field.as_str()).collect()
    }

    #[test]
    fn what_is_not_given_stands_together() {
        let rows = rows();
        assert_eq!(names(&fields(&rows, Part::Company, |_| false)), ["legal_name"]);
        assert_eq!(summaries(&rows, Part::Company, |_| false), [Line::Absent(vec!["fax".into()])]);
        assert_eq!(summaries(&rows, Part::LegalRep, |_| false), [Line::Later(vec!["rep_tax_code".into()])]);
    }

    #[test]
    fn a_field_with_a_note_stands_on_its_own() {
        let rows = rows();
        assert_eq!(names(&fields(&rows, Part::Company, |field| field == "fax")), ["legal_name", "fax"]);
        assert!(summaries(&rows, Part::Company, |field| field == "fax").is_empty());
    }

    #[test]
    fn parts_come_in_the_order_of_the_rows() {
        assert_eq!(parts(&rows()), [Part::Company, Part::LegalRep]);
    }
}
