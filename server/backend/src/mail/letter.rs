//! One message to one recipient, and how it gets into the outbox.

use chrono::{DateTime, Utc};
use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use tokio::sync::Notify;
use uuid::Uuid;

use super::{Facts, Kind, outbox};
use crate::entity::outbox as row;
use crate::{Answer, BackendError};

/// One message to one recipient, not yet in words.
#[derive(Debug, Clone)]
pub struct Letter {
    pub kind: Kind,
    pub to: String,
    pub account: Option<AccountId>,
    pub language: Language,
    /// Whose sender and office the letter has; none: the first institution's.
    pub institution: Option<InstitutionId>,
    pub department: Option<String>,
    /// Kind and key of the case on which the delivery is shown.
    pub case: Option<(&'static str, Uuid)>,
    pub facts: serde_json::Value,
    /// Same kind, recipient and words here: the same letter, sent once.
    pub deduplication: String,
}

impl Letter {
    /// A letter with these facts.
    pub fn new(facts: &impl Facts, to: &str, language: Language, deduplication: impl ToString) -> Self {
        Self {
            kind: facts.kind(),
            to: to.to_owned(),
            account: None,
            language,
            institution: None,
            department: None,
            case: None,
            facts: serde_json::to_value(facts).unwrap_or_default(),
            deduplication: deduplication.to_string(),
        }
    }

    /// To the holder of an account.
    pub fn to_account(mut self, account: AccountId) -> Self {
        self.account = Some(account);
        self
    }

    /// From an institution; replies go to the department if there is one.
    pub fn from_institution(mut self, institution: InstitutionId, department: Option<&str>) -> Self {
        self.institution = Some(institution);
        self.department = department.map(str::to_owned);
        self
    }

    /// About a case.
    pub fn about(mut self, kind: &'static str, id: Uuid) -> Self {
        self.case = Some((kind, id));
        self
    }
}

/// Puts a letter into the outbox, in the caller's transaction. The same letter a second time is ignored.
/// After the commit, `backend.mail.wake()` sends it at once; without, the worker finds it a little later.
pub async fn queue(db: &impl ConnectionTrait, now: DateTime<Utc>, letter: Letter) -> Answer<()> {
    insert(db, now, letter, outbox::QUEUED).await
}

/// The work of [`queue`] with nobody to write to: where an answer must not tell, by its time, whether anybody exists.
pub async fn queue_nothing(db: &impl ConnectionTrait, now: DateTime<Utc>, letter: Letter) -> Answer<()> {
    let nobody = Letter { to: String::new(), facts: serde_json::Value::Null, ..letter };
    insert(db, now, nobody, outbox::DROPPED).await
}

async fn insert(db: &impl ConnectionTrait, now: DateTime<Utc>, letter: Letter, state: &str) -> Answer<()> {
    let id = Uuid::now_v7();
    let facts = serde_json::to_string(&letter.facts).map_err(|error| BackendError::Mail(error.to_string()))?;
    let row = row::ActiveModel {
        id: Set(id),
        deduplication_key: Set(format!("{}:{}:{}", letter.kind.code(), letter.deduplication, letter.to)),
        notice: Set(letter.kind.code().to_owned()),
        language: Set(letter.language.code().to_owned()),
        recipient: Set(letter.to),
        account_id: Set(letter.account.map(|account| account.0)),
        institution_id: Set(letter.institution.map(|institution| institution.0)),
        department: Set(letter.department),
        case_kind: Set(letter.case.map(|(kind, _)| kind.to_owned())),
        case_id: Set(letter.case.map(|(_, id)| id)),
        facts: Set(facts),
        // Fixed here, so that every copy of the letter is known as the same.
        message_id: Set(id.simple().to_string()),
        subject: Set(None),
        body_text: Set(None),
        body_html: Set(None),
        state: Set(state.to_owned()),
        attempts: Set(0),
        next_attempt_at: Set(now),
        claimed_until: Set(None),
        sent_at: Set(None),
        last_error: Set(None),
        created_at: Set(now),
    };
    let ignore = OnConflict::column(row::Column::DeduplicationKey).do_nothing().to_owned();
    row::Entity::insert(row).on_conflict(ignore).exec_without_returning(db).await?;
    Ok(())
}

/// Wakes the worker as soon as something was queued and committed.
#[derive(Debug, Default)]
pub struct Wake(Notify);

impl Wake {
    /// To be called after the commit; harmless without a worker.
    pub fn wake(&self) {
        self.0.notify_one();
    }

    /// Until the next [`Wake::wake`].
    pub(super) async fn woken(&self) {
        self.0.notified().await;
    }
}
