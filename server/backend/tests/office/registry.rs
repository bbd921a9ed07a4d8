//! Files of the registry: tried, taken, taken again.

use std::sync::Mutex;

use backend::entity::{course, department, registry_import, student, teacher};
use backend::registry::{Intent, import};
use backend::{BackendError, Ctx};
use domain::access::{Membership, Role};
use domain::check::{FieldError, Problem};
use domain::language::Language;
use domain::registry::{HeaderProblem, LineProblem, RegistryKind, Report};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::Office;

const TRY: Intent = Intent { applies: false, is_complete: false };
const APPLY: Intent = Intent { applies: true, is_complete: false };
const COMPLETE: Intent = Intent { applies: true, is_complete: true };

const DEPARTMENTS: &str =
    "codice;nome;email\nDISEI;Studi per l’economia e l’impresa;disei@ateneo.example\nDISUM;Studi umanistici;\n";
const COURSES: &str = "codice;nome;dipartimento;tipo;classe\nL18;Economia aziendale;DISEI;LT;L-18\nL10;Lettere;DISUM;LT;L-10\n";
const HEADER: &str = "matricola;cognome;nome;codice fiscale;email;corso;anno;cfu;stato;data laurea";

async fn taken(ctx: &Ctx, kind: RegistryKind, file: impl AsRef<[u8]>, intent: Intent) -> Report {
    import(ctx, "upo", kind, file.as_ref().to_vec(), intent, |_, _| ()).await.expect("a report")
}

/// Departments and courses are there.
async fn with_courses(office: &Office) -> Ctx {
    let officer = office.officer("upo").await;
    taken(&officer.ctx, RegistryKind::Departments, DEPARTMENTS, APPLY).await;
    taken(&officer.ctx, RegistryKind::Courses, COURSES, APPLY).await;
    officer.ctx
}

fn line(number: usize) -> String {
    format!("{};Rossi;Ada;RSSMRA85D10H501H;ada{number}@studenti.example;L18;2;84;attivo;", 2_000_000 + number)
}

fn students(numbers: impl IntoIterator<Item = usize>) -> String {
    numbers.into_iter().fold(HEADER.to_owned(), |file, number| file + "\n" + &line(number))
}

async fn matricole(office: &Office) -> Vec<(String, String, i64, bool)> {
    let rows = student::Entity::find().order_by_asc(student::Column::Code).all(&office.backend.db).await.unwrap();
    rows.into_iter().map(|row| (row.code, row.last_name, row.version, row.withdrawn)).collect()
}

fn counts(report: &Report) -> (i64, i64, i64, i64, i64) {
    (report.new, report.changed, report.same, report.broken, report.withdrawn)
}

#[tokio::test]
async fn a_file_is_tried_taken_and_taken_again() {
    let office = Office::start().await;
    let ctx = with_courses(&office).await;
    let tried = taken(&ctx, RegistryKind::Students, students(1..=3), TRY).await;
    assert_eq!((counts(&tried), tried.applied), ((3, 0, 0, 0, 0), false));
    assert_eq!(matricole(&office).await, []);
    let done = taken(&ctx, RegistryKind::Students, students(1..=3), APPLY).await;
    assert_eq!((counts(&done), done.applied), ((3, 0, 0, 0, 0), true));
    let again = taken(&ctx, RegistryKind::Students, students(1..=3), APPLY).await;
    assert_eq!(counts(&again), (0, 0, 3, 0, 0));
    let changed = students(2..=4).replace("2000002;Rossi", "2000002;Rossi Bianchi");
    let changed = taken(&ctx, RegistryKind::Students, changed, APPLY).await;
    assert_eq!(counts(&changed), (1, 1, 1, 0, 0));
    let row = |code: &str, name: &str, version| (code.to_owned(), name.to_owned(), version, false);
    let expected =
        [row("2000001", "Rossi", 1), row("2000002", "Rossi Bianchi", 2), row("2000003", "Rossi", 1), row("2000004", "Rossi", 1)];
    assert_eq!(matricole(&office).await, expected);
    let kept =
        registry_import::Entity::find().filter(registry_import::Column::Kind.eq("students")).count(&office.backend.db).await;
    assert_eq!(kept.unwrap(), 3);
}

#[tokio::test]
async fn each_line_that_cannot_be_taken_says_why_and_the_others_are() {
    let office = Office::start().await;
    let ctx = with_courses(&office).await;
    let file =
        [HEADER, "", &line(1), &line(2).replace("L18", "L99"), &line(1), &line(3).replace("attivo", "forse"), ";;;", &line(4)];
    let report = taken(&ctx, RegistryKind::Students, file.join("\r\n"), APPLY).await;
    let problem = |line, field: &str, problem| LineProblem { line, problem: FieldError { field: field.to_owned(), problem } };
    let problems = [
        problem(4, "corso", Problem::NotInRegistry),
        problem(5, "matricola", Problem::Repeated { line: 3 }),
        problem(6, "stato", Problem::NotAChoice),
    ];
    assert_eq!(report.problems, problems);
    assert_eq!((report.lines, counts(&report)), (5, (2, 0, 0, 3, 0)));
    assert_eq!(matricole(&office).await.len(), 2);
}

#[tokio::test]
async fn a_file_that_a_spreadsheet_wrote_is_understood() {
    let office = Office::start().await;
    let officer = office.officer("upo").await;
    taken(&officer.ctx, RegistryKind::Departments, format!("\u{feff}{}", DEPARTMENTS.replace(';', ",")), APPLY).await;
    let teachers = b"Codice;Cognome;Nome;E-mail;Dipartimento\r\nD42;Nicol\xf2;\"Zo\xeb\";zoe@ateneo.example;DISUM\r\n";
    let report = taken(&officer.ctx, RegistryKind::Teachers, teachers, APPLY).await;
    assert_eq!(counts(&report), (1, 0, 0, 0, 0));
    let row = teacher::Entity::find().one(&office.backend.db).await.unwrap().expect("a teacher");
    assert_eq!((row.last_name.as_str(), row.first_name.as_str(), row.name_sort.as_str()), ("Nicolò", "Zoë", "nicolo zoe"));
    let nothing = taken(&officer.ctx, RegistryKind::Teachers, "Cognome;Nome", APPLY).await;
    let missing = |column: &str| HeaderProblem::MissingColumn { column: column.to_owned() };
    assert_eq!(nothing.header, [missing("codice"), missing("email")]);
    assert!(!nothing.applied);
    let unclosed =
        taken(&officer.ctx, RegistryKind::Teachers, "codice;cognome;nome;email\nD1;\"Rossi;Ada;a@b.example\nD2;x", TRY).await;
    assert_eq!((unclosed.lines, unclosed.broken), (1, 1));
}

#[tokio::test]
async fn who_a_complete_file_leaves_out_is_kept_as_withdrawn() {
    let office = Office::start().await;
    let ctx = with_courses(&office).await;
    taken(&ctx, RegistryKind::Students, students(1..=4), APPLY).await;
    let broken = students(2..=3) + "\nnobody";
    let broken = taken(&ctx, RegistryKind::Students, broken, COMPLETE).await;
    assert_eq!(counts(&broken), (0, 0, 2, 1, 0));
    let tried = Intent { applies: false, ..COMPLETE };
    assert_eq!(counts(&taken(&ctx, RegistryKind::Students, students(2..=3), tried).await), (0, 0, 2, 0, 2));
    assert!(matricole(&office).await.iter().all(|(.., withdrawn)| !withdrawn));
    assert_eq!(counts(&taken(&ctx, RegistryKind::Students, students(2..=3), COMPLETE).await), (0, 0, 2, 0, 2));
    let left = matricole(&office).await.into_iter().filter(|(.., withdrawn)| *withdrawn).map(|(code, ..)| code);
    assert_eq!(left.collect::<Vec<_>>(), ["2000001", "2000004"]);
    // Who is named again is back.
    assert_eq!(counts(&taken(&ctx, RegistryKind::Students, students(1..=1), APPLY).await), (0, 1, 0, 0, 0));
    assert!(matricole(&office).await.iter().any(|(code, .., withdrawn)| code == "2000001" && !withdrawn));
}

#[tokio::test]
async fn a_long_file_is_taken_in_pieces_and_tells_how_far_it_is() {
    let office = Office::start().await;
    let ctx = with_courses(&office).await;
    let told = Mutex::new(Vec::new());
    let tell = |done, total| told.lock().unwrap().push((done, total));
    let file = students(1..=1_200).into_bytes();
    let report = import(&ctx, "upo", RegistryKind::Students, file, APPLY, tell).await.expect("a report");
    assert_eq!(report.new, 1_200);
    assert_eq!(told.into_inner().unwrap(), [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]);
    assert_eq!(student::Entity::find().count(&office.backend.db).await.unwrap(), 1_200);
}

#[tokio::test]
async fn only_an_institutions_own_office_imports_and_its_rows_are_its_own() {
    let office = Office::start().await;
    let ctx = with_courses(&office).await;
    let elsewhere = office.officer("unimi").await;
    let contact = Membership::in_institution(Role::AcademicTutor, office.institution("upo"));
    let teacher = office.person("Carla", "Fenoglio", Language::It, vec![contact]).await;
    for other in [&elsewhere.ctx, &teacher.ctx, &office.nobody()] {
        let answer = import(other, "upo", RegistryKind::Departments, DEPARTMENTS.into(), APPLY, |_, _| ()).await;
        assert!(matches!(answer, Err(BackendError::SignIn | BackendError::Denied | BackendError::NotFound)), "{answer:?}");
    }
    import(&elsewhere.ctx, "unimi", RegistryKind::Departments, DEPARTMENTS.into(), APPLY, |_, _| ()).await.expect("its own");
    // The courses of one are no courses of the other.
    let answer = import(&elsewhere.ctx, "unimi", RegistryKind::Students, students(1..=1).into(), APPLY, |_, _| ()).await;
    assert_eq!(answer.expect("a report").broken, 1);
    assert_eq!(department::Entity::find().count(&office.backend.db).await.unwrap(), 4);
    assert_eq!(course::Entity::find().count(&office.backend.db).await.unwrap(), 2);
    drop(ctx);
}
