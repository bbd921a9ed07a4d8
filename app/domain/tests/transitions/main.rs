//! The machines of domain reference 3.1, 3.2, 3.3 and 3.6: against a transcription of its tables, against moves that must never
//! be possible, guard by guard, and as one snapshot of every transition and role.

mod account;
mod accreditation;
mod convention;
mod convention_guards;
mod convention_term;
mod fixture;
mod forbidden;
mod further_contact;
mod journeys;
mod project;
mod project_approvals;
mod project_guards;

use chrono::{DateTime, NaiveDate, Utc};
use domain::profile::{JoinAdmits, Profile};

fn now() -> DateTime<Utc> {
    "2026-11-18T09:30:00Z".parse().expect("is an instant")
}

/// The same moment's day in Rome.
fn today() -> NaiveDate {
    "2026-11-18".parse().expect("is a date")
}

fn profile() -> Profile {
    Profile::default()
}

/// A profile whose office does not approve.
fn without_approval() -> Profile {
    let mut profile = Profile::default();
    profile.accreditation.approval = false;
    profile
}

/// A profile where the office alone admits further contacts.
fn office_admits() -> Profile {
    let mut profile = Profile::default();
    profile.accreditation.join_admits = JoinAdmits::Office;
    profile
}
