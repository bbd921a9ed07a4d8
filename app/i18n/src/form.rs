//! Forms: buttons, marks, the draft.

words! {
    NEXT: "Avanti", "Next";
    BACK: "Indietro", "Back";
    SAVE_DRAFT: "Salva in bozza", "Save draft";
    SAVE: "Salva", "Save";
    CHANGE: "Modifica", "Change";
    CHANGE_SECTION: "Modifica: {section}", "Change: {section}";
    CONFIRM: "Conferma", "Confirm";
    CANCEL: "Annulla", "Cancel";
    SEARCH: "Cerca", "Search";
    SENDING: "Invio in corso…", "Sending…";
    RETRY: "Riprova", "Try again";
    OPTIONAL: "(facoltativo)", "(optional)";
    MANDATORY_BEFORE: "I campi con", "Fields with";
    MANDATORY_AFTER: "sono obbligatori.", "are mandatory.";
    /// Before the text of a field's problem, for screen readers.
    ERROR: "Errore: ", "Error: ";
    /// Beginning of the page's title when something is wrong.
    ERROR_TITLE: "Errore: {title}", "Error: {title}";
    ONE_PROBLEM: "C’è un campo da correggere", "There is one field to correct";
    PROBLEMS: "Ci sono {n} campi da correggere", "There are {n} fields to correct";
    FORM_PROBLEM: "Controlla e riprova", "Check and try again";
    DRAFT_SAVED_AT: "Bozza salvata alle {time}", "Draft saved at {time}";
    DRAFT_SAVING: "Salvo la bozza…", "Saving the draft…";
    DRAFT_NOT_SAVED: "Non salvata: riprovo", "Not saved: trying again";
    CHOOSE: "Scegli", "Choose";
    YES: "Sì", "Yes";
    NO: "No", "No";
    CHARACTERS: "{n} di {max} caratteri", "{n} of {max} characters";
    SHOW_PASSWORD: "Mostra la password", "Show the password";
    HIDE_PASSWORD: "Nascondi la password", "Hide the password";
    SUGGESTIONS: "{n} suggerimenti: scegli con le frecce", "{n} suggestions: choose with the arrow keys";
    NO_SUGGESTION: "Nessun suggerimento", "No suggestions";
    DATE_HINT: "Giorno, mese e anno, per esempio 31/12/2026", "Day, month and year, for example 31/12/2026";
}
