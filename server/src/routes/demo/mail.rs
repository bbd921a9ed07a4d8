//! The mail the portal has written.

use std::fmt::Write as _;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use backend::mail::{self, SentMail};
use backend::{Answer, Backend, Ctx};
use domain::language::Language;
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderValue, StatusCode};
use i18n::demo;
use serde::Deserialize;

use super::html::{escape, in_rome, linked, page};
use crate::AppState;
use crate::failure::Failure;

/// How many letters the list shows, and how many it reads at once when it looks for a recipient.
const SHOWN: usize = 100;
const READ: u64 = 200;

/// A letter's HTML is made for mail programs, which know no style sheets: styles in it are allowed, scripts are not.
const LETTER_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The search above the list.
#[derive(Debug, Default, Deserialize)]
pub struct Search {
    /// Part of the recipient's address.
    #[serde(default)]
    a: String,
}

/// `GET /demo/posta`: newest first.
pub async fn list(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, Query(search): Query<Search>) -> Response {
    let language = ctx.visitor.language;
    let recipient = search.a.trim().to_lowercase();
    match letters_to(&state.backend, &recipient).await {
        Ok(letters) => {
            let main = format!("{}{}", search_form(language, &recipient), rows(language, &recipient, &letters));
            page(&state, &ctx, StatusCode::OK, demo::MAIL.get(language), &main)
        }
        Err(error) => Failure::from(error).into_response(),
    }
}

async fn letters_to(backend: &Backend, recipient: &str) -> Answer<Vec<SentMail>> {
    let mut found = Vec::new();
    let mut last = None;
    while found.len() < SHOWN {
        let read = mail::sent(backend, READ, last).await?;
        let Some(oldest) = read.last() else { break };
        last = Some(oldest.id);
        found.extend(read.into_iter().filter(|letter| letter.to.to_lowercase().contains(recipient)));
    }
    found.truncate(SHOWN);
    Ok(found)
}

fn search_form(language: Language, recipient: &str) -> String {
    format!(
        "<p class=\"muted\">{}</p><form class=\"inline-form\" method=\"get\" action=\"/demo/posta\"><div class=\"f\">\
         <label for=\"a\">{}</label><input id=\"a\" name=\"a\" class=\"form-control\" value=\"{}\"></div>\
         <button class=\"btn btn-primary\" type=\"submit\">{}</button></form>",
        demo::MAIL_TEXT.get(language),
        demo::RECIPIENT.get(language),
        escape(recipient),
        demo::SEARCH.get(language),
    )
}

fn rows(language: Language, recipient: &str, letters: &[SentMail]) -> String {
    if letters.is_empty() && recipient.is_empty() {
        return format!("<p>{}</p>", demo::NO_MAIL.get(language));
    }
    if letters.is_empty() {
        return format!("<p>{}</p>", escape(&demo::NO_MAIL_FOR.fill(language, &[("recipient", recipient)])));
    }
    let mut html = String::from("<div class=\"card-p tight\"><ul class=\"mails\">");
    for letter in letters {
        let subject = if letter.subject.is_empty() { &letter.notice } else { &letter.subject };
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            "<li><a href=\"/demo/posta/{}\">{}</a><small>{}</small><small>{}</small><small>{}</small></li>",
            letter.id,
            escape(subject),
            in_rome(letter.at),
            escape(&letter.to),
            state_in_words(letter, language),
        );
    }
    html + "</ul></div>"
}

fn state_in_words(letter: &SentMail, language: Language) -> &'static str {
    let word = match letter.state.as_str() {
        "sent" => demo::STATE_SENT,
        "failed" => demo::STATE_FAILED,
        _ => demo::STATE_QUEUED,
    };
    word.get(language)
}

/// `GET /demo/posta/{id}`: one letter, as text with its links, and the way to its HTML.
pub async fn message(State(state): State<AppState>, Extension(ctx): Extension<Ctx>, Path(id): Path<String>) -> Response {
    let language = ctx.visitor.language;
    let letter = match letter(&state.backend, &id).await {
        Ok(letter) => letter,
        Err(error) => return Failure::from(error).into_response(),
    };
    let facts = [
        (demo::RECIPIENT, letter.to.clone()),
        (demo::SUBJECT, letter.subject.clone()),
        (demo::SENT_AT, in_rome(letter.at)),
        (demo::STATE, state_in_words(&letter, language).to_owned()),
    ];
    let facts: String =
        facts.iter().map(|(word, value)| format!("<dt>{}</dt><dd>{}</dd>", word.get(language), escape(value))).collect();
    let main = format!(
        "<div class=\"card-p mail\"><dl class=\"dl\">{facts}</dl><pre>{}</pre></div><p class=\"btns\">\
         <a class=\"btn btn-outline-primary\" href=\"/demo/posta/{}/html\">{}</a> <a href=\"/demo/posta\">{}</a></p>",
        linked(&letter.text),
        letter.id,
        demo::HTML_VERSION.get(language),
        demo::ALL_MAIL.get(language),
    );
    page(&state, &ctx, StatusCode::OK, demo::MESSAGE.get(language), &main)
}

/// `GET /demo/posta/{id}/html`: the letter as a mail program shows it.
pub async fn html_version(State(state): State<AppState>, Path(id): Path<String>) -> Response {
    match letter(&state.backend, &id).await {
        Ok(letter) => {
            let mut response = Html(letter.html).into_response();
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(LETTER_POLICY));
            response
        }
        Err(error) => Failure::from(error).into_response(),
    }
}

async fn letter(backend: &Backend, id: &str) -> Answer<SentMail> {
    let id = id.parse().map_err(|_| backend::BackendError::NotFound)?;
    mail::one(backend, id).await
}
