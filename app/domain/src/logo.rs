//! The logo of a host: a small picture, known by its first bytes and not by what it is called.

use crate::attachment::FileKind;
use crate::check::Problem;

/// Megabytes of a logo at most. Source: domain reference 2.2.
pub const LOGO_MB: i64 = 1;
/// The same in bytes.
pub const LOGO_BYTES: usize = LOGO_MB as usize * 1024 * 1024;
/// Pixels of a logo's longer side at most, as it is kept.
pub const LOGO_PIXELS: u32 = 512;

/// Whether these bytes can be a logo. Errors: `Missing`, `FileTooLarge`, `NotAPicture`.
pub fn check_logo(bytes: &[u8]) -> Result<FileKind, Problem> {
    match bytes.len() {
        0 => Err(Problem::Missing),
        1..=LOGO_BYTES => FileKind::of(bytes).filter(|kind| kind.is_picture()).ok_or(Problem::NotAPicture),
        _ => Err(Problem::FileTooLarge { max_mb: LOGO_MB }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_picture_by_its_content_and_small() {
        let png = |size: usize| [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; size - 8]].concat();
        assert_eq!(check_logo(&png(LOGO_BYTES)), Ok(FileKind::Png));
        assert_eq!(check_logo(b"\xff\xd8\xff\xe0"), Ok(FileKind::Jpeg));
        assert_eq!(check_logo(&png(LOGO_BYTES + 1)), Err(Problem::FileTooLarge { max_mb: 1 }));
        assert_eq!(check_logo(b""), Err(Problem::Missing));
        for other in [&b"%PDF-1.7"[..], b"<svg xmlns='http://www.w3.org/2000/svg'>", b"GIF89a", b"\x89PNG", b"MZ"] {
            assert_eq!(check_logo(other), Err(Problem::NotAPicture), "{other:?}");
        }
    }
}
