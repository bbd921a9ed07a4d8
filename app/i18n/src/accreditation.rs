//! The registration's steps, summary, code and conflicts.

words! {
    TITLE: "Registrazione aziende/enti", "Registration of companies and bodies";
    STEPS: "Passi della registrazione", "Steps of the registration";
    STEP_OF: "Passo {n} di {m}", "Step {n} of {m}";
    STEP_DONE: "(completato)", "(completed)";
    IDS_HINT: "Scrivi il codice fiscale, la partita IVA o entrambi: ne basta uno.", "Enter the tax code, the VAT number or both: one is enough.";
    OPERATING_HINT: "Compila solo se i tirocini si svolgono in un’altra sede, o lascia tutto vuoto.", "Fill in only if traineeships take place in another seat, or leave everything empty.";
    LEGAL_REP_LATER: "Puoi completarlo dopo. Ti servirà prima di chiedere una convenzione.", "You can complete this later. You will need it before asking for an agreement.";
    LEGAL_REP_EMPTY: "Non ancora inserito", "Not entered yet";
    OPERATING_EMPTY: "Nessuna sede oltre a quella legale", "No seat besides the registered one";
    PRIVACY_VERSION: "Informativa, versione {version}", "Notice, version {version}";
    PRIVACY_READ: "Letta, versione {version}", "Read, version {version}";
    USER_NAME_HINT: "Da 3 a 30 caratteri: lettere minuscole, cifre, punto, trattino. L’ultimo non può essere un segno, per esempio nome.cognome1", "3 to 30 characters: lower-case letters, digits, full stop, hyphen. The last one must not be a sign, for example name.surname1";
    LOGIN_EXAMPLE: "Per accedere scrivi nome{suffix}", "To sign in, enter name{suffix}";
    LOGIN_WITH: "Per accedere scrivi", "To sign in, enter";
    SUMMARY_LEAD: "Controlla i dati. Se qualcosa non va, modifica solo quella parte.", "Check the details. If something is wrong, change that part only.";
    AFTER_TITLE: "Che cosa succede dopo", "What happens next";
    /// Before the address in bold, and after it and a colon.
    AFTER_CODE_TO: "Ti mandiamo un codice a", "We send a code to";
    AFTER_CODE: "confermi l’indirizzo e scegli la password.", "you confirm the address and choose your password.";
    AFTER_OFFICE: "L’ufficio esamina la richiesta e ti risponde per e-mail.", "The office examines the request and answers by e-mail.";
    AFTER_AREA: "Con la richiesta accolta si apre l’area riservata.", "Once the request is accepted, the reserved area opens.";
    AFTER_JOIN: "Una persona della tua organizzazione ti ammette. Ti scriviamo quando succede.", "A person of your organisation admits you. We write to you when it happens.";
    AFTER_CORRECTION: "La richiesta torna all’ufficio, che ti risponde per e-mail.", "The request goes back to the office, which answers by e-mail.";
    NOT_GIVEN: "Non indicato", "Not given";
    DATA_COMPANY: "Azienda", "Company";
    JOIN_TITLE: "{name} è già registrata", "{name} is already registered";
    JOIN_TEXT: "Sede a {town}. Puoi chiedere di entrare come nuova persona di contatto: servono solo i tuoi dati. Ti ammette chi lavora già nel portale per questa organizzazione.", "Seat in {town}. You can ask to join as a further contact: only your own details are needed. Somebody who already works here for this organisation admits you.";
    CORRECTION_TITLE: "L’ufficio chiede di correggere", "The office asks for corrections";
    CORRECTION_FIELD: "L’ufficio scrive:", "The office writes:";
    WAITS_TITLE: "Manca solo il codice", "Only the code is missing";
    WAITS_TEXT: "Hai confermato il riepilogo. Scrivi il codice ricevuto per e-mail, oppure torna al riepilogo per cambiare qualcosa: il codice non varrà più.", "You have confirmed the summary. Enter the code you received by e-mail, or go back to the summary to change something: the code will no longer count.";
    ENTER_CODE: "Scrivi il codice", "Enter the code";
    REOPEN: "Torna al riepilogo", "Back to the summary";
    RESUME_LINK: "Inviami il link per continuare", "Send me the link to continue";
    RESUME_LINK_TEXT: "Vuoi continuare più tardi o da un altro dispositivo? Ti mandiamo un link all’e-mail scritta qui sopra.", "Do you want to continue later or on another device? We send a link to the e-mail address above.";
    RESUME_LINK_SENT: "Il link è partito: controlla la tua e-mail.", "The link is on its way: check your e-mail.";
    RESUME_TITLE: "Riprendi la registrazione", "Resume the registration";
    RESUME_TEXT: "Per sicurezza scrivi il codice fiscale o la partita IVA che avevi indicato: poi continui da dove eri.", "For security enter the tax code or VAT number you had given: then you carry on where you were.";
    RESUME_IDENTIFIER: "Codice fiscale o partita IVA", "Tax code or VAT number";
    RESUME_BUTTON: "Riprendi", "Resume";
    RESUME_WRONG: "Non è il codice indicato nella bozza. Controlla e riprova", "This is not the code given in the draft. Check it and try again";
    SAVED: "La bozza è salvata. Puoi chiudere la pagina e riprendere entro 30 giorni.", "The draft is saved. You can close the page and resume within 30 days.";
    CONFLICT_TITLE: "La bozza è cambiata mentre scrivevi", "The draft changed while you were writing";
    CONFLICT_TEXT: "Qualcuno ha salvato un altro testo in questi campi, da un’altra finestra o da un altro dispositivo. Scegli quale tenere: il resto è già unito e la tua bozza resta.", "Somebody saved other text in these fields, in another window or on another device. Choose which to keep: the rest is merged already and your draft stays.";
    CONFLICT_MINE: "Il tuo testo", "Your text";
    CONFLICT_THEIRS: "Il testo salvato", "The saved text";
    CONFLICT_SAVE: "Salva le mie scelte", "Save my choices";
    EMPTY_TEXT: "(vuoto)", "(empty)";
    SUBMITTED_TITLE: "Richiesta inviata", "Request sent";
}
