//! The office's list and panel. Who may call what: `domain::access`; what it does: `backend::office`.

use domain::accreditation::view::{QueueRow, QueueSummary, ReviewView, Saved};
use domain::answers::Answers;
use domain::ids::{AccreditationId, ContactId, OrganisationId};
use domain::list::{ListPage, ListQuery};
use leptos::prelude::*;

use crate::error::AppError;

/// One page of the requests, as the address asks for it. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/queue", input = server_fn::codec::GetUrl)]
pub async fn load_queue(institution: String, #[server(default)] query: ListQuery) -> Result<ListPage<QueueRow>, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::queue(&ctx, &institution, &query).await).await
}

/// How many requests wait, and since when the oldest does. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/waiting", input = server_fn::codec::GetUrl)]
pub async fn load_waiting(institution: String) -> Result<QueueSummary, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::waiting(&ctx, &institution).await).await
}

/// One request side by side with its checks. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/review", input = server_fn::codec::GetUrl)]
pub async fn load_review(institution: String, id: AccreditationId) -> Result<ReviewView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::review(&ctx, &institution, id).await).await
}

/// Keeps what this officer has written so far. Errors: SignIn, Denied, NotFound, Invalid (too long).
#[server(prefix = "/api", endpoint = "office/save_notes")]
pub async fn save_notes(institution: String, id: AccreditationId, #[server(default)] notes: Answers) -> Result<Saved, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::save_notes(&ctx, &institution, id, notes).await).await
}

/// «Approva». Leads to the next request. Errors: Stale, Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/approve")]
pub async fn approve(institution: String, id: AccreditationId, #[server(default)] version: String) -> Result<(), AppError> {
    use crate::context::reply;
    let done = reply(async |ctx| backend::office::approve(&ctx, &institution, id, number(&version)).await);
    done.await.map(|_| lead_on(&institution, id, "approve"))
}

/// «Chiedi integrazione», with notes on fields or one on the whole. Errors: Invalid (`note`), Stale, Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/request_integration")]
pub async fn request_integration(
    institution: String,
    id: AccreditationId,
    #[server(default)] version: String,
    #[server(default)] note: String,
    #[server(default)] notes: Answers,
) -> Result<(), AppError> {
    use crate::context::reply;
    let version = number(&version);
    let done = reply(async |ctx| {
        backend::office::request_integration(&ctx, &institution, id, version, note, notes).await
    });
    done.await.map(|_| lead_on(&institution, id, "request_integration"))
}

/// «Rifiuta». Errors: Invalid (`reason`), Stale, Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/reject")]
pub async fn reject(
    institution: String,
    id: AccreditationId,
    #[server(default)] version: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let done = reply(async |ctx| backend::office::reject(&ctx, &institution, id, number(&version), reason).await);
    done.await.map(|_| lead_on(&institution, id, "reject"))
}

/// «Sospendi». Errors: Invalid (`reason`), Stale, Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/suspend")]
pub async fn suspend(
    institution: String,
    id: AccreditationId,
    #[server(default)] version: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let done = reply(async |ctx| backend::office::suspend(&ctx, &institution, id, number(&version), reason).await);
    done.await.map(|_| ())
}

/// «Riattiva». Errors: Invalid (`reason`), Stale, Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/reinstate")]
pub async fn reinstate(
    institution: String,
    id: AccreditationId,
    #[server(default)] version: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let done = reply(async |ctx| backend::office::reinstate(&ctx, &institution, id, number(&version), reason).await);
    done.await.map(|_| ())
}

/// «Revoca»; the administrator's. Errors: Stale, Refused, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/revoke")]
pub async fn revoke(
    institution: String,
    id: AccreditationId,
    #[server(default)] version: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let done = reply(async |ctx| backend::office::revoke(&ctx, &institution, id, number(&version), reason).await);
    done.await.map(|_| ())
}

/// «Non è la stessa». Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/dismiss_duplicate")]
pub async fn dismiss_duplicate(institution: String, id: AccreditationId, organisation: OrganisationId) -> Result<(), AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::dismiss_duplicate(&ctx, &institution, id, organisation).await).await
}

/// Admits (`decision` = `admit`) or refuses a person who asked this institution to enter a host. Errors: Refused, NotFound.
#[server(prefix = "/api", endpoint = "office/decide_newcomer")]
pub async fn decide_newcomer(
    institution: String,
    contact: ContactId,
    #[server(default)] decision: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let admit = decision == "admit";
    reply(async |ctx| backend::office::decide_newcomer(&ctx, &institution, contact, admit).await).await
}

/// A version as a form posts it; what is none is the version of nothing, and stale.
#[cfg(feature = "ssr")]
fn number(version: &str) -> i64 {
    version.parse().unwrap_or(0)
}

/// To the queue, where the result stands above the next request.
#[cfg(feature = "ssr")]
fn lead_on(institution: &str, id: AccreditationId, event: &str) {
    crate::context::redirect(&crate::routes::office_decided(institution, id, event));
}
