//! The tables of the registry, all of one shape: an institution, a code, what the file says of it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::ids::InstitutionId;
use domain::registry::{Outcome, RegistryRow, StudentStatus};
use domain::text::fold;
use sea_orm::prelude::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, Iterable, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Answer;
use crate::entity::{course, department, student, teacher};

/// A table of the registry.
pub trait Entry: Clone + Sized + Send + Sync {
    type Table: EntityTrait<Model = Self>;

    const ID: <Self::Table as EntityTrait>::Column;
    const INSTITUTION: <Self::Table as EntityTrait>::Column;
    const CODE: <Self::Table as EntityTrait>::Column;
    const WITHDRAWN: <Self::Table as EntityTrait>::Column;
    const UPDATED_AT: <Self::Table as EntityTrait>::Column;
    const VERSION: <Self::Table as EntityTrait>::Column;

    /// A line as a row that is new; none for one of another file.
    fn of(institution: InstitutionId, row: &RegistryRow, now: DateTime<Utc>) -> Option<Self>;
    fn code(&self) -> &str;
    /// The row under the identity of an earlier one, changed now.
    fn after(self, before: &Self) -> Self;
    /// The row as it would be without a change.
    fn unchanged(self, before: &Self) -> Self;
}

macro_rules! entry {
    ($table:ident, $variant:ident, |$row:ident| { $($column:ident: $value:expr,)* }, withdrawn: $withdrawn:expr) => {
        impl Entry for $table::Model {
            type Table = $table::Entity;

            const ID: $table::Column = $table::Column::Id;
            const INSTITUTION: $table::Column = $table::Column::InstitutionId;
            const CODE: $table::Column = $table::Column::Code;
            const WITHDRAWN: $table::Column = $table::Column::Withdrawn;
            const UPDATED_AT: $table::Column = $table::Column::UpdatedAt;
            const VERSION: $table::Column = $table::Column::Version;

            fn of(institution: InstitutionId, row: &RegistryRow, now: DateTime<Utc>) -> Option<Self> {
                let RegistryRow::$variant($row) = row else { return None };
                Some(Self {
                    id: Uuid::now_v7(),
                    institution_id: institution.0,
                    $($column: $value,)*
                    withdrawn: $withdrawn,
                    updated_at: now,
                    version: 1,
                })
            }

            fn code(&self) -> &str {
                &self.code
            }

            fn after(self, before: &Self) -> Self {
                Self { id: before.id, version: before.version + 1, ..self }
            }

            fn unchanged(self, before: &Self) -> Self {
                Self { id: before.id, version: before.version, updated_at: before.updated_at, ..self }
            }
        }
    };
}

entry!(department, Department, |row| {
    code: row.code.clone(),
    name: row.name.clone(),
    email: row.email.as_ref().map(ToString::to_string),
}, withdrawn: false);

entry!(course, Course, |row| {
    code: row.code.clone(),
    name: row.name.clone(),
    department: row.department.clone(),
    kind: row.kind.code().to_owned(),
    degree_class: row.degree_class.clone(),
}, withdrawn: false);

entry!(teacher, Teacher, |row| {
    code: row.code.clone(),
    last_name: row.last_name.clone(),
    first_name: row.first_name.clone(),
    name_sort: fold(&[&row.last_name, " ", &row.first_name].concat()),
    email: row.email.to_string(),
    department: row.department.clone(),
}, withdrawn: false);

entry!(student, Student, |row| {
    code: row.matricola.as_str().to_owned(),
    last_name: row.last_name.clone(),
    first_name: row.first_name.clone(),
    tax_code: row.tax_code.as_str().to_owned(),
    email: row.email.to_string(),
    course: row.course.clone(),
    year: row.year,
    cfu: row.cfu,
    status: row.status.code().to_owned(),
    degree_date: row.degree_date,
}, withdrawn: row.status == StudentStatus::Withdrawn);

/// What one piece of a file does, line by line; it is done as well if `applies`. At most some hundred rows.
pub async fn put<E>(db: &impl ConnectionTrait, institution: InstitutionId, rows: Vec<E>, applies: bool) -> Answer<Vec<Outcome>>
where
    E: Entry + PartialEq + IntoActiveModel<<E::Table as EntityTrait>::ActiveModel>,
    <E::Table as EntityTrait>::ActiveModel: Send,
{
    let codes = rows.iter().map(Entry::code).collect::<Vec<_>>();
    let known = E::Table::find().filter(E::INSTITUTION.eq(institution.0)).filter(E::CODE.is_in(codes)).all(db).await?;
    let known: HashMap<&str, &E> = known.iter().map(|row| (row.code(), row)).collect();
    let mut written = Vec::new();
    let mut outcomes = Vec::with_capacity(rows.len());
    for row in rows {
        let (outcome, row) = match known.get(row.code()) {
            None => (Outcome::New, row),
            Some(before) if row.clone().unchanged(before) == **before => (Outcome::Same, row),
            Some(before) => (Outcome::Changed, row.after(before)),
        };
        outcomes.push(outcome);
        if outcome != Outcome::Same {
            written.push(row.into_active_model());
        }
    }
    if applies && !written.is_empty() {
        let keys = [E::INSTITUTION, E::CODE];
        let others = <E::Table as EntityTrait>::Column::iter().filter(|column| {
            ![E::ID, E::INSTITUTION, E::CODE].iter().any(|key| key.as_column_ref().1 == column.as_column_ref().1)
        });
        let conflict = OnConflict::columns(keys).update_columns(others).to_owned();
        E::Table::insert_many(written.into_iter().map(sea_orm::ActiveModelTrait::reset_all))
            .on_conflict(conflict)
            .exec_without_returning(db)
            .await?;
    }
    Ok(outcomes)
}

/// The rows that a complete file does not name: marked as withdrawn if `applies`, and kept. Answers how many.
pub async fn withdraw<E: Entry>(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    is_named: impl Fn(&str) -> bool,
    at: DateTime<Utc>,
    applies: bool,
) -> Answer<i64> {
    let there = E::Table::find()
        .select_only()
        .columns([E::ID, E::CODE])
        .filter(E::INSTITUTION.eq(institution.0))
        .filter(E::WITHDRAWN.eq(false))
        .into_tuple::<(Uuid, String)>()
        .all(db)
        .await?;
    let gone: Vec<Uuid> = there.into_iter().filter(|(_, code)| !is_named(code)).map(|(id, _)| id).collect();
    for piece in gone.chunks(super::import::PIECE) {
        if !applies {
            break;
        }
        E::Table::update_many()
            .col_expr(E::WITHDRAWN, Expr::value(true))
            .col_expr(E::UPDATED_AT, Expr::value(at))
            .col_expr(E::VERSION, Expr::col(E::VERSION).add(1))
            .filter(E::ID.is_in(piece.iter().copied()))
            .exec(db)
            .await?;
    }
    Ok(i64::try_from(gone.len()).unwrap_or(i64::MAX))
}

/// The codes of a table that an institution has.
pub async fn codes<E: Entry>(db: &impl ConnectionTrait, institution: InstitutionId) -> Answer<std::collections::HashSet<String>> {
    let codes = E::Table::find()
        .select_only()
        .column(E::CODE)
        .filter(E::INSTITUTION.eq(institution.0))
        .into_tuple::<String>()
        .all(db)
        .await?;
    Ok(codes.into_iter().collect())
}
