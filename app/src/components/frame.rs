//! What header, menu and footer show: the institution the page belongs to, and who is signed in.

use domain::account::view::Me;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use crate::api::frame::{Institution, load_institution};
use crate::api::identity::{Session, load_session};
use crate::error::AppError;
use crate::routes;

/// Everything the frame of one page needs.
#[derive(Debug, Clone, Default)]
pub struct FrameData {
    pub institution: Option<Institution>,
    pub me: Option<Me>,
}

/// The same as resources, for the frame of pages that are hydrated. A page has resources of its own: one that two
/// boundaries wait for on the server may never come.
#[derive(Clone, Copy)]
pub struct FrameResources {
    pub institution: Resource<Result<Option<Institution>, AppError>>,
    pub session: Resource<Result<Option<Session>, AppError>>,
}

impl FrameResources {
    /// Asks for both; the institution follows the address. Call inside the router.
    pub fn provide() -> Self {
        let slug = institution_at_hand();
        let institution = Resource::new(move || slug.get(), async |slug| find_institution(slug).await);
        let session = Resource::new(|| (), async |()| load_session().await);
        let resources = Self { institution, session };
        provide_context(resources);
        resources
    }

    /// Both, as far as they can be had: a frame is shown in any case.
    pub async fn load(self) -> FrameData {
        let institution = self.institution.await.unwrap_or_default();
        let me = self.session.await.unwrap_or_default().map(|session| session.me);
        FrameData { institution, me }
    }
}

/// The institution's slug in the address, or in the one the log-in leads to; empty for the portal's own pages.
pub fn institution_at_hand() -> Memo<String> {
    let (path, query) = (use_location().pathname, use_query_map());
    Memo::new(move |_| {
        let next = query.with(|query| query.get("poi")).unwrap_or_default();
        let slug = path.with(|path| routes::institution_of(path).map(str::to_owned));
        slug.or_else(|| routes::institution_of(&next).map(str::to_owned)).unwrap_or_default()
    })
}

/// The frame's data of this page.
pub fn use_frame() -> FrameResources {
    expect_context()
}

/// The institution at hand, for one boundary of a page.
pub fn own_institution() -> Resource<Result<Option<Institution>, AppError>> {
    let slug = institution_at_hand();
    Resource::new(move || slug.get(), async |slug| find_institution(slug).await)
}

/// Who is signed in, for one boundary of a page.
pub fn own_session() -> Resource<Result<Option<Session>, AppError>> {
    Resource::new(|| (), async |()| load_session().await)
}

/// The institution of a slug; nothing for the portal's own pages, and for words that are no institution's.
pub async fn find_institution(slug: String) -> Result<Option<Institution>, AppError> {
    if slug.is_empty() {
        return Ok(None);
    }
    load_institution(slug).await
}
