//! Log-in, recovery, profiles, account.

words! {
    LOG_IN_TITLE: "Accedi all’area personale", "Sign in to your area";
    LOG_IN: "Accedi", "Sign in";
    USER_NAME: "Nome utente", "User name";
    USER_NAME_HINT: "Va bene anche con l’estensione, per esempio {suffix}", "The extension, for example {suffix}, may be written or left out";
    PASSWORD: "Password", "Password";
    PASSWORD_AGAIN: "Ripeti la password", "Repeat the password";
    PASSWORD_NOW: "Password attuale", "Current password";
    PASSWORD_NEW: "Nuova password", "New password";
    PASSWORD_HINT: "Almeno 12 caratteri. Una frase lunga va benissimo", "At least 12 characters. A long phrase is fine";
    EMAIL: "E-mail", "E-mail";
    CODE: "Codice", "Code";
    CODE_HINT: "Le 6 cifre che hai ricevuto per e-mail, valide 15 minuti", "The 6 digits you received by e-mail, valid for 15 minutes";
    FORGOTTEN_PASSWORD: "Ho dimenticato la password", "I have forgotten my password";
    FORGOTTEN_USER_NAME: "Ho dimenticato il nome utente", "I have forgotten my user name";
    NO_CREDENTIALS: "Non hai ancora le credenziali?", "No credentials yet?";
    CHOOSE_INSTITUTION: "Scegli la tua istituzione e registrati", "Choose your institution and register";
    LOG_IN_WRONG: "Nome utente e password non corrispondono: controlla le maiuscole e riprova", "User name and password do not match: check capitals and try again";

    RECOVER_PASSWORD_TITLE: "Password dimenticata", "Forgotten password";
    RECOVER_PASSWORD_TEXT: "Scrivi il tuo nome utente: ti mandiamo un’e-mail con il link per scegliere una nuova password. Il link vale 30 minuti.", "Enter your user name: we send you an e-mail with a link for choosing a new password. The link is valid for 30 minutes.";
    SEND_LINK: "Inviami il link", "Send me the link";
    LINK_SENT: "Controlla la tua e-mail", "Check your e-mail";
    LINK_SENT_TEXT: "Se il nome utente esiste, il link è partito. Se non arriva entro qualche minuto guarda nella posta indesiderata.", "If the user name exists, the link is on its way. If it does not arrive within a few minutes look in your junk mail.";
    RESET_TITLE: "Scegli una nuova password", "Choose a new password";
    RESET: "Reimposta la password", "Set the new password";
    RESET_DONE: "La password è cambiata", "The password has changed";
    RESET_DONE_TEXT: "Accedi con la nuova password. Le altre sessioni aperte sono state chiuse.", "Sign in with the new password. Other open sessions have been closed.";
    LINK_DEAD: "Il link non vale più", "The link no longer works";
    LINK_DEAD_TEXT: "È scaduto o è già stato usato. Chiedine un altro qui.", "It has expired or has been used already. Ask for another one here.";

    RECOVER_USER_NAME_TITLE: "Nome utente dimenticato", "Forgotten user name";
    RECOVER_USER_NAME_TEXT: "Scrivi l’e-mail con cui ti sei registrata o registrato: ti mandiamo lì il tuo nome utente.", "Enter the e-mail address you registered with: we send your user name there.";
    SEND_USER_NAME: "Inviami il nome utente", "Send me my user name";
    USER_NAME_SENT: "Controlla la tua e-mail", "Check your e-mail";
    USER_NAME_SENT_TEXT: "Se l’indirizzo è registrato, il nome utente è partito. Se non arriva entro qualche minuto guarda nella posta indesiderata.", "If the address is registered, the user name is on its way. If it does not arrive within a few minutes look in your junk mail.";

    VERIFY_TITLE: "Autenticazione e-mail", "E-mail verification";
    VERIFY_TEXT: "Manca un passaggio: verifica il tuo indirizzo e-mail e scegli la password.", "One step is left: verify your e-mail address and choose your password.";
    SEND_CODE: "Invia codice", "Send code";
    SEND_CODE_TITLE: "1. Ricevi il codice", "1. Receive the code";
    SEND_CODE_TEXT: "Il codice è già partito con la conferma del riepilogo. Se non arriva, chiedine un altro: il precedente non varrà più.", "A code was sent when the summary was confirmed. If it does not arrive, ask for another: the earlier one will no longer count.";
    SEND_CODE_COLD: "Scrivi il nome utente e chiedi il codice: arriva all’indirizzo della registrazione. Un codice precedente non varrà più.", "Write the user name and ask for the code: it comes to the address of the registration. An earlier code will no longer count.";
    SEND_CODE_TO: "Indirizzo:", "Address:";
    CODE_SENT: "Codice inviato", "Code sent";
    CODE_SENT_TEXT: "Se il nome utente esiste, il codice è partito verso la sua e-mail. Vale 15 minuti.", "If the user name exists, the code is on its way to its e-mail address. It is valid for 15 minutes.";
    VERIFY_CODE_TITLE: "2. Scrivi il codice e scegli la password", "2. Enter the code and choose your password";
    VERIFY_CODE: "Verifica codice e continua", "Verify code and continue";

    PROFILES_TITLE: "Gestione profili", "Profiles";
    PROFILES_TEXT: "Scegli con quale profilo lavorare adesso. Puoi cambiarlo quando vuoi.", "Choose the profile to work with now. You can change it at any time.";
    PROFILE_IN_USE: "In uso", "In use";
    USE_PROFILE: "Usa questo profilo", "Use this profile";
    USE_PROFILE_NAMED: "{text}: {role}, {organisation}", "{text}: {role}, {organisation}";
    NO_PROFILES: "Nessun profilo, per ora", "No profiles yet";
    NO_PROFILES_TEXT: "Quando una richiesta verrà accolta, il profilo comparirà qui.", "When a request is accepted, the profile will appear here.";
    GO_TO_AREA: "Vai all’area", "Go to the area";

    ACCOUNT_TITLE: "Account", "Account";
    ACCOUNT_DATA: "I tuoi dati", "Your details";
    NAME: "Nome e cognome", "Name";
    CHANGE_PASSWORD_TITLE: "Cambia la password", "Change the password";
    CHANGE_PASSWORD: "Cambia la password", "Change the password";
    PASSWORD_CHANGED: "La password è cambiata", "The password has changed";
    PASSWORD_CHANGED_TEXT: "Le altre sessioni aperte sono state chiuse.", "Other open sessions have been closed.";
}
