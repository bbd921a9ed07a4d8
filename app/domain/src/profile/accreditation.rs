//! How a host is accredited here: the wizard's pages and words, who approves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kinds::{JoinAdmits, LegalRepDue};
use crate::accreditation::Part;
use crate::language::{Language, Text};

/// One page of the wizard: one or more parts, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Page {
    pub parts: Vec<Part>,
}

impl Page {
    /// The page's word in the address: its first part's.
    pub fn slug(&self) -> &'static str {
        self.parts.first().map_or("", |part| part.slug())
    }

    /// Whether the page shows `part`.
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

/// The keys `accreditation.*`. Source: domain reference 3.0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Accreditation {
    /// Whether the office approves; otherwise a confirmed request is accredited at once.
    pub approval: bool,
    /// The words of the last button.
    pub submit_event_label: Text,
    /// The wizard's pages in order; the summary is the last.
    pub steps: Vec<Page>,
    /// The institution's own words for the title of a step; a page has its first part's.
    pub titles: BTreeMap<Part, Text>,
    pub legal_rep_due: LegalRepDue,
    pub join_admits: JoinAdmits,
}

impl Default for Accreditation {
    fn default() -> Self {
        use Part::*;
        let pages: [&[Part]; 9] = [
            &[Country, Ids],
            &[Company],
            &[LegalSeat],
            &[OperatingSeat],
            &[Contact],
            &[LegalRep],
            &[Privacy],
            &[UserName],
            &[Summary],
        ];
        Self {
            approval: true,
            submit_event_label: Text { it: "Conferma".into(), en: "Confirm".into() },
            steps: pages.into_iter().map(|parts| Page { parts: parts.to_vec() }).collect(),
            titles: BTreeMap::new(),
            legal_rep_due: LegalRepDue::Convention,
            join_admits: JoinAdmits::Contact,
        }
    }
}

impl Accreditation {
    /// The page whose address is `slug`. For the word of a later part of a page see [`Accreditation::page_containing`].
    pub fn page_of(&self, slug: &str) -> Option<&Page> {
        self.steps.iter().find(|page| page.slug() == slug)
    }

    /// The page that shows `part`, if this institution asks for it.
    pub fn page_containing(&self, part: Part) -> Option<&Page> {
        self.steps.iter().find(|page| page.has(part))
    }

    /// The place of the page with that address, counted from 0.
    pub fn position(&self, slug: &str) -> Option<usize> {
        self.steps.iter().position(|page| page.slug() == slug)
    }

    /// The page after the one with that address.
    pub fn next(&self, slug: &str) -> Option<&Page> {
        self.steps.get(self.position(slug)? + 1)
    }

    /// The page before the one with that address.
    pub fn previous(&self, slug: &str) -> Option<&Page> {
        self.steps.get(self.position(slug)?.checked_sub(1)?)
    }

    /// The first page: where the wizard starts.
    pub fn first(&self) -> Option<&Page> {
        self.steps.first()
    }

    /// Whether this institution asks for `part` at all.
    pub fn has_part(&self, part: Part) -> bool {
        self.page_containing(part).is_some()
    }

    /// The parts asked for, in the order of the pages.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.steps.iter().flat_map(|page| page.parts.iter().copied())
    }

    /// The institution's own title of `part`, if it has one.
    pub fn title(&self, part: Part, language: Language) -> Option<&str> {
        self.titles.get(&part).map(|text| text.get(language))
    }
}
