//! What a document says, made printable: a character that no font has is written as its number, and the page says so.

use serde::Serialize;
use serde_json::Value;

use crate::fonts;
use crate::typeset::Failure;

/// Facts of which every character can be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Printable {
    pub facts: Value,
    /// Something is written as `[U+XXXX]`.
    pub replaced: bool,
}

impl Printable {
    /// Reads any facts, what the fonts have as it is. Error: `Facts` if they cannot be written as JSON.
    pub fn of(facts: &impl Serialize) -> Result<Self, Failure> {
        Self::with(facts, fonts::has)
    }

    /// The same with plain letters only, for what cannot be set otherwise: a font may have a mark and no place for it.
    pub fn plain(facts: &impl Serialize) -> Result<Self, Failure> {
        Self::with(facts, |character| fonts::is_own(character) && !is_mark(character))
    }

    fn with(facts: &impl Serialize, is_kept: fn(char) -> bool) -> Result<Self, Failure> {
        let mut facts = serde_json::to_value(facts).map_err(|error| Failure::Facts(error.to_string()))?;
        let mut replaced = false;
        walk(&mut facts, is_kept, &mut replaced);
        Ok(Self { facts, replaced })
    }
}

fn walk(value: &mut Value, is_kept: fn(char) -> bool, replaced: &mut bool) {
    match value {
        Value::String(text) => *text = printable(text, is_kept, replaced),
        Value::Array(values) => values.iter_mut().for_each(|value| walk(value, is_kept, replaced)),
        Value::Object(fields) => fields.values_mut().for_each(|value| walk(value, is_kept, replaced)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str, is_kept: fn(char) -> bool, replaced: &mut bool) -> String {
    let mut printed = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => printed.push('\n'),
            '\r' => {}
            '\t' => printed.push(' '),
            _ if is_invisible(character) => {}
            _ if is_kept(character) && !character.is_control() => printed.push(character),
            _ => {
                *replaced = true;
                printed.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
    }
    printed
}

/// Marks that change how neighbours are written or in which direction, and show nothing themselves: nobody could see on
/// paper that they were signed.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Marks that are set over or around the letter before them.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> (String, bool) {
        let printable = Printable::of(&text).expect("a text is JSON");
        (printable.facts.as_str().unwrap_or_default().to_owned(), printable.replaced)
    }

    #[test]
    fn what_the_fonts_have_stays_as_it_is() {
        let text = "Società «Càlì & Figli» #1 $x$ \\n @a [b] *c* _d_ `e` – עברית العربية";
        assert_eq!(printed(text), (text.to_owned(), false));
    }

    #[test]
    fn what_they_do_not_have_is_written_by_its_number_and_told() {
        assert_eq!(printed("中a"), ("[U+4E2D]a".to_owned(), true));
        assert_eq!(printed("\u{E000}"), ("[U+E000]".to_owned(), true));
        assert_eq!(printed("\u{7}"), ("[U+0007]".to_owned(), true));
    }

    #[test]
    fn marks_nobody_sees_are_left_out() {
        assert_eq!(printed("a\u{202E}b\u{200B}c\u{FEFF}\r\nd"), ("abc\nd".to_owned(), false));
    }

    #[test]
    fn plain_letters_stay_and_nothing_else() {
        let printable = Printable::plain(&"Società a\u{301} שב").expect("a text is JSON");
        assert_eq!(printable.facts, serde_json::json!("Società a[U+0301] [U+05E9][U+05D1]"));
        assert!(printable.replaced);
    }

    #[test]
    fn lists_and_objects_are_walked_through() {
        let facts = serde_json::json!({ "a": ["字", { "b": "字" }], "c": 1, "d": null });
        let printable = Printable::of(&facts).expect("is JSON");
        assert_eq!(printable.facts, serde_json::json!({ "a": ["[U+5B57]", { "b": "[U+5B57]" }], "c": 1, "d": null }));
    }
}
