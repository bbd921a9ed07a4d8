//! What went wrong with a page or a post.

words! {
    INVALID: "Controlla i campi indicati", "Check the fields shown";
    REFUSED: "Questo passaggio non è aperto adesso. Ricarica la pagina per vedere a che punto è la pratica", "This step is not open now. Reload the page to see where the case stands";
    STALE: "La pratica è cambiata mentre scrivevi. Ricarica la pagina: la tua bozza resta", "The case changed while you were writing. Reload the page: your draft stays";
    SIGN_IN: "La sessione è scaduta. Non hai perso niente: accedi e continui da qui", "Your session has ended. Nothing is lost: sign in and carry on from here";
    TOO_MANY: "Troppi tentativi ravvicinati. Riprova fra {time}", "Too many tries in a row. Try again in {time}";
    DENIED: "Il tuo profilo non permette questo passaggio", "Your profile does not allow this step";
    NOT_FOUND: "Non troviamo quello che cerchi", "We cannot find what you are looking for";
    INTERNAL: "Qualcosa non ha funzionato da noi. Quello che hai scritto è ancora qui. Riprova fra un minuto; se succede ancora, scrivi all’assistenza con il codice {code}", "Something went wrong on our side. What you wrote is still here. Try again in a minute; if it happens again, write to the helpdesk quoting {code}";
    TRANSPORT: "Il server non ha risposto. Quello che hai scritto è ancora qui: riprova fra un minuto", "The server did not answer. What you wrote is still here: try again in a minute";
    NOTE_SHORT: "Scrivi almeno {min} caratteri, così chi legge capisce che cosa fare", "Write at least {min} characters, so that whoever reads it knows what to do";
    ALREADY_REGISTERED: "Questa organizzazione è già registrata: puoi chiedere di entrarci", "This organisation is registered already: you can ask to join it";

    PAGE_NOT_FOUND: "Pagina non trovata", "Page not found";
    PAGE_NOT_FOUND_TEXT: "Questo indirizzo non esiste, oppure la pagina non è aperta al tuo profilo. Controlla di averlo copiato per intero.", "This address does not exist, or the page is not open to your profile. Check that you copied all of it.";
    PAGE_FORBIDDEN: "Pagina non aperta al tuo profilo", "Page not open to your profile";
    PAGE_FORBIDDEN_TEXT: "Hai effettuato l’accesso, ma con un profilo che non vede questa pagina. Se ne hai un altro, sceglilo in Gestione profili.", "You are signed in, but with a profile that does not see this page. If you have another one, choose it under Profiles.";
    PAGE_SIGN_IN: "Accedi per vedere questa pagina", "Sign in to see this page";
    PAGE_SIGN_IN_TEXT: "Dopo l’accesso torni qui.", "After signing in you come back here.";
    PAGE_BROKEN: "Qualcosa non ha funzionato da noi", "Something went wrong on our side";
    PAGE_BROKEN_TEXT: "Le bozze sono salvate e non hai perso niente. Riprova fra un minuto.", "Drafts are saved and nothing is lost. Try again in a minute.";
    PAGE_BROKEN_CODE: "Se succede ancora, scrivi all’assistenza con il codice", "If it happens again, write to the helpdesk quoting";
    PAGE_TOO_MANY: "Troppe richieste ravvicinate", "Too many requests in a row";
    PAGE_REFUSED: "Questo passaggio non è aperto adesso", "This step is not open now";
    PAGE_TRANSPORT: "Il server non ha risposto", "The server did not answer";
    PAGE_TRANSPORT_TEXT: "Controlla il collegamento e ricarica la pagina. Non hai perso niente.", "Check your connection and reload the page. Nothing is lost.";
    GO_HOME: "Tutte le istituzioni", "All institutions";
}
