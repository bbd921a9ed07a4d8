//! What was written in a form and not accepted, for the person who wrote it: without scripts the page comes anew.

use domain::answers::Answers;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::own::OwnHost;
use crate::draft::{self, Draft, FormKind, Owner};
use crate::{Answer, Ctx};

/// The version of the record on which the answers were written.
const VERSION: &str = "_version";

/// One form of one person: what it is of, and the record it changes.
#[derive(Clone, Copy)]
pub(crate) struct Kept<'a> {
    pub host: &'a OwnHost<'a>,
    pub form: FormKind,
    /// None for a new record.
    pub subject: Option<Uuid>,
    pub version: i64,
}

impl Kept<'_> {
    /// Keeps what was written, in place of what was kept of this record.
    pub async fn keep(self, ctx: &Ctx, answers: Answers) -> Answer<()> {
        let mut kept = match self.find(ctx, &ctx.backend.db).await? {
            Some(kept) => kept,
            None => {
                let owner = Owner::Account(ctx.signed_in()?.account);
                Draft::new(&owner, self.host.institution, self.form, ctx.visitor.language, ctx.now())
            }
        };
        kept.row.subject_id = self.subject;
        kept.answers = answers.with(VERSION, self.version.to_string());
        kept.save(&ctx.backend.db, ctx.now()).await
    }

    /// What was kept of this record as it is now; nothing if somebody changed it since.
    pub async fn answers(self, ctx: &Ctx) -> Answer<Option<Answers>> {
        Ok(self.draft(ctx).await?.map(|kept| kept.answers))
    }

    /// The same, with when it was kept.
    pub async fn draft(self, ctx: &Ctx) -> Answer<Option<Draft>> {
        let kept = self.find(ctx, &ctx.backend.db).await?;
        Ok(kept.filter(|kept| kept.answers.get(VERSION) == self.version.to_string()))
    }

    /// Forgets it: what was written is stored.
    pub async fn forget(self, ctx: &Ctx, db: &impl ConnectionTrait) -> Answer<()> {
        match self.find(ctx, db).await? {
            Some(kept) => kept.delete(db).await,
            None => Ok(()),
        }
    }

    async fn find(self, ctx: &Ctx, db: &impl ConnectionTrait) -> Answer<Option<Draft>> {
        let owner = Owner::Account(ctx.signed_in()?.account);
        draft::find_about(db, &owner, self.host.institution, self.form, self.subject, ctx.now()).await
    }
}
