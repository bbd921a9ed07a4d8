//! The web server of Ponte: configuration, router, headers, cookies, the event stream, and the workers' start.

#![recursion_limit = "512"]

mod assets;
mod failure;
pub mod import;
mod metrics;
mod middleware;
mod pages;
mod router;
mod routes;
mod start;
mod state;
mod streams;
mod tint;

pub mod config;

pub use assets::{Site, SiteError};
pub use middleware::rate::Quotas;
pub use router::{addresses, router};
pub use start::run;
pub use state::AppState;
