//! Conventions: the host's list and the office's, the request, and one convention for all its parties.

mod activate;
mod content;
mod copies;
mod decide;
mod form;
mod history;
mod list;
mod one;
mod table;
mod track;
mod turn;
mod upload;

pub use form::{EditConvention, NewConvention};
pub use list::{HostConventions, OfficeConventions};
pub use one::{HostConvention, OfficeConvention};
pub use upload::TAKEN;
