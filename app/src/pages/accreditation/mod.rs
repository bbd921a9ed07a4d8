//! The registration wizard. Its pages, steps and words come from the profile, its fields from `domain::accreditation`.

mod autosave;
mod conflict;
mod field;
mod form_values;
mod notices;
mod resume;
mod resume_link;
mod step_form;
mod stepper;
mod summary;
mod wizard;

pub use wizard::Wizard;
