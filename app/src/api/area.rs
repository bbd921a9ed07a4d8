//! The reserved area. Who may call what: `domain::access`; what it does: `backend::accreditation`.

use domain::accreditation::view::AreaView;
use domain::ids::ContactId;
use leptos::prelude::*;

use crate::error::AppError;

/// What the person who is signed in sees at an institution. Errors: SignIn, NotFound.
#[server(prefix = "/api", endpoint = "area/overview", input = server_fn::codec::GetUrl)]
pub async fn load_area(institution: String) -> Result<AreaView, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::accreditation::overview(&ctx, &institution).await).await
}

/// Admits (`decision` = `admit`) or refuses a person who asked to enter one's host. Errors: SignIn, NotFound, Refused.
#[server(prefix = "/api", endpoint = "area/decide_newcomer")]
pub async fn decide_newcomer(
    institution: String,
    contact: ContactId,
    #[server(default)] decision: String,
) -> Result<(), AppError> {
    use crate::context::reply;
    let admit = decision == "admit";
    reply(async |ctx| backend::accreditation::decide_newcomer(&ctx, &institution, contact, admit).await).await
}
