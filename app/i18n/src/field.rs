//! Labels of the registration's fields, and what people are told about them. Source: domain reference 2.1–2.6.

use crate::Language;

keyed! { ALL
    /// The label of a field, by its key.
    label {
        "country": "Nazione", "Country";
        "company_tax_code": "Codice fiscale azienda", "Company tax code";
        "vat_number": "Partita IVA", "VAT number";
        "foreign_vat": "VAT/identificativo estero", "VAT or foreign identifier";
        "legal_name": "Denominazione/Ragione sociale", "Legal name";
        "short_name": "Nome breve", "Short name";
        "legal_form": "Natura giuridica", "Legal form";
        "sector_kind": "Tipologia", "Sector";
        "ipa_code": "Codice IPA", "IPA code";
        "ateco": "Codice ATECO", "ATECO code";
        "activity": "Settore/descrizione attività", "Sector and description of the activity";
        "industry_association": "Associazione imprenditoriale", "Employers’ association";
        "industry_association_other": "Altra associazione", "Other association";
        "ccnl": "CCNL applicato", "Collective agreement applied";
        "employees_permanent": "Dipendenti a tempo indeterminato", "Permanent employees";
        "employees_total": "Numero dipendenti", "Number of employees";
        "employees_as_of": "Dipendenti aggiornati al", "Employees as of";
        "email": "E-mail", "E-mail";
        "pec": "PEC", "Certified e-mail (PEC)";
        "sdi_code": "Codice SDI/destinatario", "SDI (e-invoicing) code";
        "phone": "Telefono", "Telephone";
        "mobile": "Cellulare", "Mobile";
        "fax": "Fax", "Fax";
        "website": "Sito web", "Website";
        "digital_signature_available": "Dispone di firma digitale", "Has a digital signature";
        "inail_pat": "PAT INAIL azienda", "INAIL insurance position (PAT)";
        "safety_dvr": "DVR presente (D.Lgs. 81/2008)", "Risk assessment in place (D.Lgs. 81/2008)";
        "law68_compliant": "In regola L. 68/1999", "Complies with Law 68/1999";
        "seat_name": "Denominazione sede", "Name of the seat";
        "street": "Indirizzo", "Street";
        "civic_no": "N. civico", "Number";
        "postal_code": "CAP", "Postcode";
        "city": "Comune/Città", "Municipality or city";
        "province": "Provincia", "Province";
        "place": "Località/Presso", "Locality or care of";
        "seat_phone": "Telefono della sede", "Telephone of the seat";
        "seat_email": "E-mail della sede", "E-mail of the seat";
        "same_as_legal": "È anche una sede dove si svolgono i tirocini", "Internships take place here too";
        "first_name": "Nome", "First name";
        "last_name": "Cognome", "Last name";
        "sex": "Sesso", "Sex";
        "birth_date": "Data di nascita", "Date of birth";
        "birth_place": "Comune/Stato di nascita", "Municipality or country of birth";
        "tax_code": "Codice fiscale", "Tax code";
        "tax_code_confirmed": "Nome e cognome sono scritti così: il codice fiscale è giusto", "First and last name are spelled like this: the tax code is right";
        "title": "Titolo", "Title";
        "role_title": "Ruolo/qualifica in azienda", "Position in the company";
        "kinds": "Tipo di contatto", "Kind of contact";
        "education": "Titolo di studio", "Education";
        "contract_level": "Inquadramento", "Contract level";
        "years_experience": "Anni di esperienza", "Years of experience";
        "skills": "Competenze", "Skills";
        "seat_employees": "Dipendenti a tempo indeterminato in questa sede", "Permanent employees at this seat";
        "risk_level": "Rischio", "Risk";
        "office_held": "Carica", "Office held";
        "powers_from": "Poteri (procura/delega)", "Powers (power of attorney or delegation)";
        "convention_kind": "Tipo tirocini", "Kind of traineeships";
        "description": "Descrizione", "Description";
        "duration_months": "Durata", "Duration";
        "area": "Area disciplinare di principale interesse", "Disciplinary area of main interest";
        "digital_signature": "Dispone di firma digitale", "Has a digital signature";
        "tacit_renewal": "Tacito rinnovo", "Tacit renewal";
        "handling_department": "Dipartimento che segue la convenzione", "Department that handles the agreement";
        "protocol_number": "Numero protocollo", "Register number";
        "protocol_date": "Data protocollo", "Register date";
        "stamp_mode": "Imposta di bollo", "Stamp duty";
        "stamp_identifier": "Numero della marca o della ricevuta", "Number of the stamp or of the receipt";
        "stamp_exempt_reason": "Perché è esente", "Why it is exempt";
        "privacy_accepted": "Ho letto l'informativa sulla privacy", "I have read the privacy notice";
        "user_name": "Nome utente", "User name";
        "note": "Nota", "Note";
        "reason": "Motivo", "Reason";
        "password": "Password", "Password";
        "password_again": "Ripeti la password", "Repeat the password";
        "code": "Codice", "Code";
    }
}

keyed! { HINTS
    /// What is said under the label, for the fields that need it.
    hint {
        "company_tax_code": "11 cifre, oppure 16 caratteri per una ditta individuale. Basta uno tra codice fiscale e partita IVA", "11 digits, or 16 characters for a sole trader. Either the tax code or the VAT number is enough";
        "vat_number": "11 cifre, senza IT davanti", "11 digits, without IT in front";
        "foreign_vat": "Con le due lettere del Paese davanti, se l’ha, per esempio DE136695976", "With the two letters of the country in front if it has them, for example DE136695976";
        "legal_name": "Come nella visura o nell’atto costitutivo", "As in the company register";
        "ipa_code": "Il codice dell’ente nell’Indice della pubblica amministrazione", "The code of the body in the index of public administrations";
        "ateco": "Da 2 a 6 cifre, per esempio 62.01.00", "2 to 6 digits, for example 62.01.00";
        "employees_permanent": "Numero di persone assunte a tempo indeterminato", "Number of people with a permanent contract";
        "employees_total": "Tutte le persone assunte, anche a termine", "Everybody employed, fixed-term contracts included";
        "employees_as_of": "La data a cui si riferiscono i numeri, per esempio 31/12/2025", "The date of these numbers, for example 31/12/2025";
        "pec": "La casella di posta elettronica certificata", "The certified mailbox";
        "sdi_code": "7 caratteri, o 6 per la pubblica amministrazione", "7 characters, or 6 for a public body";
        "phone": "Anche con il prefisso internazionale, per esempio +39 0321 555 0142", "The international prefix is welcome, for example +39 0321 555 0142";
        "website": "Per esempio www.lanternadati.example", "For example www.lanternadati.example";
        "inail_pat": "Da 8 a 10 cifre", "8 to 10 digits";
        "seat_name": "Per esempio: Sede di Novara", "For example: Novara office";
        "street": "Senza il numero civico", "Without the number";
        "city": "Scrivi le prime lettere e scegli dall’elenco", "Type the first letters and choose from the list";
        "province": "La sigla, per esempio NO", "Its two letters, for example NO";
        "place": "Per esempio: presso Incubatore, scala B", "For example: c/o Incubatore, staircase B";
        "same_as_legal": "Creiamo una sede operativa uguale. Potrai cambiarla nel suo passo", "We create an operating seat like this one. You can change it in its step";
        "birth_date": "Giorno, mese e anno, per esempio 14/03/1975", "Day, month and year, for example 14/03/1975";
        "birth_place": "Scrivi le prime lettere. Per chi è nato all’estero: il nome dello Stato", "Type the first letters. For people born abroad: the name of the country";
        "tax_code": "16 caratteri", "16 characters";
        "title": "Per esempio Dott.ssa, Ing.", "For example Dr, Eng.";
        "role_title": "Per esempio: responsabile del personale", "For example: head of personnel";
        "kinds": "Puoi sceglierne più di uno", "You may choose more than one";
        "powers_from": "Solo per chi firma con procura o delega: atto, data, estremi", "Only for those who sign under a power of attorney: deed, date, references";
        "description": "A che cosa serve, in poche parole, per esempio: tirocini nel reparto sviluppo", "What it is for, in a few words, for example: traineeships in development";
        "duration_months": "In mesi, da 1 a 60", "In months, 1 to 60";
        "area": "Solo un’indicazione: la convenzione vale per tutti i dipartimenti", "An indication only: the agreement holds for all departments";
        "protocol_number": "Almeno 7 cifre, per esempio 0152340", "At least 7 digits, for example 0152340";
        "protocol_date": "Giorno, mese e anno, per esempio 14/03/2026", "Day, month and year, for example 14/03/2026";
        "stamp_identifier": "Le 14 cifre della marca, o il numero dell’autorizzazione o della ricevuta", "The 14 digits of the stamp, or the number of the authorisation or receipt";
        "stamp_exempt_reason": "La norma, per esempio: ente pubblico, D.P.R. 642/1972, all. B", "The rule, for example: public body, D.P.R. 642/1972, annex B";
        "user_name": "Da 3 a 30 lettere minuscole e cifre; punto, trattino e trattino basso solo in mezzo, per esempio nome.cognome1", "3 to 30 lower-case letters and digits; dot, hyphen and underscore only in between, for example name.surname1";
        "password": "Almeno 12 caratteri. Una frase lunga va benissimo", "At least 12 characters. A long phrase is fine";
        "code": "Le 6 cifre che hai ricevuto per e-mail", "The 6 digits you received by e-mail";
    }
}

/// The label of a field; a key that nobody knows is shown as it is.
pub fn field_label(key: &str, language: Language) -> &str {
    label(key).map_or(key, |word| word.get(language))
}

/// What is said under the label, if anything.
pub fn field_hint(key: &str, language: Language) -> Option<&'static str> {
    hint(key).map(|word| word.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::Part;
    use domain::accreditation::fields::Form;
    use domain::answers::Answers;
    use domain::profile::LegalRepDue;

    fn every_label() -> Vec<&'static str> {
        let cases = [
            Answers::default(),
            Answers::from([("country", "DE"), ("legal_seat_country", "DE"), ("operating_seat_country", "DE")]),
            Answers::from([("sector_kind", "public"), ("contact_kinds_tutor", "true"), ("rep_tax_code_confirmed", "true")]),
        ];
        let forms = cases.iter().map(|answers| Form { answers, legal_rep_due: LegalRepDue::Accreditation });
        forms.flat_map(|form| Part::ALL.into_iter().flat_map(move |part| form.fields(part))).map(|field| field.label).collect()
    }

    #[test]
    fn every_field_of_the_registration_has_a_label() {
        for key in every_label() {
            assert!(label(key).is_some(), "{key}");
        }
    }

    #[test]
    fn every_field_of_contacts_and_seats_has_a_label() {
        use domain::organisation::{contact, seat};
        for field in contact::fields().into_iter().chain(contact::tutor_fields()).chain(seat::fields("")) {
            assert!(label(field.label).is_some(), "{}", field.label);
        }
    }

    #[test]
    fn a_hint_belongs_to_a_known_field_and_is_there_in_both_languages() {
        for (key, word) in HINTS {
            assert!(label(key).is_some() && !word.it.is_empty() && !word.en.is_empty(), "{key}");
        }
    }
}
