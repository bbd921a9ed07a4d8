//! People and seats of a host. Who may call what: `domain::access`; what it does: `backend::organisation`.

use domain::answers::Answers;
use domain::ids::ContactId;
use domain::organisation::view::{CompanyView, ContactForm, ContactsView, SeatForm, SeatsView};
use leptos::prelude::*;

use crate::error::AppError;

/// *Contatti azienda*. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/contacts", input = server_fn::codec::GetUrl)]
pub async fn load_contacts(institution: String) -> Result<ContactsView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::organisation::contacts(&ctx, &institution).await).await
}

/// One person's form; without a person, that of somebody to be invited. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/contact", input = server_fn::codec::GetUrl)]
pub async fn load_contact(institution: String, #[server(default)] contact: String) -> Result<ContactForm, AppError> {
    use crate::context::{named, reply};
    reply(async |ctx| backend::organisation::contact_form(&ctx, &institution, named(&contact)?).await).await
}

/// Invites somebody by e-mail and leads to the list. Errors: Invalid, Refused, TooMany, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/invite_contact")]
pub async fn invite_contact(institution: String, #[server(default)] answers: Answers) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::organisation::invite_contact(&ctx, &institution, answers).await).await?;
    redirect(&crate::routes::contact_invited(&institution));
    Ok(())
}

/// Stores a person's data and seats and leads to the list. Errors: Invalid, Refused, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/save_contact")]
pub async fn save_contact(
    institution: String,
    contact: ContactId,
    #[server(default)] version: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::organisation::save_contact(&ctx, &institution, contact, version, answers).await).await?;
    redirect(&crate::routes::contact_saved(&institution));
    Ok(())
}

/// A person works for the host no more; leads to the list. Errors: Refused, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/disable_contact")]
pub async fn disable_contact(institution: String, contact: ContactId) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::organisation::disable_contact(&ctx, &institution, contact).await).await?;
    redirect(&crate::routes::contact_saved(&institution));
    Ok(())
}

/// *Sedi*. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/seats", input = server_fn::codec::GetUrl)]
pub async fn load_seats(institution: String) -> Result<SeatsView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::organisation::seats(&ctx, &institution).await).await
}

/// The form of an operating seat; without a seat, of a new one. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/seat", input = server_fn::codec::GetUrl)]
pub async fn load_seat(institution: String, #[server(default)] seat: String) -> Result<SeatForm, AppError> {
    use crate::context::{named, reply};
    reply(async |ctx| backend::organisation::seat_form(&ctx, &institution, named(&seat)?).await).await
}

/// Stores an operating seat, a new one if none is named, and leads to the list. Errors: Invalid, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/save_seat")]
pub async fn save_seat(
    institution: String,
    #[server(default)] seat: String,
    #[server(default)] version: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::{named, redirect, reply};
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::organisation::save_seat(&ctx, &institution, named(&seat)?, version, answers).await).await?;
    redirect(&crate::routes::seat_saved(&institution));
    Ok(())
}

/// The host's data, and the form of who signs for it. Errors: SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/company", input = server_fn::codec::GetUrl)]
pub async fn load_company(institution: String) -> Result<CompanyView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::organisation::company(&ctx, &institution).await).await
}

/// Stores who signs for the host. Errors: Invalid, Stale, SignIn, Denied, NotFound.
#[server(prefix = "/api", endpoint = "organisation/save_legal_rep")]
pub async fn save_legal_rep(
    institution: String,
    #[server(default)] version: String,
    #[server(default)] answers: Answers,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let version = version.parse().unwrap_or(0);
    reply(async |ctx| backend::organisation::save_legal_rep(&ctx, &institution, version, answers).await).await?;
    redirect(&crate::routes::company_saved(&institution));
    Ok(())
}
