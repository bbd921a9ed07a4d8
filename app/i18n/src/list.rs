//! Lists: search, filters, pages, files.

words! {
    SEARCH: "Cerca", "Search";
    STATE: "Stato", "State";
    ALL_STATES: "Tutti gli stati", "All states";
    PAGE_SIZE: "Visualizza", "Show";
    APPLY: "Applica", "Apply";
    EXPORT_CSV: "Esporta CSV", "Export CSV";
    EXPORT_XLSX: "Esporta XLSX", "Export XLSX";
    LOADING: "Carico l’elenco", "Loading the list";
    NO_RESULTS: "Nessun risultato", "No results";
    NONE_FOR: "Con «{q}» nello stato «{state}» non c’è niente.", "There is nothing for “{q}” in the state “{state}”.";
    NONE_FOR_ANY: "Con «{q}» non c’è niente.", "There is nothing for “{q}”.";
    NONE_IN: "Nello stato «{state}» non c’è niente.", "There is nothing in the state “{state}”.";
    DROP_SEARCH: "Togli la ricerca", "Remove the search";
    DROP_STATE: "Guarda in tutti gli stati", "Look in all states";
    WOULD_APPEAR: ": ne compaiono {n}.", ": {n} would appear.";
    NONE: "Nessuna riga", "No rows";
    ONE: "1 riga", "1 row";
    MANY: "{n} righe", "{n} rows";
    MORE_THAN: "{n}+", "{n}+";
    DETAIL: "Dettaglio", "Detail";
    OPEN: "Apri", "Open";
}
