//! The host's reserved area: what to do next; before accreditation the request's state and nothing more.

mod logo;
mod not_here;
mod open;
mod overview;
mod request;

pub use logo::LogoNews;
pub use overview::Area;
