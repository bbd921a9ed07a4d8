//! Pictures are drawn anew before they are kept: what else a file carries (places, persons, scripts) stays behind.

use std::io::Cursor;

use domain::attachment::FileKind;
use domain::check::Problem;
use domain::logo::LOGO_PIXELS;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};

use crate::{Answer, BackendError};

/// Pixels a side of a picture may have; a small file can hold a huge one.
const PIXELS: u32 = 8_000;
/// Bytes one picture may take while it is read.
const MEMORY: u64 = 256 * 1024 * 1024;

/// The picture as a PNG whose longer side is no longer than a logo's; none if it cannot be read.
pub async fn redrawn(bytes: Vec<u8>, kind: FileKind) -> Answer<Result<Vec<u8>, Problem>> {
    let drawn = tokio::task::spawn_blocking(move || draw(&bytes, kind).ok_or(Problem::NotAPicture));
    drawn.await.map_err(|error| BackendError::Internal(error.to_string()))
}

fn draw(bytes: &[u8], kind: FileKind) -> Option<Vec<u8>> {
    let format = match kind {
        FileKind::Png => ImageFormat::Png,
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Pdf | FileKind::P7m => return None,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(PIXELS), Some(PIXELS), Some(MEMORY));
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let is_large = picture.width().max(picture.height()) > LOGO_PIXELS;
    let picture = if is_large { picture.thumbnail(LOGO_PIXELS, LOGO_PIXELS) } else { picture };
    let mut png = Cursor::new(Vec::new());
    // Sixteen bits a colour would be twice the size and look the same.
    DynamicImage::ImageRgba8(picture.into_rgba8()).write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}
