//! The registration. Who may call what: `domain::access`; what it does: `backend::accreditation`.

use domain::account::view::PendingCode;
use domain::accreditation::view::{Saved, WizardView};
use domain::answers::Answers;
use leptos::prelude::*;

use crate::error::AppError;

/// One page of the wizard. Errors: NotFound.
#[server(prefix = "/api", endpoint = "accreditation/wizard", input = server_fn::codec::GetUrl)]
pub async fn load_wizard(
    institution: String,
    step: String,
    #[server(default)] department: String,
) -> Result<WizardView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::accreditation::wizard(&ctx, &institution, &step, some(&department)).await).await
}

/// Stores a page by one of its buttons (`next`, `back`, `save`) and leads on. Errors: NotFound, Refused, SignIn, Stale.
#[server(prefix = "/api", endpoint = "accreditation/save_step")]
pub async fn save_step(
    institution: String,
    step: String,
    #[server(default)] department: String,
    #[server(default)] version: String,
    #[server(default)] intent: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    use backend::accreditation::{Intent, save_step};
    let version = version.parse().unwrap_or(0);
    let intent = Intent::from_code(&intent);
    let goal = reply(async |ctx| save_step(&ctx, &institution, &step, version, intent, answers, some(&department)).await);
    goal.await.map(|goal| redirect(&goal))
}

/// Stores a page while one types; only what changed is sent, with what it was before. Errors: NotFound, Refused, SignIn (the text is kept all the same).
#[server(prefix = "/api", endpoint = "accreditation/autosave")]
pub async fn autosave(
    institution: String,
    step: String,
    #[server(default)] department: String,
    #[server(default)] version: String,
    #[server(default)] base: Answers,
    #[server(default)] answers: Answers,
) -> Result<Saved, AppError> {
    use crate::context::reply;
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| {
        let base = Some(base);
        backend::accreditation::autosave(&ctx, &institution, &step, version, base, answers, some(&department)).await
    })
    .await
}

/// Stores the choice between two texts, field by field `mine` or `theirs`. Errors: NotFound.
#[server(prefix = "/api", endpoint = "accreditation/resolve_conflict")]
pub async fn resolve_conflict(institution: String, step: String, #[server(default)] choices: Answers) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::resolve_conflict(&ctx, &institution, &step, choices).await).await;
    goal.map(|goal| redirect(&goal))
}

/// «Conferma» on the summary. Errors: Invalid, Refused, NotFound.
#[server(prefix = "/api", endpoint = "accreditation/confirm")]
pub async fn confirm(institution: String, #[server(default)] answers: Answers) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::confirm(&ctx, &institution, answers).await).await;
    goal.map(|goal| redirect(&goal))
}

/// Back from waiting for the code to the summary. Errors: NotFound.
#[server(prefix = "/api", endpoint = "accreditation/reopen")]
pub async fn reopen(institution: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::reopen(&ctx, &institution).await).await;
    goal.map(|goal| redirect(&goal))
}

/// The registration that waits for its code in this browser.
#[server(prefix = "/api", endpoint = "accreditation/pending_code", input = server_fn::codec::GetUrl)]
pub async fn load_pending_code() -> Result<Option<PendingCode>, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::accreditation::pending_user_name(&ctx).await).await
}

/// «Verifica codice e continua». Errors: Invalid (`code`, `password`, `password_again`), TooMany.
#[server(prefix = "/api", endpoint = "accreditation/verify_code")]
pub async fn verify_code(
    #[server(default)] user_name: String,
    #[server(default)] code: String,
    #[server(default)] password: String,
    #[server(default)] password_again: String,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::verify_code(&ctx, &user_name, &code, &password, &password_again).await);
    goal.await.map(|goal| redirect(&goal))
}

/// «Inviami il link per continuare», on the page of `step`, which says then that it was sent. Errors: Invalid
/// (`contact_email`), TooMany, NotFound.
#[server(prefix = "/api", endpoint = "accreditation/send_resume_link")]
pub async fn send_resume_link(institution: String, #[server(default)] step: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::accreditation::send_resume_link(&ctx, &institution).await).await?;
    redirect(&crate::routes::resume_link_sent(&institution, &step));
    Ok(())
}

/// Continues a draft by its mailed link and the identifier given in it. Errors: Invalid (`identifier`), NotFound, TooMany.
#[server(prefix = "/api", endpoint = "accreditation/resume")]
pub async fn resume(
    institution: String,
    #[server(default)] token: String,
    #[server(default)] identifier: String,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::resume(&ctx, &institution, &token, &identifier).await).await;
    goal.map(|goal| redirect(&goal))
}

/// «Correggi». Errors: SignIn, NotFound.
#[server(prefix = "/api", endpoint = "accreditation/correct")]
pub async fn start_correction(institution: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let goal = reply(async |ctx| backend::accreditation::start_correction(&ctx, &institution).await).await;
    goal.map(|goal| redirect(&goal))
}

/// Takes the request back. Errors: SignIn, NotFound, Refused.
#[server(prefix = "/api", endpoint = "accreditation/withdraw")]
pub async fn withdraw(institution: String) -> Result<(), AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::accreditation::withdraw(&ctx, &institution).await).await
}

/// Asks this institution for a host that is known elsewhere. Errors: SignIn, Invalid (`privacy_accepted`), NotFound.
#[server(prefix = "/api", endpoint = "accreditation/request_elsewhere")]
pub async fn request_elsewhere(institution: String, #[server(default)] privacy_accepted: String) -> Result<(), AppError> {
    use crate::context::reply;
    let accepted = privacy_accepted == "true";
    reply(async |ctx| backend::accreditation::request_elsewhere(&ctx, &institution, accepted).await).await
}

#[cfg(feature = "ssr")]
fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
