//! One text in both languages.

use domain::language::Language;

/// One text of the interface. Placeholders are names in braces: `{n}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    pub it: &'static str,
    pub en: &'static str,
}

impl Word {
    /// A word of both languages.
    pub const fn new(it: &'static str, en: &'static str) -> Self {
        Self { it, en }
    }

    /// The text in `language`.
    pub fn get(self, language: Language) -> &'static str {
        language.pick(self.it, self.en)
    }

    /// The text in `language` with its placeholders filled: `fill(lang, &[("n", "3")])` replaces `{n}`.
    pub fn fill(self, language: Language, values: &[(&str, &str)]) -> String {
        fill_in(self.get(language), values)
    }
}

/// Replaces `{name}` by its value; what has no value stays as it is. Values are never searched for placeholders.
pub fn fill_in(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, behind))
        });
        match known {
            Some((value, behind)) => {
                filled.push_str(value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// The placeholders of a text, sorted, each once.
#[cfg(test)]
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The words of one area: `NAME: "Italian", "English";`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $it:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: crate::Word = crate::Word::new($it, $en);)*

        #[cfg(test)]
        pub(crate) const ALL: &[(&str, crate::Word)] = &[$((stringify!($name), $name)),*];
    };
}

/// Words found by a key that comes from the rules: `"key": "Italian", "English";`. The first name is the list of all,
/// for the tests.
macro_rules! keyed {
    ($all:ident $(#[$doc:meta])* $find:ident { $($key:literal: $it:literal, $en:literal;)* }) => {
        $(#[$doc])*
        pub fn $find(key: &str) -> Option<crate::Word> {
            match key {
                $($key => Some(crate::Word::new($it, $en)),)*
                _ => None,
            }
        }

        #[cfg(test)]
        pub(crate) const $all: &[(&str, crate::Word)] = &[$(($key, crate::Word::new($it, $en))),*];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_values_left_alone() {
        let word = Word::new("Passo {n} di {m}", "Step {n} of {m}");
        assert_eq!(word.fill(Language::It, &[("n", "{m}"), ("m", "9")]), "Passo {m} di 9");
        assert_eq!(word.fill(Language::En, &[("n", "3"), ("m", "9")]), "Step 3 of 9");
    }

    #[test]
    fn an_unknown_placeholder_stays() {
        assert_eq!(fill_in("a {b} c { d", &[("x", "y")]), "a {b} c { d");
    }

    #[test]
    fn placeholders_are_found() {
        assert_eq!(placeholders("{b} {a} {b}"), ["a", "b"]);
    }
}
