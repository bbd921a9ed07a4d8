//! Conventions. Who may call what: `domain::access`; what it does: `backend::convention`.

use domain::accreditation::view::Saved;
use domain::answers::Answers;
use domain::convention::view::{ConventionForm, ConventionView, ConventionsView};
use domain::ids::ConventionId;
use domain::list::ListQuery;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// One page of the host's conventions. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/list", input = server_fn::codec::GetUrl)]
pub async fn load_conventions(institution: String, #[server(default)] query: ListQuery) -> Result<ConventionsView, AppError> {
    use crate::context::reply;
    use backend::convention::{Side, conventions};
    reply(async |ctx| conventions(&ctx, &institution, Side::Host, &query).await).await
}

/// One page of all of an institution's, for its office. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/queue", input = server_fn::codec::GetUrl)]
pub async fn load_convention_queue(
    institution: String,
    #[server(default)] query: ListQuery,
) -> Result<ConventionsView, AppError> {
    use crate::context::reply;
    use backend::convention::{Side, conventions};
    reply(async |ctx| conventions(&ctx, &institution, Side::Office, &query).await).await
}

/// One convention as its reader may see it. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/view", input = server_fn::codec::GetUrl)]
pub async fn load_convention(institution: String, convention: String) -> Result<ConventionView, AppError> {
    use crate::context::{needed, reply};
    reply(async |ctx| backend::convention::convention(&ctx, &institution, needed(&convention)?).await).await
}

/// The request of a draft; without one, of a new convention, which begins like `like`. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/form", input = server_fn::codec::GetUrl)]
pub async fn load_convention_form(
    institution: String,
    #[server(default)] convention: String,
    #[server(default)] like: String,
) -> Result<ConventionForm, AppError> {
    use crate::context::{named, reply};
    reply(async |ctx| backend::convention::form(&ctx, &institution, named(&convention)?, named(&like)?).await).await
}

/// Keeps what is being written. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/keep")]
pub async fn keep_convention(
    institution: String,
    #[server(default)] convention: String,
    #[server(default)] version: String,
    #[server(default)] answers: Answers,
) -> Result<Saved, AppError> {
    use crate::context::{named, reply};
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::convention::keep(&ctx, &institution, named(&convention)?, version, answers).await).await
}

/// «Salva in bozza» (`intent` = `save`) stays with the form, «Chiedi approvazione all'ateneo ed esci» (`submit`) leads to the
/// list. Errors: Invalid, Refused, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/save")]
pub async fn save_convention(
    institution: String,
    #[server(default)] convention: String,
    #[server(default)] version: String,
    #[server(default)] intent: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::{named, redirect, reply};
    use backend::convention::{Intent, save};
    let intent = if intent == "submit" { Intent::Submit } else { Intent::Save };
    let version = version.parse().unwrap_or(0);
    let id = reply(async |ctx| save(&ctx, &institution, named(&convention)?, version, intent, answers).await).await?;
    match intent {
        Intent::Save => redirect(&crate::routes::convention_saved(&institution, id)),
        Intent::Submit => redirect(&crate::routes::convention_sent(&institution)),
    }
    Ok(())
}

/// What somebody sends with one of the page's buttons. All strings, as a form posts them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConventionDecision {
    /// The button: an event's code.
    pub event: String,
    pub version: String,
    pub note: String,
    /// The warnings were read.
    pub acknowledged: String,
}

/// «Approva», «Riporta in bozza», «Respingi», «Recedi», «Ritira la richiesta», «Disdetta». Errors: Invalid (`note`), Refused,
/// Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/decide")]
pub async fn decide_convention(
    institution: String,
    convention: ConventionId,
    #[server(default)] decision: ConventionDecision,
) -> Result<bool, AppError> {
    use crate::context::reply;
    use backend::BackendError;
    use domain::convention::{Event, State};
    let version = decision.version.parse().unwrap_or(0);
    let state = reply(async |ctx| {
        let event = Event::from_code(&decision.event).filter(|event| !event.actions().is_empty());
        // Signing, sending and activating have forms of their own.
        let own = [Event::Submit, Event::RecordSignature, Event::Activate];
        let event = event.filter(|event| !own.contains(event)).ok_or(BackendError::NotFound)?;
        let accepted = decision.acknowledged == "true";
        backend::convention::decide(&ctx, &institution, convention, version, event, &decision.note, accepted).await
    })
    .await?;
    let is_seen = state != State::Draft;
    if !is_seen {
        leptos_axum::redirect(&crate::routes::office_convention_returned(&institution));
    }
    Ok(is_seen)
}

/// «Prepara il documento», where the office does. Errors: Refused, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/issue")]
pub async fn issue_convention(
    institution: String,
    convention: ConventionId,
    #[server(default)] version: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::convention::issue_document(&ctx, &institution, convention, version).await).await
}

/// «Registra»: a signature that came on paper. Errors: Invalid (`note`), Refused, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/record_paper")]
pub async fn record_paper(
    institution: String,
    convention: ConventionId,
    #[server(default)] version: String,
    #[server(default)] signer: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    use backend::BackendError;
    use domain::access::Role;
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| {
        let signer = Role::from_code(&signer).ok_or(BackendError::NotFound)?;
        backend::convention::record_paper(&ctx, &institution, convention, version, signer, &note).await
    })
    .await
    .map(drop)
}

/// «Attiva»: protocol, stamp, signatures looked at. Errors: Invalid, Refused, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "convention/activate")]
pub async fn activate_convention(
    institution: String,
    convention: ConventionId,
    #[server(default)] version: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::reply;
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::convention::activate(&ctx, &institution, convention, version, &answers).await).await.map(drop)
}
