//! *Convenzioni*: proposed by a host, approved by the office, signed by both.

words! {
    TITLE: "Convenzioni", "Agreements";
    LEAD: "Gli accordi della tua organizzazione con {institution}: ognuno copre molti tirocini.", "The agreements of your organisation with {institution}: each covers many traineeships.";
    OFFICE_TITLE: "Convenzioni", "Agreements";
    OFFICE_LEAD: "Le richieste da approvare, chi aspetta da più tempo per primo; con «Stato» vedi anche le altre.", "The requests to be approved, whoever has waited longest first; “State” shows the others too.";
    CAPTION: "Convenzioni", "Agreements";
    EMPTY_TITLE: "Nessuna convenzione, per ora", "No agreements yet";
    EMPTY_TEXT: "Qui compaiono le convenzioni con il loro stato. Per ospitare un tirocinio ne serve una attiva.", "Your agreements will appear here with their state. To host a traineeship you need an active one.";
    EMPTY_QUEUE_TITLE: "Nessuna richiesta da approvare", "No requests to approve";
    EMPTY_QUEUE_TEXT: "Quando un’azienda chiede una convenzione, la richiesta compare qui da sola.", "When a company asks for an agreement, the request appears here by itself.";
    SEE_ALL: "Vedi tutte le convenzioni", "See all agreements";
    PROPOSE: "Proponi nuova convenzione", "Propose a new agreement";
    HOST: "Azienda/Ente", "Company or body";
    STIPULATED: "Data stipula", "Date of agreement";
    EXPIRES: "Scadenza", "Expiry";
    KIND: "Tipo tirocini", "Kind of traineeships";
    PROTOCOL: "Numero protocollo", "Register number";
    STATE: "Stato", "State";
    WAITING: "In attesa da", "Waiting for";
    NUMBER: "N. {number}", "No. {number}";
    UNNUMBERED: "Convenzione", "Agreement";
    NUMBERED: "Convenzione n. {number}", "Agreement no. {number}";
    NEW_TITLE: "Nuova convenzione", "New agreement";
    DRAFT_TITLE: "Convenzione in bozza", "Draft agreement";
    FORM_LEAD: "Scegli che cosa copre la convenzione e per quanto. L’ateneo la approva, poi la firmano le parti.", "Choose what the agreement covers and for how long. The institution approves it, then the parties sign.";
    ASK: "Chiedi approvazione all'ateneo ed esci", "Ask the institution for approval and leave";
    SAVED: "La bozza è salvata.", "The draft is saved.";
    RETURNED: "La richiesta è tornata in bozza: l’azienda riceve la tua nota e la manda di nuovo.", "The request is a draft again: the company gets your note and sends it anew.";
    GONE: "Questa richiesta è tornata in bozza: la riprende l’azienda, e ricompare nell’elenco quando la manda di nuovo.", "This request is a draft again: the company takes it up, and it appears on the list when it is sent anew.";
    SENT: "Richiesta inviata. Ora tocca all’ufficio: ti scriviamo appena c’è l’esito.", "Request sent. It is the office’s turn: we write to you as soon as there is an outcome.";
    REP_MISSING_TITLE: "Manca chi rappresenta legalmente l’azienda", "The company’s legal representative is missing";
    REP_MISSING_TEXT: "Per chiedere l’approvazione servono dati di nascita, codice fiscale e carica di chi firma. Quello che scrivi qui resta salvato.", "To ask for approval we need the birth data, the tax code and the office of whoever signs. What you write here stays saved.";
    REP_MEND: "Completa il rappresentante legale", "Complete the legal representative";
    REP_IS: "Firma per l’azienda: {name}.", "Signs for the company: {name}.";
    RETURNED_TITLE: "L’ufficio chiede di cambiare qualcosa", "The office asks for changes";
    OTHER_OPEN_TITLE: "C’è già una richiesta aperta per lo stesso tipo", "There is already an open request of the same kind";
    OTHER_OPEN_TEXT: "Se ne serve un’altra, spunta la casella e invia di nuovo.", "If you need another one, tick the box and send again.";
    OTHER_OPEN_TICK: "Lo so: ne serve un’altra", "I know: another one is needed";
    HOST_UPLOAD_TITLE: "Firma prima di chiedere l’approvazione", "Sign before asking for approval";
    HOST_UPLOAD_TEXT: "Qui firma prima l’azienda: salva la bozza, scarica il documento, fallo firmare e carica la copia firmata. Se poi cambi qualcosa, si firma di nuovo.", "Here the company signs first: save the draft, download the document, have it signed and upload the signed copy. If you then change something, it has to be signed again.";
    HOST_UPLOAD_DONE: "La copia firmata c’è.", "The signed copy is there.";
    // One convention
    PARTIES: "{promoter} e {host}", "{promoter} and {host}";
    VALID_FOR_ALL: "vale per tutti i dipartimenti", "holds for all departments";
    TRACK: "Percorso della convenzione", "Track of the agreement";
    STOP: "tappa {n} di {m}", "stop {n} of {m}";
    ASKED: "Richiesta", "Request";
    APPROVED: "Approvata dall’ateneo", "Approved by the institution";
    HOST_SIGNS: "Firma dell’azienda", "The company signs";
    PROMOTER_SIGNS: "Firma dell’ateneo", "The institution signs";
    ACTIVE: "Attiva", "Active";
    BY: "entro il {date}", "by {date}";
    TURN: "Chi deve agire", "Whose turn it is";
    WHO: "Ora tocca a", "It is the turn of";
    SINCE: "Da quando", "Since when";
    UNTIL: "Entro quando", "By when";
    AFTER_DEADLINE: "poi l’approvazione decade", "then the approval lapses";
    THE_OFFICE: "Ufficio stage", "The internship office";
    NOTHING_TO_DO: "Tu ora non devi fare nulla.", "There is nothing for you to do now.";
    WE_WRITE: "Ti scriviamo quando tocca a te o quando la convenzione è attiva.", "We write to you when it is your turn or when the agreement is active.";
    YOUR_TURN: "Ora tocca a te.", "It is your turn.";
    DO_FILL: "Completa la richiesta e inviala all’ateneo.", "Complete the request and send it to the institution.";
    DO_SIGN: "Scarica il documento, firmalo senza cambiarlo e carica la copia firmata.", "Download the document, sign it without changing it and upload the signed copy.";
    DO_DECIDE: "Leggi la richiesta e decidi qui sotto.", "Read the request and decide below.";
    DO_ACTIVATE: "Controlla le firme, scrivi il protocollo e attiva la convenzione.", "Check the signatures, enter the register number and activate the agreement.";
    OVER: "La convenzione non è più in corso.", "The agreement is no longer under way.";
    IS_ACTIVE: "La convenzione è attiva: si possono avviare tirocini.", "The agreement is active: traineeships can be started.";
    CONTINUE: "Continua", "Carry on";
    // Signatures
    SIGNATURES: "Firme", "Signatures";
    SIGNATURES_TEXT: "Ogni copia caricata è controllata subito: tipo, dimensione, contenuto. Se la firma sia valida non è ancora verificato dal portale: la guarda l’ufficio.", "Every copy is checked at once: type, size, content. Whether the signature is valid is not verified by the portal yet: the office looks at it.";
    NO_COPIES: "Non c’è ancora nessuna copia firmata.", "There are no signed copies yet.";
    SCAN: "scansione", "scan";
    DIGITAL: "firma digitale", "digital signature";
    DIGITAL_PADES: "firma digitale nel PDF (PAdES)", "digital signature in the PDF (PAdES)";
    DIGITAL_CADES: "firma digitale in busta (CAdES)", "digital signature in an envelope (CAdES)";
    PORTAL_CODE: "conferma nel portale", "confirmation in the portal";
    ON_PAPER: "ricevuta su carta", "received on paper";
    NOT_VERIFIED: "Non verificata", "Not verified";
    NOT_ACCEPTED: "Non accettata", "Not accepted";
    REPLACED: "Non vale più", "No longer counts";
    REPLACED_TEXT: "La convenzione è tornata in bozza: questa firma non vale per il testo nuovo.", "The agreement went back to draft: this signature does not count for the new text.";
    CHECKED_CONTENT: "Tipo, dimensione e contenuto vanno bene", "Type, size and content are fine";
    NOT_VERIFIED_LONG: "La validità della firma non è verificata", "The validity of the signature is not verified";
    LOOKED_BY: "guardata da {name}", "looked at by {name}";
    UPLOAD_TITLE: "Carica la copia firmata", "Upload the signed copy";
    UPLOAD_FOR: "Firma di {name}", "Signature of {name}";
    UPLOAD_HELP: "{methods}. Al massimo {mb} MB.", "{methods}. {mb} MB at most.";
    UPLOAD_FILE: "Copia firmata", "Signed copy";
    UPLOAD: "Carica", "Upload";
    UPLOADED: "La copia firmata è arrivata e conta.", "The signed copy has arrived and counts.";
    PAPER: "Registra una firma ricevuta su carta", "Record a signature received on paper";
    PAPER_TEXT: "Resta scritto che è arrivata su carta e chi l’ha registrata; non è mostrata come verificata.", "It stays written that it came on paper and who recorded it; it is not shown as verified.";
    PAPER_NOTE: "Che cosa hai ricevuto, da chi e quando", "What you received, from whom and when";
    PAPER_DO: "Registra", "Record";
    SIGNER: "Chi ha firmato", "Who signed";
    DOCUMENT: "Documento da firmare", "Document to sign";
    DOCUMENT_OF: "Fatto il {date}. Non può più cambiare: se serve una correzione torna in bozza e si firma di nuovo.", "Made on {date}. It can no longer change: if a correction is needed it goes back to draft and is signed again.";
    DOWNLOAD: "Scarica la convenzione", "Download the agreement";
    ISSUE: "Prepara il documento", "Prepare the document";
    ISSUE_TEXT: "Qui il documento lo prepara l’ufficio. Dopo puoi approvare la richiesta.", "Here the office prepares the document. Then you can approve the request.";
    // What it says
    CONTENT: "Che cosa prevede", "What it says";
    DURATION: "Durata", "Duration";
    MONTHS: "{n} mesi dalla stipula", "{n} months from the date of agreement";
    ONE_MONTH: "1 mese dalla stipula", "1 month from the date of agreement";
    RENEWAL: "Tacito rinnovo", "Tacit renewal";
    RENEWS: "Sì, {months} mesi alla volta. Disdetta con {days} giorni di preavviso", "Yes, {months} months at a time. Notice {days} days before";
    NO_RENEWAL: "No", "No";
    AREA: "Area disciplinare di principale interesse", "Disciplinary area of main interest";
    DESCRIPTION: "Descrizione", "Description";
    DIGITAL_AVAILABLE: "Dispone di firma digitale", "Has a digital signature";
    DEPARTMENT: "Seguita da", "Handled by";
    STAMP: "Imposta di bollo", "Stamp duty";
    STAMP_DUE: "{euros} euro", "{euros} euros";
    STAMP_STAMP: "marca da bollo {id}", "stamp {id}";
    STAMP_VIRTUAL: "assolta in modo virtuale ({id})", "paid directly ({id})";
    STAMP_EXEMPT: "esente: {reason}", "exempt: {reason}";
    PROTOCOL_OF: "{number} del {date}", "{number} of {date}";
    // Deciding
    DECISION: "Decisione", "Decision";
    NOTE: "Nota o motivo", "Note or reason";
    NOTE_HINT: "Lo legge l’azienda nell’e-mail e nella pagina. Serve per riportare in bozza, respingere e recedere", "The company reads it in the e-mail and on the page. Needed to return, to reject and to terminate";
    RETURN_WARNING: "Se torna in bozza, le firme già messe non valgono più.", "If it goes back to draft, signatures already given no longer count.";
    ACTIVATE: "Attiva", "Activate";
    ACTIVATE_TITLE: "Attiva la convenzione", "Activate the agreement";
    ACTIVATE_TEXT: "Con «Attiva» confermi di avere guardato ogni firma. Data di stipula e scadenza partono da oggi.", "With “Activate” you confirm that you looked at every signature. Date of agreement and expiry run from today.";
    MISSING_SIGNATURES: "Mancano ancora firme: finché non ci sono non si può attivare.", "Signatures are still missing: it cannot be activated until they are there.";
    LOOKED: "Ho guardato la firma di {name} ({file})", "I looked at the signature of {name} ({file})";
    STAMP_LATER: "Il bollo non è ancora assolto: attivo lo stesso", "The stamp duty is not settled yet: activate all the same";
    PROTOCOL_DATE: "Data protocollo", "Register date";
    WITHDRAW: "Ritira la richiesta", "Withdraw the request";
    WITHDRAW_TEXT: "Se ritiri la richiesta l’ufficio non la esamina più. Non si può annullare.", "If you withdraw the request the office no longer examines it. This cannot be undone.";
    GIVE_NOTICE: "Disdetta", "Give notice";
    GIVE_NOTICE_TEXT: "La convenzione non si rinnova più e finisce alla scadenza. I tirocini in corso continuano.", "The agreement no longer renews itself and ends at its expiry. Traineeships that are running go on.";
    LIKE_THIS: "Come questa", "Like this one";
    LIKE_THIS_TEXT: "Proponi una convenzione nuova con gli stessi dati: cambi solo ciò che è diverso.", "Propose a new agreement with the same details: you only change what is different.";
    CHANGED_TITLE: "Questa pagina è cambiata", "This page has changed";
    CHANGED_TEXT: "Qualcun altro ha fatto qualcosa nel frattempo. Quello che hai scritto è ancora qui.", "Somebody else did something meanwhile. What you have written is still here.";
    SHOW_NEWS: "Mostra le novità", "Show the news";
    HISTORY: "Storico", "History";
    SHOW_ALL: "Mostra tutti", "Show all";
}

keyed! { RULES
    /// Why something is refused, by the rule's id.
    rule {
        "3.3 host_accredited": "L’accreditamento non è attivo: ora non si può proporre una convenzione", "The accreditation is not active: an agreement cannot be proposed now";
        "3.3 other_open_request": "C’è già una richiesta aperta per lo stesso tipo di tirocini", "There is already an open request for the same kind of traineeships";
        "3.3 request_complete": "La richiesta non è completa: controlla i campi", "The request is not complete: check the fields";
        "R-21": "Prima completa i dati di chi rappresenta legalmente l’azienda (R-21)", "Complete the company’s legal representative first (R-21)";
        "3.3 host_copy": "Prima carica la copia firmata dall’azienda", "Upload the copy signed by the company first";
        "3.3 document": "Prima prepara il documento da firmare", "Prepare the document to sign first";
        "3.3 document_source": "Qui il documento non lo prepara l’ufficio, o non è più il momento", "Here the office does not prepare the document, or it is too late";
        "3.3 next_signer": "Non è il turno di questa firma: ricarica la pagina", "It is not the turn of this signature: reload the page";
        "3.3 method": "Chi firma non può usare questo modo: guarda i formati ammessi", "This signer cannot use that way: look at the formats allowed";
        "3.3 signatures": "Mancano ancora firme", "Signatures are still missing";
        "3.3 protocol": "Manca il numero di protocollo", "The register number is missing";
        "6 signatures_confirmed": "Conferma di avere guardato ogni firma", "Confirm that you looked at every signature";
        "6 paper": "Qui le firme su carta non si registrano", "Signatures on paper are not recorded here";
        "R-22": "Scrivi come è assolta l’imposta di bollo (R-22)", "Say how the stamp duty is settled (R-22)";
        "3.3 notice_days": "È tardi per la disdetta: il termine di preavviso è passato", "It is too late to give notice";
        "3.3 renewal": "Questa convenzione non si rinnova da sola", "This agreement does not renew itself";
        "3.3 active_project": "Ci sono tirocini attivi con questa convenzione: prima vanno conclusi", "There are active traineeships under this agreement: they have to end first";
        "1 actor": "Questo passo tocca a qualcun altro", "This step is somebody else’s";
    }
}

keyed! { COPIES
    /// Why a signed copy is not accepted, by the code of its problem.
    copy_problem {
        "missing": "Scegli il file da caricare", "Choose the file to upload";
        "too_large": "Il file è troppo grande: riducilo o fai una scansione più leggera", "The file is too large: reduce it or make a lighter scan";
        "kind": "Non è un file PDF, P7M, PNG o JPEG: scegline un altro", "This is not a PDF, P7M, PNG or JPEG file: choose another";
        "unreadable": "Il file è rovinato o incompleto: apri il documento, salvalo di nuovo e ricaricalo", "The file is broken or incomplete: open the document, save it again and upload it again";
        "encrypted": "Il file chiede una password: caricane una copia senza protezione", "The file asks for a password: upload a copy without protection";
        "active_content": "Nel file ci sono programmi o moduli che fanno qualcosa da soli: carica la copia firmata del documento scaricato da qui", "The file holds programs or forms that act by themselves: upload the signed copy of the document downloaded here";
        "method": "Questo modo di firmare qui non è ammesso: guarda i formati indicati", "This way of signing is not allowed here: look at the formats named";
    }
}

keyed! { ACTIONS
    /// What happened to a convention.
    action {
        "submit": "Richiesta inviata", "Request sent";
        "withdraw": "Richiesta ritirata", "Request withdrawn";
        "return": "Riportata in bozza", "Returned to draft";
        "reject": "Respinta", "Rejected";
        "approve": "Approvata", "Approved";
        "issue_document": "Documento preparato", "Document prepared";
        "record_signature": "Firma ricevuta", "Signature received";
        "fail_check": "Documento non accettato", "Document not accepted";
        "lapse": "Decaduta: firme non arrivate in tempo", "Lapsed: signatures did not come in time";
        "activate": "Attivata", "Activated";
        "warn_expiry": "In scadenza", "About to expire";
        "give_notice": "Disdetta", "Notice given";
        "renew": "Rinnovata", "Renewed";
        "expire": "Scaduta", "Expired";
        "terminate": "Cessata", "Terminated";
    }
}

keyed! { BUTTONS
    /// The button of a decision, by its event.
    button {
        "approve": "Approva", "Approve";
        "return": "Riporta in bozza", "Return to draft";
        "reject": "Respingi", "Reject";
        "terminate": "Recedi", "Terminate";
        "withdraw": "Ritira la richiesta", "Withdraw the request";
        "give_notice": "Disdetta", "Give notice";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::attachment::CopyProblem;
    use domain::convention::Event;

    #[test]
    fn keyed_words_are_there_in_both_languages() {
        for (key, word) in [RULES, COPIES, ACTIONS, BUTTONS].concat() {
            assert!(!word.it.is_empty() && !word.en.is_empty(), "{key}");
        }
    }

    #[test]
    fn every_event_has_words_in_the_history_and_every_problem_of_a_copy_a_reason() {
        assert!(Event::ALL.iter().all(|event| action(event.code()).is_some()));
        assert!(CopyProblem::ALL.iter().all(|problem| copy_problem(problem.code()).is_some()));
        assert!(BUTTONS.iter().all(|(key, _)| Event::from_code(key).is_some()));
    }
}
