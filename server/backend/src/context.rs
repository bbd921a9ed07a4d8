//! Who asks, and with what.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use domain::access::{Action, Actor, Role, Scope, may};
use domain::ids::{AccountId, MembershipId};
use domain::language::Language;

use crate::{Answer, Backend, BackendError};

/// A cookie to be set (or, with no value, removed) on the answer. The server knows how cookies are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cookie {
    Session(Option<String>),
    Draft(Option<String>),
    Language(Language),
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub account: AccountId,
    pub token_hash: String,
    pub first_name: String,
    pub last_name: String,
    pub user_name: String,
    pub language: Language,
    pub membership: Option<MembershipId>,
    pub expires_at: DateTime<Utc>,
    pub idle_minutes: i64,
}

/// One request's visitor, as the server's middleware found it.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    pub signed_in: Option<SignedIn>,
    /// The account whose session has ended, if the cookie still names one: its input is kept as its draft.
    pub expired: Option<AccountId>,
    /// The random key of this browser's drafts, as it brought it.
    pub draft_key: Option<String>,
    pub actor: Actor,
    /// The peer's address, for rate limits only.
    pub address: String,
    pub language: Language,
    /// Cookies to set on the answer.
    pub cookies: Arc<Mutex<Vec<Cookie>>>,
}

impl Visitor {
    /// Sets a cookie on the answer.
    pub fn set_cookie(&self, cookie: Cookie) {
        if let Ok(mut cookies) = self.cookies.lock() {
            cookies.push(cookie);
        }
    }

    /// The key of this browser's drafts: the one it brought, or the one it is being given.
    pub fn own_draft_key(&self) -> Option<String> {
        let given = self.cookies.lock().ok().and_then(|cookies| {
            let key = |cookie: &Cookie| if let Cookie::Draft(key) = cookie { key.clone() } else { None };
            cookies.iter().rev().find_map(key)
        });
        given.or_else(|| self.draft_key.clone())
    }
}

/// The context of one use case.
#[derive(Clone)]
pub struct Ctx {
    pub backend: Arc<Backend>,
    pub visitor: Visitor,
}

impl Ctx {
    /// Business time.
    pub fn now(&self) -> DateTime<Utc> {
        self.backend.clock.now()
    }

    /// Who is signed in, or the error that opens the log-in.
    pub fn signed_in(&self) -> Answer<&SignedIn> {
        self.visitor.signed_in.as_ref().ok_or(BackendError::SignIn)
    }

    /// The role by which the visitor may do this (none: as anyone, or as oneself), or the refusal.
    pub fn may(&self, action: Action, scope: &Scope) -> Answer<Option<Role>> {
        Ok(may(&self.visitor.actor, action, scope)?)
    }
}
