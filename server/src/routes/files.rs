//! Files come in by `POST /{i}/carica/{what}` and go out by `GET /{i}/documenti/{id}`.

use app::error::AppError;
use app::pages::area::LogoNews;
use app::routes;
use axum::Extension;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use backend::{BackendError, Ctx, document, organisation};
use domain::ids::FileId;
use domain::logo::LOGO_BYTES;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};

use crate::failure::Failure;

/// A form with a file: the file `logo`, and the button `intent`.
#[derive(Default)]
struct LogoForm {
    file: Vec<u8>,
    removes: bool,
}

impl LogoForm {
    /// Reads the form to its end. Of a file that is too large only so much is kept that it shows.
    async fn read(mut form: Multipart) -> Result<Self, Failure> {
        let unreadable = |_| Failure(AppError::Transport);
        let mut read = Self::default();
        while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
            match field.name() {
                Some("logo") => {
                    while let Some(piece) = field.chunk().await.map_err(unreadable)? {
                        let room = (LOGO_BYTES + 1).saturating_sub(read.file.len());
                        read.file.extend(piece.iter().take(room));
                    }
                }
                Some("intent") => read.removes = field.text().await.map_err(unreadable)? == "remove",
                _ => {}
            }
        }
        Ok(read)
    }
}

/// `POST /{i}/carica/logo`: keeps or takes away the logo of one's host, and leads back to the area, which says so.
pub async fn logo(Extension(ctx): Extension<Ctx>, Path(institution): Path<String>, form: Multipart) -> Result<Redirect, Failure> {
    let form = LogoForm::read(form).await?;
    let done = if form.removes {
        organisation::remove_logo(&ctx, &institution).await.map(|()| LogoNews::Removed)
    } else {
        organisation::set_logo(&ctx, &institution, form.file).await.map(|()| LogoNews::Saved)
    };
    let news = match done {
        Err(BackendError::Invalid(errors)) => LogoNews::of(&errors).ok_or(Failure(AppError::Transport))?,
        other => other?,
    };
    Ok(Redirect::to(&routes::area_with_logo(&institution, news.code())))
}

/// `GET /{i}/documenti/{id}`. Whoever has it asks again before it is shown another time.
pub async fn document(
    Extension(ctx): Extension<Ctx>,
    Path((institution, id)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let id: FileId = id.parse().map_err(|_| Failure::not_found())?;
    let document = document::open(&ctx, &institution, id).await?;
    let header = |text: &str| HeaderValue::from_str(text).map_err(|error| Failure::broken(&error));
    let mut response = document.bytes.into_response();
    response.headers_mut().insert(CONTENT_TYPE, header(&document.media_type)?);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response.headers_mut().insert(ETAG, header(&format!("\"{}\"", document.sha256))?);
    Ok(response)
}
