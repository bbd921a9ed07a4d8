//! The words of the interface, Italian first, English beside them.
//!
//! An own catalogue rather than a localisation library: a constant costs the browser's part its own bytes and nothing
//! else, a missing language does not compile, and no runtime is needed as the language is fixed for the life of a page
//! (changing it posts to `/lingua` and loads the page anew).

#[macro_use]
mod word;

pub use domain::language::Language;
pub use word::{Word, fill_in};

/// Declares the areas and collects their words for the tests.
macro_rules! areas {
    ($($(#[$doc:meta])* $area:ident),* $(,)?) => {
        $($(#[$doc])* pub mod $area;)*

        /// Every word with its area and name.
        #[cfg(test)]
        fn all() -> Vec<(&'static str, &'static str, Word)> {
            let areas: &[(&str, &[(&str, Word)])] = &[$((stringify!($area), $area::ALL)),*];
            areas.iter().flat_map(|(area, words)| words.iter().map(move |(name, word)| (*area, *name, *word))).collect()
        }
    };
}

areas! {
    /// Header, menu, footer, dialogs: what every page has.
    frame,
    /// Forms: buttons, marks, the draft.
    form,
    /// Labels of the registration's fields, and what beginners are told about them.
    field,
    /// What is wrong with a field.
    problem,
    /// Words of closed choices (legal forms and the like).
    choice,
    /// Roles and states of accounts.
    state,
    /// Log-in, recovery, profiles, account.
    identity,
    /// First page of the portal and doors of the institutions.
    door,
    /// The registration's introduction and steps.
    accreditation,
    /// The office's list and panel.
    office,
    /// The host's reserved area.
    area,
    /// The host's contacts, tutors and seats.
    organisation,
    /// Conventions of a host with an institution.
    convention,
    /// What all lists have in common.
    list,
    /// Use of the portal, privacy, legal notes, accessibility.
    text,
    /// What went wrong with a page.
    error,
    /// Pages of the demo mode.
    demo,
    /// Days and months.
    time,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        for (area, name, word) in all() {
            assert!(!word.it.trim().is_empty() && !word.en.trim().is_empty(), "{area}::{name}");
        }
    }

    #[test]
    fn both_languages_have_the_same_placeholders() {
        for (area, name, word) in all() {
            assert_eq!(word::placeholders(word.it), word::placeholders(word.en), "{area}::{name}");
        }
    }

    #[test]
    fn no_word_stands_twice_in_one_area() {
        let mut names = all().into_iter().map(|(area, name, _)| (area, name)).collect::<Vec<_>>();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
