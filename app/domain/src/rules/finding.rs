//! What a rule finds. Codes and values; the interface has the words.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::convention::coverage::Refused;
use crate::insurance::{Light, PositionKind};
use crate::profile::{Profile, Severity};

coded! {
    /// The rules evaluated here.
    RuleId {
        /// Simultaneous trainees of a host.
        R01 = "R-01",
        /// The number of employees is old.
        R02 = "R-02",
        /// Who is not counted.
        R03 = "R-03",
        /// Longest curricular traineeship.
        R05 = "R-05",
        /// The convention covers the project.
        R08 = "R-08",
        /// Hours of the week and of the day.
        R10 = "R-10",
        /// Night and holiday.
        R11 = "R-11",
        /// Simultaneous trainees of a host's tutor.
        R14 = "R-14",
        /// Of a promoter's tutor.
        R15 = "R-15",
        /// In time for the start.
        R16 = "R-16",
        /// The legal representative is complete.
        R21 = "R-21",
        /// Insurance.
        R23 = "R-23",
        /// Compulsory schooling.
        R28 = "R-28",
        /// Hours against credits.
        R31 = "R-31",
        /// The host is suspended or revoked.
        R34 = "R-34",
    }
}

impl RuleId {
    /// The law or, in words, whose decision it is.
    pub fn source(self) -> &'static str {
        match self {
            RuleId::R01 => "D.M. 142/1998, art. 1 c. 3",
            RuleId::R05 => "L. 196/1997, art. 18 c. 1 d; D.M. 142/1998, art. 7",
            RuleId::R08 => "D.M. 142/1998, art. 4",
            RuleId::R11 => "L. 977/1967",
            RuleId::R14 | RuleId::R15 => "Linee guida 2017",
            RuleId::R23 => "D.M. 142/1998, artt. 3–4",
            RuleId::R28 => "L. 196/1997, art. 18 c. 1",
            RuleId::R31 => "D.M. 270/2004, art. 5",
            RuleId::R03 => "Disciplina regionale; L. 68/1999; L. 381/1991",
            RuleId::R10 => "CCNL; regolamento dell’ente promotore",
            RuleId::R02 | RuleId::R16 | RuleId::R21 | RuleId::R34 => "Regolamento dell’ente promotore",
        }
    }

    /// How severe the profile has the rule; a rule the profile does not have blocks.
    pub fn severity(self, profile: &Profile) -> Severity {
        profile.rule(self.code()).map_or(Severity::Block, |rule| rule.severity)
    }
}

/// Whether a finding stops the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Block,
    /// Goes on once somebody acknowledged it with a note; both are logged.
    Warning,
}

/// What is not as the rule wants it, with the values that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// With this one the host would have `trainees` at the same time; `limit` is for `employees` permanent ones.
    HostFull { employees: i64, limit: i64, trainees: i64 },
    /// No permanent employee.
    NoEmployees { limit: i64 },
    /// The number of employees is of `as_of`, more than `months` months ago.
    EmployeesOld { as_of: NaiveDate, months: i64 },
    /// Ends on `end`; with a start on that day the longest ends on `latest`. `months` is the limit.
    TooLong { months: i64, end: NaiveDate, latest: NaiveDate },
    /// No convention covers it: each with its reasons.
    NoConvention { refused: Vec<Refused> },
    /// The convention expires before the end.
    ConventionExpires { expires_on: NaiveDate, end: NaiveDate },
    /// Minutes of a week.
    WeekTooLong { minutes: i64, limit: i64 },
    /// Minutes of one day of the week (1 Monday … 7 Sunday).
    DayTooLong { weekday: i64, minutes: i64, limit: i64 },
    /// Work between 22 and 6 on that day of the week.
    Night { weekday: i64, minor: bool },
    /// Work on Sundays.
    Sunday { minor: bool },
    /// Work on a public holiday.
    Holiday { date: NaiveDate, minor: bool },
    /// With this one the tutor would follow `trainees` at the same time.
    TutorFull { limit: i64, trainees: i64 },
    /// The start is past.
    StartPast { start: NaiveDate, today: NaiveDate },
    /// Documents came later than the last day for them.
    DocumentsLate { by: NaiveDate },
    /// Fields of the legal representative that are missing.
    LegalRepIncomplete { fields: Vec<String> },
    /// A light is not green.
    NotInsured { kind: PositionKind, light: Light, until: Option<NaiveDate> },
    /// Younger than `years` on the first day.
    TooYoung { years: i64, from: NaiveDate },
    /// Fewer minutes than the credits want.
    FewHours { minutes: i64, wanted: i64, credits: i64 },
    /// The host is suspended or revoked here.
    HostStopped { revoked: bool },
}

/// What would satisfy the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Remedy {
    /// Wait until one of the running traineeships ends, or choose other dates.
    OtherDates { free: i64 },
    /// Update the number of employees.
    UpdateEmployees,
    /// End on that day at the latest.
    EndBy { date: NaiveDate },
    /// Start on that day or later.
    StartFrom { date: NaiveDate },
    /// Propose a convention of that kind.
    ProposeConvention,
    /// Renew the convention before the end.
    RenewConvention,
    /// At most so many minutes a week.
    WeekAtMost { minutes: i64 },
    /// At most so many minutes on a day.
    DayAtMost { minutes: i64 },
    /// Work only between those minutes after midnight.
    Between { from: i64, to: i64 },
    /// Leave that day free.
    LeaveFree,
    /// Choose another tutor.
    OtherTutor,
    /// Complete the legal representative.
    CompleteLegalRep,
    /// The promoter's office keeps the insurance positions.
    RenewInsurance { kind: PositionKind },
    /// At least so many minutes in all.
    AtLeast { minutes: i64 },
    /// Ask the promoter's office.
    AskOffice,
}

/// What one rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: RuleId,
    pub level: Level,
    pub reason: Reason,
    pub remedy: Remedy,
}

impl Finding {
    /// The law or whose decision it is.
    pub fn source(&self) -> &'static str {
        self.rule.source()
    }

    /// A finding as severe as the rule is here, where the reference leaves the level to the configuration; none if the
    /// rule is off.
    pub fn of(rule: RuleId, profile: &Profile, reason: Reason, remedy: Remedy) -> Option<Self> {
        let level = match rule.severity(profile) {
            Severity::Block => Level::Block,
            Severity::Warn => Level::Warning,
            Severity::Off => return None,
        };
        Some(Self { rule, level, reason, remedy })
    }

    /// A warning, where the reference says so whatever the rule's severity; none if the rule is off.
    pub fn warning(rule: RuleId, profile: &Profile, reason: Reason, remedy: Remedy) -> Option<Self> {
        (rule.severity(profile) != Severity::Off).then_some(Self { rule, level: Level::Warning, reason, remedy })
    }
}
