//! Finding places by name: whole, by its beginning, or by the beginning of a later word.

use super::common_names::COMMON_NAMES;
use super::{Country, Municipality};
use crate::text::fold;

/// Sorted folded names. A place is its number: municipalities first, countries after them.
#[derive(Debug)]
pub(super) struct NameIndex {
    /// Each name once, sorted.
    names: Vec<Box<str>>,
    /// Places by name: pairs of name number and place, sorted.
    places: Vec<(u32, u32)>,
    /// Later words: pairs of name number and offset, sorted by what the name has from there on.
    words: Vec<(u32, u32)>,
}

impl NameIndex {
    pub(super) fn new(municipalities: &[Municipality], countries: &[Country]) -> Self {
        let mut named = names_of(municipalities, countries);
        named.sort();
        named.dedup();
        let mut names: Vec<Box<str>> = Vec::new();
        let mut places: Vec<(u32, u32)> = Vec::with_capacity(named.len());
        for (name, place) in named {
            if names.last().is_none_or(|last| *last != name) {
                names.push(name);
            }
            places.push((names.len() as u32 - 1, place));
        }
        names.shrink_to_fit();
        let mut words: Vec<(u32, u32)> = Vec::new();
        for (number, name) in names.iter().enumerate() {
            words.extend(name.match_indices(' ').map(|(at, _)| (number as u32, at as u32 + 1)));
        }
        words.sort_by_key(|(name, offset)| &names[*name as usize][*offset as usize..]);
        words.shrink_to_fit();
        Self { names, places, words }
    }

    /// The places with exactly that folded name.
    pub(super) fn exact(&self, folded: &str) -> impl Iterator<Item = usize> {
        let number = self.names.binary_search_by(|name| (**name).cmp(folded)).ok();
        number.into_iter().flat_map(|number| self.places_of(number as u32))
    }

    /// The places whose name begins so, then those with a later word that does, each group by name. May repeat a place.
    pub(super) fn search<'a>(&'a self, folded: &str) -> impl Iterator<Item = usize> + use<'a> {
        let start = self.names.partition_point(|name| **name < *folded);
        let begins: Vec<u32> = match folded {
            "" => Vec::new(),
            _ => (start..self.names.len()).take_while(|at| self.names[*at].starts_with(folded)).map(|at| at as u32).collect(),
        };
        let mut later = if folded.is_empty() { Vec::new() } else { self.with_word(folded) };
        later.retain(|name| begins.binary_search(name).is_err());
        begins.into_iter().chain(later).flat_map(|name| self.places_of(name))
    }

    /// The names with a later word (or words) that begin so, sorted, each once.
    fn with_word(&self, folded: &str) -> Vec<u32> {
        let rest = |(name, offset): &(u32, u32)| &self.names[*name as usize][*offset as usize..];
        let start = self.words.partition_point(|word| rest(word) < folded);
        let mut names: Vec<u32> =
            self.words[start..].iter().take_while(|word| rest(word).starts_with(folded)).map(|word| word.0).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn places_of(&self, name: u32) -> impl Iterator<Item = usize> + use<'_> {
        let start = self.places.partition_point(|(known, _)| *known < name);
        self.places[start..].iter().take_while(move |(known, _)| *known == name).map(|(_, place)| *place as usize)
    }
}

/// Every folded name with its place: official, second, and as people say.
fn names_of(municipalities: &[Municipality], countries: &[Country]) -> Vec<(Box<str>, u32)> {
    let mut named = Vec::with_capacity(municipalities.len() + 2 * countries.len());
    let mut add = |name: &str, place: usize| named.push((fold(name).into_boxed_str(), place as u32));
    for (place, row) in municipalities.iter().enumerate() {
        add(&row.name, place);
        row.other_name.iter().for_each(|name| add(name, place));
        if row.is_current() {
            common_names(&row.belfiore).for_each(|name| add(name, place));
        }
    }
    for (at, country) in countries.iter().enumerate() {
        let place = municipalities.len() + at;
        add(&country.name_it, place);
        add(&country.name_en, place);
        // "Moldova, Republic Of": the state is known by what stands before the comma, too
        if let Some((short, _)) = country.name_en.split_once(',').filter(|_| !SHORT_IS_SHARED.contains(&&*country.belfiore)) {
            add(short, place);
        }
        common_names(&country.belfiore).for_each(|name| add(name, place));
    }
    named
}

/// The two Koreas and the larger Congo: before the comma they are like another state.
const SHORT_IS_SHARED: [&str; 3] = ["Z213", "Z214", "Z312"];

fn common_names(belfiore: &str) -> impl Iterator<Item = &'static str> {
    COMMON_NAMES.iter().filter(move |(code, _)| *code == belfiore).map(|(_, name)| *name)
}
