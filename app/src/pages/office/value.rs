//! What was written, ready to be read.

use chrono::NaiveDate;
use i18n::Language;
use i18n::choice::choice;
use leptos::prelude::*;

use crate::time;

/// Labels of fields that are codes.
const CODES: [&str; 9] =
    ["company_tax_code", "vat_number", "foreign_vat", "tax_code", "ateco", "sdi_code", "ipa_code", "inail_pat", "iban"];

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_in_words() {
        let said = |label, value| text(label, value, Language::It);
        assert_eq!(said("legal_form", "cooperative"), "Cooperativa");
        assert_eq!(said("kinds", "referente, tutor"), "Referente aziendale, Tutor aziendale");
        assert_eq!(said("employees_as_of", "2025-09-30"), "30/09/2025");
        assert_eq!(said("safety_dvr", "true"), "Sì");
        assert_eq!(said("legal_name", "Filanda Nuova S.r.l."), "Filanda Nuova S.r.l.");
    }
}
