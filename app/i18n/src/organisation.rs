//! *Contatti azienda* and *Sedi*: people and seats of a host.

words! {
    CONTACTS: "Contatti azienda", "Company contacts";
    CONTACTS_LEAD: "Chi lavora nel portale per la tua organizzazione: referenti e tutor. Scegli un nome per vedere i dati anagrafici e le sedi di attività.", "Who works in the portal for your organisation: contacts and tutors. Choose a name to see personal details and places of work.";
    CONTACTS_CAPTION: "Referenti, tutor e contatti amministrativi", "Contacts, tutors and administrative contacts";
    NAME: "Nome", "Name";
    STATE: "Stato", "State";
    DRAFT: "Deve confermare l’e-mail", "Has to confirm the e-mail";
    SUBMITTED: "Da ammettere", "To be admitted";
    ACTIVE: "Attivo", "Active";
    DISABLED: "Disattivato", "Disabled";
    REJECTED: "Non ammesso", "Not admitted";
    NEWCOMERS: "Chiedono di entrare", "Asking to join";
    INVITE: "Aggiungi un contatto", "Add a contact";
    INVITE_TITLE: "Nuovo contatto", "New contact";
    INVITE_LEAD: "Scrivi i dati di un tutor o di un altro referente. Mandiamo a quell’indirizzo un codice di verifica con il nome utente: la persona lo scrive, sceglie la password ed entra.", "Write the details of a tutor or of another contact. We send a verification code with the user name to that address: the person enters it, chooses a password and is in.";
    SEND_INVITATION: "Invita", "Invite";
    INVITED: "Invito inviato", "Invitation sent";
    INVITED_TEXT: "Il codice arriva per e-mail. Se scade, la persona ne chiede un altro dalla stessa pagina.", "The code arrives by e-mail. If it expires, the person asks for another one on the same page.";
    SAVED: "Dati salvati", "Details saved";
    PERSONAL: "Dati anagrafici", "Personal details";
    OF_TUTORS: "Solo per chi è tutor", "For tutors only";
    SEATS_OF_WORK: "Sedi di attività", "Places of work";
    SEATS_HINT: "Un tutor segue solo tirocini nelle sedi spuntate qui", "A tutor follows internships only at the seats ticked here";
    NO_SEATS: "Non c’è ancora una sede operativa.", "There is no operating seat yet.";
    NONE: "Nessuna", "None";
    SAVE: "Salva", "Save";
    DISABLE: "Disattiva il contatto", "Disable the contact";
    DISABLE_TEXT: "La persona non lavora più nel portale per la tua organizzazione e non segue più tirocini. Quello che ha fatto resta nello storico.", "The person no longer works in the portal for your organisation nor follows internships. What they did stays in the history.";
    COMPANY: "Dati azienda", "Company details";
    COMPANY_DATA: "Dati della registrazione", "Registration details";
    LEGAL_REP: "Rappresentante legale", "Legal representative";
    LEGAL_REP_LEAD: "Chi firma le convenzioni per la tua organizzazione.", "Whoever signs agreements for your organisation.";
    REP_NEEDED: "Mancano dati: servono prima di chiedere una convenzione.", "Details are missing: they are needed before asking for an agreement.";
    SEATS: "Sedi", "Seats";
    SEATS_LEAD: "La sede legale è quella della registrazione. I tirocini si svolgono nelle sedi operative.", "The registered seat is that of the registration. Internships take place at operating seats.";
    LEGAL: "Sede legale", "Registered seat";
    OPERATING: "Sede operativa", "Operating seat";
    TUTORS: "Tutor", "Tutors";
    NO_TUTORS: "Nessun tutor collegato", "No tutor linked";
    CHANGE: "Modifica", "Change";
    NEW_SEAT: "Aggiungi una sede operativa", "Add an operating seat";
    NEW_SEAT_TITLE: "Nuova sede operativa", "New operating seat";
    CHANGED_MEANWHILE: "Questi dati sono cambiati mentre scrivevi. Ricarica la pagina e scrivi di nuovo le tue modifiche", "These details changed while you were writing. Reload the page and write your changes again";
    RULE_SEATS: "Le sedi di attività sono di chi è tutor: spunta anche «Tutor»", "Places of work belong to tutors: tick «Tutor» too";
    RULE_LAST: "È l’unica persona che può ammettere altri contatti: prima aggiungi un altro referente", "This is the only person who can admit other contacts: add another contact first";
    RULE_KNOWN: "Con questo indirizzo c’è già un contatto della tua organizzazione", "There is already a contact of your organisation with this address";
}
