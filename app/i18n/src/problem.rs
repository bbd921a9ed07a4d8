//! What is wrong with a field: the right form rather than blame. One line each, without the field's name.

use domain::check::Problem;

use crate::{Language, Word};

words! {
    MISSING: "Compila questo campo: è obbligatorio", "Fill in this field: it is mandatory";
    CHOICE_MISSING: "Scegli una risposta: è obbligatoria", "Choose an answer: it is mandatory";
    ONE_OF_TWO: "Scrivi il codice fiscale, la partita IVA o entrambi", "Enter the tax code, the VAT number or both";
    TOO_SHORT: "Scrivi almeno {min} caratteri", "Enter at least {min} characters";
    TOO_LONG: "Accorcia il testo: al massimo {max} caratteri", "Shorten the text: {max} characters at most";
    CHARACTERS: "C’è un carattere che non si vede o che i documenti non sanno stampare: riscrivi il testo a mano", "There is an invisible or unprintable character: type the text again by hand";
    NOT_A_NAME: "Usa lettere, spazi, apostrofi e trattini", "Use letters, spaces, apostrophes and hyphens";
    NOT_A_NUMBER: "Scrivi un numero intero, per esempio 12", "Enter a whole number, for example 12";
    OUT_OF_RANGE: "Scrivi un numero tra {min} e {max}", "Enter a number between {min} and {max}";
    NOT_A_DATE: "Scrivi giorno, mese e anno, per esempio 31/12/2026", "Enter day, month and year, for example 31/12/2026";
    DATE_IN_FUTURE: "Scrivi una data già passata", "Enter a date in the past";
    DATE_TOO_OLD: "La data è troppo lontana: controlla l’anno", "The date is too far back: check the year";
    ENDS_BEFORE_START: "La fine viene prima dell’inizio: controlla l’una e l’altro", "The end comes before the start: check both";
    NOT_A_TIME: "Scrivi gli orari come 09:00-13:00, 14:00-18:00", "Enter the times like 09:00-13:00, 14:00-18:00";
    OVERLAPPING: "Due fasce orarie dello stesso giorno si sovrappongono: correggi gli orari", "Two time bands of the same day overlap: correct the times";
    TOO_MANY: "Sono troppi: scrivine al massimo {max}", "There are too many: enter {max} at most";
    REPEATED: "È già alla riga {line} di questo file: tieni una riga sola", "It is on line {line} of this file already: keep one line only";
    NOT_IN_REGISTRY: "Questo codice non è nell’anagrafica: importa prima il file a cui appartiene", "The registry does not have this code: import the file it belongs to first";
    NOT_A_CHOICE: "Scegli una delle risposte dell’elenco", "Choose one of the answers of the list";
    NOT_ACCEPTED: "Metti la spunta per continuare", "Tick the box to continue";
    MATRICOLA: "Scrivi da 4 a 12 lettere e cifre, per esempio 20012345", "Enter 4 to 12 letters and digits, for example 20012345";
    TAX_CODE_FORM: "Scrivi i 16 caratteri del codice fiscale, per esempio RSSMRA75C14F205Z", "Enter the 16 characters of the tax code, for example RSSMRA75C14F205Z";
    TAX_CODE_CHECK: "L’ultima lettera non torna. Controlla di averlo copiato per intero", "The last letter does not match. Check that you copied all of it";
    TAX_CODE_DATE: "La data di nascita scritta nel codice non esiste. Controlla i caratteri dal 7° all’11°", "The date of birth in the code does not exist. Check characters 7 to 11";
    TAX_CODE_PLACE: "Il luogo di nascita scritto nel codice non esiste. Controlla i caratteri dal 12° al 15°", "The place of birth in the code does not exist. Check characters 12 to 15";
    TAX_CODE_SEX: "Il codice fiscale e il sesso indicato non concordano: controlla l’uno e l’altro", "The tax code and the sex given do not agree: check both";
    TAX_CODE_BIRTH_DATE: "Il codice fiscale e la data di nascita non concordano: controlla l’uno e l’altra", "The tax code and the date of birth do not agree: check both";
    TAX_CODE_BIRTH_PLACE: "Il codice fiscale e il luogo di nascita non concordano: controlla l’uno e l’altro", "The tax code and the place of birth do not agree: check both";
    TAX_CODE_NAMES: "Il codice fiscale e il nome non concordano: controllali e, se sono giusti, metti la spunta qui sotto", "The tax code and the name do not agree: check them and, if they are right, tick the box below";
    TAX_CODE_PROVISIONAL: "È un codice provvisorio di 11 cifre: va bene, l’ufficio lo controllerà", "This is a provisional 11-digit code: fine, the office will check it";
    VAT_FORM: "Scrivi 11 cifre, senza IT davanti", "Enter 11 digits, without IT in front";
    VAT_CHECK: "L’ultima cifra non torna. Controlla di averla copiata per intero", "The last digit does not match. Check that you copied all of it";
    VAT_OFFICE: "La cifra di controllo è giusta, ma il codice dell’ufficio è insolito: controllala", "The check digit is right but the office number is unusual: check it";
    FOREIGN_VAT_FORM: "Non ha la forma di quel Paese: riportalo con le lettere e le cifre del documento", "It does not have the form of that country: copy the letters and digits of the document";
    FOREIGN_VAT_CHECK: "La forma è giusta ma il controllo del Paese non torna: confrontalo con il documento", "The form is right but that country’s check does not match: compare it with the document";
    POSTAL_CODE: "Scrivi 5 cifre, per esempio 28100", "Enter 5 digits, for example 28100";
    POSTAL_CODE_PLACE: "Questo CAP è di un altro comune: controlla il CAP e il comune", "This postcode belongs to another municipality: check the postcode and the municipality";
    PROVINCE: "Scrivi la sigla della provincia, per esempio NO", "Enter the two letters of the province, for example NO";
    PROVINCE_PLACE: "Il comune è in un’altra provincia: controlla la sigla", "The municipality is in another province: check its two letters";
    MUNICIPALITY: "Non troviamo questo comune: scrivi le prime lettere e scegli dall’elenco", "We cannot find this municipality: type the first letters and choose from the list";
    MUNICIPALITY_AMBIGUOUS: "Ce n’è più d’uno con questo nome: indica la provincia ({provinces})", "There is more than one with this name: give the province ({provinces})";
    BIRTH_PLACE: "Non troviamo questo luogo: scrivi il comune oppure, per chi è nato all’estero, lo Stato", "We cannot find this place: enter the municipality or, for people born abroad, the country";
    COUNTRY: "Scegli una nazione dell’elenco", "Choose a country of the list";
    EMAIL: "Scrivi un indirizzo come nome@dominio.it", "Enter an address like name@domain.com";
    PEC_ORDINARY: "Questo è un fornitore di posta ordinaria: scrivi l’indirizzo di posta certificata", "This is an ordinary mail provider: enter the certified address";
    PHONE: "Scrivi il numero con il prefisso, per esempio 0321 555 0142 o +39 333 555 0142", "Enter the number with its prefix, for example 0321 555 0142 or +39 333 555 0142";
    WEBSITE: "Scrivi un indirizzo come www.dominio.it", "Enter an address like www.domain.com";
    ATECO: "Scrivi da 2 a 6 cifre, per esempio 62.01.00", "Enter 2 to 6 digits, for example 62.01.00";
    SDI_CODE: "Scrivi 7 lettere o cifre (6 per la pubblica amministrazione)", "Enter 7 letters or digits (6 for a public body)";
    IPA_CODE: "Scrivi il codice dell’ente: lettere, cifre e trattini bassi, al massimo 20", "Enter the code of the body: letters, digits and underscores, 20 at most";
    INAIL_PAT: "Scrivi da 8 a 10 cifre", "Enter 8 to 10 digits";
    FEWER_THAN_PERMANENT: "Il totale comprende i dipendenti a tempo indeterminato: scrivi un numero uguale o più grande", "The total includes the permanent employees: enter the same number or a larger one";
    OUTDATED: "La data ha più di dodici mesi: se puoi, aggiorna i numeri", "The date is more than twelve months old: update the numbers if you can";
    USER_NAME_FORM: "Usa da 3 a 30 lettere minuscole e cifre; punto e trattini solo in mezzo, per esempio nome.cognome1", "Use 3 to 30 lower-case letters and digits; dot and hyphens only in between, for example name.surname1";
    USER_NAME_RESERVED: "Questo nome è riservato al portale: scegline un altro", "This name is kept for the portal: choose another";
    USER_NAME_TAKEN: "Questo nome è già usato: prova ad aggiungere un numero", "This name is in use already: try adding a number";
    PASSWORD_SHORT: "Scrivi almeno {min} caratteri: una frase lunga va benissimo", "Enter at least {min} characters: a long phrase is fine";
    PASSWORD_COMMON: "Questa password si indovina facilmente: prova con una frase di più parole", "This password is easy to guess: try a phrase of several words";
    PASSWORDS_DIFFER: "Le due password sono diverse: riscrivila uguale", "The two passwords differ: write the same one again";
    PASSWORD_WRONG: "La password non corrisponde: controlla le maiuscole e riprova", "The password does not match: check capitals and try again";
    CODE_WRONG: "Il codice non corrisponde: controlla le 6 cifre dell’e-mail più recente", "The code does not match: check the 6 digits of the latest e-mail";
    CODE_EXPIRED: "Il codice non vale più: chiedine un altro", "The code no longer counts: ask for another";
    FILE_TOO_LARGE: "Il file è troppo grande: scegline uno di al massimo {max} MB", "The file is too large: choose one of {max} MB at most";
    FILE_KIND: "Non è un file PDF, P7M, PNG o JPEG: scegline un altro", "This is not a PDF, P7M, PNG or JPEG file: choose another";
    NOT_A_PICTURE: "Non è un’immagine PNG o JPEG che si può leggere: scegline un’altra", "This is not a PNG or JPEG picture that can be read: choose another";
    NOTE_SHORT: "Scrivi almeno {min} caratteri, così chi legge capisce che cosa fare", "Write at least {min} characters, so that whoever reads it knows what to do";
}

/// «CAP: scrivi 5 cifre, per esempio 28100»: a problem in the list of all, as the mock-ups write it.
pub fn line(label: &str, problem: &Problem, language: Language) -> String {
    let text = text(problem, language);
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().collect::<String>()).unwrap_or_default();
    [label, ": ", &first, letters.as_str()].concat()
}

/// What to tell the person about `problem`.
pub fn text(problem: &Problem, language: Language) -> String {
    let number = |word: Word, name: &str, value: i64| word.fill(language, &[(name, &value.to_string())]);
    match problem {
        Problem::TooShort { min } => number(TOO_SHORT, "min", *min),
        Problem::TooLong { max } => number(TOO_LONG, "max", *max),
        Problem::TooMany { max } => number(TOO_MANY, "max", *max),
        Problem::Repeated { line } => number(REPEATED, "line", *line),
        Problem::FileTooLarge { max_mb } => number(FILE_TOO_LARGE, "max", *max_mb),
        Problem::OutOfRange { min, max } => OUT_OF_RANGE.fill(language, &[("min", &min.to_string()), ("max", &max.to_string())]),
        Problem::PasswordShort { min } => number(PASSWORD_SHORT, "min", *min),
        Problem::NoteShort { min } => number(NOTE_SHORT, "min", *min),
        Problem::MunicipalityAmbiguous { provinces } => {
            MUNICIPALITY_AMBIGUOUS.fill(language, &[("provinces", &provinces.join(", "))])
        }
        other => plain(other).get(language).to_owned(),
    }
}

/// The words of the problems without a figure in them; the others' are filled by [`text`].
fn plain(problem: &Problem) -> Word {
    match problem {
        Problem::Missing => MISSING,
        Problem::OneOfTwo => ONE_OF_TWO,
        Problem::TooShort { .. } => TOO_SHORT,
        Problem::TooLong { .. } => TOO_LONG,
        Problem::Characters => CHARACTERS,
        Problem::NotAName => NOT_A_NAME,
        Problem::NotANumber => NOT_A_NUMBER,
        Problem::OutOfRange { .. } => OUT_OF_RANGE,
        Problem::NotADate => NOT_A_DATE,
        Problem::DateInFuture => DATE_IN_FUTURE,
        Problem::DateTooOld => DATE_TOO_OLD,
        Problem::EndsBeforeStart => ENDS_BEFORE_START,
        Problem::NotATime => NOT_A_TIME,
        Problem::Overlapping => OVERLAPPING,
        Problem::TooMany { .. } => TOO_MANY,
        Problem::Repeated { .. } => REPEATED,
        Problem::NotInRegistry => NOT_IN_REGISTRY,
        Problem::NotAChoice => NOT_A_CHOICE,
        Problem::NotAccepted => NOT_ACCEPTED,
        Problem::Matricola => MATRICOLA,
        Problem::TaxCodeForm => TAX_CODE_FORM,
        Problem::TaxCodeCheck => TAX_CODE_CHECK,
        Problem::TaxCodeDate => TAX_CODE_DATE,
        Problem::TaxCodePlace => TAX_CODE_PLACE,
        Problem::TaxCodeSex => TAX_CODE_SEX,
        Problem::TaxCodeBirthDate => TAX_CODE_BIRTH_DATE,
        Problem::TaxCodeBirthPlace => TAX_CODE_BIRTH_PLACE,
        Problem::TaxCodeNames => TAX_CODE_NAMES,
        Problem::TaxCodeProvisional => TAX_CODE_PROVISIONAL,
        Problem::VatForm => VAT_FORM,
        Problem::VatCheck => VAT_CHECK,
        Problem::VatOffice => VAT_OFFICE,
        Problem::ForeignVatForm => FOREIGN_VAT_FORM,
        Problem::ForeignVatCheck => FOREIGN_VAT_CHECK,
        Problem::PostalCode => POSTAL_CODE,
        Problem::PostalCodePlace => POSTAL_CODE_PLACE,
        Problem::Province => PROVINCE,
        Problem::ProvincePlace => PROVINCE_PLACE,
        Problem::Municipality => MUNICIPALITY,
        Problem::MunicipalityAmbiguous { .. } => MUNICIPALITY_AMBIGUOUS,
        Problem::BirthPlace => BIRTH_PLACE,
        Problem::Country => COUNTRY,
        Problem::Email => EMAIL,
        Problem::PecOrdinary => PEC_ORDINARY,
        Problem::Phone => PHONE,
        Problem::Website => WEBSITE,
        Problem::Ateco => ATECO,
        Problem::SdiCode => SDI_CODE,
        Problem::IpaCode => IPA_CODE,
        Problem::InailPat => INAIL_PAT,
        Problem::FewerThanPermanent => FEWER_THAN_PERMANENT,
        Problem::Outdated => OUTDATED,
        Problem::UserNameForm => USER_NAME_FORM,
        Problem::UserNameReserved => USER_NAME_RESERVED,
        Problem::UserNameTaken => USER_NAME_TAKEN,
        Problem::PasswordShort { .. } => PASSWORD_SHORT,
        Problem::PasswordCommon => PASSWORD_COMMON,
        Problem::PasswordsDiffer => PASSWORDS_DIFFER,
        Problem::PasswordWrong => PASSWORD_WRONG,
        Problem::CodeWrong => CODE_WRONG,
        Problem::CodeExpired => CODE_EXPIRED,
        Problem::FileTooLarge { .. } => FILE_TOO_LARGE,
        Problem::FileKind => FILE_KIND,
        Problem::NotAPicture => NOT_A_PICTURE,
        Problem::NoteShort { .. } => NOTE_SHORT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_in_the_words() {
        assert_eq!(text(&Problem::TooLong { max: 120 }, Language::It), "Accorcia il testo: al massimo 120 caratteri");
        let provinces = vec!["BI".to_owned(), "TO".to_owned()];
        let ambiguous = text(&Problem::MunicipalityAmbiguous { provinces }, Language::En);
        assert_eq!(ambiguous, "There is more than one with this name: give the province (BI, TO)");
    }

    #[test]
    fn the_words_of_the_mock_up_are_used() {
        assert_eq!(text(&Problem::PostalCode, Language::It), "Scrivi 5 cifre, per esempio 28100");
        let check = text(&Problem::TaxCodeCheck, Language::It);
        assert_eq!(check, "L’ultima lettera non torna. Controlla di averlo copiato per intero");
    }
}
