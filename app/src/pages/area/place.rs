//! Where one is, by the address.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// A part of the address; empty if it has none of that name.
pub fn part(name: &'static str) -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get(name)).unwrap_or_default())
}

/// Whether the address says so, read once.
pub fn says(name: &str) -> bool {
    use_query_map().with_untracked(|query| query.get(name)).is_some()
}
