//! Header, menu, footer, dialogs: what every page has.

words! {
    PORTAL: "Portale dei tirocini", "Internship portal";
    PRODUCT: "Ponte", "Ponte";
    PRODUCT_LINE: "Tirocini, stage e opportunità", "Internships, placements and opportunities";
    SKIP: "Vai al contenuto", "Skip to content";
    HELP: "Assistenza", "Help";
    /// The control that changes to the other language, in that language.
    OTHER_LANGUAGE: "ENG", "ITA";
    OTHER_LANGUAGE_NAME: "ENG: English", "ITA: Italiano";
    SIGN_IN: "Accedi all’area personale", "Sign in to your area";
    SIGN_OUT: "Esci", "Sign out";
    SIGN_OUT_TEXT: "La sessione finisce su questo dispositivo. Le bozze restano salvate.", "The session ends on this device. Drafts stay saved.";
    MAIN_MENU: "Menu principale", "Main menu";
    MENU: "Menu", "Menu";
    PATH: "Percorso", "Breadcrumb";
    HOME: "Home", "Home";
    ACCREDITATION: "Accreditamento aziende", "Company accreditation";
    CONTACTS: "Attivazione e contatti", "Activation and contacts";
    GUIDES: "Guide", "Guides";
    LOG_IN: "Login", "Log in";
    FORGOTTEN_PASSWORD: "Password dimenticata", "Forgotten password";
    FORGOTTEN_USER_NAME: "Nome utente dimenticato", "Forgotten user name";
    COMPANY_AREA: "Area azienda", "Company area";
    HOST_CONTACTS: "Contatti azienda", "Company contacts";
    HOST_SEATS: "Sedi", "Seats";
    HOST_COMPANY: "Dati azienda", "Company details";
    CONVENTIONS: "Convenzioni", "Agreements";
    ACCREDITATIONS: "Accreditamenti", "Accreditations";
    PROFILES: "Gestione profili", "Profiles";
    ACCOUNT: "Account", "Account";
    /// Accessible name of the menu of the person who is signed in.
    WHO_MENU: "{name}, {organisation}: gestione profili", "{name}, {organisation}: profiles";
    WHO_MENU_ALONE: "{name}: gestione profili", "{name}: profiles";
    FOOT_PURPOSE: "Ponte unisce chi studia e chi ospita.", "Ponte joins those who study and those who host.";
    FOOT_DATA: "I dati restano nell’Unione europea. Solo cookie tecnici.", "Data stays in the European Union. Technical cookies only.";
    FOOT_LINKS: "Informazioni sul portale", "About the portal";
    USE: "Uso del portale", "Using the portal";
    ACCESSIBILITY: "Accessibilità", "Accessibility";
    LEGAL_NOTES: "Note legali", "Legal notes";
    PRIVACY: "Privacy", "Privacy";
    LOADING: "Carico la pagina", "Loading the page";
    LIVE: "In diretta · {time}", "Live · {time}";
    LIVE_LOST: "Collegamento interrotto alle {time}.", "Connection lost at {time}.";
    RELOAD: "Ricarica", "Reload";
    NEWS_ARRIVED: "{n} novità, mostra", "{n} updates, show";
    PREVIOUS_PAGE: "Pagina precedente", "Previous page";
    NEXT_PAGE: "Pagina successiva", "Next page";
    PAGES: "Pagine dell’elenco", "Pages of the list";
    SESSION_WARNING: "Ci sei ancora?", "Are you still there?";
    SESSION_WARNING_TEXT: "Per sicurezza la sessione finisce fra {time}. La bozza è già salvata: anche se finisce, non perdi niente.", "For your security the session ends in {time}. Your draft is already saved: even if it ends, nothing is lost.";
    MINUTES: "{n} minuti", "{n} minutes";
    ONE_MINUTE: "un minuto", "one minute";
    GO_ON: "Continua", "Carry on";
    SESSION_ENDED: "La sessione è scaduta", "Your session has ended";
    SESSION_ENDED_BOLD: "Non hai perso niente.", "Nothing is lost.";
    SESSION_ENDED_TEXT: "Tutto quello che hai scritto è ancora in questa pagina. Accedi di nuovo e continui da qui.", "Everything you wrote is still on this page. Sign in again and carry on from here.";
    SIGN_IN_AND_GO_ON: "Accedi e continua", "Sign in and carry on";
    LEAVE_DRAFT: "Esci, la bozza resta salvata", "Leave, the draft stays saved";
}
