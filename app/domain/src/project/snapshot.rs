//! What a project takes over when it is submitted and that later changes of registry, host and convention do not touch.
//! Source: domain reference 2.4, 2.10 head, trainee, host snapshot.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::convention::Number;
use crate::ids::{ConventionId, SeatId};
use crate::profile::{ProjectKind, StartMode};

/// The project's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub number: Option<Number>,
    pub kind: ProjectKind,
    pub start_mode: StartMode,
    pub convention: ConventionId,
    /// As people know it.
    pub convention_number: String,
    /// Slug, derived from the trainee's course.
    pub department: Option<String>,
}

/// The trainee as the registry has them: never typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraineeIdentity {
    pub matricola: String,
    pub first_name: String,
    pub last_name: String,
    pub birth_date: NaiveDate,
    pub birth_place: String,
    pub tax_code: Option<String>,
    pub citizenship: Option<String>,
    pub course: String,
    pub course_year: Option<i64>,
}

/// The host as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostSnapshot {
    pub legal_name: String,
    pub tax_code: Option<String>,
    pub legal_rep: String,
    pub seat: SeatId,
    pub seat_name: String,
    /// On one line.
    pub seat_address: String,
    pub ateco: Option<String>,
    pub ccnl: Option<String>,
    /// Permanent employees R-01 counts from, and the trainees running beside this one.
    pub employees_base: i64,
    pub trainees_running: i64,
}

/// The people who follow the trainee, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TutorNames {
    pub host_tutor: String,
    pub host_tutor_substitute: Option<String>,
    pub academic_tutor: Option<String>,
    pub admin_contact: Option<String>,
}
