//! Accounts, sent mail and clock of the demo: plain pages without scripts. In production these routes do not exist.

mod accounts;
mod clock;
mod html;
mod mail;

use axum::routing::{get, post};

use crate::router::Route;

/// The demo's routes.
pub fn routes() -> Vec<Route> {
    vec![
        ("GET", "/demo", get(accounts::show)),
        ("GET", "/demo/posta", get(mail::list)),
        ("GET", "/demo/posta/{id}", get(mail::message)),
        ("GET", "/demo/posta/{id}/html", get(mail::html_version)),
        ("GET", "/demo/orologio", get(clock::show)),
        ("POST", "/demo/orologio", post(clock::advance)),
    ]
}

pub use accounts::role;
