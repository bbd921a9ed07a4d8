//! Letters about an account.

use chrono::{DateTime, Utc};
use domain::notice::Notice;
use serde::Serialize;

use super::facts;
use crate::mail::Kind;

facts! {
    VerificationCode => Kind::Notice(Notice::E01),
    PasswordLink => Kind::Notice(Notice::E08),
    UserNames => Kind::Notice(Notice::E09),
    SecurityEvent => Kind::Notice(Notice::E63),
}

/// E01, to the user.
#[derive(Debug, Clone, Serialize)]
pub struct VerificationCode {
    /// Six digits.
    pub code: String,
    pub minutes: i64,
    pub user_name: String,
    /// Where the code is entered.
    pub link: String,
}

/// E08, to the user.
#[derive(Debug, Clone, Serialize)]
pub struct PasswordLink {
    pub user_name: String,
    pub minutes: i64,
    pub link: String,
}

/// E09, to the address.
#[derive(Debug, Clone, Serialize)]
pub struct UserNames {
    /// With the institution's suffix.
    pub names: Vec<String>,
}

/// What the user is warned of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Five wrong codes: locked for a quarter of an hour.
    CodeLocked,
    /// Ten failed log-ins.
    FailedLogins,
    PasswordChanged,
    /// Set through the mailed link.
    PasswordReset,
    EmailChanged,
    Disabled,
    Enabled,
}

/// E63, to the user.
#[derive(Debug, Clone, Serialize)]
pub struct SecurityEvent {
    pub warning: Warning,
    pub user_name: String,
    pub at: DateTime<Utc>,
}
