//! What a host keeps about itself, at every institution the same: logo, contacts and tutors, seats.

mod accept;
mod company;
mod contacts;
mod invite;
mod kept;
mod links;
mod logo;
mod own;
mod picture;
pub(crate) mod roles;
mod save_contact;
mod save_seat;
mod seats;

pub(crate) use accept::accept_invitation;
pub use company::{company, save_legal_rep};
pub use contacts::{contact_form, contacts, disable_contact};
pub(crate) use invite::erase_unanswered;
pub use invite::invite_contact;
pub(crate) use kept::Kept;
pub(crate) use logo::logo_of;
pub use logo::{remove_logo, set_logo};
pub(crate) use own::{OwnHost, own_host};
pub use save_contact::save_contact;
pub use save_seat::save_seat;
pub(crate) use seats::address;
pub use seats::{seat_form, seats};
