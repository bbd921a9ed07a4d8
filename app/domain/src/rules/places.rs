//! How many trainees at the same time. Source: domain reference 4.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::profile::ProjectKind;

/// First and last day, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// Another traineeship that takes a place: see `project::State::takes_a_place`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    pub span: Span,
    /// of a person with a disability (L. 68/1999) or disadvantaged: not counted.
    pub exempt: bool,
}

/// Places by number of permanent employees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacesTable {
    /// Region of the operating seat; none: all of Italy.
    pub region: Option<&'static str>,
    pub kind: ProjectKind,
    /// The first day of a traineeship from which the row counts.
    pub valid_from: (i32, u32, u32),
    /// Most employees of the step, inclusive, and its places; beyond the last step a percentage counts.
    pub steps: &'static [(i64, i64)],
}

/// The tables, later ones of the same region and kind in place of earlier ones. The decree leaves exactly twenty employees
/// unsaid: they are counted by the percentage.
const TABLES: [PlacesTable; 3] = [
    PlacesTable { region: None, kind: ProjectKind::Curricular, valid_from: (1998, 5, 27), steps: &[(5, 1), (19, 2)] },
    PlacesTable { region: None, kind: ProjectKind::Pcto, valid_from: (1998, 5, 27), steps: &[(5, 1), (19, 2)] },
    PlacesTable { region: None, kind: ProjectKind::Extracurricular, valid_from: (2017, 5, 25), steps: &[(5, 1), (20, 2)] },
];

impl PlacesTable {
    fn counts_on(&self, day: NaiveDate) -> bool {
        let (year, month, date) = self.valid_from;
        NaiveDate::from_ymd_opt(year, month, date).is_some_and(|from| from <= day)
    }

    fn places(&self, employees: i64, percent: i64, least: i64) -> i64 {
        let step = self.steps.iter().find(|(most, _)| employees <= *most);
        step.map_or_else(|| (employees.saturating_mul(percent) / 100).max(least), |(_, places)| *places)
    }
}

/// Places of a host with so many permanent employees, for traineeships of that kind that start on `day` in `region`. `percent`
/// and `least` are for what lies beyond the steps, rounded down.
pub fn places_for(employees: i64, kind: ProjectKind, region: Option<&str>, day: NaiveDate, (percent, least): (i64, i64)) -> i64 {
    let counting = TABLES.iter().filter(|table| table.kind == kind && table.counts_on(day));
    let of_region = |table: &&PlacesTable| table.region.is_none() || table.region == region;
    let table = counting.filter(of_region).max_by_key(|table| (table.region.is_some(), table.valid_from));
    table.unwrap_or(&TABLES[0]).places(employees, percent, least)
}

/// The most of `others` that run on one day of `span`; who is exempt is left out where `exempt_counts` is false.
pub fn peak(others: &[Other], span: Span, exempt_counts: bool) -> i64 {
    let counted = |other: &&Other| exempt_counts || !other.exempt;
    let counted: Vec<Span> = others.iter().filter(counted).map(|other| other.span).collect();
    // The number can only rise on a first day.
    let days = counted.iter().map(|other| other.start.max(span.start)).filter(|day| *day <= span.end);
    let on = |day: NaiveDate| counted.iter().filter(|other| other.start <= day && day <= other.end).count() as i64;
    days.map(on).max().unwrap_or_default()
}
