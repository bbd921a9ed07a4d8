//! The two languages of the interface and of the mails.

use serde::{Deserialize, Serialize};

/// Italian first: it is the default everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    It,
    En,
}

impl Language {
    /// The two-letter code, as in `lang=` and in the language cookie.
    pub fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The language of a two-letter code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "it" => Some(Self::It),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The one of two values that belongs to this language.
    pub fn pick<T>(self, it: T, en: T) -> T {
        match self {
            Self::It => it,
            Self::En => en,
        }
    }
}

/// A text of the profile in both languages. In TOML: `"uguale"` or `{ it = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "WrittenText", into = "WrittenText")]
pub struct Text {
    pub it: String,
    pub en: String,
}

impl Text {
    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.it, &self.en)
    }

    /// The same words in both languages (names, addresses).
    pub fn same(text: &str) -> Self {
        Self { it: text.into(), en: text.into() }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum WrittenText {
    Same(String),
    Both { it: String, en: String },
}

impl From<WrittenText> for Text {
    fn from(written: WrittenText) -> Self {
        match written {
            WrittenText::Same(text) => Self { it: text.clone(), en: text },
            WrittenText::Both { it, en } => Self { it, en },
        }
    }
}

impl From<Text> for WrittenText {
    fn from(text: Text) -> Self {
        if text.it == text.en { Self::Same(text.it) } else { Self::Both { it: text.it, en: text.en } }
    }
}
