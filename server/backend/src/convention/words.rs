//! Words of the list as a file.

use i18n::Word;

pub const FILE_NAME: Word = Word::new("convenzioni", "agreements");
pub const SHEET: Word = Word::new("Convenzioni", "Agreements");
pub const COLUMNS: [Word; 7] = [
    Word::new("N. convenzione", "Agreement no."),
    Word::new("Azienda/Ente", "Company or body"),
    Word::new("Data stipula", "Date of agreement"),
    Word::new("Scadenza", "Expiry"),
    Word::new("Tipo tirocini", "Kind of traineeships"),
    Word::new("Numero protocollo", "Register number"),
    Word::new("Stato", "State"),
];
