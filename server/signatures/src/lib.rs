//! Uploaded documents: bytes in, how they are signed and whether they can be taken out. Knows no database and no network.
//! Whether a signature is valid is not looked at here: what is found is said to be there, never to be right.
//! Source: domain reference 6, upload checks.

mod envelope;
mod pdf;

use std::io::Cursor;

use domain::attachment::{CopyProblem, FileKind};
use domain::profile::SignatureMethod;
use image::ImageReader;

/// How a signed copy of `kind` is signed, as far as its content shows: a PDF with signature fields digitally, one without as
/// a scan. Errors: `Unreadable`, `Encrypted`, `ActiveContent`; of an envelope also those of the document inside.
pub fn inspect(bytes: &[u8], kind: FileKind) -> Result<SignatureMethod, CopyProblem> {
    match kind {
        FileKind::Pdf => pdf::inspect(bytes),
        FileKind::P7m => envelope::inspect(bytes),
        FileKind::Png | FileKind::Jpeg => picture(bytes),
    }
}

/// A picture with a size; what is behind its header is shown by the reader's own program.
fn picture(bytes: &[u8]) -> Result<SignatureMethod, CopyProblem> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| CopyProblem::Unreadable)?;
    match reader.into_dimensions() {
        Ok((width, height)) if width > 0 && height > 0 => Ok(SignatureMethod::HandwrittenScan),
        Ok(_) | Err(_) => Err(CopyProblem::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_picture_needs_a_size() {
        assert_eq!(inspect(b"\x89PNG\r\n\x1a\n", FileKind::Png), Err(CopyProblem::Unreadable));
        assert_eq!(inspect(b"\xff\xd8\xff\xe0", FileKind::Jpeg), Err(CopyProblem::Unreadable));
        let mut png = Cursor::new(Vec::new());
        image::DynamicImage::new_luma8(3, 2).write_to(&mut png, image::ImageFormat::Png).expect("a picture");
        assert_eq!(inspect(&png.into_inner(), FileKind::Png), Ok(SignatureMethod::HandwrittenScan));
    }

    proptest! {
        #[test]
        fn whatever_comes_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400), head in 0..4_usize) {
            let kind = [FileKind::Pdf, FileKind::P7m, FileKind::Png, FileKind::Jpeg][head];
            let beginning: &[u8] = [&b"%PDF-1.7\n"[..], &[0x30, 0x80, 0x06, 0x09], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"][head];
            let _ = inspect(&[beginning, &bytes].concat(), kind);
        }
    }
}
