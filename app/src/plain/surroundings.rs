//! What the plain pages know: the visitor's context, the institution of the address, the frame's head.

use backend::Ctx;
use domain::profile::Profile;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::api::identity::load_session;
use crate::components::{FrameData, Header, find_institution, institution_at_hand};
use crate::context::context;
use crate::error::AppError;

/// The head, with who is signed in. It is no resource: nothing of it is written into the page but itself.
#[component]
pub fn PlainHeader() -> impl IntoView {
    let slug = institution_at_hand().get_untracked();
    view! {
        <Suspense>
            {Suspend::new(async move {
                // a frame is shown in any case; the page itself says what went wrong
                let institution = find_institution(slug).await.unwrap_or_default();
                let me = load_session().await.unwrap_or_default().map(|session| session.me);
                view! { <Header data=FrameData { institution, me }/> }
            })}
        </Suspense>
    }
}

/// A word of the address.
pub fn word(name: &str) -> String {
    use_params_map().with_untracked(|params| params.get(name)).unwrap_or_default()
}

/// The profile of the institution in the address.
pub fn institution_profile(ctx: &Ctx) -> Result<Profile, AppError> {
    ctx.backend.profiles.institution(&word("institution")).cloned().ok_or(AppError::NotFound)
}

/// The profile of the department in the address, if it has a door of its own.
pub fn department_profile(ctx: &Ctx) -> Result<Profile, AppError> {
    let found = ctx.backend.profiles.department(&word("institution"), &word("department")).cloned();
    let has_door = |profile: &Profile| profile.department.as_ref().is_some_and(|department| department.page);
    found.filter(has_door).ok_or(AppError::NotFound)
}

/// The profile a registration follows that starts at `?dipartimento=`: the institution's if there is no such department.
pub fn asked_profile(ctx: &Ctx) -> Result<Profile, AppError> {
    let department = use_query_map().with_untracked(|query| query.get("dipartimento"));
    ctx.backend.profiles.effective(&word("institution"), department.as_deref()).cloned().ok_or(AppError::NotFound)
}

/// That profile, or the page of the error.
pub fn with_profile<V: IntoView + 'static>(
    find: impl FnOnce(&Ctx) -> Result<Profile, AppError>,
    page: impl FnOnce(Profile) -> V,
) -> AnyView {
    match context().and_then(|ctx| find(&ctx)) {
        Ok(profile) => page(profile).into_any(),
        Err(error) => view! { <crate::components::ErrorView error/> }.into_any(),
    }
}
