//! Who one can log in as.

use std::fmt::Write as _;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use backend::Ctx;
use backend::demo::{self, DemoAccount, PASSWORD};
use domain::language::Language;
use http::StatusCode;
use i18n::{demo as words, state};

use super::html::{escape, page};
use crate::AppState;

/// `GET /demo`.
pub async fn show(State(state): State<AppState>, Extension(ctx): Extension<Ctx>) -> Response {
    let language = ctx.visitor.language;
    let password = words::ACCOUNTS_TEXT.fill(language, &[("password", PASSWORD)]);
    let headers = [words::USER_NAME, words::NAME, words::ROLE, words::INSTITUTION];
    let headers: String = headers.iter().map(|word| format!("<th scope=\"col\">{}</th>", word.get(language))).collect();
    let main = format!(
        "<p class=\"lead\">{lead}</p><h2>{accounts}</h2><p>{password}</p>\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{accounts}\"><table class=\"tb\">\
         <thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table></div>",
        lead = words::LEAD.get(language),
        accounts = words::ACCOUNTS.get(language),
        password = escape(&password),
        rows = rows(&demo::accounts(&state.backend), language),
    );
    page(&state, &ctx, StatusCode::OK, words::TITLE.get(language), &main)
}

fn rows(accounts: &[DemoAccount], language: Language) -> String {
    let mut rows = String::new();
    for account in accounts {
        // Writing to a string cannot fail.
        let _ = write!(
            rows,
            "<tr><td class=\"code\">{}</td><td>{} {}</td><td>{}</td><td>{}</td></tr>",
            escape(&account.user_name),
            escape(account.first_name),
            escape(&account.last_name),
            escape(role(account, language)),
            escape(&account.institution),
        );
    }
    rows
}

/// What the account may do, in words.
pub fn role(account: &DemoAccount, language: Language) -> &'static str {
    account.role.map_or_else(|| words::OF_HOST.get(language), |role| state::role(role, language))
}
