//! Whether a convention covers a project, and if not, exactly why. Source: domain reference 3.3, 3.6, 4 R-08, acceptance C04.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ConventionKind, State, Term};
use crate::ids::{ConventionId, OrganisationId};
use crate::profile::ProjectKind;

/// What has to be known of a convention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub id: ConventionId,
    pub organisation: OrganisationId,
    pub state: State,
    pub kind: ConventionKind,
    /// None until it is active.
    pub term: Option<Term>,
    /// It renews itself.
    pub renewal: bool,
    pub area: String,
}

/// What is to be covered. The area is part of the question because people ask it; it never decides (U26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub organisation: OrganisationId,
    /// The seat belongs to that host and is in use.
    pub seat_is_open: bool,
    pub kind: ProjectKind,
    /// The area of the trainee's course, if it is known.
    pub area: Option<String>,
    /// First and last day, both inclusive; what is not known yet is not asked for.
    pub start: Option<NaiveDate>,
    pub end: Option<NaiveDate>,
}

/// Why a convention does not cover a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NotCovered {
    /// It is another host's.
    OtherHost,
    /// The seat is closed or not that host's.
    SeatClosed,
    /// It is not active: still on its way, or over.
    NotActive {
        state: State,
    },
    WrongKind {
        covers: ConventionKind,
    },
    /// The project starts before the stipulation.
    NotYet {
        stipulated_on: NaiveDate,
    },
    /// It starts after the expiry, and the convention does not renew itself.
    Expired {
        expires_on: NaiveDate,
    },
}

/// A convention that covers, perhaps not to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The project ends after the expiry: a warning.
    pub ends_before: Option<NaiveDate>,
}

/// A convention that does not cover, with every reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub convention: ConventionId,
    pub reasons: Vec<NotCovered>,
}

/// Whether the convention covers what is asked. Errors: every reason, in the order of [`NotCovered`].
pub fn covers(convention: &Terms, asked: &Asked) -> Result<Cover, Vec<NotCovered>> {
    let mut reasons = Vec::new();
    if convention.organisation != asked.organisation {
        reasons.push(NotCovered::OtherHost);
    }
    if !asked.seat_is_open {
        reasons.push(NotCovered::SeatClosed);
    }
    if !matches!(convention.state, State::Active | State::Associated) {
        reasons.push(NotCovered::NotActive { state: convention.state });
    }
    if !convention.kind.allows(asked.kind) {
        reasons.push(NotCovered::WrongKind { covers: convention.kind });
    }
    let stipulated_on = convention.term.map(|term| term.stipulated_on);
    let expires_on = convention.term.and_then(|term| term.expires_on).filter(|_| !convention.renewal);
    if let Some((_, stipulated_on)) = asked.start.zip(stipulated_on).filter(|(start, from)| start < from) {
        reasons.push(NotCovered::NotYet { stipulated_on });
    }
    if let Some((_, expires_on)) = asked.start.zip(expires_on).filter(|(start, until)| start > until) {
        reasons.push(NotCovered::Expired { expires_on });
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let ends_before = asked.end.zip(expires_on).filter(|(end, until)| end > until).map(|(_, until)| until);
    Ok(Cover { ends_before })
}

/// The convention to stand on: of those that cover, one that covers to the end, else the one that expires last; equal ones in
/// the order given. Errors: each convention with its reasons, nearest to covering first (fewest reasons).
pub fn choose<'a>(conventions: &'a [Terms], asked: &Asked) -> Result<(&'a Terms, Cover), Vec<Refused>> {
    let (mut covering, mut refused) = (Vec::new(), Vec::new());
    for convention in conventions {
        match covers(convention, asked) {
            Ok(cover) => covering.push((convention, cover)),
            Err(reasons) => refused.push(Refused { convention: convention.id, reasons }),
        }
    }
    let best = covering.into_iter().rev().max_by_key(|(_, cover)| (cover.ends_before.is_none(), cover.ends_before));
    refused.sort_by_key(|one| one.reasons.len());
    best.ok_or(refused)
}
