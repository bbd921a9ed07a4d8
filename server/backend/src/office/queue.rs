//! The office's list of requests, oldest first.

use domain::access::{Action, Scope};
use domain::accreditation::state::State;
use domain::accreditation::view::{QueueRow, QueueSummary};
use domain::ids::{AccreditationId, InstitutionId};
use domain::list::{ListPage, ListQuery};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::entity::accreditation::{self, Column};
use crate::list::{self, Kind, List, Sort};
use crate::{Answer, Ctx, search};

/// The kind under which requests are indexed for search.
const SUBJECT: &str = "accreditation";

/// The list of requests of an institution.
pub(super) const REQUESTS: List<Column> = List {
    id: Column::Id,
    sorts: &[
        Sort { code: "waiting", column: Column::WaitingSince, kind: Kind::Instant },
        Sort { code: "host", column: Column::HostSort, kind: Kind::Text },
        Sort { code: "town", column: Column::TownSort, kind: Kind::Text },
        Sort { code: "number", column: Column::Number, kind: Kind::Number },
    ],
    default: "waiting",
};

/// One page of the requests; those to be examined unless another state is asked for.
pub async fn queue(ctx: &Ctx, institution: &str, query: &ListQuery) -> Answer<ListPage<QueueRow>> {
    let (institution, _) = ctx.backend.institution(institution, None)?;
    ctx.may(Action::SeeAccreditationQueue, &Scope::institution(institution))?;
    let db = &ctx.backend.db;
    let page = list::page(db, &REQUESTS, requests(db, institution, query).await?, query).await?;
    Ok(list::map(page, row))
}

/// The same with what waits, asked for at the same time.
pub async fn queue_and_waiting(ctx: &Ctx, institution: &str, query: &ListQuery) -> Answer<(ListPage<QueueRow>, QueueSummary)> {
    futures::try_join!(queue(ctx, institution, query), waiting(ctx, institution))
}

/// How many requests wait for the office, and since when the oldest does.
pub async fn waiting(ctx: &Ctx, institution: &str) -> Answer<QueueSummary> {
    let (institution, _) = ctx.backend.institution(institution, None)?;
    ctx.may(Action::SeeAccreditationQueue, &Scope::institution(institution))?;
    let db = &ctx.backend.db;
    let open = requests(db, institution, &ListQuery::default()).await?;
    let to_examine = list::count(db, &REQUESTS, open.clone()).await?;
    let oldest = open.order_by_asc(Column::WaitingSince).one(db).await?;
    Ok(QueueSummary { to_examine, oldest_since: oldest.map(|row| row.waiting_since) })
}

/// The rows that the list shows for a query: its filter and its words.
pub(super) async fn requests(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    query: &ListQuery,
) -> Answer<Select<accreditation::Entity>> {
    let rows = match search::matches(db, SUBJECT, institution, &query.q).await? {
        // The institution stands in an expression, so that the engines begin with the few rows found and not with its index.
        Some(found) => accreditation::Entity::find().filter(Column::Id.is_in(found)).filter(
            Expr::expr(Func::coalesce([Column::InstitutionId.into_expr(), Column::InstitutionId.into_expr()])).eq(institution.0),
        ),
        None => accreditation::Entity::find().filter(Column::InstitutionId.eq(institution.0)),
    };
    if query.state == "all" {
        return Ok(rows);
    }
    let asked = State::from_code(&query.state).filter(|state| state.was_submitted()).unwrap_or(State::Submitted);
    Ok(rows.filter(Column::State.eq(asked.code())))
}

pub(super) fn row(row: accreditation::Model) -> QueueRow {
    let state = State::from_code(&row.state).unwrap_or(State::Submitted);
    QueueRow {
        id: AccreditationId(row.id),
        number: row.number,
        integrated: state == State::Submitted && row.round > 0,
        host_name: row.host_name,
        town: row.town,
        province: row.province,
        country: row.country,
        state,
        submitted_at: row.submitted_at,
        waiting_since: row.waiting_since,
    }
}
