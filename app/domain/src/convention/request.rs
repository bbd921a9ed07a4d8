//! What a host writes to ask for a convention, and the protocol number at its activation. Source: domain reference 2.7, 5.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ConventionKind, State};
use crate::accreditation::fields::{Field, Kind, Need};
use crate::accreditation::reading::{Reader, date, line, lines, whole_number};
use crate::answers::Answers;
use crate::check::{Checker, FieldError, Problem};
use crate::coded::require;
use crate::codes::protocol::Protocol;
use crate::profile::{DocumentSource, Profile, TacitRenewal};
use crate::refusal::Refusal;

/// Longest «Descrizione», in characters.
pub const DESCRIPTION_MAX: usize = 500;
/// Shortest and longest duration in months, both inclusive.
pub const DURATION: (i64, i64) = (1, 60);
/// The duration the form starts with.
pub const DURATION_DEFAULT: i64 = 36;
/// Codes of a question answered with yes or no: an unanswered one is told apart from a no.
pub const YES_NO: [&str; 2] = ["yes", "no"];

/// A request, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConventionRequest {
    pub description: String,
    pub kind: ConventionKind,
    /// 1–60.
    pub duration_months: i64,
    /// One of the institution's disciplinary areas, by its Italian words. For information only: the convention holds for
    /// all departments.
    pub area: String,
    /// The host can sign digitally.
    pub digital_signature: bool,
    /// It will renew itself unless notice is given.
    pub renewal: bool,
    /// Slug of the department whose profile the case follows; none: the institution's.
    pub handling_department: Option<String>,
}

/// The fields of the request, in the order in which they are asked. The choices of `area` and `handling_department` are the
/// profile's areas and departments, which the page lists.
pub fn fields(profile: &Profile) -> Vec<Field> {
    let field = |name, kind, need| Field { name, label: name, kind, need, autocomplete: "" };
    let kinds = ConventionKind::offered(profile.identity.kind);
    let mut fields = vec![
        field("convention_kind", Kind::Choice(kinds), Need::Mandatory),
        field("description", Kind::Lines { max: DESCRIPTION_MAX as i64 }, Need::Mandatory),
        field("duration_months", Kind::Number, Need::Mandatory),
        field("area", Kind::Line { max: 200 }, Need::Mandatory),
        field("digital_signature", Kind::Choice(&YES_NO), Need::Mandatory),
    ];
    if profile.convention.tacit_renewal == TacitRenewal::HostChoice {
        fields.push(field("tacit_renewal", Kind::Choice(&YES_NO), Need::Mandatory));
    }
    if !profile.identity.departments.is_empty() {
        fields.push(field("handling_department", Kind::Line { max: 60 }, Need::Optional));
    }
    fields
}

/// What of a request is right so far; the rest is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartOfRequest {
    pub description: Option<String>,
    pub kind: Option<ConventionKind>,
    pub duration_months: Option<i64>,
    pub area: Option<String>,
    pub digital_signature: Option<bool>,
    pub renewal: Option<bool>,
    /// Wrong ones are none too.
    pub handling_department: Option<String>,
}

impl PartOfRequest {
    /// What is right, and every problem, in the order of the fields.
    pub fn read(answers: &Answers, profile: &Profile) -> (Self, Vec<FieldError>) {
        let mut c = Checker::default();
        let mut r = Reader { checker: &mut c, answers };
        let kinds = ConventionKind::offered(profile.identity.kind);
        let offered = |text: &str| ConventionKind::from_code(text).filter(|kind| kinds.contains(&kind.code()));
        let part = Self {
            kind: r.must("convention_kind", |text| offered(text).ok_or(Problem::NotAChoice)),
            description: r.must("description", lines(DESCRIPTION_MAX)),
            duration_months: r.must("duration_months", months),
            area: r.must("area", |text| area(text, profile)),
            digital_signature: r.must("digital_signature", yes_or_no),
            renewal: match profile.convention.tacit_renewal {
                TacitRenewal::HostChoice => r.must("tacit_renewal", yes_or_no),
                TacitRenewal::On => Some(true),
                TacitRenewal::Off => Some(false),
            },
            handling_department: r.may("handling_department", |text| department(text, profile)).flatten(),
        };
        (part, c.into_errors())
    }
}

impl ConventionRequest {
    /// The request, or every problem, in the order of the fields.
    pub fn read(answers: &Answers, profile: &Profile) -> Result<Self, Vec<FieldError>> {
        let (part, problems) = PartOfRequest::read(answers, profile);
        let mut c = Checker::default();
        problems.into_iter().for_each(|error| c.add(&error.field, error.problem));
        c.finish(|| {
            Some(Self {
                description: part.description?,
                kind: part.kind?,
                duration_months: part.duration_months?,
                area: part.area?,
                digital_signature: part.digital_signature?,
                renewal: part.renewal?,
                handling_department: part.handling_department,
            })
        })
    }
}

fn months(text: &str) -> Result<i64, Problem> {
    let (min, max) = DURATION;
    let months = whole_number(i64::MAX)(text)?;
    if (min..=max).contains(&months) { Ok(months) } else { Err(Problem::OutOfRange { min, max }) }
}

/// Exactly one of the institution's areas.
fn area(text: &str, profile: &Profile) -> Result<String, Problem> {
    let found = profile.identity.areas.iter().find(|area| area.it == text.trim());
    found.map(|area| area.it.clone()).ok_or(Problem::NotAChoice)
}

fn department(text: &str, profile: &Profile) -> Result<String, Problem> {
    let found = profile.identity.department(text.trim());
    found.map(|department| department.slug.clone()).ok_or(Problem::NotAChoice)
}

/// A yes or a no. Error: `NotAChoice`.
pub(crate) fn yes_or_no(text: &str) -> Result<bool, Problem> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Problem::NotAChoice),
    }
}

/// Whether the office can make the document by itself now: where the profile leaves it to the office, before the approval.
/// Refusal: `3.3 document_source`.
pub fn may_issue(state: State, profile: &Profile) -> Result<(), Refusal> {
    let by_office = profile.convention.document == DocumentSource::Office;
    require(by_office && state == State::Submitted, "3.3 document_source")
}

/// V-PROT, from the fields `protocol_number` and `protocol_date`; or every problem.
pub fn read_protocol(answers: &Answers, today: NaiveDate) -> Result<Protocol, Vec<FieldError>> {
    let mut c = Checker::default();
    let mut r = Reader { checker: &mut c, answers };
    let number = r.must("protocol_number", line(30));
    let on = r.must("protocol_date", date);
    let protocol = number.zip(on).and_then(|(number, on)| {
        let field = if on > today { "protocol_date" } else { "protocol_number" };
        c.take(field, Protocol::parse(&number, on, today))
    });
    c.finish(|| protocol)
}
