//! `GET /{i}/ufficio/accreditamenti/esporta/{csv|xlsx}`: the queue as a file, as the list shows it.

use axum::Extension;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use backend::convention::{self, Side};
use backend::list::export::{Exported, Format};
use backend::{BackendError, Ctx, office};
use domain::list::ListQuery;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use crate::failure::Failure;

/// The same filters, search and order as the list's address, without pages.
pub async fn accreditations(
    Extension(ctx): Extension<Ctx>,
    Path((institution, format)): Path<(String, String)>,
    Query(query): Query<ListQuery>,
) -> Result<Response, Failure> {
    let file = office::export(&ctx, &institution, &query, read(&format)?, ctx.visitor.language).await?;
    download(file)
}

/// `GET /{i}/area/convenzioni/esporta/{csv|xlsx}`: the host's conventions.
pub async fn host_conventions(
    Extension(ctx): Extension<Ctx>,
    Path((institution, format)): Path<(String, String)>,
    Query(query): Query<ListQuery>,
) -> Result<Response, Failure> {
    download(convention::export(&ctx, &institution, Side::Host, &query, read(&format)?).await?)
}

/// `GET /{i}/ufficio/convenzioni/esporta/{csv|xlsx}`: the institution's.
pub async fn office_conventions(
    Extension(ctx): Extension<Ctx>,
    Path((institution, format)): Path<(String, String)>,
    Query(query): Query<ListQuery>,
) -> Result<Response, Failure> {
    download(convention::export(&ctx, &institution, Side::Office, &query, read(&format)?).await?)
}

fn read(format: &str) -> Result<Format, Failure> {
    Format::from_code(format).ok_or_else(|| BackendError::NotFound.into())
}

fn download(file: Exported) -> Result<Response, Failure> {
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.mime));
    let disposition = format!("attachment; filename=\"{}\"", file.file_name);
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).map_err(|error| Failure::broken(&error))?);
    Ok(response)
}
