//! Files of the registry: encodings, headers, lines. Source: domain reference 2.15, 2.16.

use chrono::NaiveDate;
use domain::check::Problem;
use domain::registry::{
    CourseKind, Encoding, Header, HeaderProblem, Outcome, PROBLEMS_MAX, RegistryKind, RegistryRow, Report, StudentStatus,
    decoded, read_row, separator,
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day")
}

const HEADER: &str = "Matricola;Cognome;Nome;Codice Fiscale;E-mail;Corso;Anno;CFU;Stato;Data_laurea;Note";

fn header(text: &str) -> Result<Header, Vec<HeaderProblem>> {
    Header::read(RegistryKind::Students, text.split(';'))
}

fn student(line: &str) -> Result<RegistryRow, Vec<(String, Problem)>> {
    let told = |errors: Vec<domain::check::FieldError>| errors.into_iter().map(|error| (error.field, error.problem)).collect();
    let answers = header(HEADER).expect("a header").answers(line.split(';')).map_err(told)?;
    read_row(RegistryKind::Students, &answers, today()).map_err(told)
}

#[test]
fn a_header_is_understood_in_any_case_and_order_and_says_what_it_does_not_use() {
    let read = header(HEADER).expect("a header");
    assert_eq!(read.unused, ["Note"]);
    let other = header("stato;CF;email;nome;surname;MATRICOLA;codice corso").expect("a header");
    let answers = other.answers(["attivo", "RSSMRA85D10H501H", "a@b.example", "Ada", "Rossi", "2004177", "L18"]).expect("a line");
    assert_eq!(
        (answers.get("matricola"), answers.get("codice fiscale"), answers.get("corso")),
        ("2004177", "RSSMRA85D10H501H", "L18")
    );
}

#[test]
fn a_header_that_lacks_or_doubles_a_column_says_which() {
    let missing = |column: &str| HeaderProblem::MissingColumn { column: column.to_owned() };
    assert_eq!(header("matricola;cognome;nome;email;corso"), Err(vec![missing("codice fiscale"), missing("stato")]));
    let twice = HEADER.replace("Note", "E-mail");
    assert_eq!(header(&twice), Err(vec![HeaderProblem::DoubleColumn { column: "email".to_owned() }]));
    assert_eq!(header(" ; "), Err(vec![HeaderProblem::Empty]));
}

#[test]
fn a_line_is_a_student() {
    let row =
        student("2004177;De Nicolò;Zoë;rssmra85d10h501h;zoe@studenti.example;L18;2;84;Laureata;15/07/2026;x").expect("a row");
    let RegistryRow::Student(row) = row else { panic!("{row:?}") };
    assert_eq!(
        (row.matricola.as_str(), row.last_name.as_str(), row.tax_code.as_str()),
        ("2004177", "De Nicolò", "RSSMRA85D10H501H")
    );
    assert_eq!((row.year, row.cfu, row.status), (Some(2), Some(84), StudentStatus::Graduated));
    assert_eq!(row.degree_date, NaiveDate::from_ymd_opt(2026, 7, 15));
}

#[test]
fn every_problem_of_a_line_is_told_at_its_column() {
    let problems = student("12;;Ada;RSSMRA85D10H501X;nobody;L18;0;900;forse;").expect_err("a broken line");
    let said = |field: &str, problem| (field.to_owned(), problem);
    assert_eq!(
        problems,
        [
            said("matricola", Problem::Matricola),
            said("cognome", Problem::Missing),
            said("codice fiscale", Problem::TaxCodeCheck),
            said("email", Problem::Email),
            said("anno", Problem::OutOfRange { min: 1, max: 20 }),
            said("cfu", Problem::OutOfRange { min: 0, max: 400 }),
            said("stato", Problem::NotAChoice),
        ]
    );
    let graduate = student("2004177;Rossi;Ada;RSSMRA85D10H501H;a@b.example;L18;;;laureato;").expect_err("no date");
    assert_eq!(graduate, [said("data laurea", Problem::Missing)]);
    let longer = student("2004177;Rossi;Ada;RSSMRA85D10H501H;a@b.example;L18;;;attivo;;;;more").expect_err("too many cells");
    assert_eq!(longer, [said("", Problem::TooMany { max: 11 })]);
}

#[test]
fn the_other_files_have_their_rows() {
    let read = |kind, head: &str, line: &str| {
        let header = Header::read(kind, head.split(';')).expect("a header");
        read_row(kind, &header.answers(line.split(';')).expect("cells"), today())
    };
    let department =
        read(RegistryKind::Departments, "codice;nome;email", "DISEI;Studi per l’economia e l’impresa;disei@ateneo.example");
    assert_eq!(department.expect("a department").key(), "DISEI");
    let course =
        read(RegistryKind::Courses, "codice;nome;dipartimento;tipo;classe", "L18;Economia aziendale;DISEI;Laurea triennale;L-18");
    let Ok(RegistryRow::Course(course)) = course else { panic!("{course:?}") };
    assert_eq!((course.kind, course.degree_class.as_deref()), (CourseKind::Bachelor, Some("L-18")));
    let teacher = read(RegistryKind::Teachers, "matricola;cognome;nome;email", "D0042;Fenoglio;Carla;carla@ateneo.example");
    assert_eq!(teacher.expect("a teacher").key(), "D0042");
}

#[test]
fn a_file_is_read_in_the_encoding_it_was_written_in() {
    let text = "cognome\nNicolò – €";
    assert_eq!(decoded(text.as_bytes()), (text.into(), Encoding::Utf8));
    assert_eq!(decoded(format!("\u{feff}{text}").as_bytes()), (text.into(), Encoding::Utf8));
    assert_eq!(decoded(b"cognome\nNicol\xf2 \x96 \x80"), (text.into(), Encoding::Windows1252));
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(decoded(&wide), (text.into(), Encoding::Utf16));
}

#[test]
fn the_separator_is_the_one_that_the_header_uses() {
    assert_eq!(separator("a;b;c\n1,2,3"), b';');
    assert_eq!(separator("\n\"a;b;c;d\",e,f\n"), b',');
    assert_eq!(separator("a\tb"), b'\t');
    assert_eq!(separator("only"), b';');
}

#[test]
fn a_report_lists_the_first_problems_and_counts_all() {
    let mut report = Report::of(RegistryKind::Students);
    report.add(Outcome::New);
    report.add(Outcome::Same);
    assert!(report.does_something());
    let errors = || student(";;;;;;;;;").expect_err("nothing").into_iter();
    for line in 2..2 + 400 {
        let problems = errors().map(|(field, problem)| domain::check::FieldError { field, problem }).collect();
        report.add_broken(line, problems);
    }
    assert_eq!((report.lines, report.new, report.same, report.broken), (402, 1, 1, 400));
    assert_eq!(report.problems.len(), PROBLEMS_MAX);
}

proptest! {
    #[test]
    fn whatever_comes_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let (text, _) = decoded(&bytes);
        separator(&text);
        for kind in RegistryKind::ALL {
            if let Ok(header) = Header::read(*kind, text.split(';')) {
                let _ = header.answers(text.split(';')).map(|answers| read_row(*kind, &answers, today()));
            }
        }
    }
}
