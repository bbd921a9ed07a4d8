//! Files come in by `POST /{i}/carica/{what}` and go out by `GET /{i}/documenti/{id}`.

use app::error::AppError;
use app::pages::area::LogoNews;
use app::pages::convention::TAKEN;
use app::routes;
use axum::Extension;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use backend::convention::{self, Received};
use backend::{BackendError, Ctx, document, organisation};
use domain::access::Role;
use domain::ids::{ConventionId, FileId};
use domain::logo::LOGO_BYTES;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG};

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

/// A form with a signed copy: of which convention, for whom, and the page it came from.
#[derive(Default)]
struct CopyForm {
    file: Vec<u8>,
    file_name: String,
    convention: String,
    signer: String,
    back: String,
}

impl CopyForm {
    /// Reads the form to its end; of a file only `most` bytes and one more.
    async fn read(mut form: Multipart, most: usize) -> Result<Self, Failure> {
        let unreadable = |_| Failure(AppError::Transport);
        let mut read = Self::default();
        while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
            match field.name() {
                Some("file") => {
                    read.file_name = field.file_name().unwrap_or_default().to_owned();
                    while let Some(piece) = field.chunk().await.map_err(unreadable)? {
                        let room = (most + 1).saturating_sub(read.file.len());
                        read.file.extend(piece.iter().take(room));
                    }
                }
                Some("convention") => read.convention = field.text().await.map_err(unreadable)?,
                Some("signer") => read.signer = field.text().await.map_err(unreadable)?,
                Some("back") => read.back = field.text().await.map_err(unreadable)?,
                _ => {}
            }
        }
        Ok(read)
    }
}

/// `POST /{i}/carica/convenzione`: takes a signed copy for whose turn it is, and leads back to the page, which says what
/// became of it.
pub async fn signed_copy(
    Extension(ctx): Extension<Ctx>,
    Path(institution): Path<String>,
    form: Multipart,
) -> Result<Redirect, Failure> {
    let (_, profile) = ctx.backend.institution(&institution, None)?;
    let most = usize::try_from(profile.file.max_mb).unwrap_or_default() * 1024 * 1024;
    let CopyForm { file, file_name, convention, signer, back } = CopyForm::read(form, most).await?;
    let id: ConventionId = convention.parse().map_err(|_| Failure::not_found())?;
    let signer = Role::from_code(&signer).ok_or_else(Failure::not_found)?;
    let received = convention::upload_copy(&ctx, &institution, id, signer, &file_name, file).await?;
    let outcome = match received {
        Received::Accepted => TAKEN,
        Received::Refused(problem) => problem.code(),
    };
    let page = routes::safe_next(&back).map_or_else(|| routes::convention(&institution, id), str::to_owned);
    Ok(Redirect::to(&routes::with_copy(&page, outcome)))
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
    if let Some(name) = &document.file_name {
        response.headers_mut().insert(CONTENT_DISPOSITION, header(&disposition(name))?);
    }
    response.headers_mut().insert(ETAG, header(&format!("\"{}\"", document.sha256))?);
    Ok(response)
}

/// A file to be saved under its name; letters that old programs do not know are spelled out for those that do (RFC 6266).
fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%".contains(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", routes::escaped(name).replace('/', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_into_its_header() {
        let said = disposition("conv è \"1\".pdf");
        assert_eq!(said, "attachment; filename=\"conv____1_.pdf\"; filename*=UTF-8''conv%20%C3%A8%20%221%22.pdf");
    }
}
