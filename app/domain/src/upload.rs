//! Files that people send: what they may be, found by their first bytes and not by what they are called.

use crate::check::Problem;

/// Bytes of a logo at most. Source: domain reference 2.2.
pub const LOGO_BYTES: usize = 1024 * 1024;
/// Pixels of a logo's longer side at most, as it is kept.
pub const LOGO_PIXELS: u32 = 512;

/// A kind of file by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    Png,
    Jpeg,
}

impl MediaType {
    /// By the signature at the file's beginning; none for every other kind.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
        const JPEG: &[u8] = b"\xff\xd8\xff";
        match bytes {
            _ if bytes.starts_with(PNG) => Some(Self::Png),
            _ if bytes.starts_with(JPEG) => Some(Self::Jpeg),
            _ => None,
        }
    }
}

/// Whether these bytes can be a logo. Errors: `Missing`, `FileTooLarge`, `FileKind`.
pub fn check_logo(bytes: &[u8]) -> Result<MediaType, Problem> {
    match bytes.len() {
        0 => Err(Problem::Missing),
        1..=LOGO_BYTES => MediaType::sniff(bytes).ok_or(Problem::FileKind),
        _ => Err(Problem::FileTooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_picture_by_its_content_and_small() {
        let png = |size: usize| [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; size - 8]].concat();
        assert_eq!(check_logo(&png(LOGO_BYTES)), Ok(MediaType::Png));
        assert_eq!(check_logo(b"\xff\xd8\xff\xe0"), Ok(MediaType::Jpeg));
        assert_eq!(check_logo(&png(LOGO_BYTES + 1)), Err(Problem::FileTooLarge));
        assert_eq!(check_logo(b""), Err(Problem::Missing));
        for other in [&b"%PDF-1.7"[..], b"<svg xmlns='http://www.w3.org/2000/svg'>", b"GIF89a", b"\x89PNG", b"MZ"] {
            assert_eq!(check_logo(other), Err(Problem::FileKind), "{other:?}");
        }
    }
}
