//! What pages are told about the person who is signed in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::ids::{AccountId, MembershipId};
use crate::language::Language;

/// Who is signed in, for the header and the guards of pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Me {
    pub account: AccountId,
    pub user_name: String,
    pub first_name: String,
    pub last_name: String,
    pub language: Language,
    pub email: String,
    pub profiles: Vec<ProfileChoice>,
    /// The chosen one (*gestione profili*).
    pub active: Option<MembershipId>,
    /// When the session ends without further use.
    pub expires_at: DateTime<Utc>,
    pub idle_minutes: i64,
}

impl Me {
    /// The active profile.
    pub fn active_profile(&self) -> Option<&ProfileChoice> {
        self.profiles.iter().find(|choice| Some(choice.id) == self.active)
    }
}

/// One role that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileChoice {
    pub id: MembershipId,
    pub role: Role,
    /// Slug and short name of the institution, for institutional roles; empty for roles in a host.
    pub institution: String,
    /// Name shown beside the role: the host's, the office's or the institution's.
    pub organisation: String,
    /// Slugs of the institutions that accredit the host; empty for institutional roles.
    pub accredited_at: Vec<String>,
}

/// A registration that waits for its e-mail code in this browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingCode {
    pub user_name: String,
    /// Where the code went.
    pub email: String,
    /// Slug of the institution.
    pub institution: String,
}
