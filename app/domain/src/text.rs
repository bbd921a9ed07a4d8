//! Text as typed by people: made clean for storing, folded for searching and sorting.

use crate::check::Problem;
use crate::unicode::{composed, decomposed, is_combining_mark};

/// Longest name of a person, in characters. Source: domain reference 2.4.
pub const MAX_NAME: usize = 60;

/// One line: NFC, trimmed, inner runs of blanks made one. `max` in characters, inclusive; may be empty.
/// Errors: `Characters`, `TooLong`.
pub fn clean_line(text: &str, max: usize) -> Result<String, Problem> {
    let line = composed(text.trim());
    if line.chars().any(is_unwanted) {
        return Err(Problem::Characters);
    }
    within(line.split_whitespace().collect::<Vec<_>>().join(" "), max)
}

/// Several lines: NFC, trimmed, line ends as `\n`, tabs kept. `max` in characters, inclusive; may be empty.
/// Errors: `Characters`, `TooLong`.
pub fn clean_text(text: &str, max: usize) -> Result<String, Problem> {
    let text = composed(text.replace("\r\n", "\n").replace('\r', "\n").trim());
    if text.chars().any(|c| is_unwanted(c) && !"\n\t".contains(c)) {
        return Err(Problem::Characters);
    }
    within(text, max)
}

/// A person's first or last name: letters of any script, blanks, apostrophes and hyphens, up to 60 characters.
/// Errors: `Missing`, `Characters`, `NotAName`, `TooLong`.
pub fn person_name(text: &str) -> Result<String, Problem> {
    let name = clean_line(text, MAX_NAME)?;
    if name.is_empty() {
        return Err(Problem::Missing);
    }
    let allowed = |c: char| c.is_alphabetic() || is_combining_mark(c) || " '’-".contains(c);
    if name.chars().all(allowed) && name.chars().any(char::is_alphabetic) { Ok(name) } else { Err(Problem::NotAName) }
}

/// The key for searching and sorting: lower case, no accents, everything but letters and digits made one blank.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let plain = decomposed(text);
    let plain = plain.chars().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c));
    for c in plain {
        if !c.is_alphanumeric() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        match spelled_out(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters that no decomposition takes apart.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ς' => "σ",
        _ => return None,
    })
}

/// Controls, private use, and the marks that turn the direction of writing (with which a name can be made to look like another).
fn is_unwanted(c: char) -> bool {
    let private_use = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}');
    let direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    c.is_control() || private_use || direction
}

fn within(text: String, max: usize) -> Result<String, Problem> {
    if text.chars().count() > max { Err(Problem::TooLong { max: max as i64 }) } else { Ok(text) }
}
