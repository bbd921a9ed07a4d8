//! Unfinished input: whole, versioned page by page, owned by a browser's key, an account or a case. Source: design 3.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use domain::accreditation::view::ConflictField;
use domain::answers::Answers;
use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use rand::RngExt;
use sea_orm::sea_query::Query;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::entity::{draft, draft_key};
use crate::history::hex;
use crate::{Answer, BackendError, Cookie, Visitor};

/// Days an untouched draft is kept, and days a confirmed registration waits for its code.
pub use domain::accreditation::state::{DRAFT_DAYS, UNCONFIRMED_DAYS};

/// Whose draft it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The browser whose key has this hash.
    Visitor(String),
    Account(AccountId),
    /// Everybody who may work on the case.
    Case(Uuid),
}

impl Owner {
    /// The browser's, by its cookie; none if it has no cookie.
    pub fn of_browser(visitor: &Visitor) -> Option<Self> {
        visitor.own_draft_key().map(|key| Self::Visitor(hash_of_key(&key)))
    }

    /// The browser's; a new key is set as a cookie if it had none.
    pub fn of_browser_or_new(visitor: &Visitor) -> Self {
        Self::of_browser(visitor).unwrap_or_else(|| {
            let key = hex(&rand::rng().random::<[u8; 32]>());
            let owner = Self::Visitor(hash_of_key(&key));
            visitor.set_cookie(Cookie::Draft(Some(key)));
            owner
        })
    }

    fn columns(&self) -> (&'static str, String) {
        match self {
            Self::Visitor(hash) => ("visitor", hash.clone()),
            Self::Account(account) => ("account", account.to_string()),
            Self::Case(case) => ("case", case.to_string()),
        }
    }
}

fn hash_of_key(key: &str) -> String {
    hex(&Sha256::digest(key.as_bytes()))
}

/// States of a draft whose summary was confirmed: of a new host, and of one to be joined.
const UNCONFIRMED: &str = "unconfirmed";
const JOINING: &str = "joining";

/// What a draft is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    Registration,
    Correction,
    /// A contact or tutor of a host.
    Contact,
    /// A seat of a host.
    Seat,
    /// Who signs for a host.
    LegalRepresentative,
    /// The request of a convention.
    Convention,
}

impl FormKind {
    /// The stable word of the column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Correction => "correction",
            Self::Contact => "contact",
            Self::Seat => "seat",
            Self::LegalRepresentative => "legal_representative",
            Self::Convention => "convention",
        }
    }
}

/// A draft in memory; every change is stored by [`Draft::save`], which refuses when the row moved meanwhile.
#[derive(Debug, Clone)]
pub struct Draft {
    pub row: draft::Model,
    pub answers: Answers,
    page_versions: BTreeMap<String, i64>,
    /// Pages that were sent with «Avanti»: their problems are shown, and without problems they are done.
    pub sent_pages: BTreeSet<String>,
    /// A page that met other texts than those it began with, waiting for a choice.
    pub conflict: Option<Conflict>,
}

/// Two texts for the same fields of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub step: String,
    pub fields: Vec<ConflictField>,
}

impl Draft {
    /// A new, empty draft, not yet stored.
    pub fn new(owner: &Owner, institution: InstitutionId, form: FormKind, language: Language, now: DateTime<Utc>) -> Self {
        let (owner_kind, owner) = owner.columns();
        let row = draft::Model {
            id: Uuid::now_v7(),
            owner_kind: owner_kind.to_owned(),
            owner,
            institution_id: Some(institution.0),
            subject_id: None,
            form: form.code().to_owned(),
            department: None,
            state: "draft".to_owned(),
            step: String::new(),
            answers: "{}".to_owned(),
            page_versions: "{}".to_owned(),
            checked_pages: "[]".to_owned(),
            conflict: None,
            account_id: None,
            language: language.code().to_owned(),
            version: 0,
            created_at: now,
            updated_at: now,
            expires_at: now + Duration::days(DRAFT_DAYS),
        };
        Self { row, answers: Answers::default(), page_versions: BTreeMap::new(), sent_pages: BTreeSet::new(), conflict: None }
    }

    fn read(row: draft::Model) -> Answer<Self> {
        let broken = |error: serde_json::Error| BackendError::Internal(format!("draft {}: {error}", row.id));
        Ok(Self {
            answers: serde_json::from_str(&row.answers).map_err(broken)?,
            page_versions: serde_json::from_str(&row.page_versions).map_err(broken)?,
            sent_pages: serde_json::from_str(&row.checked_pages).map_err(broken)?,
            conflict: row.conflict.as_deref().map(serde_json::from_str).transpose().map_err(broken)?,
            row,
        })
    }

    /// How often a page's answers were stored: what its form carries.
    pub fn page_version(&self, step: &str) -> i64 {
        self.page_versions.get(step).copied().unwrap_or(0)
    }

    /// Counts a stored page.
    pub fn raise_page_version(&mut self, step: &str) {
        let version = self.page_version(step) + 1;
        self.page_versions.insert(step.to_owned(), version);
    }

    /// Whether its summary was confirmed and the code is awaited.
    pub fn is_unconfirmed(&self) -> bool {
        [UNCONFIRMED, JOINING].contains(&self.row.state.as_str())
    }

    /// Whether what was confirmed is to join a host that is known, rather than to register one.
    pub fn is_joining(&self) -> bool {
        self.row.state == JOINING
    }

    /// The summary was confirmed.
    pub fn confirm(&mut self, joins: bool) {
        self.row.state = if joins { JOINING } else { UNCONFIRMED }.to_owned();
    }

    /// Open again.
    pub fn reopen(&mut self) {
        self.row.state = "draft".to_owned();
    }

    /// Stores it: inserts a new one, otherwise updates the row if nobody did meanwhile. Errors: Stale.
    pub async fn save(&mut self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Answer<()> {
        let is_new = self.row.version == 0;
        let term = if self.is_unconfirmed() { UNCONFIRMED_DAYS } else { DRAFT_DAYS };
        let json = |error: serde_json::Error| BackendError::Internal(error.to_string());
        self.row.answers = serde_json::to_string(&self.answers).map_err(json)?;
        self.row.page_versions = serde_json::to_string(&self.page_versions).map_err(json)?;
        self.row.checked_pages = serde_json::to_string(&self.sent_pages).map_err(json)?;
        self.row.conflict = self.conflict.as_ref().map(serde_json::to_string).transpose().map_err(json)?;
        self.row.updated_at = now;
        self.row.expires_at = now + Duration::days(term);
        self.row.version += 1;
        let values = active(&self.row);
        if is_new {
            draft::Entity::insert(values).exec_without_returning(db).await?;
            return Ok(());
        }
        let written = draft::Entity::update_many()
            .set(values)
            .filter(draft::Column::Id.eq(self.row.id))
            .filter(draft::Column::Version.eq(self.row.version - 1))
            .exec(db)
            .await?;
        if written.rows_affected == 1 { Ok(()) } else { Err(BackendError::Stale) }
    }

    /// Erases it.
    pub async fn delete(&self, db: &impl ConnectionTrait) -> Answer<()> {
        draft_key::Entity::delete_many().filter(draft_key::Column::DraftId.eq(self.row.id)).exec(db).await?;
        draft::Entity::delete_by_id(self.row.id).exec(db).await?;
        Ok(())
    }

    /// Lets a further browser continue it.
    pub async fn share_with(&self, db: &impl ConnectionTrait, owner: &Owner) -> Answer<()> {
        let key = draft_key::ActiveModel { id: Set(Uuid::now_v7()), draft_id: Set(self.row.id), owner: Set(owner.columns().1) };
        let twice = sea_orm::sea_query::OnConflict::columns([draft_key::Column::Owner, draft_key::Column::DraftId])
            .do_nothing()
            .to_owned();
        draft_key::Entity::insert(key).on_conflict(twice).exec_without_returning(db).await?;
        Ok(())
    }
}

fn active(row: &draft::Model) -> draft::ActiveModel {
    let unchanged: draft::ActiveModel = row.clone().into();
    sea_orm::ActiveModelTrait::reset_all(unchanged)
}

/// The newest draft of this owner at this institution. A browser also reaches those it opened by a mailed link.
pub async fn find(
    db: &impl ConnectionTrait,
    owner: &Owner,
    institution: InstitutionId,
    form: FormKind,
    now: DateTime<Utc>,
) -> Answer<Option<Draft>> {
    let (kind, name) = owner.columns();
    let shared = Query::select()
        .column(draft_key::Column::DraftId)
        .from(draft_key::Entity)
        .and_where(draft_key::Column::Owner.eq(name.clone()))
        .to_owned();
    let own = Condition::all().add(draft::Column::OwnerKind.eq(kind)).add(draft::Column::Owner.eq(name));
    let reachable = Condition::any().add(own).add(draft::Column::Id.in_subquery(shared));
    let row = draft::Entity::find()
        .filter(reachable)
        .filter(draft::Column::InstitutionId.eq(institution.0))
        .filter(draft::Column::Form.eq(form.code()))
        .filter(draft::Column::ExpiresAt.gt(now))
        .order_by_desc(draft::Column::UpdatedAt)
        .one(db)
        .await?;
    row.map(Draft::read).transpose()
}

/// The draft of this owner about one record; about none, of a new one.
pub async fn find_about(
    db: &impl ConnectionTrait,
    owner: &Owner,
    institution: InstitutionId,
    form: FormKind,
    subject: Option<Uuid>,
    now: DateTime<Utc>,
) -> Answer<Option<Draft>> {
    let (kind, name) = owner.columns();
    let about = match subject {
        Some(subject) => draft::Column::SubjectId.eq(subject),
        None => draft::Column::SubjectId.is_null(),
    };
    let row = draft::Entity::find()
        .filter(draft::Column::OwnerKind.eq(kind))
        .filter(draft::Column::Owner.eq(name))
        .filter(draft::Column::InstitutionId.eq(institution.0))
        .filter(draft::Column::Form.eq(form.code()))
        .filter(about)
        .filter(draft::Column::ExpiresAt.gt(now))
        .order_by_desc(draft::Column::UpdatedAt)
        .one(db)
        .await?;
    row.map(Draft::read).transpose()
}

/// The newest of a browser's registrations that wait for their code, at any institution.
pub async fn find_unconfirmed(db: &impl ConnectionTrait, owner: &Owner, now: DateTime<Utc>) -> Answer<Option<Draft>> {
    let (kind, name) = owner.columns();
    let row = draft::Entity::find()
        .filter(draft::Column::OwnerKind.eq(kind))
        .filter(draft::Column::Owner.eq(name))
        .filter(draft::Column::State.is_in([UNCONFIRMED, JOINING]))
        .filter(draft::Column::ExpiresAt.gt(now))
        .order_by_desc(draft::Column::UpdatedAt)
        .one(db)
        .await?;
    row.map(Draft::read).transpose()
}

/// The registration that made this account and waits for its code.
pub async fn find_by_account(db: &impl ConnectionTrait, account: AccountId, now: DateTime<Utc>) -> Answer<Option<Draft>> {
    let row = draft::Entity::find()
        .filter(draft::Column::AccountId.eq(account.0))
        .filter(draft::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    row.map(Draft::read).transpose()
}

/// A draft by its key.
pub async fn load(db: &impl ConnectionTrait, id: Uuid) -> Answer<Draft> {
    let row = draft::Entity::find_by_id(id).one(db).await?.ok_or(BackendError::NotFound)?;
    Draft::read(row)
}
