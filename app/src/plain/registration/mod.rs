//! The registration wizard. Its pages, steps and words come from the profile, its fields from `domain::accreditation`.

mod conflict;
mod notices;
mod resume;
mod resume_link;
mod step_form;
mod stepper;
mod summary;
mod wizard;

pub use conflict::{Choice, ConflictDialog};
pub use wizard::Wizard;
