//! Forms: buttons, marks, the draft.

words! {
    NEXT: "Avanti", "Next";
    BACK: "Indietro", "Back";
    SAVE_DRAFT: "Salva in bozza", "Save draft";
    CHANGE: "Modifica", "Change";
    CONFIRM: "Conferma", "Confirm";
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
}
