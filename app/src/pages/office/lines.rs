//! What the table of a request shows of its rows: what belongs together in one entry, what was not given in one line.

use domain::accreditation::Part;
use domain::accreditation::view::{Light, ReviewRow, Verdict};

/// Fields that are read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    Address,
    Employees,
    Name,
    Birth,
}

impl Together {
    /// What a field of a part belongs to, by the key of its label.
    fn of(part: Part, label: &str) -> Option<Self> {
        match (part, label) {
            (
                Part::LegalSeat | Part::OperatingSeat,
                "street" | "civic_no" | "place" | "postal_code" | "city" | "province" | "country",
            ) => Some(Self::Address),
            (Part::Company, "employees_permanent" | "employees_total" | "employees_as_of") => Some(Self::Employees),
            (Part::Contact | Part::LegalRep, "title" | "first_name" | "last_name") => Some(Self::Name),
            (Part::LegalRep, "sex" | "birth_date" | "birth_place" | "province") => Some(Self::Birth),
            _ => None,
        }
    }

    /// Key of the label of the field that a note on all of them is written on.
    fn lead(self) -> &'static str {
        match self {
            Self::Address => "street",
            Self::Employees => "employees_total",
            Self::Name => "last_name",
            Self::Birth => "birth_date",
        }
    }
}

/// One entry of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Name of the field a note is written on.
    pub field: String,
    pub together: Option<Together>,
    /// At least one.
    pub rows: Vec<ReviewRow>,
}

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

/// The entries of one part. `is_noted`: a note is written on the field.
pub fn entries(rows: &[ReviewRow], part: Part, is_noted: impl Fn(&str) -> bool) -> Vec<Entry> {
    let own = rows.iter().filter(|row| row.part == part);
    let own: Vec<&ReviewRow> = own.filter(|row| !is_absent(row) && !is_later(row) || is_noted(&row.field)).collect();
    let mut entries: Vec<Entry> = Vec::new();
    for row in &own {
        let together = Together::of(part, &row.label).filter(|together| is_one(&own, part, *together, &is_noted));
        match entries.iter_mut().find(|entry| together.is_some() && entry.together == together) {
            Some(entry) => entry.rows.push((*row).clone()),
            None => entries.push(Entry { field: row.field.clone(), together, rows: vec![(*row).clone()] }),
        }
    }
    for entry in &mut entries {
        let lead = entry.together.and_then(|together| entry.rows.iter().find(|row| row.label == together.lead()));
        entry.field = lead.map_or(entry.field.clone(), |row| row.field.clone());
    }
    entries
}

/// Whether fields are shown as one: not when something is said about a single one of them.
fn is_one(own: &[&ReviewRow], part: Part, together: Together, is_noted: &impl Fn(&str) -> bool) -> bool {
    let mut members = own.iter().filter(|row| Together::of(part, &row.label) == Some(together));
    members.all(|row| {
        let is_lead = row.label == together.lead();
        row.before.is_none() && row.light != Light::Bad && (is_lead || !is_noted(&row.field))
    })
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
    let is_question = row.label == "same_as_legal";
    row.value.is_empty() && row.before.is_none() && row.verdict == Verdict::Plain && !is_question
}

fn is_later(row: &ReviewRow) -> bool {
    row.value.is_empty() && row.before.is_none() && row.verdict == Verdict::ToComplete
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(field: &str, part: Part, value: &str, verdict: Verdict) -> ReviewRow {
        let label = field.trim_start_matches("rep_").trim_start_matches("legal_seat_").to_owned();
        ReviewRow { label, field: field.into(), part, value: value.into(), before: None, light: Light::Ok, verdict }
    }

    fn rows() -> Vec<ReviewRow> {
        vec![
            row("legal_name", Part::Company, "Filanda", Verdict::NeverRegistered),
            row("fax", Part::Company, "", Verdict::Plain),
            row("legal_seat_country", Part::LegalSeat, "Italia", Verdict::Plain),
            row("legal_seat_street", Part::LegalSeat, "Via dei Cattaneo", Verdict::Plain),
            row("legal_seat_postal_code", Part::LegalSeat, "28100", Verdict::PostalCodeAgrees),
            row("rep_first_name", Part::LegalRep, "Sergio", Verdict::Plain),
            row("rep_tax_code", Part::LegalRep, "", Verdict::ToComplete),
        ]
    }

    fn names(entries: &[Entry]) -> Vec<(&str, usize)> {
        entries.iter().map(|entry| (entry.field.as_str(), entry.rows.len())).collect()
    }

    #[test]
    fn what_is_not_given_stands_together() {
        let rows = rows();
        assert_eq!(names(&entries(&rows, Part::Company, |_| false)), [("legal_name", 1)]);
        assert_eq!(summaries(&rows, Part::Company, |_| false), [Line::Absent(vec!["fax".into()])]);
        assert_eq!(summaries(&rows, Part::LegalRep, |_| false), [Line::Later(vec!["tax_code".into()])]);
    }

    #[test]
    fn a_field_with_a_note_stands_on_its_own() {
        let rows = rows();
        assert_eq!(names(&entries(&rows, Part::Company, |field| field == "fax")), [("legal_name", 1), ("fax", 1)]);
        assert!(summaries(&rows, Part::Company, |field| field == "fax").is_empty());
    }

    #[test]
    fn an_address_is_one_entry_unless_something_is_said_about_a_part_of_it() {
        let mut rows = rows();
        assert_eq!(names(&entries(&rows, Part::LegalSeat, |_| false)), [("legal_seat_street", 3)]);
        let noted = entries(&rows, Part::LegalSeat, |field| field == "legal_seat_postal_code");
        assert_eq!(noted.len(), 3);
        rows[4].before = Some("28101".into());
        assert_eq!(entries(&rows, Part::LegalSeat, |_| false).len(), 3);
    }

    #[test]
    fn parts_come_in_the_order_of_the_rows() {
        assert_eq!(parts(&rows()), [Part::Company, Part::LegalSeat, Part::LegalRep]);
    }
}
