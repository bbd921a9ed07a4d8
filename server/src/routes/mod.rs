//! Plain routes: what is neither a page of the app nor a server function.

pub mod demo;
pub mod export;
pub mod files;
pub mod health;
pub mod language;
pub mod live;
