//! What crosses the wire when something is not possible: codes and field names, never typed values, texts or SQL.

use domain::check::FieldError;
use domain::refusal::Refusal;
use i18n::{Language, error as words, frame, time};
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// Quoted by people, found in the log: `E-7F3K2`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ErrorId(pub String);

impl std::fmt::Display for ErrorId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The answer of a server function that could not do what was asked. It can end up in an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AppError {
    #[error("some answers need correction")]
    Invalid(Vec<FieldError>),
    #[error("this step is not open now")]
    Refused(Refusal),
    #[error("changed by somebody else")]
    Stale,
    /// Opens the log-in over the page, which keeps its fields.
    #[error("please sign in again")]
    SignIn,
    #[error("too many tries")]
    TooMany { seconds: i64 },
    #[error("not allowed")]
    Denied,
    /// Also for what exists but belongs to somebody else.
    #[error("not found")]
    NotFound,
    #[error("our fault; quote {0}")]
    Internal(ErrorId),
    /// No answer, or one that cannot be read.
    #[error("no answer from the server")]
    Transport,
}

impl AppError {
    /// The HTTP status that goes with it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 422,
            Self::Refused(_) | Self::Stale => 409,
            Self::SignIn => 401,
            Self::TooMany { .. } => 429,
            Self::Denied => 403,
            Self::NotFound => 404,
            Self::Internal(_) => 500,
            Self::Transport => 400,
        }
    }

    /// The problems of the fields in an action's value; none while there is no answer or it went well.
    pub fn problems<T>(value: &Option<Result<T, AppError>>) -> Vec<FieldError> {
        match value {
            Some(Err(AppError::Invalid(problems))) => problems.clone(),
            Some(Ok(_) | Err(_)) | None => Vec::new(),
        }
    }

    /// What the page says about it, unless it is about single fields.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Invalid(_) => words::INVALID.get(language).to_owned(),
            Self::Refused(refusal) => refused(refusal, language),
            Self::Stale => words::STALE.get(language).to_owned(),
            Self::SignIn => words::SIGN_IN.get(language).to_owned(),
            Self::TooMany { seconds } => words::TOO_MANY.fill(language, &[("time", &duration(*seconds, language))]),
            Self::Denied => words::DENIED.get(language).to_owned(),
            Self::NotFound => words::NOT_FOUND.get(language).to_owned(),
            Self::Internal(id) => words::INTERNAL.fill(language, &[("code", &id.0)]),
            Self::Transport => words::TRANSPORT.get(language).to_owned(),
        }
    }

    /// What is said of it where somebody tried to log in.
    pub fn log_in_text(&self, language: Language) -> String {
        match self {
            Self::Invalid(_) => i18n::identity::LOG_IN_WRONG.get(language).to_owned(),
            other => other.text(language),
        }
    }
}

fn refused(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::Rule { rule } => i18n::convention::rule(rule).unwrap_or(words::REFUSED).get(language).to_owned(),
        Refusal::Illegal { .. } => words::REFUSED.get(language).to_owned(),
        Refusal::NoteShort { min } => words::NOTE_SHORT.fill(language, &[("min", &min.to_string())]),
        Refusal::AlreadyRegistered => words::ALREADY_REGISTERED.get(language).to_owned(),
    }
}

/// «45 secondi», «un minuto», «4 minuti»: minutes are rounded up, so that waiting that long is enough.
pub fn duration(seconds: i64, language: Language) -> String {
    match seconds {
        ..60 => time::SECONDS.fill(language, &[("n", &seconds.max(1).to_string())]),
        60 => frame::ONE_MINUTE.get(language).to_owned(),
        _ => frame::MINUTES.fill(language, &[("n", &((seconds + 59) / 60).to_string())]),
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    /// Arguments that cannot be read are the sender's fault; serde's text is never shown.
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        #[cfg(feature = "ssr")]
        crate::context::set_status(Self::Transport.status());
        Self::Transport
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_survives_the_wire() {
        let error = AppError::TooMany { seconds: 61 };
        assert_eq!(AppError::de(error.ser()), error);
    }

    #[test]
    fn minutes_are_rounded_up() {
        let said = [1, 59, 60, 61, 120, 121].map(|seconds| duration(seconds, Language::En));
        assert_eq!(said, ["1 seconds", "59 seconds", "one minute", "2 minutes", "2 minutes", "3 minutes"]);
    }
}
