//! Conventions: asked for by a host, approved by the office, signed by both, active for a term. Source: domain reference 3.3.

mod activate;
mod case;
pub(crate) mod demo;
mod fields;
mod fire;
mod form;
mod issue;
mod letters;
mod list;
mod sign;
mod view;
mod waiting;
mod words;

pub use activate::{LOOKED, NO_STAMP, activate};
pub(crate) use case::rep_is_complete;
pub use fire::decide;
pub(crate) use fire::{is_timer, on_timer};
pub use form::{Intent, form, keep, save};
pub use issue::{DOCUMENT, issue_document};
pub use list::{Side, conventions, export};
pub use sign::{Received, SIGNED_COPY, record_paper, upload_copy};
pub use view::convention;
pub(crate) use waiting::waiting_for_host;
