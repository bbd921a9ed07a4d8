//! What a host keeps about itself, at every institution the same.

mod logo;
mod picture;

pub(crate) use logo::logo_of;
pub use logo::{remove_logo, set_logo};
