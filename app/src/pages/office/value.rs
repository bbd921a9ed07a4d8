//! What was written, ready to be read.

use chrono::NaiveDate;
use domain::accreditation::view::ReviewRow;
use i18n::choice::choice;
use i18n::field::field_label;
use i18n::{Language, office as words};
use leptos::prelude::*;

use super::lines::Together;
use crate::time;

/// Labels of fields that are codes.
const CODES: [&str; 10] = [
    "company_tax_code",
    "vat_number",
    "foreign_vat",
    "tax_code",
    "ateco",
    "sdi_code",
    "ipa_code",
    "inail_pat",
    "iban",
    "user_name",
];

/// The words of a value: choices by their names, dates as people write them.
pub fn text(label: &str, value: &str, language: Language) -> String {
    if label == "kinds" {
        return value.split(", ").map(|code| choice(label, code, language)).collect::<Vec<_>>().join(", ");
    }
    if let Ok(date) = NaiveDate::parse_from_str(value, "%Y-%m-%d") {
        return time::date(date);
    }
    match value {
        "true" | "false" => choice("yes_no", value, language).to_owned(),
        code => choice(label, code, language).to_owned(),
    }
}

/// A value in its cell. Addresses may break after their «@».
pub fn view(label: &str, value: &str, language: Language) -> AnyView {
    let text = text(label, value, language);
    if CODES.contains(&label) {
        return view! { <span class="code">{text}</span> }.into_any();
    }
    match text.split_once('@') {
        Some((name, domain)) => view! { <span>{[name, "@"].concat()}<wbr/>{domain.to_owned()}</span> }.into_any(),
        None => view! { <span>{text}</span> }.into_any(),
    }
}

/// Values that are read as one.
pub fn together(kind: Together, rows: &[ReviewRow], language: Language) -> String {
    let get = |label: &str| {
        let row = rows.iter().find(|row| row.label == label).filter(|row| !row.value.is_empty());
        row.map(|row| text(label, &row.value, language)).unwrap_or_default()
    };
    match kind {
        Together::Address => {
            // the number stays with its street
            let street = joined(&[&get("street"), &get("civic_no")], "\u{a0}");
            let province = get("province");
            let province = if province.is_empty() { province } else { ["(", &province, ")"].concat() };
            let town = joined(&[&get("postal_code"), &get("city"), &province], " ");
            let country = Some(get("country")).filter(|country| country != "Italia" && country != "Italy").unwrap_or_default();
            joined(&[&street, &get("place"), &town, &country], "\n")
        }
        Together::Employees => {
            let numbers = [("n", get("employees_permanent")), ("m", get("employees_total")), ("date", get("employees_as_of"))];
            words::EMPLOYEES.fill(language, &numbers.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        Together::Name => joined(&[&get("title"), &get("first_name"), &get("last_name")], " "),
        Together::Birth => {
            let province = get("province");
            let place =
                if province.is_empty() { get("birth_place") } else { [&get("birth_place"), " (", &province, ")"].concat() };
            joined(&[&joined(&[&get("birth_date"), &place], ", "), &get("sex")], " · ")
        }
    }
}

/// What is there, with something in between.
fn joined(parts: &[&str], between: &str) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// What values that are read as one are called.
pub fn title(kind: Together, language: Language) -> &'static str {
    match kind {
        Together::Address => field_label("street", language),
        Together::Employees => words::EMPLOYEES_TITLE.get(language),
        Together::Name => words::NAME_TITLE.get(language),
        Together::Birth => words::BIRTH_TITLE.get(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::Part;
    use domain::accreditation::view::{Light, Verdict};

    fn row(label: &str, value: &str) -> ReviewRow {
        let (field, label, value) = (label.to_owned(), label.to_owned(), value.to_owned());
        ReviewRow { field, label, value, part: Part::Company, before: None, light: Light::Ok, verdict: Verdict::Plain }
    }

    #[test]
    fn an_address_is_written_as_on_a_letter() {
        let rows = [("country", "Italia"), ("street", "Via dei Cattaneo"), ("civic_no", "14/B"), ("postal_code", "28100")];
        let mut rows = rows.map(|(label, value)| row(label, value)).to_vec();
        rows.extend([row("city", "Novara"), row("province", "NO")]);
        assert_eq!(together(Together::Address, &rows, Language::It), "Via dei Cattaneo\u{a0}14/B\n28100 Novara (NO)");
    }

    #[test]
    fn employees_are_one_sentence() {
        let rows = [("employees_permanent", "16"), ("employees_total", "18"), ("employees_as_of", "2025-09-30")];
        let said = together(Together::Employees, &rows.map(|(label, value)| row(label, value)), Language::It);
        assert_eq!(said, "16 a tempo indeterminato su 18, al 30/09/2025");
    }

    #[test]
    fn values_are_said_in_words() {
        let said = |label, value| text(label, value, Language::It);
        assert_eq!(said("legal_form", "cooperative"), "Cooperativa");
        assert_eq!(said("kinds", "referente, tutor"), "Referente, Tutor");
        assert_eq!(said("employees_as_of", "2025-09-30"), "30/09/2025");
        assert_eq!(said("safety_dvr", "true"), "Sì");
        assert_eq!(said("legal_name", "Filanda Nuova S.r.l."), "Filanda Nuova S.r.l.");
    }
}
