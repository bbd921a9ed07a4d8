//! HTML written by hand: these pages have no component and need none.

use std::fmt::Write as _;

use app::components::{Footer, Shape};
use axum::response::{Html, IntoResponse, Response};
use backend::Ctx;
use chrono::{DateTime, Utc};
use domain::language::Language;
use http::StatusCode;
use i18n::{demo, frame};
use leptos::prelude::{Owner, RenderHtml, provide_context};

use crate::AppState;

/// Text inside an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Escaped text whose addresses are links.
pub fn linked(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = [rest.find("http://"), rest.find("https://")].into_iter().flatten().min() {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', ')']);
        // Writing to a string cannot fail.
        let _ = write!(html, "{}<a href=\"{1}\">{1}</a>", escape(before), escape(address));
        rest = &from[address.len()..];
    }
    html.push_str(&escape(rest));
    html
}

/// A page in the portal's frame; `main` is HTML.
pub fn page(state: &AppState, ctx: &Ctx, status: StatusCode, title: &str, main: &str) -> Response {
    let language = ctx.visitor.language;
    let other = language.pick(Language::En, Language::It);
    let sheets = [&state.site.manifest.css, &state.site.manifest.tint_css];
    let sheets: String = sheets.iter().filter(|sheet| !sheet.is_empty()).map(|sheet| style_sheet(sheet)).collect();
    let body = format!(
        "<!doctype html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – {product}</title>{sheets}</head>\
         <body><a class=\"skip\" href=\"#main\">{skip}</a>\
         <header><div class=\"slim\"><div class=\"wrap\"><a href=\"/\">{portal}</a><div class=\"slim-r\">\
         <form class=\"lang\" method=\"post\" action=\"/lingua\"><input type=\"hidden\" name=\"lingua\" value=\"{other_code}\">\
         <button class=\"link-light\" type=\"submit\" lang=\"{other_code}\" aria-label=\"{other_name}\">{other_short}</button></form>\
         </div></div></div>\
         <div class=\"top\"><div class=\"wrap\"><a class=\"brand\" href=\"/\">{logo}<span><b>{product}</b><span>{line}</span></span></a>\
         </div></div>\
         </header><main id=\"main\" class=\"page\" tabindex=\"-1\"><div class=\"wrap stack\">\
         <nav aria-label=\"{demo}\"><p class=\"m0\">{links}</p></nav><h1>{title}</h1>{main}</div></main>{footer}</body></html>",
        code = language.code(),
        title = escape(title),
        product = frame::PRODUCT.get(language),
        skip = frame::SKIP.get(language),
        portal = frame::PORTAL.get(language),
        other_code = other.code(),
        other_name = frame::OTHER_LANGUAGE_NAME.get(language),
        other_short = frame::OTHER_LANGUAGE.get(language),
        logo = rendered(ctx, || Shape::Logo.view()),
        footer = rendered(ctx, Footer),
        line = frame::PRODUCT_LINE.get(language),
        demo = demo::TITLE.get(language),
        links = links(language),
    );
    (status, Html(body)).into_response()
}

/// A component of the portal as HTML.
fn rendered<V: RenderHtml>(ctx: &Ctx, view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_context(ctx.clone());
        view().to_html()
    })
}

/// Day and minute in Rome.
pub fn in_rome(at: DateTime<Utc>) -> String {
    at.with_timezone(&chrono_tz::Europe::Rome).format("%d/%m/%Y %H:%M").to_string()
}

fn style_sheet(address: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">", escape(address))
}

fn links(language: Language) -> String {
    let links = [("/demo", demo::ACCOUNTS), ("/demo/posta", demo::MAIL), ("/demo/orologio", demo::CLOCK)];
    links.map(|(address, word)| format!("<a href=\"{address}\">{}</a>", word.get(language))).join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_links_and_the_rest_is_text() {
        assert_eq!(
            linked("Vai a https://ponte.example/x?a=1&b=2. <b>"),
            "Vai a <a href=\"https://ponte.example/x?a=1&amp;b=2\">https://ponte.example/x?a=1&amp;b=2</a>. &lt;b&gt;"
        );
        assert_eq!(linked("\"nothing\" here"), "&quot;nothing&quot; here");
    }
}
