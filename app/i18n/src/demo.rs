//! Accounts, sent mail and clock of the demo mode.

words! {
    TITLE: "Prova di Ponte", "Ponte demo";
    LEAD: "Questa installazione è di prova: dati inventati, posta che non parte davvero, un orologio che si può spostare.", "This installation is a demo: made-up data, mail that never leaves, a clock that can be moved.";
    ACCOUNTS: "Utenti di prova", "Demo accounts";
    ACCOUNTS_TEXT: "Tutti con la password {password}.", "All with the password {password}.";
    USER_NAME: "Nome utente", "User name";
    NAME: "Nome", "Name";
    ROLE: "Ruolo", "Role";
    INSTITUTION: "Istituzione", "Institution";
    /// People of the made-up company, who get their roles when it is registered.
    OF_HOST: "Azienda di prova", "Made-up company";
    MAIL: "Posta inviata", "Sent mail";
    MAIL_TEXT: "Tutti i messaggi scritti dal portale, dal più recente.", "Every message the portal has written, newest first.";
    RECIPIENT: "Destinatario", "Recipient";
    SEARCH: "Cerca", "Search";
    NO_MAIL: "Nessun messaggio.", "No messages.";
    NO_MAIL_FOR: "Nessun messaggio per {recipient}.", "No messages for {recipient}.";
    MESSAGE: "Messaggio", "Message";
    SUBJECT: "Oggetto", "Subject";
    SENT_AT: "Inviato", "Sent";
    STATE: "Stato", "State";
    STATE_QUEUED: "in coda", "queued";
    STATE_SENT: "inviato", "sent";
    STATE_FAILED: "non recapitato", "not delivered";
    HTML_VERSION: "Versione HTML", "HTML version";
    ALL_MAIL: "Tutta la posta", "All mail";
    CLOCK: "Orologio", "Clock";
    CLOCK_TEXT: "Sposta avanti il tempo delle pratiche: promemoria e scadenze partono subito. Indietro non si torna, se non riavviando.", "Moves the time of the cases forward: reminders and expiries follow at once. There is no way back but a restart.";
    NOW: "Adesso per le pratiche", "Now, for the cases";
    SESSION_NOW: "Adesso per sessioni e codici", "Now, for sessions and codes";
    FORWARD_BY: "Avanti di", "Forward by";
    UNIT: "Unità", "Unit";
    MINUTES: "minuti", "minutes";
    HOURS: "ore", "hours";
    DAYS: "giorni", "days";
    SESSIONS_TOO: "anche sessioni e codici", "sessions and codes too";
    MOVE: "Sposta", "Move";
    BAD_NUMBER: "Scrivi un numero intero fra 1 e 10000", "Write a whole number between 1 and 10000";
}
