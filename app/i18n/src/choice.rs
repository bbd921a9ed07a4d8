//! Words of closed choices. The codes are `domain::accreditation`'s, the key is the field's label.

use crate::Language;

keyed! { ALL
    /// One choice of a field, by `field.code`.
    word {
        "legal_form.srl": "Società a responsabilità limitata (SRL)", "Limited liability company (SRL)";
        "legal_form.spa": "Società per azioni (SPA)", "Joint-stock company (SPA)";
        "legal_form.sapa": "Società in accomandita per azioni (SAPA)", "Partnership limited by shares (SAPA)";
        "legal_form.snc": "Società in nome collettivo (SNC)", "General partnership (SNC)";
        "legal_form.sas": "Società in accomandita semplice (SAS)", "Limited partnership (SAS)";
        "legal_form.sole_trader": "Ditta individuale", "Sole trader";
        "legal_form.professional_firm": "Studio professionale", "Professional firm";
        "legal_form.cooperative": "Cooperativa", "Cooperative";
        "legal_form.association": "Associazione", "Association";
        "legal_form.foundation": "Fondazione", "Foundation";
        "legal_form.third_sector_body": "Ente del terzo settore (ETS)", "Third-sector body (ETS)";
        "legal_form.public_body": "Ente pubblico", "Public body";
        "legal_form.foreign": "Forma giuridica estera", "Foreign legal form";
        "legal_form.other": "Altro", "Other";
        "sector_kind.private": "Privato", "Private";
        "sector_kind.public": "Pubblico", "Public";
        "sector_kind.third_sector": "Terzo settore", "Third sector";
        "industry_association.none": "Nessuna", "None";
        "industry_association.confindustria": "Confindustria", "Confindustria";
        "industry_association.confapi": "Confapi", "Confapi";
        "industry_association.confcommercio": "Confcommercio", "Confcommercio";
        "industry_association.confesercenti": "Confesercenti", "Confesercenti";
        "industry_association.confartigianato": "Confartigianato", "Confartigianato";
        "industry_association.cna": "CNA", "CNA";
        "industry_association.confcooperative": "Confcooperative", "Confcooperative";
        "industry_association.legacoop": "Legacoop", "Legacoop";
        "industry_association.other": "Altra", "Other";
        "kinds.referente": "Referente", "Contact";
        "kinds.tutor": "Tutor", "Tutor";
        "kinds.amministrativo": "Contatto amministrativo", "Administrative contact";
        "sex.F": "Femmina", "Female";
        "sex.M": "Maschio", "Male";
        "risk_level.low": "Basso", "Low";
        "risk_level.medium": "Medio", "Medium";
        "risk_level.high": "Alto", "High";
        "office_held.sole_director": "Amministratore unico", "Sole director";
        "office_held.president": "Presidente", "President";
        "office_held.managing_director": "Amministratore delegato", "Managing director";
        "office_held.owner": "Titolare", "Owner";
        "office_held.attorney": "Procuratore", "Attorney";
        "office_held.executive": "Dirigente", "Executive";
        "office_held.other": "Altro", "Other";
        "convention_kind.curricular": "Solo curriculari", "Curricular only";
        "convention_kind.extracurricular": "Solo extracurriculari", "Extracurricular only";
        "convention_kind.both": "Tutti", "All";
        "convention_kind.school": "Formazione scuola-lavoro", "School and work training";
        "digital_signature.yes": "Sì", "Yes";
        "digital_signature.no": "No", "No";
        "tacit_renewal.yes": "Sì", "Yes";
        "tacit_renewal.no": "No", "No";
        "stamp_mode.stamp": "Marca da bollo", "Stamp";
        "stamp_mode.virtual": "Assolta in modo virtuale", "Paid directly to the revenue";
        "stamp_mode.exempt": "Esente", "Exempt";
        "yes_no.true": "Sì", "Yes";
        "yes_no.false": "No", "No";
    }
}

/// What the choice `code` of the field with that label is called; an unknown one is shown as it is.
pub fn choice<'a>(label: &str, code: &'a str, language: Language) -> &'a str {
    let mut key = String::with_capacity(label.len() + code.len() + 1);
    key.push_str(label);
    key.push('.');
    key.push_str(code);
    word(&key).map_or(code, |word| word.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::Part;
    use domain::accreditation::fields::{Form, Kind};
    use domain::answers::Answers;
    use domain::profile::LegalRepDue;

    #[test]
    fn every_choice_of_the_registration_has_words() {
        let answers = Answers::default();
        let form = Form { answers: &answers, legal_rep_due: LegalRepDue::Accreditation };
        let of_seats = domain::organisation::seat::fields("");
        for field in Part::ALL.into_iter().flat_map(|part| form.fields(part)).chain(of_seats) {
            let (Kind::Choice(codes) | Kind::Boxes(codes)) = field.kind else { continue };
            for code in codes {
                assert!(word(&format!("{}.{code}", field.label)).is_some(), "{}.{code}", field.label);
            }
        }
    }
}
