//! Accounts, sent mail and clock of the demo: plain pages without scripts. In production these routes do not exist.

mod accounts;
mod clock;
mod html;
mod mail;

use axum::Router;
use axum::routing::get;

use crate::AppState;

/// The demo's routes.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/demo", get(accounts::show))
        .route("/demo/posta", get(mail::list))
        .route("/demo/posta/{id}", get(mail::message))
        .route("/demo/posta/{id}/html", get(mail::html_version))
        .route("/demo/orologio", get(clock::show).post(clock::advance))
}

pub use accounts::role;
