use leptos::prelude::*;

use crate::components::ErrorView;
use crate::error::AppError;

/// An address that leads nowhere: status 404.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <ErrorView error=AppError::NotFound/> }
}
