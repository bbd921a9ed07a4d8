//! Use of the portal, privacy, legal notes, accessibility: the pages of the footer (acceptance M25).

words! {
    USE_LEAD: "Che cosa fai con il portale, nell’ordine in cui succede.", "What you do with the portal, in the order in which it happens.";
    USE_REGISTER: "Registrarsi", "Registering";
    USE_REGISTER_1: "Apri la pagina della tua istituzione, poi Menu, Accreditamento aziende, Richiesta accredito, Registrazione aziende/enti.", "Open your institution’s page, then Menu, Company accreditation, Accreditation request, Registration of companies and bodies.";
    USE_REGISTER_2: "Compila un passo alla volta. I campi con * sono obbligatori; se qualcosa non torna, l’elenco in alto porta ai campi da correggere.", "Fill in one step at a time. Fields with * are mandatory; if something is not right, the list at the top leads to the fields to correct.";
    USE_REGISTER_3: "Quello che scrivi si salva da solo come bozza e resta 30 giorni. Dal passo del referente puoi farti mandare un link per continuare da un altro dispositivo.", "What you write saves itself as a draft and is kept for 30 days. From the contact’s step you can have a link sent to you for carrying on with another device.";
    USE_REGISTER_4: "Alla fine controlla il riepilogo e premi Conferma. Ricevi per e-mail un codice di 6 cifre: scrivilo e scegli la password.", "At the end check the summary and press Confirm. You receive a 6-digit code by e-mail: enter it and choose your password.";
    USE_ANSWER: "La risposta dell’ufficio", "The office’s answer";
    USE_ANSWER_1: "L’ufficio esamina le richieste in ordine di arrivo e ti risponde per e-mail.", "The office examines requests in order of arrival and answers by e-mail.";
    USE_ANSWER_2: "Se serve una correzione, l’e-mail porta alla tua area: lì trovi il commento accanto al campo e il pulsante Correggi.", "If a correction is needed, the e-mail leads to your area: there you find the comment beside the field and the button Correct.";
    USE_ANSWER_3: "Quando la richiesta è accolta, l’area azienda mostra che cosa puoi fare.", "When the request is accepted, the company area shows what you can do.";
    USE_SIGN_IN: "Accedere", "Signing in";
    USE_SIGN_IN_1: "Menu, Login: scrivi nome utente e password. L’estensione dopo il nome utente, dove c’è, puoi scriverla o no.", "Menu, Log in: enter user name and password. The extension after the user name, where there is one, may be written or left out.";
    USE_SIGN_IN_2: "Password dimenticata e Nome utente dimenticato, nello stesso menu, funzionano da soli: non serve scrivere all’ufficio.", "Forgotten password and Forgotten user name, in the same menu, work by themselves: there is no need to write to the office.";
    USE_SIGN_IN_3: "Se hai più profili, scegli con quale lavorare in Gestione profili, sotto il tuo nome.", "If you have several profiles, choose the one to work with under Profiles, below your name.";
    USE_SIGN_IN_4: "Dopo un periodo senza attività la sessione finisce. Ti avvisiamo prima; se succede mentre scrivi, accedi di nuovo nella stessa pagina e non perdi niente.", "After a time without activity the session ends. We warn you before; if it happens while you write, sign in again on the same page and nothing is lost.";
    USE_SECOND: "Un’altra persona della stessa organizzazione", "Another person of the same organisation";
    USE_SECOND_1: "Segue la stessa strada con lo stesso codice fiscale o la stessa partita IVA. Il portale riconosce l’organizzazione e chiede solo i dati della persona.", "They follow the same way with the same tax code or VAT number. The portal recognises the organisation and asks only for the person’s details.";
    USE_SECOND_2: "La ammette chi lavora già nel portale per l’organizzazione oppure, se l’istituzione lo prevede, l’ufficio.", "They are admitted by somebody who already works here for the organisation or, where the institution provides for it, by the office.";
    USE_WITHOUT: "Browser e tastiera", "Browser and keyboard";
    USE_WITHOUT_1: "Tutto si fa anche da telefono, con la sola tastiera e senza JavaScript. Con JavaScript in più la bozza si salva mentre scrivi e le pagine si aggiornano da sole.", "Everything can be done on a phone, with the keyboard alone and without JavaScript. With JavaScript, in addition, the draft saves itself as you write and pages update by themselves.";
    USE_HELP: "Assistenza", "Help";
    USE_HELP_1: "Ogni istituzione ha la sua assistenza:", "Each institution has its helpdesk:";

    PRIVACY_LEAD: "Quali dati raccogliamo, perché, per quanto tempo e che cosa puoi chiedere.", "Which data we collect, why, for how long, and what you can ask for.";
    PRIVACY_WHO: "Chi tratta i dati", "Who processes the data";
    PRIVACY_WHO_1: "Titolare del trattamento è l’istituzione a cui ti rivolgi; per i dati delle persone che ospita, anche l’organizzazione ospitante è titolare, per la propria parte.", "The controller is the institution you turn to; for the data of the people it hosts, the host organisation is a controller too, for its own part.";
    PRIVACY_WHICH: "Quali dati", "Which data";
    PRIVACY_WHICH_1: "Dell’organizzazione: identificativi, sedi, contatti, dati dichiarati per l’accreditamento.", "Of the organisation: identifiers, seats, contacts, what is declared for accreditation.";
    PRIVACY_WHICH_2: "Delle persone: nome, ruolo, e-mail, telefono; per chi rappresenta l’organizzazione anche data e luogo di nascita e codice fiscale.", "Of people: name, position, e-mail, telephone; for those who represent the organisation also date and place of birth and tax code.";
    PRIVACY_WHICH_3: "D’uso: gli accessi e le operazioni sulle pratiche, conservati per sicurezza e per ricostruirne la storia.", "Of use: log-ins and what is done on cases, kept for security and to reconstruct their history.";
    PRIVACY_WHY: "Perché", "Why";
    PRIVACY_WHY_1: "Per accreditare le organizzazioni e gestire convenzioni e tirocini: un compito di interesse pubblico dell’istituzione e obblighi di legge. Per questo all’inizio ti chiediamo di leggere l’informativa, non di dare un consenso.", "To accredit organisations and to manage agreements and internships: a task in the public interest of the institution, and legal duties. That is why at the beginning we ask you to read the notice, not for your consent.";
    PRIVACY_LONG: "Per quanto tempo", "For how long";
    PRIVACY_LONG_1: "Le bozze di registrazione non confermate: 30 giorni dall’ultima modifica. Quelle confermate senza codice: 7 giorni. Poi sono cancellate.", "Unconfirmed registration drafts: 30 days from the last change. Those confirmed without a code: 7 days. Then they are erased.";
    PRIVACY_LONG_2: "Gli altri dati: per la durata del rapporto e poi per il tempo che il massimario dell’istituzione prevede.", "Other data: for as long as the relationship lasts and then for the time laid down in the institution’s retention schedule.";
    PRIVACY_WHERE: "Dove", "Where";
    PRIVACY_WHERE_1: "I dati restano nell’Unione europea e non sono ceduti a terzi. Il portale non usa servizi esterni, statistiche di terze parti o pubblicità.", "Data stays in the European Union and is not passed on. The portal uses no external services, third-party statistics or advertising.";
    PRIVACY_COOKIES: "Cookie", "Cookies";
    PRIVACY_COOKIES_1: "Solo tecnici: uno per la sessione, uno per ritrovare la bozza della registrazione, uno per la lingua. Non serve un consenso e non c’è nulla da rifiutare.", "Technical ones only: one for the session, one for finding the registration’s draft, one for the language. No consent is needed and there is nothing to refuse.";
    PRIVACY_RIGHTS: "Che cosa puoi chiedere", "What you can ask for";
    PRIVACY_RIGHTS_1: "Di vedere i tuoi dati, correggerli, limitarne l’uso, opporti, averne copia e, quando la legge lo permette, cancellarli. Scrivi all’istituzione: risponde entro un mese. Puoi anche rivolgerti al Garante per la protezione dei dati personali.", "To see your data, correct it, restrict its use, object, have a copy of it and, where the law allows, have it erased. Write to the institution: it answers within a month. You may also turn to the data protection authority (Garante).";
    PRIVACY_INSTITUTIONS: "Le informative delle istituzioni", "The institutions’ notices";
    PRIVACY_VERSION: "versione {version}", "version {version}";

    LEGAL_LEAD: "Chi pubblica il portale e a quali condizioni si usa.", "Who publishes the portal and on what conditions it is used.";
    LEGAL_WHO: "Chi lo pubblica", "Who publishes it";
    LEGAL_WHO_1: "Ogni istituzione è responsabile della propria pagina, delle proprie regole e delle proprie decisioni:", "Each institution is responsible for its page, its rules and its decisions:";
    LEGAL_ACCOUNT: "Le credenziali", "Credentials";
    LEGAL_ACCOUNT_1: "Sono personali: ogni persona ha le sue. Quello che si fa con le credenziali resta nella storia della pratica.", "They are personal: everybody has their own. What is done with them stays in the history of the case.";
    LEGAL_DECLARED: "Quello che dichiari", "What you declare";
    LEGAL_DECLARED_1: "Chi compila risponde della verità dei dati, anche ai sensi del D.P.R. 445/2000 quando si tratta di dichiarazioni sostitutive. L’istituzione può controllarli.", "Whoever fills in answers for the truth of the data, under D.P.R. 445/2000 too where it is a declaration in place of a certificate. The institution may check it.";
    LEGAL_SERVICE: "Il servizio", "The service";
    LEGAL_SERVICE_1: "È gratuito. Può fermarsi per manutenzione: le bozze restano salvate e i termini che cadono in un’interruzione sono valutati dall’ufficio.", "It is free of charge. It may stop for maintenance: drafts stay saved, and deadlines that fall within an interruption are considered by the office.";
    LEGAL_SOFTWARE: "Il programma", "The software";
    LEGAL_SOFTWARE_1: "Ponte è software libero con licenza EUPL 1.2. L’aspetto segue Bootstrap Italia; il carattere è Titillium Web, con licenza OFL.", "Ponte is free software under the EUPL 1.2 licence. Its look follows Bootstrap Italia; the typeface is Titillium Web, under the OFL licence.";

    ACCESS_LEAD: "Il portale è fatto per chiunque, con qualunque dispositivo e tecnologia assistiva.", "The portal is made for everybody, with any device and assistive technology.";
    ACCESS_STATE: "Stato", "State";
    ACCESS_STATE_1: "È progettato secondo le WCAG 2.1, livello AA (norma EN 301 549, legge 4/2004). Ogni pagina è controllata con prove automatiche, con gli script e senza, e fino a 320 pixel di larghezza.", "It is designed to WCAG 2.1, level AA (standard EN 301 549, law 4/2004). Every page is checked by automatic tests, with scripts and without, and down to a width of 320 pixels.";
    ACCESS_STATE_2: "Le prove automatiche non bastano a dire tutto: se trovi un ostacolo, scrivici.", "Automatic tests do not tell everything: if you find an obstacle, write to us.";
    ACCESS_HOW: "Come è fatto", "How it is made";
    ACCESS_HOW_1: "Tutto si usa da tastiera; il punto in cui sei si vede sempre.", "Everything works by keyboard; where you are is always visible.";
    ACCESS_HOW_2: "Il colore non è mai l’unica informazione: ogni stato ha anche una forma e una parola.", "Colour is never the only information: each state has a shape and a word too.";
    ACCESS_HOW_3: "Il testo si ingrandisce fino al 200 % senza perdere contenuti; le animazioni si fermano se il sistema lo chiede.", "Text can be enlarged to 200 % without losing content; animations stop if the system asks for it.";
    ACCESS_HOW_4: "Prima che la sessione finisca ti avvisiamo e puoi prolungarla.", "Before the session ends we warn you, and you can extend it.";
    ACCESS_FEEDBACK: "Segnalazioni", "Feedback";
    ACCESS_FEEDBACK_1: "Scrivi all’assistenza dell’istituzione dicendo quale pagina usavi e che cosa non ha funzionato:", "Write to the institution’s helpdesk saying which page you were using and what did not work:";
    ACCESS_DECLARATION: "Dichiarazione e procedura di attuazione", "Statement and enforcement";
    ACCESS_DECLARATION_1: "La dichiarazione di accessibilità è compilata da ciascuna istituzione sul sito di AgID e rivista ogni anno entro il 23 settembre.", "The accessibility statement is made by each institution on AgID’s site and reviewed every year by 23 September.";
    ACCESS_DECLARATION_2: "Se entro 30 giorni non ricevi una risposta, o non è soddisfacente, puoi rivolgerti al Difensore civico per il digitale presso AgID.", "If you receive no answer within 30 days, or not a satisfactory one, you may turn to the digital ombudsman (Difensore civico per il digitale) at AgID.";
}
