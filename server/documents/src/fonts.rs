//! The typefaces documents are set in, and which characters they have.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Titillium Web in the weights and slants the templates use, then DejaVu Sans for what it does not have.
const FILES: [&[u8]; 5] = [
    include_bytes!("../fonts/titillium-web-400.ttf"),
    include_bytes!("../fonts/titillium-web-400-italic.ttf"),
    include_bytes!("../fonts/titillium-web-600.ttf"),
    include_bytes!("../fonts/dejavu-sans.ttf"),
    include_bytes!("../fonts/dejavu-sans-bold.ttf"),
];
/// How many of the files are of the first typeface.
const OWN: usize = 3;

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The font of an index of the book.
pub fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// What the fonts are called and hold.
pub fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// Whether a character can be printed upright and bold: by one typeface in all its files, or by the other in all of its.
pub fn has(character: char) -> bool {
    let covers = |font: &Font| font.info().coverage.contains(u32::from(character));
    let (own, other) = FONTS.split_at(OWN.min(FONTS.len()));
    own.iter().all(covers) || other.iter().all(covers)
}

/// Whether a character stands in every file of our own typeface.
pub fn is_own(character: char) -> bool {
    let (own, _) = FONTS.split_at(OWN.min(FONTS.len()));
    !own.is_empty() && own.iter().all(|font| font.info().coverage.contains(u32::from(character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FONTS.len(), FILES.len());
    }

    #[test]
    fn latin_greek_cyrillic_hebrew_and_arabic_are_there_and_chinese_is_not() {
        for character in "aÀèŽł€–«»’Ωжשع".chars() {
            assert!(has(character), "{character}");
        }
        for character in "漢한\u{E000}\u{1F9D1}".chars() {
            assert!(!has(character), "{character}");
        }
    }
}
