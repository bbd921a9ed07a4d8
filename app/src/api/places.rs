//! Places as one types.

use domain::places::{BirthPlace, Town};
use leptos::prelude::*;

use crate::error::AppError;

/// At most 20 municipalities of today; none for fewer than two letters.
#[server(prefix = "/api", endpoint = "places/municipalities", input = server_fn::codec::GetUrl)]
pub async fn search_municipalities(#[server(default)] typed: String) -> Result<Vec<Town>, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::places::municipalities(&ctx, &typed)).await
}

/// At most 20 municipalities of any time and foreign states; none for fewer than two letters.
#[server(prefix = "/api", endpoint = "places/births", input = server_fn::codec::GetUrl)]
pub async fn search_birth_places(#[server(default)] typed: String) -> Result<Vec<BirthPlace>, AppError> {
    use crate::context::reply;
    reply(async |ctx| backend::places::births(&ctx, &typed)).await
}
