//! What can go wrong in a use case. Never carries what somebody typed.

use domain::access::Denied;
use domain::check::FieldError;
use domain::refusal::Refusal;

/// One enum for the layer; the wire turns it into its own words once.
#[derive(Debug, thiserror::Error)]
pub enum BackendError {
    #[error("some answers need correction")]
    Invalid(Vec<FieldError>),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("please sign in")]
    SignIn,
    #[error("not allowed")]
    Denied,
    #[error("not found")]
    NotFound,
    #[error("changed by somebody else")]
    Stale,
    #[error("too many tries, wait {seconds} s")]
    TooMany { seconds: i64 },
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    #[error("mail: {0}")]
    Mail(String),
    #[error("files: {0}")]
    Files(#[from] object_store::Error),
    #[error("internal: {0}")]
    Internal(String),
}

impl From<Denied> for BackendError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::SignIn => Self::SignIn,
            Denied::Hidden => Self::NotFound,
            Denied::Forbidden => Self::Denied,
        }
    }
}

impl From<Vec<FieldError>> for BackendError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}
