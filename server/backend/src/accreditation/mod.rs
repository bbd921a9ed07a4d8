//! The accreditation of a host: registration wizard, code, submission, corrections, the reserved area.

mod area;
mod confirm;
mod correction;
pub mod demo;
mod elsewhere;
pub mod expiry;
mod known;
mod letters;
mod resume;
mod save;
mod stored;
mod submit;
mod update;
mod verify;
mod wizard;

pub use area::{decide_newcomer, overview};
pub use confirm::{confirm, pending_user_name, reopen};
pub use correction::{start_correction, withdraw};
pub use elsewhere::request_elsewhere;
pub use expiry::on_timer;
pub(crate) use known::accreditations_of;
pub use known::{KnownHost, find_known};
pub(crate) use letters::{Received, newcomer as tell_of_newcomer, received as tell_received};
pub use resume::{resume, send_resume_link};
pub use save::{Intent, autosave, resolve_conflict, save_step};
pub use stored::{StoredHost, answers_of, load_host, load_host_of};
pub(crate) use stored::{contact_answers, seat_answers};
pub(crate) use update::{audience, difference, load_for_update, store, write_legal_rep};
pub use verify::verify_code;
pub(crate) use wizard::countries;
pub use wizard::wizard;
