//! Where one is, by the address.

use domain::ids::AccreditationId;
use domain::list::ListQuery;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::lists::Address;
use crate::routes;

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

/// The address of the list for a query.
pub fn list_address(institution: Memo<String>) -> Address {
    Callback::new(move |query: ListQuery| routes::office_list(&institution.get_untracked(), &query))
}
