//! What waits for a host: its drafts, and what it has to sign.

use std::collections::HashMap;

use chrono::Days;
use domain::access::Role;
use domain::accreditation::view::{Todo, TodoKind};
use domain::convention::State;
use domain::ids::OrganisationId;
use domain::signing::Sequence;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::case::{number_of, state_of};
use crate::entity::{convention, signature};
use crate::{Answer, Ctx};

/// A host's conventions at an institution that wait for it; nearest deadline first, then oldest.
pub(crate) async fn waiting_for_host(ctx: &Ctx, slug: &str, host: OrganisationId) -> Answer<Vec<Todo>> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    let db = &ctx.backend.db;
    let rows = convention::Entity::find()
        .filter(convention::Column::InstitutionId.eq(institution.0))
        .filter(convention::Column::OrganisationId.eq(host.0))
        .filter(convention::Column::State.is_in([State::Draft.code(), State::AwaitingSignatures.code()]))
        .all(db)
        .await?;
    let ids = rows.iter().map(|row| row.id);
    let counting = signature::Entity::find()
        .filter(signature::Column::CaseId.is_in(ids))
        .filter(signature::Column::Counts.eq(true))
        .all(db)
        .await?;
    let mut signed: HashMap<Uuid, Vec<Role>> = HashMap::new();
    for copy in counting {
        signed.entry(copy.case_id).or_default().extend(Role::from_code(&copy.role));
    }
    let mut todo = Vec::new();
    for row in rows {
        let signed = signed.remove(&row.id).unwrap_or_default();
        todo.extend(of_row(ctx, slug, &row, &signed)?);
    }
    todo.sort_by_key(|one| (one.until.is_none(), one.until, one.kind, one.since));
    Ok(todo)
}

fn of_row(ctx: &Ctx, slug: &str, row: &convention::Model, signed: &[Role]) -> Answer<Option<Todo>> {
    let (_, profile) = ctx.backend.institution(slug, row.handling_department.as_deref())?;
    let steps = Sequence { steps: &profile.convention.signatures, signed };
    let kind = match state_of(row)? {
        State::Draft if row.returned => TodoKind::ConventionReturned,
        State::Draft => TodoKind::ConventionDraft,
        _ if steps.turn().is_some_and(|step| step.role.is_of_host()) => TodoKind::ConventionToSign,
        _ => return Ok(None),
    };
    let day = row.waiting_since.with_timezone(&chrono_tz::Europe::Rome).date_naive();
    let until = day.checked_add_days(Days::new(profile.convention.lapse_days.unsigned_abs()));
    let until = until.filter(|_| kind == TodoKind::ConventionToSign);
    Ok(Some(Todo {
        kind,
        subject: row.id,
        name: number_of(row).map(|number| number.to_string()).unwrap_or_default(),
        since: row.waiting_since,
        days_left: until.map(|until| (until - ctx.backend.clock.today()).num_days()),
        until,
    }))
}
