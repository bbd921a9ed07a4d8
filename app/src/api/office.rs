//! The office's list and panel. Who may call what: `domain::access`; what it does: `backend::office`.

use chrono::{DateTime, Utc};
use domain::accreditation::view::{QueueRow, QueueSummary, ReviewView, Saved};
use domain::answers::Answers;
use domain::ids::{AccreditationId, ContactId, OrganisationId};
use domain::list::{Count, ListPage, ListQuery};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// One page of the requests, with what waits and the server's time, by which ages are told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueueView {
    pub page: ListPage<QueueRow>,
    pub waiting: QueueSummary,
    /// If nothing was found: what to ask instead, and how many requests would appear.
    pub wider: Option<(ListQuery, Count)>,
    pub now: DateTime<Utc>,
}

/// One page of the requests, as the address asks for it. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/queue", input = server_fn::codec::GetUrl)]
pub async fn load_queue(institution: String, #[server(default)] query: ListQuery) -> Result<QueueView, AppError> {
    use crate::context::reply;
    reply(async |ctx| {
        let (page, waiting) = backend::office::queue_and_waiting(&ctx, &institution, &query).await?;
        let wider = if page.rows.is_empty() { wider(&ctx, &institution, &query).await? } else { None };
        Ok(QueueView { page, waiting, wider, now: ctx.now() })
    })
    .await
}

/// One request side by side with its checks. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/review", input = server_fn::codec::GetUrl)]
pub async fn load_review(institution: String, id: AccreditationId) -> Result<ReviewView, AppError> {
    use crate::context::reply;
    reply(async |ctx| {
        let mut view = backend::office::review(&ctx, &institution, id).await?;
        view.rows.iter_mut().filter(|row| row.label == "country").for_each(|row| name_country(&ctx, row));
        Ok(view)
    })
    .await
}

/// Keeps what this officer has written so far: notes on fields, `note`, `reason`. Errors: SignIn, Denied, NotFound, Invalid.
#[server(prefix = "/api", endpoint = "office/save_notes")]
pub async fn save_notes(institution: String, id: AccreditationId, #[server(default)] notes: Answers) -> Result<Saved, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::office::save_notes(&ctx, &institution, id, notes).await).await
}

/// What an officer sends with one of the panel's buttons. All strings, as a form posts them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    /// The button: an event's code.
    pub event: String,
    pub version: String,
    /// The request's number, for the words of the result.
    pub number: String,
    pub note: String,
    pub reason: String,
    /// Notes on fields.
    pub notes: Answers,
}

/// «Approva», «Chiedi integrazione», «Rifiuta», «Sospendi», «Riattiva», «Revoca»: leads to the next request, or stays with the
/// one whose life goes on. What was written is kept if it fails. Errors: Invalid (`note`, `reason`, fields), Stale, Refused,
/// SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "office/decide")]
pub async fn decide(institution: String, id: AccreditationId, #[server(default)] decision: DecisionForm) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| decided(&ctx, &institution, id, decision).await).await.map(|page| redirect(&page))
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

/// Countries are kept as two letters and read as names.
#[cfg(feature = "ssr")]
fn name_country(ctx: &backend::Ctx, row: &mut domain::accreditation::view::ReviewRow) {
    let language = ctx.visitor.language;
    let name = |code: &str| match ctx.backend.places.country_by_iso2(code) {
        Some(country) => language.pick(&country.name_it, &country.name_en).to_string(),
        None if code == "IT" => language.pick("Italia", "Italy").to_owned(),
        None => code.to_owned(),
    };
    row.before = row.before.as_deref().map(&name);
    row.value = name(&row.value);
}

/// The same list with one filter less, the first that finds something; none if there is no filter to take away.
#[cfg(feature = "ssr")]
async fn wider(ctx: &backend::Ctx, institution: &str, query: &ListQuery) -> backend::Answer<Option<(ListQuery, Count)>> {
    let asked = ListQuery { page: String::new(), ..query.clone() };
    let every_state = ListQuery { state: "all".to_owned(), ..asked.clone() };
    let no_words = ListQuery { q: String::new(), ..asked.clone() };
    let is_default = query.state.is_empty() && query.q.trim().is_empty();
    let mut found = None;
    for wider in [every_state, no_words].into_iter().filter(|wider| *wider != asked && !is_default) {
        let count = backend::office::queue(ctx, institution, &wider).await?.count;
        found = Some((wider, count));
        if count.rows > 0 {
            break;
        }
    }
    Ok(found)
}

/// Fires the event and answers the page to go to.
#[cfg(feature = "ssr")]
async fn decided(ctx: &backend::Ctx, institution: &str, id: AccreditationId, decision: DecisionForm) -> backend::Answer<String> {
    use crate::routes;
    let next = next_after(ctx, institution, id).await?;
    let (event, number) = (decision.event.clone(), decision.number.parse().unwrap_or(0));
    let mut written = decision.notes.clone();
    written.set("note", decision.note.clone());
    written.set("reason", decision.reason.clone());
    if let Err(error) = fire(ctx, institution, id, decision).await {
        use backend::BackendError::{Denied, NotFound, SignIn};
        // A refusal leaves nothing behind. Otherwise, without scripts, nobody has stored what was written before; that it
        // cannot be stored is no news beside the error itself.
        if !matches!(error, Denied | NotFound | SignIn) {
            let _ = backend::office::save_notes(ctx, institution, id, written).await;
        }
        return Err(error);
    }
    let is_examined = matches!(event.as_str(), "approve" | "request_integration" | "reject");
    let page = match next {
        _ if !is_examined => routes::office_review(institution, id),
        Some(next) => routes::office_review(institution, next),
        None => routes::office_queue(institution),
    };
    Ok(routes::office_decided(&page, &event, number))
}

#[cfg(feature = "ssr")]
async fn fire(
    ctx: &backend::Ctx,
    institution: &str,
    id: AccreditationId,
    decision: DecisionForm,
) -> backend::Answer<domain::accreditation::state::State> {
    use backend::office;
    use domain::accreditation::state::Event;
    let DecisionForm { event, version, note, reason, notes, .. } = decision;
    // A version that is none is the version of nothing, and stale.
    let version = version.parse().unwrap_or(0);
    match Event::from_code(&event) {
        Some(Event::Approve) => office::approve(ctx, institution, id, version).await,
        Some(Event::RequestIntegration) => office::request_integration(ctx, institution, id, version, note, notes).await,
        Some(Event::Reject) => office::reject(ctx, institution, id, version, reason).await,
        Some(Event::Suspend) => office::suspend(ctx, institution, id, version, reason).await,
        Some(Event::Reinstate) => office::reinstate(ctx, institution, id, version, reason).await,
        Some(Event::Revoke) => office::revoke(ctx, institution, id, version, reason).await,
        // Those of hosts and of time, and one that has no page yet.
        Some(
            Event::Confirm
            | Event::VerifyCode
            | Event::BackToSummary
            | Event::Expire
            | Event::Withdraw
            | Event::Resubmit
            | Event::ChangeIdentity
            | Event::ApproveChange,
        )
        | None => Err(backend::BackendError::NotFound),
    }
}

/// The request after this one in the queue, or the first: what opens after a decision.
#[cfg(feature = "ssr")]
async fn next_after(ctx: &backend::Ctx, institution: &str, id: AccreditationId) -> backend::Answer<Option<AccreditationId>> {
    let query = ListQuery { size: "50".to_owned(), ..Default::default() };
    let rows = backend::office::queue(ctx, institution, &query).await?.rows;
    let place = rows.iter().position(|row| row.id == id).map_or(0, |place| place + 1);
    let after = rows[place..].iter().chain(&rows[..place]).find(|row| row.id != id);
    Ok(after.map(|row| row.id))
}
