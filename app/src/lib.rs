//! Pages, components and server functions of Ponte. No business decisions, no SQL, no literal texts.

// The types of whole pages nest deeper than the compiler's usual limit.
#![recursion_limit = "512"]

pub mod api;
pub mod app;
pub mod autosave;
pub mod browser;
pub mod components;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod form_page;
#[cfg(feature = "hydrate")]
pub mod forms;
pub mod language;
pub mod lists;
pub mod live;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod plain;
pub mod routes;
pub mod session_clock;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod time;

pub use app::App;
pub use error::{AppError, ErrorId};
#[cfg(feature = "ssr")]
pub use plain::{FormApp, PlainApp};
