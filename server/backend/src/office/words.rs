//! Words of the office's letters and files; what the interface has, it lends.

use domain::accreditation::Part;
use domain::accreditation::fields::{Field, Form};
use domain::answers::Answers;
use domain::language::Language;
use domain::profile::{LegalRepDue, Profile};
use i18n::Word;
use i18n::door;
use i18n::field::field_label;

/// What the exported file is called.
pub(super) const FILE_NAME: Word = Word::new("accreditamenti", "accreditations");
/// Its sheet.
pub(super) const SHEET: Word = Word::new("Accreditamenti", "Accreditations");
/// Its columns.
pub(super) const COLUMNS: [Word; 9] = [
    Word::new("N. richiesta", "Request no."),
    Word::new("Azienda/Ente", "Company or body"),
    Word::new("Comune", "Town"),
    Word::new("Provincia", "Province"),
    Word::new("Nazione", "Country"),
    Word::new("Stato", "State"),
    Word::new("Inviata il", "Sent on"),
    Word::new("In attesa dal", "Waiting since"),
    Word::new("Integrata", "Corrected"),
];
pub(super) const YES: Word = Word::new("Sì", "Yes");
pub(super) const NO: Word = Word::new("No", "No");

/// What a field is called. Where several parts ask for the same thing, the part is named too.
pub(super) fn of_field(name: &str, profile: &Profile, language: Language) -> String {
    let Some((part, field)) = find(name) else { return name.to_owned() };
    let label = field_label(field.label, language);
    match part {
        Part::LegalSeat | Part::OperatingSeat | Part::Contact | Part::LegalRep => {
            let own = profile.accreditation.title(part, language);
            format!("{} – {label}", own.unwrap_or_else(|| door::part(part).get(language)))
        }
        Part::Country | Part::Ids | Part::Company | Part::Association | Part::Privacy | Part::UserName | Part::Summary => {
            label.to_owned()
        }
    }
}

fn find(name: &str) -> Option<(Part, Field)> {
    let variants = [
        Answers::from([("sector_kind", "public"), ("contact_kinds_tutor", "true"), ("rep_tax_code_confirmed", "true")]),
        Answers::from([("country", "DE"), ("legal_seat_country", "DE"), ("operating_seat_country", "DE")]),
    ];
    let all = || variants.iter().flat_map(|answers| Part::ALL.into_iter().map(move |part| (answers, part)));
    all().find_map(|(answers, part)| {
        let fields = Form { answers, legal_rep_due: LegalRepDue::Convention }.fields(part);
        fields.into_iter().find(|field| field.name == name).map(|field| (part, field))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_says_whose_it_is() {
        let profile = Profile::default();
        assert_eq!(of_field("legal_seat_street", &profile, Language::It), "Sede legale – Indirizzo");
        assert_eq!(of_field("operating_seat_street", &profile, Language::En), "Operating seat – Street");
        assert_eq!(of_field("vat_number", &profile, Language::It), "Partita IVA");
    }

    #[test]
    fn every_field_a_note_can_be_on_has_words() {
        for name in super::super::notes::field_names() {
            assert_ne!(of_field(name, &Profile::default(), Language::It), name);
        }
    }
}
