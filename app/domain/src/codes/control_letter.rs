//! The control letter of the Italian tax code, which the Italian account number shares. Source: domain reference 5, V-CF (5).

const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The control letter over `text`, whose characters are ASCII digits and capital letters (others count as zero).
pub(super) fn control_letter(text: &str) -> char {
    let sum: u32 = text.chars().enumerate().map(|(at, c)| if at % 2 == 0 { ODD[value(c)] } else { value(c) as u32 }).sum();
    char::from(b'A' + (sum % 26) as u8)
}

/// 0–9 for a digit, 0–25 for a letter: digits and the first ten letters share their values.
fn value(c: char) -> usize {
    match c {
        '0'..='9' => c as usize - '0' as usize,
        'A'..='Z' => c as usize - 'A' as usize,
        _ => 0,
    }
}
