//! From the bytes of a file to text, and what its cells are separated by.

use std::borrow::Cow;

/// How a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    /// What spreadsheets of this country write when they are not asked.
    Windows1252,
}

/// What Windows-1252 has where Latin-1 has control characters; `\u{FFFD}` where it has nothing.
const WINDOWS: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-8 with or without a mark, UTF-16 with one, otherwise Windows-1252. Never fails: what no encoding
/// explains stands as `\u{FFFD}`, which no field accepts.
pub fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let pairs = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        let mut text = String::from_utf16_lossy(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<_>>());
        if !odd.is_empty() {
            text.push('\u{FFFD}');
        }
        Cow::Owned(text)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => return (pairs(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => return (pairs(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => {}
    }
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bare) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => (Cow::Owned(bare.iter().map(|byte| windows(*byte)).collect()), Encoding::Windows1252),
    }
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// What separates the cells of the first line with something in it: the semicolon, comma or tab that stands there most often
/// outside of quotes; the semicolon where none does.
pub fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut is_quoted = false;
    let mut times = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in line.bytes() {
        if byte == b'"' {
            is_quoted = !is_quoted;
        }
        if let Some((_, count)) = times.iter_mut().find(|(sign, _)| *sign == byte && !is_quoted) {
            *count += 1;
        }
    }
    let most = times.iter().map(|(_, count)| *count).max().unwrap_or_default();
    times.iter().find(|(_, count)| *count == most).map_or(b';', |(sign, _)| *sign)
}
