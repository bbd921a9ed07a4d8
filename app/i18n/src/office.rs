//! The office's list and panel.

use crate::Language;

words! {
    TITLE: "Accreditamenti", "Accreditations";
    NOTHING_WAITS: "Nessuna richiesta da esaminare", "No requests to examine";
    ONE_WAITS: "1 richiesta da esaminare · {age}", "1 request to examine · {age}";
    WAIT: "{n} richieste da esaminare · {age}", "{n} requests to examine · {age}";
    ONE_SINCE: "aspetta da {n} giorni", "waiting for {n} days";
    ONE_YESTERDAY: "aspetta da ieri", "waiting since yesterday";
    ONE_TODAY: "è arrivata oggi", "it arrived today";
    OLDEST_SINCE: "la più vecchia aspetta da {n} giorni", "the oldest has waited for {n} days";
    OLDEST_YESTERDAY: "la più vecchia aspetta da ieri", "the oldest has waited since yesterday";
    OLDEST_TODAY: "la più vecchia è di oggi", "the oldest is from today";
    TODAY_AT: "oggi {time}", "today {time}";
    YESTERDAY: "ieri", "yesterday";
    DAYS: "{n} giorni", "{n} days";
    INTEGRATED: "integrata", "corrected";

    // The list
    SIZE_OF: "{n} elementi", "{n} items";
    STATE: "Stato", "State";
    REQUESTS: "Richieste di accreditamento", "Accreditation requests";
    HOST: "Azienda/Ente", "Company or body";
    TOWN: "Comune", "Town";
    SENT_ON: "Inviata il", "Sent on";
    WAITING: "In attesa da", "Waiting for";
    NUMBER: "N.", "No.";
    ONE_FOUND: "1 richiesta", "1 request";
    FOUND: "{n} richieste", "{n} requests";
    EMPTY_TITLE: "Non c’è niente da esaminare", "There is nothing to examine";
    EMPTY_TEXT: "Quando arriva una richiesta la vedi qui, senza ricaricare la pagina.", "When a request arrives you see it here, without loading the page again.";
    SEE_ALL: "Vedi tutte le richieste", "See all requests";
    LOADING: "Carico le richieste", "Loading the requests";

    // The queue beside a request
    QUEUE: "Richieste in ordine di attesa", "Requests in order of waiting";
    QUEUE_PLACE: "Coda: richiesta {n} di {m}", "Queue: request {n} of {m}";
    QUEUE_OF: "Coda: {m}", "Queue: {m}";
    OVER_FIVE: "Oltre 5 giorni", "More than 5 days";
    THREE_TO_FIVE: "Da 3 a 5 giorni", "3 to 5 days";
    TWO_DAYS: "L’altro ieri", "The day before yesterday";
    RECENT: "Ieri e oggi", "Yesterday and today";
    FILTER: "Filtra e cerca", "Filter and search";
    EXPORT: "Esporta", "Export";

    // One request
    FROM: "{date}, da {name}", "{date}, from {name}";
    REQUEST_NUMBER: "richiesta n. {n}", "request no. {n}";
    EMAIL_VERIFIED: "e-mail verificata", "e-mail verified";
    EMAIL_UNVERIFIED: "e-mail non verificata", "e-mail not verified";
    DATA: "Dati scritti e controlli", "What was written, and checks";
    FIELD: "Campo", "Field";
    WRITTEN: "Che cosa ha scritto", "What was written";
    WRITTEN_SHORT: "Scritto", "Written";
    CHECK: "Controllo", "Check";
    BEFORE: "Prima: {text}", "Before: {text}";
    BEFORE_EMPTY: "Prima: non indicato", "Before: not given";
    NOT_GIVEN: "Non indicato", "Not given";
    NOT_GIVEN_FIELDS: "Non indicati", "Not given";
    LATER_FIELDS: "Ancora da scrivere", "Still to be written";
    NOTE_HEAD: "Nota", "Note";
    EMPLOYEES_TITLE: "Dipendenti", "Employees";
    EMPLOYEES: "{n} a tempo indeterminato su {m}, al {date}", "{n} permanent out of {m}, on {date}";
    NAME_TITLE: "Nome e cognome", "First and last name";
    BIRTH_TITLE: "Nascita", "Birth";
    ASKED_BEFORE: "Avevi chiesto: {text}", "You had asked: {text}";
    WRITE_NOTE: "Scrivi una nota", "Write a note";
    CLOSE_NOTE: "Chiudi la nota", "Close the note";
    ON_FIELD: "su «{field}»", "on “{field}”";
    NOTE_ON: "Che cosa deve integrare su «{field}»", "What must be completed on “{field}”";

    /// Read out where a cell of the checks is empty.
    NO_CHECK: "Nessun controllo", "No check";
    CHECK_DIGIT: "Cifra di controllo giusta", "Check digit right";
    NEVER_REGISTERED: "Mai registrata prima", "Never registered before";
    POSTAL_CODE_AGREES: "CAP e comune concordi", "Postcode and town agree";
    FORM_RIGHT: "Forma giusta", "Form right";
    MAIL_VERIFIED: "E-mail verificata", "E-mail verified";
    TO_COMPLETE: "Da completare", "To be completed";
    TO_COMPLETE_WHY: "Non blocca: serve per la convenzione", "Does not block: needed for the agreement";
    LOOK: "Da guardare", "To be looked at";
    MISSING: "Manca: qui è obbligatorio", "Missing: mandatory here";
    OUTDATED: "Dato vecchio di oltre 12 mesi", "More than 12 months old";
    OUTDATED_WHY: "Serve per il numero massimo di tirocini", "Needed for the largest number of trainees";
    POSTAL_CODE_ELSEWHERE: "CAP di un altro comune", "Postcode of another town";
    PROVINCE_ELSEWHERE: "Comune di un’altra provincia", "Town of another province";
    VAT_OFFICE: "Codice dell’ufficio insolito", "Unusual office number";
    PROVISIONAL: "Codice fiscale provvisorio", "Provisional tax code";
    FOREIGN_CHECK: "Il controllo di quel Paese non torna", "That country’s check does not match";
    NAMES_DIFFER: "Nome e codice fiscale diversi", "Name and tax code differ";

    DUPLICATES: "Possibili doppioni", "Possible duplicates";
    DUPLICATES_TEXT: "Stessi dati in altre schede. Nessuno ha la stessa partita IVA.", "The same details in other records. None has the same VAT number.";
    IDENTIFIER: "P. IVA o C.F.", "VAT no. or tax code";
    COMPARE: "Confronta", "Compare";
    NOT_THE_SAME: "Non è la stessa", "Not the same";
    ELSEWHERE: "Altrove", "Elsewhere";
    SINCE_DATE: "dal {date}.", "since {date}.";
    NEWCOMERS: "Chiedono di entrare", "Asking to join";
    NEWCOMERS_TEXT: "Persone che vogliono lavorare nel portale per questa organizzazione.", "People who want to work in the portal for this organisation.";
    ADMIT: "Ammetti", "Admit";
    REFUSE: "Rifiuta", "Refuse";
    HISTORY: "Storico", "History";
    SHOW_ALL: "Mostra tutti", "Show all";

    // Deciding
    DECISION: "Decisione", "Decision";
    APPROVE: "Approva", "Approve";
    REQUEST_INTEGRATION: "Chiedi integrazione", "Ask for corrections";
    REQUEST_INTEGRATION_ONE: "Chiedi integrazione (1 campo)", "Ask for corrections (1 field)";
    REQUEST_INTEGRATION_MANY: "Chiedi integrazione ({n} campi)", "Ask for corrections ({n} fields)";
    REJECT: "Rifiuta", "Reject";
    SUSPEND: "Sospendi", "Suspend";
    REINSTATE: "Riattiva", "Reinstate";
    REVOKE: "Revoca", "Revoke";
    TOLD_BY_MAIL: "L’azienda riceve subito l’esito per e-mail.", "The company gets the result by e-mail at once.";
    NOTE: "Nota", "Note";
    NOTE_HINT: "Che cosa deve integrare, in generale. Per un campo solo scrivi la nota accanto al campo. Poi premi «Chiedi integrazione»", "What must be completed, as a whole. For a single field write the note beside it. Then press “Ask for corrections”";
    REASON: "Motivo", "Reason";
    REASON_HINT: "Lo legge l’azienda nell’e-mail e nella sua area. Poi premi di nuovo il bottone", "The company reads it in the e-mail and in its area. Then press the button again";
    STALE_TITLE: "Una collega o un collega l’ha cambiata mentre scrivevi", "A colleague changed it while you were writing";
    STALE_TEXT: "Qui sotto vedi la richiesta com’è adesso. Le tue note sono ancora scritte: rileggi e decidi.", "Below you see the request as it is now. Your notes are still there: read again and decide.";
    MOVED_TITLE: "La richiesta è cambiata", "The request has changed";
    MOVED_TEXT: "Le tue note restano scritte.", "Your notes stay.";
    SHOW: "Mostra", "Show";
    NOTHING_OFFERED: "Su questa richiesta ora non c’è niente da decidere.", "There is nothing to decide on this request now.";
    RESULT_TOLD: "L’azienda riceve l’esito per e-mail.", "The company gets the result by e-mail.";
    RESULT_NEXT: "Qui sotto c’è la prossima.", "The next one is below.";
}

keyed! { ALIKE
    /// What two hosts share.
    alike {
        "phone": "stesso telefono", "same telephone";
        "email": "stessa e-mail", "same e-mail";
        "pec": "stessa PEC", "same certified e-mail";
        "website": "stesso sito", "same site";
        "name": "nome simile", "similar name";
    }
}

keyed! { ACTIONS
    /// What happened to a request.
    action {
        "submit": "Richiesta inviata", "Request sent";
        "ask": "Chiede di entrare", "Asks to join";
        "verify_code": "E-mail confermata", "E-mail confirmed";
        "withdraw": "Richiesta ritirata", "Request withdrawn";
        "request_integration": "Integrazione chiesta", "Corrections asked for";
        "resubmit": "Richiesta corretta e inviata di nuovo", "Request corrected and sent again";
        "approve": "Richiesta approvata", "Request approved";
        "reject": "Richiesta rifiutata", "Request rejected";
        "suspend": "Accreditamento sospeso", "Accreditation suspended";
        "reinstate": "Accreditamento riattivato", "Accreditation reinstated";
        "revoke": "Accreditamento revocato", "Accreditation revoked";
        "change_identity": "Nuovi identificativi proposti", "New identifiers proposed";
        "approve_change": "Nuovi identificativi accettati", "New identifiers accepted";
    }
}

keyed! { DECIDED
    /// What another institution decided, before its name.
    decided_by {
        "accredited": "Accreditata da", "Accredited by";
        "rejected": "Rifiutata da", "Rejected by";
        "suspended": "Sospesa da", "Suspended by";
        "revoked": "Revocata da", "Revoked by";
    }
}

keyed! { RESULTS
    /// The result of a decision, by its event.
    result {
        "approve": "Richiesta n. {n} approvata", "Request no. {n} approved";
        "request_integration": "Integrazione chiesta per la richiesta n. {n}", "Corrections asked for request no. {n}";
        "reject": "Richiesta n. {n} rifiutata", "Request no. {n} rejected";
        "suspend": "Richiesta n. {n}: accreditamento sospeso", "Request no. {n}: accreditation suspended";
        "reinstate": "Richiesta n. {n}: accreditamento riattivato", "Request no. {n}: accreditation reinstated";
        "revoke": "Richiesta n. {n}: accreditamento revocato", "Request no. {n}: accreditation revoked";
    }
}

/// A whole number with the language's separator of thousands.
pub fn number(number: i64, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(language.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::state::Event;

    #[test]
    fn thousands_are_separated() {
        let said = [0, 999, 10_000, 1_234_567].map(|n| number(n, Language::It));
        assert_eq!(said, ["0", "999", "10.000", "1.234.567"]);
        assert_eq!(number(10_000, Language::En), "10,000");
    }

    #[test]
    fn keyed_words_are_there_in_both_languages() {
        for (key, word) in [ALIKE, ACTIONS, DECIDED, RESULTS].concat() {
            assert!(!word.it.is_empty() && !word.en.is_empty(), "{key}");
        }
    }

    #[test]
    fn every_result_is_of_an_event_and_has_words_in_the_history() {
        for (key, _) in RESULTS {
            assert!(Event::from_code(key).is_some() && action(key).is_some(), "{key}");
        }
    }
}
