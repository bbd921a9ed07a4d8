//! First page of the portal and doors of the institutions.

words! {
    HOME_TITLE: "Tirocini, stage e opportunità", "Internships, placements and opportunities";
    HERO: "Un ponte tra chi studia e chi ospita", "A bridge between those who study and those who host";
    HERO_LEAD: "Convenzioni, tirocini e opportunità di lavoro in un solo posto. Aziende ed enti si registrano una volta e lavorano con tutte le istituzioni.", "Agreements, internships and job opportunities in one place. Companies and bodies register once and work with every institution.";
    FIVE_STEPS: "Come funziona, in cinque passi", "How it works, in five steps";
    STEP_1: "Accreditamento", "Accreditation";
    STEP_1_TEXT: "L’azienda si registra", "The company registers";
    STEP_2: "Convenzione", "Agreement";
    STEP_2_TEXT: "Le regole, firmate una volta", "The rules, signed once";
    STEP_3: "Progetto formativo", "Training project";
    STEP_3_TEXT: "Chi, dove, quando, perché", "Who, where, when, why";
    STEP_4: "Tirocinio", "Internship";
    STEP_4_TEXT: "Registro, tutor, assicurazioni", "Register, tutors, insurance";
    STEP_5: "Valutazione", "Evaluation";
    STEP_5_TEXT: "Ciascuno dice com’è andata", "Everybody says how it went";
    CHOOSE_INSTITUTION: "Scegli la tua istituzione", "Choose your institution";
    CHOOSE_INSTITUTION_TEXT: "Ogni istituzione ha la sua pagina, le sue regole e il suo ufficio.", "Each institution has its page, its rules and its office.";
    DEPARTMENT_PAGE: "Dipartimento con pagina propria:", "Department with a page of its own:";
    DEPARTMENT_PAGES: "Dipartimenti con pagina propria:", "Departments with a page of their own:";
    WHAT_YOU_CAN_DO: "Che cosa puoi fare qui", "What you can do here";
    HOSTS: "Aziende ed enti", "Companies and bodies";
    HOSTS_1: "Registrarti una volta sola", "Register once and for all";
    HOSTS_2: "Chiedere e firmare una convenzione", "Ask for and sign an agreement";
    HOSTS_3: "Pubblicare un’opportunità e scegliere tra i candidati", "Publish an opportunity and choose among the applicants";
    HOSTS_4: "Avviare uno stage con una persona che conosci già", "Start an internship with somebody you already know";
    STUDENTS: "Chi studia o ha una laurea", "Students and graduates";
    STUDENTS_1: "Cercare tirocini e lavoro", "Look for internships and jobs";
    STUDENTS_2: "Candidarti e seguire la risposta", "Apply and follow the answer";
    STUDENTS_3: "Firmare il progetto formativo", "Sign the training project";
    STUDENTS_4: "Dire com’è andata: aiuta chi viene dopo", "Say how it went: it helps those who come next";
    TEACHERS: "Docenti e tutor", "Teachers and tutors";
    TEACHERS_1: "Approvare un progetto formativo", "Approve a training project";
    TEACHERS_2: "Confermare il registro delle presenze", "Confirm the attendance register";
    TEACHERS_3: "Vedere a che punto è ogni tirocinio", "See where every internship stands";
    OFFICES: "Uffici e scuole", "Offices and schools";
    OFFICES_1: "Esaminare richieste e convenzioni in ordine di attesa", "Examine requests and agreements in order of waiting";
    OFFICES_2: "Vedere chi deve agire ed entro quando", "See who has to act, and by when";
    OFFICES_3: "Esportare gli elenchi, sempre aggiornati", "Export the lists, always up to date";

    DOOR_HOSTS: "Registra la tua organizzazione e chiedi l’accreditamento: dopo la risposta dell’ufficio si apre la tua area riservata.", "Register your organisation and ask for accreditation: after the office’s answer your reserved area opens.";
    DOOR_HOSTS_NEED: "Servono 10 minuti, il codice fiscale o la partita IVA e un indirizzo e-mail. Puoi fermarti e riprendere: la bozza resta 30 giorni.", "It takes 10 minutes, the tax code or VAT number and an e-mail address. You can stop and resume: the draft is kept for 30 days.";
    REGISTER: "Registrazione aziende/enti", "Registration of companies and bodies";
    HAVE_CREDENTIALS: "Hai già le credenziali?", "Already have credentials?";
    DOOR_STUDENTS: "Stage, tirocini e opportunità di lavoro dell’istituzione passano da qui.", "The institution’s internships and job opportunities pass through here.";
    DOOR_STUDENTS_HOW: "Per le attività del tuo corso scrivi al referente stage del tuo Dipartimento.", "For the activities of your course write to the internship contact of your department.";
    DOOR_PUPILS_HOW: "Per le attività della tua classe parla con la scuola.", "For the activities of your class talk to your school.";
    DOOR_TEACHERS: "Chi segue i tirocini trova qui le persone a cui chiedere.", "Those who follow internships find here whom to ask.";
    DOOR_TEACHERS_HOW: "Quando tocca a te ricevi un’e-mail che porta dritto alla pratica.", "When it is your turn you receive an e-mail that leads straight to the case.";
    CONTACTS: "Attivazione e contatti", "Activation and contacts";
    CONTACTS_TEXT: "Referenti stage di Dipartimento: scrivi a chi segue la tua area.", "Internship contacts of the departments: write to whoever follows your area.";
    CONTACTS_CAPTION: "Referenti stage di Dipartimento", "Internship contacts of the departments";
    DEPARTMENT: "Dipartimento", "Department";
    EMAIL: "E-mail", "E-mail";
    CONTACTS_OFFICE: "Per attivare un tirocinio e per ogni domanda scrivi all’ufficio.", "To start an internship, and for any question, write to the office.";
    SEE_CONTACTS: "Vedi i contatti", "See the contacts";
    WRITE_CONTACT: "Scrivi al referente", "Write to the contact";
    PUPILS: "Studenti e famiglie", "Pupils and families";
    DOOR_STUDENTS_OFFICE: "Per le attività del tuo corso scrivi all’ufficio.", "For the activities of your course write to the office.";
    NEWS: "Notizie", "News";
    NEED_HELP: "Serve aiuto?", "Need help?";
    WRITE_HELPDESK: "Scrivi all’assistenza", "Write to the helpdesk";
    PHONE: "Telefono", "Telephone";
    DEPARTMENT_OF: "Pagina del dipartimento. Le convenzioni valgono per tutta l’istituzione:", "Page of the department. Agreements are valid for the whole institution:";

    INTRO_TITLE: "Accreditamento aziende", "Company accreditation";
    INTRO_LEAD: "{name}: aziende ed enti si accreditano una volta, poi chiedono convenzioni e ospitano tirocini.", "{name}: companies and bodies are accredited once, then they ask for agreements and host internships.";
    BEGIN: "Comincia dal primo passo", "Begin with the first step";
    BEGIN_OR_READ: "oppure leggi prima che cosa serve:", "or read first what you need:";
    REQUEST: "Richiesta accredito", "Accreditation request";
    REQUEST_TEXT: "La procedura è guidata e si salva da sola mentre scrivi.", "The procedure is guided and saves itself as you write.";
    NEED_TITLE: "Che cosa serve", "What you need";
    NEED_1: "Il codice fiscale o la partita IVA dell’organizzazione (per l’estero, l’identificativo VAT)", "The organisation’s tax code or VAT number (from abroad, the VAT identifier)";
    NEED_2: "I dati della sede legale e, se c’è, della sede operativa", "The details of the registered seat and, if there is one, of the operating seat";
    NEED_3: "Un indirizzo e-mail che leggi: lì arriva il codice di conferma", "An e-mail address you read: the confirmation code goes there";
    NEED_4_LATER: "I dati del rappresentante legale: puoi aggiungerli anche dopo, prima della convenzione", "The details of the legal representative: you may add them later, before the agreement";
    NEED_4_NOW: "I dati del rappresentante legale, con il codice fiscale", "The details of the legal representative, with the tax code";
    STEPS_TITLE: "I passi", "The steps";
    AFTER_TITLE: "Che cosa succede dopo", "What happens next";
    AFTER_1: "Confermi il riepilogo e ricevi un codice per e-mail: lo scrivi e scegli la password.", "You confirm the summary and receive a code by e-mail: you enter it and choose your password.";
    AFTER_2: "L’ufficio esamina la richiesta e ti risponde per e-mail.", "The office examines the request and answers by e-mail.";
    AFTER_2_DIRECT: "La richiesta è accolta subito: non serve l’approvazione dell’ufficio.", "The request is accepted at once: no approval by the office is needed.";
    AFTER_3: "Con la richiesta accolta si apre l’area azienda.", "Once the request is accepted the company area opens.";
    RESUME_TITLE: "Hai già iniziato?", "Already begun?";
    RESUME: "Riprendi", "Resume";
    RESUME_TEXT: "Su questo dispositivo c’è una bozza: riprendi da dove eri entro 30 giorni.", "There is a draft on this device: resume where you were within 30 days.";
    RESUME_ELSEWHERE: "Su un altro dispositivo usa il link che ti sei fatto mandare nel passo del referente.", "On another device use the link you had sent to you in the contact’s step.";
    RESUME_NO_DRAFT: "Su questo dispositivo non c’è una bozza. Se hai iniziato altrove, apri il link che ti sei fatto mandare nel passo del referente.", "There is no draft on this device. If you began elsewhere, open the link you had sent to you in the contact’s step.";
    SECOND_CONTACT_TITLE: "L’organizzazione è già registrata?", "Is the organisation registered already?";
    SECOND_CONTACT_TEXT: "Segui la stessa strada e scrivi lo stesso codice fiscale o partita IVA: chiederai di entrare come nuovo referente o tutor.", "Follow the same way and enter the same tax code or VAT number: you will ask to join as a further contact or tutor.";

    PART_COUNTRY: "Nazione", "Country";
    PART_IDS: "Dati identificativi", "Identifiers";
    PART_COMPANY: "Dati aziendali", "Company details";
    PART_ASSOCIATION: "Associazione imprenditoriale", "Employers’ association";
    PART_LEGAL_SEAT: "Sede legale", "Registered seat";
    PART_OPERATING_SEAT: "Sede operativa", "Operating seat";
    PART_CONTACT: "Referente aziendale", "Company contact";
    PART_LEGAL_REP: "Rappresentante legale", "Legal representative";
    PART_PRIVACY: "Privacy", "Privacy";
    PART_USER_NAME: "Nome utente", "User name";
    PART_SUMMARY: "Riepilogo", "Summary";
}

/// What a part of the registration is called unless the profile says otherwise.
pub fn part(part: domain::accreditation::Part) -> crate::Word {
    use domain::accreditation::Part;
    match part {
        Part::Country => PART_COUNTRY,
        Part::Ids => PART_IDS,
        Part::Company => PART_COMPANY,
        Part::Association => PART_ASSOCIATION,
        Part::LegalSeat => PART_LEGAL_SEAT,
        Part::OperatingSeat => PART_OPERATING_SEAT,
        Part::Contact => PART_CONTACT,
        Part::LegalRep => PART_LEGAL_REP,
        Part::Privacy => PART_PRIVACY,
        Part::UserName => PART_USER_NAME,
        Part::Summary => PART_SUMMARY,
    }
}
