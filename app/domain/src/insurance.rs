//! Insurance positions and the lights (*semafori*) computed from them, never stored. Source: domain reference 2.10, 2.17, 4 R-23.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::accreditation::reading::{Reader, choice, date, line};
use crate::answers::Answers;
use crate::check::{Checker, FieldError, Problem};
use crate::coded::coded;

coded! {
    /// What a position covers.
    PositionKind {
        /// Work accidents; *gestione per conto dello Stato* at state universities.
        Inail = "inail",
        /// *Responsabilità civile verso terzi*.
        Rc = "rc",
        Accident = "accident",
        Abroad = "abroad",
    }

    /// A traffic light, from good to bad.
    Light {
        /// Identified and valid over the whole period.
        Green = "green",
        /// Valid today but not to the end, or being renewed.
        Amber = "amber",
        /// Missing or over.
        Red = "red",
    }
}

/// Codes of a position's kinds, in the order of the form.
pub const KINDS: [&str; 4] = ["inail", "rc", "accident", "abroad"];

/// One insurance position of an institution or of one of its departments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub kind: PositionKind,
    /// Number of the position or policy, or «gestione per conto dello Stato».
    pub identifier: String,
    pub insurer: Option<String>,
    /// First and last day of validity, both inclusive; no last day: until revoked.
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    /// The institution is renewing it.
    pub renewing: bool,
    /// Slug; none: of the whole institution.
    pub department: Option<String>,
}

impl Position {
    /// From the fields `insurance_kind`, `insurance_identifier`, `insurance_insurer`, `insurance_valid_from`,
    /// `insurance_valid_to`, `insurance_renewing` and `insurance_department`; or every problem. The insurer is mandatory but
    /// for INAIL.
    pub fn read(answers: &Answers) -> Result<Self, Vec<FieldError>> {
        let mut c = Checker::default();
        let mut r = Reader { checker: &mut c, answers };
        let kind = r.must("insurance_kind", choice(&KINDS)).and_then(|code| PositionKind::from_code(&code));
        let identifier = r.must("insurance_identifier", line(80));
        let insurer = r.when(kind.is_some_and(|kind| kind != PositionKind::Inail), "insurance_insurer", line(120));
        let valid_from = r.must("insurance_valid_from", date);
        let valid_to = r.may("insurance_valid_to", date);
        let department = r.may("insurance_department", line(60));
        if valid_from.zip(valid_to.flatten()).is_some_and(|(from, to)| to < from) {
            c.add("insurance_valid_to", Problem::EndsBeforeStart);
        }
        c.finish(|| {
            Some(Self {
                kind: kind?,
                identifier: identifier?,
                insurer: insurer?,
                valid_from: valid_from?,
                valid_to: valid_to?,
                renewing: answers.flag("insurance_renewing"),
                department: department?,
            })
        })
    }

    fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// What the lights are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Period<'a> {
    pub today: NaiveDate,
    /// First and last day of the traineeship, both inclusive.
    pub start: NaiveDate,
    pub end: NaiveDate,
    /// The project's department: positions of others do not count.
    pub department: Option<&'a str>,
    /// The seat is not in Italy: a position for abroad is needed too.
    pub abroad: bool,
}

/// One light with what is printed beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lamp {
    pub kind: PositionKind,
    pub light: Light,
    /// Of the position that begins to cover; empty if there is none.
    pub identifier: String,
    pub insurer: Option<String>,
    /// The last day covered without a gap from the start on; none: no end, or nothing covers.
    pub until: Option<NaiveDate>,
    /// Without it nothing may be activated.
    pub required: bool,
}

/// The lights for a period: INAIL and civil liability always, abroad where needed, accident where there is a position.
pub fn lamps(positions: &[Position], period: &Period) -> Vec<Lamp> {
    let is_here = |position: &&Position| {
        let of = position.department.as_deref();
        of.is_none() || of == period.department
    };
    let here: Vec<&Position> = positions.iter().filter(is_here).collect();
    PositionKind::ALL
        .iter()
        .filter_map(|kind| {
            let required = match kind {
                PositionKind::Inail | PositionKind::Rc => true,
                PositionKind::Abroad => period.abroad,
                PositionKind::Accident => false,
            };
            let of_kind: Vec<&Position> = here.iter().copied().filter(|position| position.kind == *kind).collect();
            let shown = required || (*kind == PositionKind::Accident && !of_kind.is_empty());
            shown.then(|| lamp(*kind, required, &of_kind, period))
        })
        .collect()
}

/// The worst of the required lights.
pub fn worst(lamps: &[Lamp]) -> Light {
    lamps.iter().filter(|lamp| lamp.required).map(|lamp| lamp.light).max().unwrap_or(Light::Green)
}

fn lamp(kind: PositionKind, required: bool, positions: &[&Position], period: &Period) -> Lamp {
    let reach = covered_from(positions, period.start);
    let whole = matches!(reach, Reach::Endless) || matches!(reach, Reach::Until(day) if day >= period.end);
    let today = positions.iter().any(|position| position.is_valid_on(period.today));
    let light = match whole {
        true => Light::Green,
        false if today || positions.iter().any(|position| position.renewing) => Light::Amber,
        false => Light::Red,
    };
    let first = positions.iter().find(|position| position.is_valid_on(period.start));
    let first = first.or_else(|| positions.iter().find(|position| position.is_valid_on(period.today)));
    let until = match reach {
        Reach::Until(day) => Some(day),
        Reach::Endless => None,
        Reach::Nothing => first.and_then(|position| position.valid_to),
    };
    Lamp {
        kind,
        light,
        identifier: first.map(|position| position.identifier.clone()).unwrap_or_default(),
        insurer: first.and_then(|position| position.insurer.clone()),
        until,
        required,
    }
}

/// How far cover goes without a gap.
enum Reach {
    Nothing,
    Until(NaiveDate),
    Endless,
}

/// Follows positions that take over from one another, the next beginning on the day after at the latest.
fn covered_from(positions: &[&Position], start: NaiveDate) -> Reach {
    let mut wanted = start;
    loop {
        let valid = positions.iter().filter(|position| position.is_valid_on(wanted));
        // No last day is the longest of all.
        let Some(longest) = valid.max_by_key(|position| (position.valid_to.is_none(), position.valid_to)) else {
            let before = wanted.pred_opt().filter(|_| wanted > start);
            return before.map_or(Reach::Nothing, Reach::Until);
        };
        match longest.valid_to.map(|to| to.succ_opt()) {
            Some(Some(next)) => wanted = next,
            None | Some(None) => return Reach::Endless,
        }
    }
}
