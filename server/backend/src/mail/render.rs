//! From facts to words: one template gives both the text and the HTML, so that they never differ.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Role;
use domain::language::Language;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, HtmlEscape, State, UndefinedBehavior, context};
use serde::Serialize;

use super::{Kind, dates, templates};
use crate::{Answer, BackendError};

/// What the portal is called in subjects and as a sender.
pub const PORTAL: &str = "Ponte";

/// Who writes, as the layout shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Sender {
    /// Full and short name of the institution.
    pub institution: String,
    pub short_name: String,
    pub from: String,
    /// The competent office.
    pub reply_to: String,
    pub phone: String,
    /// `#rrggbb`.
    pub tint: String,
    /// Without a slash at the end.
    pub external_url: String,
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(environment);

/// Writes a letter. Errors: `Mail` when a fact is missing that the template names.
pub fn render(kind: Kind, language: Language, sender: &Sender, facts: &serde_json::Value) -> Answer<Rendered> {
    let source = templates::source(kind, language);
    let shared = context! { language => language.code(), sender => Serde(sender), portal => PORTAL };
    let all = context! { ..Serde(facts), ..shared.clone() };
    let plain = ENVIRONMENT.render_named_str("letter.txt", source, &all).map_err(broken)?;
    let marked = ENVIRONMENT.render_named_str("letter.html", source, &all).map_err(broken)?;
    let (subject, text) = parts(&plain)?;
    let (_, html) = parts(&marked)?;
    let framed = |layout: &str, body: String| {
        let frame = context! { subject => subject, body => Value::from_safe_string(body), ..shared.clone() };
        ENVIRONMENT.get_template(layout).and_then(|template| template.render(frame)).map_err(broken)
    };
    let text = framed("layout.txt", text.to_owned())?;
    let html = framed("layout.html", paragraphs(html))?;
    Ok(Rendered { subject: format!("[{PORTAL}] {subject}"), text, html })
}

fn broken(error: Error) -> BackendError {
    BackendError::Mail(error.to_string())
}

fn parts(written: &str) -> Answer<(&str, &str)> {
    let (subject, body) = written.trim().split_once("\n\n").ok_or_else(|| BackendError::Mail("no subject".into()))?;
    Ok((subject.trim(), body.trim()))
}

/// Blocks made by the functions begin with a tag; everything else is a paragraph. Facts cannot begin a block: they
/// are escaped.
fn paragraphs(html: &str) -> String {
    let block = |block: &str| match block.trim() {
        "" => String::new(),
        tagged if tagged.starts_with('<') => format!("{tagged}\n"),
        words => format!("<p>{}</p>\n", words.replace('\n', "<br>\n")),
    };
    html.split("\n\n").map(block).collect()
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let own_lines = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(own_lines.expect("the default delimiters are valid"));
    environment.set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
    environment.add_function("button", button);
    environment.add_function("show_code", show_code);
    environment.add_function("quote", quote);
    environment.add_function("bullets", bullets);
    environment.add_filter("moment", moment);
    environment.add_filter("day", day);
    environment.add_filter("role", role);
    environment.add_filter("stop", stop);
    for (name, source) in [("layout.txt", templates::LAYOUT_TEXT), ("layout.html", templates::LAYOUT_HTML)] {
        environment.add_template(name, source).expect("the layouts are parsed in a test");
    }
    environment
}

fn is_html(state: &State) -> bool {
    *state.auto_escape() == AutoEscape::Html
}

fn block(state: &State, html: String, text: String) -> Value {
    if is_html(state) { Value::from_safe_string(html) } else { Value::from(text) }
}

/// A link to a page of the portal, written out in the text.
fn button(state: &State, label: &str, link: &str) -> Result<Value, Error> {
    let sender = state.lookup("sender").unwrap_or_default();
    let url = format!("{}{link}", sender.get_attr("external_url")?);
    let html = format!(
        "<p><a href=\"{0}\" style=\"display:inline-block;padding:12px 20px;background:#0059b8;color:#ffffff;\
         border-radius:4px;font-weight:600;text-decoration:none\">{1}</a></p>\n<p style=\"font-size:14px\">{0}</p>",
        HtmlEscape(&url),
        HtmlEscape(label)
    );
    Ok(block(state, html, format!("{label}:\n{url}")))
}

/// The code, large.
fn show_code(state: &State, code: &str) -> Value {
    let html =
        format!("<p style=\"font-family:monospace;font-size:32px;letter-spacing:6px;font-weight:600\">{}</p>", HtmlEscape(code));
    block(state, html, format!("    {code}"))
}

/// Somebody's own words, several lines of them.
fn quote(state: &State, words: &str) -> Value {
    let lines = words.trim().lines().map(str::trim_end).collect::<Vec<_>>();
    let html = format!(
        "<blockquote style=\"margin:0 0 16px;padding:8px 16px;border-left:4px solid #5f7285\">{}</blockquote>",
        lines.iter().map(|line| HtmlEscape(line).to_string()).collect::<Vec<_>>().join("<br>\n")
    );
    let text = lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    block(state, html, text)
}

/// A list of texts.
fn bullets(state: &State, items: Vec<String>) -> Value {
    let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let html = items.iter().map(|item| format!("<li>{}</li>", HtmlEscape(&line(item)))).collect::<Vec<_>>().join("\n");
    let text = items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n");
    block(state, format!("<ul>\n{html}\n</ul>"), text)
}

fn language(state: &State) -> Language {
    state.lookup("language").and_then(|code| code.as_str().and_then(Language::from_code)).unwrap_or_default()
}

fn moment(state: &State, at: &str) -> Result<String, Error> {
    let at: DateTime<Utc> = at.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, "not a moment"))?;
    Ok(dates::moment(at, language(state)))
}

fn day(state: &State, on: &str) -> Result<String, Error> {
    let on: NaiveDate = on.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, "not a day"))?;
    Ok(dates::day(on, language(state)))
}

/// What a role is called on the pages too.
fn role(state: &State, code: &str) -> Result<&'static str, Error> {
    let role = Role::from_code(code).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "not a role"))?;
    Ok(i18n::state::role(role, language(state)))
}

/// The end of a sentence: names like «S.r.l.» bring their own full stop.
fn stop(words: &str) -> String {
    if words.ends_with('.') { words.to_owned() } else { format!("{words}.") }
}
