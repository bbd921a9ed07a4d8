//! Log-in, recovery, profiles, account. Answers never tell whether an account exists.

use domain::account::view::Me;
use domain::ids::MembershipId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// A session as pages see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub me: Me,
    /// Seconds until it ends without further use, by the server's clock: the browser's may differ.
    pub seconds_left: i64,
}

/// Who is signed in; none for a visitor. Does not keep the session alive.
#[server(prefix = "/api", endpoint = "identity/me", input = server_fn::codec::GetUrl)]
pub async fn load_session() -> Result<Option<Session>, AppError> {
    use crate::context::reply;
    reply(async |ctx| {
        let me = backend::identity::me(&ctx).await?;
        Ok(me.map(|me| Session { seconds_left: seconds_until(&ctx, me.expires_at), me }))
    })
    .await
}

/// Logs in and leads to `poi`, a path of ours; the first page and an institution's door stand for the person's own first
/// page. Without it the page stays where it is. Errors: Invalid, TooMany.
#[server(prefix = "/api", endpoint = "identity/log_in")]
pub async fn log_in(
    #[server(default)] login: String,
    #[server(default)] password: String,
    #[server(default)] poi: String,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    use crate::routes::{after_log_in, safe_next};
    let logged_in = reply(async |ctx| backend::identity::log_in(&ctx, &login, &password).await).await?;
    if let Some(next) = safe_next(&poi) {
        redirect(&after_log_in(next, &logged_in.landing));
    }
    Ok(())
}

/// Logs out and leads to `poi`, a path of ours.
#[server(prefix = "/api", endpoint = "identity/log_out")]
pub async fn log_out(#[server(default)] poi: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    use crate::routes::{HOME, safe_next};
    reply(async |ctx| backend::identity::log_out(&ctx).await).await?;
    redirect(safe_next(&poi).unwrap_or(HOME));
    Ok(())
}

/// «Invia codice». Error: TooMany.
#[server(prefix = "/api", endpoint = "identity/send_code")]
pub async fn send_code(#[server(default)] user_name: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::identity::send_code(&ctx, &user_name).await).await?;
    redirect(&crate::routes::code_sent());
    Ok(())
}

/// «Password dimenticata»: sends the link. Errors: Invalid (`login`), TooMany.
#[server(prefix = "/api", endpoint = "identity/recover_password")]
pub async fn recover_password(#[server(default)] login: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::identity::recover_password(&ctx, &login).await).await?;
    redirect(&crate::routes::sent(crate::routes::RECOVER_PASSWORD));
    Ok(())
}

/// Whether the link of a mail still counts; looking changes nothing. Error: TooMany.
#[server(prefix = "/api", endpoint = "identity/password_link", input = server_fn::codec::GetUrl)]
pub async fn password_link(link: String) -> Result<bool, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::identity::password_link_is_open(&ctx, &link).await).await
}

/// Sets a new password by the link of a mail. Errors: Invalid (`link`, `password`, `again`), TooMany.
#[server(prefix = "/api", endpoint = "identity/reset_password")]
pub async fn reset_password(
    #[server(default)] link: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::identity::reset_password(&ctx, &link, &password, &again).await).await?;
    redirect(&crate::routes::log_in_after_reset());
    Ok(())
}

/// «Nome utente dimenticato»: sends the names of an address to it. Errors: Invalid (`email`), TooMany.
#[server(prefix = "/api", endpoint = "identity/recover_user_name")]
pub async fn recover_user_name(#[server(default)] email: String) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::identity::recover_user_name(&ctx, &email).await).await?;
    redirect(&crate::routes::sent(crate::routes::RECOVER_USER_NAME));
    Ok(())
}

/// Keeps the session alive; answers the seconds until it ends without further use. Error: SignIn.
#[server(prefix = "/api", endpoint = "session/touch")]
pub async fn touch() -> Result<i64, AppError> {
    use crate::context::reply;
    reply(async |ctx| Ok(seconds_until(&ctx, backend::identity::touch(&ctx).await?))).await
}

/// *Gestione profili*: works as another of one's roles from now on. Errors: SignIn, NotFound.
#[server(prefix = "/api", endpoint = "identity/choose_profile")]
pub async fn choose_profile(membership: MembershipId) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    let landing = reply(async |ctx| backend::identity::choose_profile(&ctx, membership).await).await?;
    redirect(&landing);
    Ok(())
}

/// Changes the own password. Errors: Invalid (`current`, `password`, `again`), SignIn, TooMany.
#[server(prefix = "/api", endpoint = "identity/change_password")]
pub async fn change_password(
    #[server(default)] current: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), AppError> {
    use crate::context::{redirect, reply};
    reply(async |ctx| backend::identity::change_password(&ctx, &current, &password, &again).await).await?;
    redirect(&crate::routes::password_changed());
    Ok(())
}

#[cfg(feature = "ssr")]
fn seconds_until(ctx: &backend::Ctx, end: chrono::DateTime<chrono::Utc>) -> i64 {
    (end - ctx.backend.clock.session_now()).num_seconds().max(0)
}
