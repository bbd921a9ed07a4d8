//! The program as it is called from a shell.

use std::path::Path;
use std::process::{Command, Output};

/// Calls it on a database of its own.
fn import(folder: &Path, words: &[&str]) -> Output {
    let mut ponte = Command::new(env!("CARGO_BIN_EXE_ponte"));
    ponte.arg("import").args(words).current_dir(folder).env_clear();
    ponte.env("PONTE_MODE", "test").env("DATABASE_URL", "sqlite://ponte.sqlite").output().expect("the program")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_file_of_the_registry_is_tried_and_taken_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dipartimenti.csv");
    std::fs::write(&file, "codice;nome\nDISEI;Studi per l’economia e l’impresa\nDISUM;Studi umanistici\n").expect("a file");
    let tried = import(folder.path(), &["upo", "departments", "dipartimenti.csv"]);
    assert!(tried.status.success(), "{}", said(&tried.stderr));
    assert!(said(&tried.stdout).contains("tried, nothing was stored: 2 lines, 2 new"), "{}", said(&tried.stdout));
    let taken = import(folder.path(), &["upo", "departments", "dipartimenti.csv", "--apply"]);
    assert!(said(&taken.stdout).contains("taken: 2 lines, 2 new"), "{}", said(&taken.stdout));
    std::fs::write(&file, "codice;nome\nDISEI;Studi per l’economia e l’impresa\nDISUM;\n").expect("a file");
    let again = import(folder.path(), &["upo", "departments", "dipartimenti.csv", "--apply"]);
    assert!(!again.status.success());
    let lines = said(&again.stdout);
    assert!(lines.contains("line 3, «nome»: ") && lines.contains("0 new, 0 changed, 1 the same, 1 not taken"), "{lines}");
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("vuoto.csv"), "codice\n").expect("a file");
    for (words, why) in [
        (["upo", "people", "vuoto.csv"], "ponte import"),
        (["upo", "departments", "altro.csv"], "cannot read altro.csv"),
        (["nessuna", "departments", "vuoto.csv"], "there is no institution nessuna"),
        (["upo", "departments", "vuoto.csv"], "see the header"),
    ] {
        let answer = import(folder.path(), &words);
        assert!(!answer.status.success(), "{words:?}");
        assert!(said(&answer.stderr).contains(why), "{words:?}: {}", said(&answer.stderr));
    }
}
