//! The server's side of every server function: who asks, what the answer's status is, where to go next.

use backend::{BackendError, Ctx};
use http::{Method, StatusCode, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use uuid::Uuid;

use crate::error::{AppError, ErrorId};

/// Letters that are told apart when read aloud or copied by hand.
const SPOKEN: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Runs a use case for whoever asks and turns its failure into the wire's words, with the status that belongs to it.
pub async fn reply<T, F, Fut>(use_case: F) -> Result<T, AppError>
where
    F: FnOnce(Ctx) -> Fut,
    Fut: Future<Output = Result<T, BackendError>>,
{
    let answer = match context() {
        Ok(ctx) => use_case(ctx).await.map_err(AppError::from),
        Err(error) => Err(error),
    };
    answer.inspect_err(|error| set_status(error.status()))
}

/// Who asks, as the server's middleware found it.
pub fn context() -> Result<Ctx, AppError> {
    use_context::<Ctx>().ok_or_else(|| BackendError::Internal("no visitor in the context".into()).into())
}

/// Sets the status of the page or of the answer. A form posted without scripts keeps its redirection: a status in its
/// place would leave the browser with bare JSON.
pub fn set_status(status: u16) {
    if is_plain_post() {
        return;
    }
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

fn is_plain_post() -> bool {
    use_context::<Parts>().is_some_and(|parts| {
        let accept = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        parts.method == Method::POST && parts.uri.path().starts_with("/api") && accept.contains("text/html")
    })
}

/// Sends the browser to an address of ours after the function: a redirection for plain posts, a full load for scripts.
/// It does not end the function.
pub fn redirect(path: &str) {
    // an address with characters that no header can carry would panic inside the library
    if http::HeaderValue::from_str(path).is_ok() {
        leptos_axum::redirect(path);
    }
}

/// The key that an argument names, none if it is empty. Error: NotFound for what is no key.
pub fn named<T: std::str::FromStr>(text: &str) -> Result<Option<T>, BackendError> {
    Some(text).filter(|text| !text.is_empty()).map(needed).transpose()
}

/// The key that an argument names. Error: NotFound for what is none.
pub fn needed<T: std::str::FromStr>(text: &str) -> Result<T, BackendError> {
    text.parse().map_err(|_| BackendError::NotFound)
}

/// The address of the page a form was sent from, as path and query, if it is one of ours.
pub fn came_from() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let referer = parts.headers.get(header::REFERER)?.to_str().ok()?.parse::<http::Uri>().ok()?;
    let host = parts.headers.get(header::HOST)?.to_str().ok()?;
    let same = referer.authority().is_some_and(|authority| authority.as_str() == host);
    same.then(|| referer.path_and_query().map(|path| path.as_str().to_owned())).flatten()
}

impl From<BackendError> for AppError {
    /// What is our fault is logged here, once, and leaves with a code to quote.
    fn from(error: BackendError) -> Self {
        match error {
            BackendError::Invalid(problems) => Self::Invalid(problems),
            BackendError::Refused(refusal) => Self::Refused(refusal),
            BackendError::SignIn => Self::SignIn,
            BackendError::Denied => Self::Denied,
            BackendError::NotFound => Self::NotFound,
            BackendError::Stale => Self::Stale,
            BackendError::TooMany { seconds } => Self::TooMany { seconds },
            fault @ (BackendError::Database(_) | BackendError::Mail(_) | BackendError::Files(_) | BackendError::Internal(_)) => {
                let id = error_id();
                tracing::error!(error.id = %id, error = %fault, "a use case failed");
                Self::Internal(id)
            }
        }
    }
}

/// Five letters of chance.
pub fn error_id() -> ErrorId {
    let chance = Uuid::now_v7().into_bytes();
    let letters = chance[11..].iter().map(|byte| char::from(SPOKEN[usize::from(byte % 32)]));
    ErrorId("E-".chars().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_quoted_by_five_letters() {
        let ErrorId(code) = error_id();
        assert!(code.len() == 7 && code.starts_with("E-"), "{code}");
    }

    #[test]
    fn a_fault_of_ours_says_nothing_but_its_code() {
        let error = AppError::from(BackendError::Internal("secret of the house".into()));
        assert!(matches!(&error, AppError::Internal(id) if !id.0.contains("secret")), "{error}");
    }
}
