//! What is written into a training project, part by part, and its checks. Source: domain reference 2.10; what comes from the
//! registry, the host's record and the start is not asked again.

mod address;
mod content;
mod fields;
mod people;
mod time;

pub use address::{Address, DOMICILE, RESIDENCE};
pub use content::{Content, Obligations};
pub use fields::{Part, fields};
pub use people::{HostPart, Permit, TraineePart, Tutors};
pub use time::{CLOSURES_MAX, Time};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::check::{Checker, FieldError};
use crate::places::Places;
use crate::profile::{Profile, ProjectKind};

/// What checking needs to know besides the answers.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// Today in Rome.
    pub today: NaiveDate,
    /// The table of municipalities; the browser has none.
    pub places: Option<&'a Places>,
    pub kind: ProjectKind,
    /// The promoter's tutor may be left for the office to name.
    pub tutor_by_office: bool,
}

impl<'a> Basis<'a> {
    /// The basis under a profile.
    pub fn new(today: NaiveDate, places: Option<&'a Places>, kind: ProjectKind, profile: &Profile) -> Self {
        Self { today, places, kind, tutor_by_office: profile.project.tutor_by_office }
    }
}

/// A whole project, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    pub trainee: TraineePart,
    pub host: HostPart,
    pub tutors: Tutors,
    pub content: Content,
    pub time: Time,
    pub obligations: Obligations,
}

impl Project {
    /// Every value, or every problem of every part. Errors: in the order of the parts.
    pub fn read(answers: &Answers, basis: &Basis) -> Result<Self, Vec<FieldError>> {
        let mut c = Checker::default();
        let trainee = people::read_trainee(&mut c, answers, basis);
        let host = people::read_host(&mut c, answers);
        let tutors = people::read_tutors(&mut c, answers, basis);
        let content = content::read(&mut c, answers, basis);
        let time = time::read(&mut c, answers);
        let obligations = content::read_obligations(&mut c, answers);
        c.finish(|| {
            Some(Self {
                trainee: trainee?,
                host: host?,
                tutors: tutors?,
                content: content?,
                time: time?,
                obligations: obligations?,
            })
        })
    }
}

/// Every problem of one part, in the order of its fields.
pub fn problems(part: Part, answers: &Answers, basis: &Basis) -> Vec<FieldError> {
    let mut c = Checker::default();
    match part {
        Part::Trainee => drop(people::read_trainee(&mut c, answers, basis)),
        Part::Host => drop(people::read_host(&mut c, answers)),
        Part::Tutors => drop(people::read_tutors(&mut c, answers, basis)),
        Part::Content => drop(content::read(&mut c, answers, basis)),
        Part::Time => drop(time::read(&mut c, answers)),
        Part::Obligations => drop(content::read_obligations(&mut c, answers)),
        Part::Insurance | Part::Summary => {}
    }
    c.into_errors()
}
