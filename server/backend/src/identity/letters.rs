//! Letters to the holders of accounts, and to nobody.

use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use uuid::Uuid;

use crate::Ctx;
use crate::entity::account;
use crate::mail::{Facts, Letter};

/// A letter to the holder of an account.
pub(super) fn to_holder(row: &account::Model, facts: &impl Facts) -> Letter {
    let language = Language::from_code(&row.language).unwrap_or_default();
    let letter = Letter::new(facts, &row.email, language, Uuid::now_v7()).to_account(AccountId(row.id));
    match row.institution_id {
        Some(institution) => letter.from_institution(InstitutionId(institution), None),
        None => letter,
    }
}

/// A letter for [`crate::mail::queue_nothing`].
pub(super) fn to_nobody(ctx: &Ctx, facts: &impl Facts) -> Letter {
    Letter::new(facts, "", ctx.visitor.language, Uuid::now_v7())
}
