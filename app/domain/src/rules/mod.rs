//! The regulatory rules as pure functions: facts in, findings out. Source: domain reference 4. Values and severities are the
//! profile's; what differs by region and date is data.

mod evaluate;
mod finding;
mod host;
mod insured;
mod months;
mod places;
mod term;
mod time;
mod tutors;
mod value;

pub use evaluate::{Facts, evaluate};
pub use finding::{Finding, Level, Reason, Remedy, RuleId};
pub use host::{HostFacts, r01, r02, r21, r34};
pub use insured::{Step, r23};
pub use months::last_day_of_months;
pub use places::{Other, PlacesTable, Span, peak, places_for};
pub use term::{TermFacts, r05, r08, r16, r28};
pub use time::{TimeFacts, r10, r11, r31};
pub use tutors::{r14, r15};
