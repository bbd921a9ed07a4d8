//! Who one can log in as.

use std::fmt::Write as _;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use backend::Ctx;
use backend::demo::{self, DemoAccount, PASSWORD};
use domain::language::Language;
use http::StatusCode;
use i18n::{Word, demo as words, state};

use super::html::{escape, page};
use crate::AppState;

/// What the table says of each.
const COLUMNS: [Word; 4] = [words::USER_NAME, words::NAME, words::ROLE, words::INSTITUTION];

/// `GET /demo`.
pub async fn show(State(state): State<AppState>, Extension(ctx): Extension<Ctx>) -> Response {
    let language = ctx.visitor.language;
    let password = words::ACCOUNTS_TEXT.fill(language, &[("password", PASSWORD)]);
    let headers: String = COLUMNS.iter().map(|word| format!("<th scope=\"col\">{}</th>", word.get(language))).collect();
    let main = format!(
        "<p class=\"lead\">{lead}</p><h2>{accounts}</h2><p>{password}</p>\
         <div class=\"card-p tbl\"><table class=\"tb cards\"><caption class=\"vh\">{accounts}</caption>\
         <thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table></div>",
        lead = words::LEAD.get(language),
        accounts = words::ACCOUNTS.get(language),
        password = escape(&password),
        rows = rows(&state, language),
    );
    page(&state, &ctx, StatusCode::OK, words::TITLE.get(language), &main)
}

fn rows(state: &AppState, language: Language) -> String {
    let [_, name, role_word, institution] = COLUMNS.map(|word| word.get(language));
    let mut rows = String::new();
    for account in demo::accounts(&state.backend) {
        let profile = state.backend.profiles.institution(&account.institution);
        let short_name = profile.map_or(account.institution.as_str(), |profile| profile.identity.short_name.get(language));
        // Writing to a string cannot fail.
        let _ = write!(
            rows,
            "<tr><th scope=\"row\" class=\"code\">{}</th><td data-l=\"{name}\">{} {}</td><td data-l=\"{role_word}\">{}</td>\
             <td data-l=\"{institution}\">{}</td></tr>",
            escape(&account.user_name),
            escape(account.first_name),
            escape(&account.last_name),
            escape(role(&account, language)),
            escape(short_name),
        );
    }
    rows
}

/// What the account may do, in words.
pub fn role(account: &DemoAccount, language: Language) -> &'static str {
    account.role.map_or_else(|| words::OF_HOST.get(language), |role| state::role(role, language))
}
