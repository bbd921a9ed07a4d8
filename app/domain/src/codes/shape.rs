//! Shapes of codes: one character of a mask per character of the text. Lower case stands for a class, all else for itself.

/// Whether `text` has exactly the shape of `mask`.
pub(super) fn fits(text: &str, mask: &str) -> bool {
    text.is_ascii() && text.len() == mask.len() && text.bytes().zip(mask.bytes()).all(|(c, class)| belongs(c, class))
}

fn belongs(c: u8, class: u8) -> bool {
    match class {
        b'd' => c.is_ascii_digit(),
        b'a' => c.is_ascii_uppercase(),
        b'x' => c.is_ascii_uppercase() || c.is_ascii_digit(),
        // Italian tax codes: a digit or its substitute, the month, the first letter of a place
        b'o' => c.is_ascii_digit() || b"LMNPQRSTUV".contains(&c),
        b'm' => b"ABCDEHLMPRST".contains(&c),
        b'p' => matches!(c, b'A'..=b'I' | b'L' | b'M' | b'Z'),
        // foreign VAT numbers: Belgium, France, Ireland, the Netherlands
        b'b' => matches!(c, b'0' | b'1'),
        b'f' => (c.is_ascii_uppercase() || c.is_ascii_digit()) && c != b'I' && c != b'O',
        b'w' => matches!(c, b'A'..=b'W'),
        b'i' => matches!(c, b'A'..=b'I'),
        b's' => c.is_ascii_uppercase() || matches!(c, b'+' | b'*'),
        b'n' => c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, b'+' | b'*'),
        literal => c == literal,
    }
}

/// Trimmed, upper-cased, without inner spaces. Whether the rest is ASCII is for the shape to say.
pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
}

/// Whether `text` is made of `min` to `max` ASCII digits, bounds inclusive.
pub(super) fn is_digits(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit())
}

/// The values of the ASCII digits in `text`, in order; everything else is left out.
pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}
