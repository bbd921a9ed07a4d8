//! What states are called when the profile says nothing. Source: domain reference 3.1–3.9.

use crate::language::Language;

type States = &'static [(&'static str, &'static str, &'static str)];

/// Object, then code, Italian and English of each of its states.
const LABELS: &[(&str, States)] = &[
    (
        "accreditation",
        &[
            ("draft", "Bozza", "Draft"),
            ("unconfirmed", "Da confermare", "To be confirmed"),
            ("submitted", "Richiesta inviata", "Request sent"),
            ("integration", "Da integrare", "To be completed"),
            ("accredited", "Accreditata", "Accredited"),
            ("rejected", "Rifiutata", "Refused"),
            ("withdrawn", "Ritirata", "Withdrawn"),
            ("suspended", "Sospesa", "Suspended"),
            ("revoked", "Revocata", "Revoked"),
            ("expired", "Scaduta", "Expired"),
        ],
    ),
    (
        "contact",
        &[
            ("draft", "Bozza", "Draft"),
            ("submitted", "In attesa di ammissione", "Waiting to be admitted"),
            ("active", "Attivo", "Active"),
            ("rejected", "Non ammesso", "Not admitted"),
            ("disabled", "Disattivato", "Disabled"),
        ],
    ),
    (
        "account",
        &[
            ("unverified", "Da verificare", "To be verified"),
            ("code_locked", "Codice bloccato", "Code locked"),
            ("verified", "Verificato", "Verified"),
            ("disabled", "Disattivato", "Disabled"),
        ],
    ),
    (
        "convention",
        &[
            ("none", "N.A.", "N/A"),
            ("draft", "Bozza", "Draft"),
            ("returned", "Riportata in bozza", "Returned to draft"),
            ("submitted", "Da approvare", "To be approved"),
            ("withdrawn", "Ritirata", "Withdrawn"),
            ("rejected", "Respinta", "Rejected"),
            ("awaiting_signatures", "Approvata non attiva", "Approved, not active"),
            ("awaiting_signatures_1", "Approvata non attiva", "Approved, not active"),
            ("awaiting_signatures_2", "Approvata non attiva", "Approved, not active"),
            ("lapsed", "Decaduta", "Lapsed"),
            ("active", "Attiva", "Active"),
            ("expiring", "In scadenza", "Expiring"),
            ("expired", "Scaduta", "Expired"),
            ("terminated", "Cessata", "Terminated"),
            ("associated", "Convenzione associata", "Linked agreement"),
        ],
    ),
    (
        "opportunity",
        &[
            ("draft", "Bozza", "Draft"),
            ("submitted", "In approvazione", "Being approved"),
            ("published", "Pubblicata", "Published"),
            ("rejected", "Respinta", "Rejected"),
            ("suspended", "Sospesa", "Suspended"),
            ("closed", "Chiusa", "Closed"),
            ("filled", "Coperta", "Filled"),
            ("expired", "Scaduta", "Expired"),
            ("archived", "Archiviata", "Archived"),
        ],
    ),
    (
        "application",
        &[
            ("sent", "Inviata", "Sent"),
            ("viewed", "Visionata", "Viewed"),
            ("in_contact", "In valutazione", "Being assessed"),
            ("chosen", "Scelta", "Chosen"),
            ("accepted", "Accettata", "Accepted"),
            ("declined", "Rinunciata", "Declined"),
            ("lapsed", "Decaduta", "Lapsed"),
            ("rejected", "Non selezionata", "Not selected"),
            ("withdrawn", "Ritirata", "Withdrawn"),
            ("converted", "Tirocinio avviato", "Traineeship started"),
        ],
    ),
    (
        "project",
        &[
            ("draft", "Bozza", "Draft"),
            ("returned", "Riportato in bozza", "Returned to draft"),
            ("pending", "Da approvare", "To be approved"),
            ("rejected", "Respinto", "Rejected"),
            ("approved", "Approvato non attivo", "Approved, not active"),
            ("lapsed", "Non attivato", "Not activated"),
            ("active", "Attivo", "Active"),
            ("extended", "Prorogato", "Extended"),
            ("suspended", "Sospeso", "Suspended"),
            ("cancelled", "Annullato", "Cancelled"),
            ("closed_early", "Chiuso anticipatamente", "Ended early"),
            ("completed", "Concluso", "Completed"),
            ("archivable", "Pratica chiusa", "Case closed"),
        ],
    ),
    (
        "request",
        &[
            ("submitted", "Richiesta inviata", "Request sent"),
            ("approved", "Completato", "Completed"),
            ("rejected", "Respinto", "Rejected"),
            ("withdrawn", "Ritirata", "Withdrawn"),
        ],
    ),
    (
        "evaluation",
        &[
            ("open", "Da compilare", "To be filled in"),
            ("draft", "In bozza", "Draft"),
            ("submitted", "Compilato", "Filled in"),
            ("overdue", "In ritardo", "Overdue"),
            ("waived", "Non richiesto", "Waived"),
        ],
    ),
    (
        "path",
        &[
            ("draft", "Salvato in bozza", "Saved as draft"),
            ("submitted", "Salvato", "Saved"),
            ("pending", "Associato", "Associated"),
            ("active_develop", "Attivato", "Active"),
            ("active_retrospective", "Attivato a consuntivo", "Recorded afterwards"),
            ("active_import", "Attivato SIDI", "Active (SIDI)"),
        ],
    ),
];

/// The objects that have states.
pub const OBJECTS: [&str; 10] = [
    "accreditation",
    "contact",
    "account",
    "convention",
    "opportunity",
    "application",
    "project",
    "request",
    "evaluation",
    "path",
];

/// The codes of an object's states, in the order of the reference; none for an unknown object.
pub fn states_of(object: &str) -> impl Iterator<Item = &'static str> {
    rows(object).iter().map(|(code, _, _)| *code)
}

/// What a state is called unless a profile says otherwise.
pub fn canonical_label(object: &str, state: &str, language: Language) -> Option<&'static str> {
    rows(object).iter().find(|(code, _, _)| *code == state).map(|(_, it, en)| language.pick(*it, *en))
}

fn rows(object: &str) -> States {
    LABELS.iter().find(|(name, _)| *name == object).map_or(&[], |(_, states)| states)
}
