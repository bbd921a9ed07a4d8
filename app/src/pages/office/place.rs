//! Where one is, by the address.

use domain::ids::AccreditationId;
use domain::list::ListQuery;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The institution of the address.
pub fn institution_here() -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("institution")).unwrap_or_default())
}

/// The request of the address; none if it is no key.
pub fn request_here() -> Memo<Option<AccreditationId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse().ok()))
}

/// What the list is asked for in the address.
pub fn query_here() -> Memo<ListQuery> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            let get = |name| query.get(name).unwrap_or_default();
            ListQuery { q: get("q"), state: get("state"), sort: get("sort"), size: get("size"), page: get("page") }
        })
    })
}
