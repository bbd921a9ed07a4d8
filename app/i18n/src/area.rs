//! The host's reserved area.

words! {
    TITLE: "Area riservata", "Reserved area";
    TODO_TITLE: "Cosa devi fare ora", "What you have to do now";
    NOTHING_TITLE: "Non devi fare nulla", "There is nothing for you to do";
    NOTHING_TEXT: "Quando toccherà a te, lo trovi qui con la scadenza. Ti scriviamo una volta sola.", "When it is your turn, you will find it here with its deadline. We write to you once only.";
    REQUEST_TITLE: "La tua richiesta di accreditamento", "Your accreditation request";
    REQUEST_NUMBER: "Richiesta n. {n}", "Request no. {n}";
    SENT_ON: "Inviata {date}", "Sent {date}";
    DECIDED_ON: "Decisa {date}", "Decided {date}";
    TURN: "Chi deve agire", "Whose turn it is";
    TURN_OFFICE: "Ora tocca all’ufficio", "It is the office’s turn";
    TURN_OFFICE_TEXT: "Stiamo esaminando i dati. Ti scriviamo appena c’è l’esito: fino ad allora qui non devi fare nulla.", "We are examining the details. We write to you as soon as there is an outcome: until then there is nothing to do here.";
    TURN_YOU: "Ora tocca a te", "It is your turn";
    TURN_YOU_TEXT: "L’ufficio chiede di correggere i dati qui sotto. Quando confermi, la richiesta torna all’ufficio.", "The office asks for the details below to be corrected. When you confirm, the request goes back to the office.";
    TURN_NOBODY: "La richiesta è chiusa", "The request is closed";
    REJECTED_TEXT: "L’ufficio non ha accolto la richiesta. Puoi farne una nuova quando la ragione è risolta.", "The office did not accept the request. You can make a new one when the reason is settled.";
    WITHDRAWN_TEXT: "Hai ritirato la richiesta. Puoi farne una nuova quando vuoi.", "You have withdrawn the request. You can make a new one at any time.";
    REVOKED_TEXT: "L’accreditamento è stato revocato. Per chiarimenti scrivi all’ufficio.", "The accreditation has been revoked. Write to the office if anything is unclear.";
    NEW_REQUEST: "Nuova richiesta", "New request";
    REASON: "Motivo", "Reason";
    OFFICE_NOTE: "Che cosa scrive l’ufficio", "What the office writes";
    CORRECT: "Correggi", "Correct";
    WITHDRAW: "Ritira la richiesta", "Withdraw the request";
    WITHDRAW_TEXT: "Se ritiri la richiesta l’ufficio non la esamina più. Non si può annullare.", "If you withdraw the request the office no longer examines it. This cannot be undone.";
    ACCREDITED_SINCE: "Accreditata dal {date}", "Accredited since {date}";
    SUSPENDED_TEXT: "L’accreditamento è sospeso: niente di nuovo può iniziare, quello che è in corso continua.", "The accreditation is suspended: nothing new may begin, what is running goes on.";
    LEGAL_REP_MISSING: "Completa il rappresentante legale", "Complete the legal representative";
    LEGAL_REP_MISSING_TEXT: "Mancano dati di nascita, codice fiscale o carica. Serviranno prima di chiedere una convenzione.", "Birth data, tax code or office are missing. They will be needed before asking for an agreement.";
    NEWCOMER: "{name} chiede di entrare", "{name} asks to join";
    NEWCOMER_TEXT: "{role} · {email}. Se ammetti questa persona, lavora nel portale per la tua organizzazione.", "{role} · {email}. If you admit this person, they work in the portal for your organisation.";
    ADMIT: "Ammetti", "Admit";
    REFUSE: "Rifiuta", "Refuse";
    TODAY: "oggi", "today";
    WAITING_TITLE: "Attendi di essere ammessa o ammesso", "Waiting to be admitted";
    WAITING_CONTACT: "Hai chiesto di entrare in {name}. Una persona di contatto dell’organizzazione deve ammetterti: le abbiamo scritto. Ti avvisiamo per e-mail.", "You asked to join {name}. A contact of the organisation has to admit you: we have written to them. We let you know by e-mail.";
    WAITING_OFFICE: "Hai chiesto di entrare in {name}. L’ufficio deve ammetterti. Ti avvisiamo per e-mail.", "You asked to join {name}. The office has to admit you. We let you know by e-mail.";
    REFUSED_TITLE: "La richiesta non è stata accolta", "The request was not accepted";
    REFUSED_TEXT: "Chi lavora per {name} non ha confermato la tua richiesta. Se pensi a un errore, parla con loro o scrivi all’assistenza.", "Those who work for {name} did not confirm your request. If you think this is a mistake, talk to them or write to the helpdesk.";
    NOT_HERE_TITLE: "{host} non è ancora accreditata qui", "{host} is not accredited here yet";
    NOT_HERE_TEXT: "I dati ci sono già: non devi riscriverli. L’ufficio li esamina e ti risponde per e-mail.", "The details are already here: you do not have to write them again. The office examines them and answers by e-mail.";
    NOT_HERE_ELSEWHERE: "Accreditata da: {names}.", "Accredited by: {names}.";
    ASK_HERE: "Chiedi l’accreditamento", "Ask for accreditation";
    NO_AREA_TITLE: "Qui non c’è ancora nulla per te", "There is nothing here for you yet";
    NO_AREA_TEXT: "Con il profilo in uso non hai pratiche in questa istituzione. Puoi cambiare profilo quando vuoi.", "With the profile in use you have no cases at this institution. You can change profile at any time.";
}
