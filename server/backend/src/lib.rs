//! Use cases of Ponte on its database: load → may → apply → write row, event and outbox in one transaction → commit.
//! No HTTP and no HTML here; the server and the pages call these functions and nothing else.

pub mod accreditation;
pub mod clock;
pub mod context;
pub mod convention;
pub mod database;
pub mod demo;
pub mod document;
pub mod draft;
pub mod entity;
pub mod error;
pub mod files;
pub mod history;
pub mod identity;
pub mod institution;
pub mod list;
pub mod live;
pub mod mail;
pub mod office;
pub mod organisation;
pub mod places;
pub mod registry;
pub mod search;
pub mod settings;
pub mod timer;

mod start;

pub use context::{Cookie, Ctx, Visitor};
pub use error::BackendError;
pub use start::Backend;

/// What every use case answers.
pub type Answer<T> = Result<T, BackendError>;
