//! The rows behind the profiles, and their numbers.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::ids::InstitutionId;
use domain::profile::{Profile, Profiles};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{case_number, institution};
use crate::{Answer, Backend, BackendError};

/// Slug ↔ key of every institution; read once, institutions only ever join at start.
#[derive(Debug, Clone, Default)]
pub struct Institutions {
    by_slug: HashMap<String, InstitutionId>,
    by_id: HashMap<InstitutionId, String>,
}

impl Institutions {
    /// Reads the rows and inserts the missing ones.
    pub async fn load(db: &impl ConnectionTrait, profiles: &Profiles, now: DateTime<Utc>) -> Answer<Self> {
        for profile in profiles.institutions() {
            let row = institution::ActiveModel {
                id: Set(Uuid::now_v7()),
                slug: Set(profile.slug().to_owned()),
                next_number: Set(1),
                created_at: Set(now),
            };
            let on_conflict = sea_orm::sea_query::OnConflict::column(institution::Column::Slug).do_nothing().to_owned();
            institution::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(db).await?;
        }
        let rows = institution::Entity::find().all(db).await?;
        Ok(Self {
            by_slug: rows.iter().map(|row| (row.slug.clone(), InstitutionId(row.id))).collect(),
            by_id: rows.into_iter().map(|row| (InstitutionId(row.id), row.slug)).collect(),
        })
    }

    /// The key of a slug.
    pub fn id(&self, slug: &str) -> Answer<InstitutionId> {
        self.by_slug.get(slug).copied().ok_or(BackendError::NotFound)
    }

    /// The slug of a key.
    pub fn slug(&self, id: InstitutionId) -> &str {
        self.by_id.get(&id).map_or("", String::as_str)
    }
}

impl Backend {
    /// An institution's key and its effective profile, for the department it is reached through.
    pub fn institution(&self, slug: &str, department: Option<&str>) -> Answer<(InstitutionId, &Profile)> {
        let id = self.institutions.id(slug)?;
        let profile = self.profiles.effective(slug, department).ok_or(BackendError::NotFound)?;
        Ok((id, profile))
    }
}

/// The next progressive number of an institution. Call inside the transaction that uses it.
pub async fn next_number(db: &impl ConnectionTrait, id: InstitutionId) -> Answer<i64> {
    institution::Entity::update_many()
        .col_expr(institution::Column::NextNumber, Expr::col(institution::Column::NextNumber).add(1))
        .filter(institution::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    let row = institution::Entity::find_by_id(id.0).one(db).await?.ok_or(BackendError::NotFound)?;
    Ok(row.next_number - 1)
}

/// The next number of an institution's cases of a kind in a year, from 1. Call inside the transaction that uses it, so that
/// none is left out.
pub async fn next_case_number(db: &impl ConnectionTrait, id: InstitutionId, kind: &str, year: i32) -> Answer<i64> {
    let first = case_number::ActiveModel {
        id: Set(Uuid::now_v7()),
        institution_id: Set(id.0),
        case_kind: Set(kind.to_owned()),
        year: Set(year.into()),
        next_number: Set(1),
    };
    let key = [case_number::Column::InstitutionId, case_number::Column::CaseKind, case_number::Column::Year];
    let on_conflict = sea_orm::sea_query::OnConflict::columns(key).do_nothing().to_owned();
    case_number::Entity::insert(first).on_conflict(on_conflict).exec_without_returning(db).await?;
    let of_year = || {
        Condition::all()
            .add(case_number::Column::InstitutionId.eq(id.0))
            .add(case_number::Column::CaseKind.eq(kind))
            .add(case_number::Column::Year.eq(i64::from(year)))
    };
    case_number::Entity::update_many()
        .col_expr(case_number::Column::NextNumber, Expr::col(case_number::Column::NextNumber).add(1))
        .filter(of_year())
        .exec(db)
        .await?;
    let row = case_number::Entity::find().filter(of_year()).one(db).await?.ok_or(BackendError::NotFound)?;
    Ok(row.next_number - 1)
}
