//! the host.

use chrono::{Months, NaiveDate};

use super::places::{Other, Span, peak, places_for};
use super::value::{flag, number};
use super::{Finding, Reason, Remedy, RuleId};
use crate::accreditation::person::LegalRepresentative;
use crate::accreditation::state::State;
use crate::profile::{Profile, ProjectKind};

/// What ask about.
#[derive(Debug, Clone, Copy)]
pub struct HostFacts<'a> {
    pub kind: ProjectKind,
    pub span: Span,
    /// Region of the operating seat; none abroad.
    pub region: Option<&'a str>,
    /// Permanent employees: of the seat where it has a number of its own, else of the host.
    pub employees: i64,
    pub employees_as_of: NaiveDate,
    /// The host's other traineeships that take a place.
    pub others: &'a [Other],
    /// This trainee is exempt.
    pub exempt: bool,
}

/// R-01 with R-03: simultaneous trainees of a host. A host without permanent employees has one place and a warning.
pub fn r01(facts: &HostFacts, profile: &Profile) -> Vec<Finding> {
    let beyond = (number(profile, RuleId::R01, 0), number(profile, RuleId::R01, 1));
    let limit = places_for(facts.employees, facts.kind, facts.region, facts.span.start, beyond);
    let exempt_counts = !flag(profile, RuleId::R03);
    if facts.exempt && !exempt_counts {
        return Vec::new();
    }
    let trainees = peak(facts.others, facts.span, exempt_counts) + 1;
    let free = (limit - (trainees - 1)).max(0);
    if trainees > limit {
        let reason = Reason::HostFull { employees: facts.employees, limit, trainees };
        return Finding::of(RuleId::R01, profile, reason, Remedy::OtherDates { free }).into_iter().collect();
    }
    if facts.employees == 0 {
        let reason = Reason::NoEmployees { limit };
        return Finding::warning(RuleId::R01, profile, reason, Remedy::UpdateEmployees).into_iter().collect();
    }
    Vec::new()
}

/// the number of employees is older than so many months (exactly so many are not older).
pub fn r02(as_of: NaiveDate, today: NaiveDate, profile: &Profile) -> Option<Finding> {
    let months = number(profile, RuleId::R02, 0);
    let oldest = today.checked_sub_months(Months::new(u32::try_from(months).unwrap_or_default()))?;
    let reason = Reason::EmployeesOld { as_of, months };
    if as_of < oldest { Finding::of(RuleId::R02, profile, reason, Remedy::UpdateEmployees) } else { None }
}

/// the legal representative is complete; the fields that are missing, by their names in the registration's form.
pub fn r21(rep: Option<&LegalRepresentative>, profile: &Profile) -> Option<Finding> {
    let nobody = LegalRepresentative::default();
    let rep = rep.unwrap_or(&nobody);
    let fields: Vec<String> = [
        ("rep_first_name", !rep.first_name.is_empty()),
        ("rep_last_name", !rep.last_name.is_empty()),
        ("rep_sex", rep.sex.is_some()),
        ("rep_birth_date", rep.birth_date.is_some()),
        ("rep_birth_place", rep.birth_place.is_some()),
        ("rep_tax_code", rep.tax_code.is_some()),
        ("rep_office_held", rep.office_held.is_some()),
    ]
    .into_iter()
    .filter(|(_, is_there)| !is_there)
    .map(|(field, _)| field.to_owned())
    .collect();
    if fields.is_empty() {
        return None;
    }
    Finding::of(RuleId::R21, profile, Reason::LegalRepIncomplete { fields }, Remedy::CompleteLegalRep)
}

/// no project with a host that is suspended or revoked here.
pub fn r34(state: State, profile: &Profile) -> Option<Finding> {
    let revoked = match state {
        State::Suspended => false,
        State::Revoked => true,
        State::Draft
        | State::Unconfirmed
        | State::Submitted
        | State::Integration
        | State::Accredited
        | State::Rejected
        | State::Withdrawn
        | State::Expired => return None,
    };
    Finding::of(RuleId::R34, profile, Reason::HostStopped { revoked }, Remedy::AskOffice)
}
