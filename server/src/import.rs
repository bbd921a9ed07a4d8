//! `ponte import`: a file of the registry taken from the command line, tried first.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, bail};
use backend::context::Visitor;
use backend::registry::{self, Intent};
use backend::{BackendError, Ctx};
use domain::access::Actor;
use domain::language::Language;
use domain::registry::{HeaderProblem, RegistryKind, Report};
use i18n::problem;

use crate::config::Config;
use crate::start::start_backend;

/// How it is called.
pub const USAGE: &str = "\
ponte                                               start the server
ponte import INSTITUTION KIND FILE [--apply] [--complete]
    take a file of the registry: departments, courses, teachers or students (see docs/registry.md)
    without --apply it is only tried; --complete: who is not in it has left";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    institution: String,
    kind: RegistryKind,
    file: PathBuf,
    intent: Intent,
}

impl Request {
    /// The words behind `import`. Error: how it is called.
    pub fn parse(words: &[String]) -> anyhow::Result<Self> {
        let (flags, names): (Vec<&str>, Vec<&str>) = words.iter().map(String::as_str).partition(|word| word.starts_with("--"));
        let [institution, kind, file] = names.as_slice() else { bail!("{USAGE}") };
        if flags.iter().any(|flag| !["--apply", "--complete"].contains(flag)) {
            bail!("{USAGE}");
        }
        let kind = RegistryKind::from_code(kind).context(USAGE)?;
        let intent = Intent { applies: flags.contains(&"--apply"), is_complete: flags.contains(&"--complete") };
        Ok(Self { institution: (*institution).to_owned(), kind, file: PathBuf::from(file), intent })
    }
}

/// Takes the file into the configured database and prints the report. Errors: the file, the institution or a line that could
/// not be taken.
pub async fn run(config: Config, request: Request) -> anyhow::Result<()> {
    let bytes = std::fs::read(&request.file).with_context(|| format!("cannot read {}", request.file.display()))?;
    let backend = start_backend(&config, SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let ctx = Ctx { backend, visitor: Visitor { actor: Actor::system(), ..Visitor::default() } };
    let told = |done, total| eprintln!("{done} of {total} lines");
    let report = registry::import(&ctx, &request.institution, request.kind, bytes, request.intent, told).await;
    let report = match report {
        Ok(report) => report,
        Err(BackendError::NotFound) => bail!("there is no institution {}", request.institution),
        Err(error) => return Err(error.into()),
    };
    print!("{}", written(&report));
    if !report.header.is_empty() {
        bail!("nothing was read: see the header");
    }
    if report.broken > 0 {
        bail!("{} lines could not be taken", report.broken);
    }
    Ok(())
}

/// The report for people.
fn written(report: &Report) -> String {
    let mut text = String::new();
    for problem in &report.header {
        text += &match problem {
            HeaderProblem::Empty => "header: there is no line\n".to_owned(),
            HeaderProblem::MissingColumn { column } => format!("header: the column «{column}» is missing\n"),
            HeaderProblem::DoubleColumn { column } => format!("header: the column «{column}» is there twice\n"),
        };
    }
    if !report.unused.is_empty() {
        text += &format!("passed over: {}\n", report.unused.join(", "));
    }
    for found in &report.problems {
        let field = &found.problem.field;
        let said = problem::text(&found.problem.problem, Language::En);
        let place = if field.is_empty() { String::new() } else { format!(", «{field}»") };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "line {}{place}: {said}", found.line);
    }
    let Report { lines, new, changed, same, broken, withdrawn, .. } = report;
    let done = if report.applied { "taken" } else { "tried, nothing was stored" };
    text += &format!(
        "{done}: {lines} lines, {new} new, {changed} changed, {same} the same, {broken} not taken, {withdrawn} withdrawn\n"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> anyhow::Result<Request> {
        Request::parse(&words.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_asked_for_is_understood_or_said_how() {
        let request = parse("upo students --apply a.csv").expect("a request");
        assert_eq!((request.kind, request.intent), (RegistryKind::Students, Intent { applies: true, is_complete: false }));
        for words in ["upo students", "upo people a.csv", "upo students a.csv --now", "upo students a.csv b.csv"] {
            assert!(parse(words).is_err_and(|error| error.to_string().contains("ponte import")), "{words}");
        }
    }
}
