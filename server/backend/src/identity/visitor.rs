//! From cookies to the visitor of one request.

use domain::access::Actor;
use domain::language::Language;

use super::session::{self, Found};
use crate::{Answer, Backend, Visitor};

/// Who asks. Reads only: nothing is renewed.
pub async fn visitor(
    backend: &Backend,
    session_token: Option<&str>,
    draft_key: Option<String>,
    address: String,
    language: Language,
) -> Answer<Visitor> {
    let found = match session_token {
        Some(token) => session::find(backend, token).await?,
        None => Found::None,
    };
    let (signed_in, expired, actor) = match found {
        Found::Active(signed_in, actor) => (Some(*signed_in), None, actor),
        Found::Expired(account) => (None, Some(account), Actor::nobody()),
        Found::None => (None, None, Actor::nobody()),
    };
    Ok(Visitor { signed_in, expired, draft_key, actor, address, language, ..Visitor::default() })
}
