//! The host's reserved area: what to do next, its people and seats; before accreditation the request's state and nothing more.

mod company;
pub(crate) mod contact;
mod contact_fields;
mod contacts;
mod logo;
mod newcomer;
mod not_here;
mod open;
mod overview;
pub(crate) mod place;
mod request;
mod seat;
mod seats;
mod todo;
pub(crate) mod told;

pub use company::Company;
pub use contact::{NewContact, OneContact};
pub use contacts::Contacts;
pub use logo::LogoNews;
pub use overview::Area;
pub use seat::{NewSeat, OneSeat};
pub use seats::Seats;
