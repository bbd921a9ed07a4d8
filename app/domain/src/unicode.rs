//! Unicode's tables: a crate's on the server; in the browser its own, as they would be a quarter of what it loads.

#[cfg(not(target_family = "wasm"))]
mod tables {
    use unicode_normalization::UnicodeNormalization;
    pub use unicode_normalization::char::is_combining_mark;

    /// Canonical composition: one code point for `è`.
    pub fn composed(text: &str) -> String {
        text.nfc().collect()
    }

    /// Compatibility decomposition: `e` and a mark for `è`, `fi` for the ligature.
    pub fn decomposed(text: &str) -> String {
        text.nfkd().collect()
    }
}

#[cfg(target_family = "wasm")]
mod tables {
    use js_sys::{JsString, RegExp};

    fn normalized(text: &str, form: &str) -> String {
        JsString::from(text).normalize(form).into()
    }

    /// Canonical composition: one code point for `è`.
    pub fn composed(text: &str) -> String {
        normalized(text, "NFC")
    }

    /// Compatibility decomposition: `e` and a mark for `è`, `fi` for the ligature.
    pub fn decomposed(text: &str) -> String {
        normalized(text, "NFKD")
    }

    /// Whether it is a mark that goes with the letter before it (general category M).
    pub fn is_combining_mark(c: char) -> bool {
        !c.is_ascii() && RegExp::new("^\\p{M}$", "u").test(c.encode_utf8(&mut [0; 4]))
    }
}

pub use tables::{composed, decomposed, is_combining_mark};
