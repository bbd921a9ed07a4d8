//! Adding and changing an operating seat.

use domain::access::{Action, Role};
use domain::answers::Answers;
use domain::ids::SeatId;
use domain::organisation::seat::{OperatingSeat, read};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::kept::Kept;
use super::links;
use super::own::{OwnHost, own_host};
use super::seats::{OPERATING, answers_of};
use crate::accreditation::difference;
use crate::draft::FormKind;
use crate::entity::{organisation, seat};
use crate::history::{self, Audience, Happening};
use crate::{Answer, BackendError, Ctx, database};

/// Stores an operating seat, a new one if none is named. Errors: Invalid, Stale, NotFound.
pub async fn save_seat(ctx: &Ctx, slug: &str, seat: Option<SeatId>, version: i64, answers: Answers) -> Answer<SeatId> {
    let host = own_host(ctx, slug, Action::EditSeat).await?;
    let role = host.may(ctx, Action::EditSeat)?;
    let tx = database::begin(&ctx.backend.db).await?;
    let before = match seat {
        Some(seat) => Some(find(&tx, &host, seat).await?),
        None => None,
    };
    let kept = Kept { host: &host, form: FormKind::Seat, subject: seat.map(|seat| seat.0), version };
    let values = match read(&answers, &host.basis(ctx)) {
        Ok(values) => values,
        Err(problems) => {
            tx.rollback().await?;
            kept.keep(ctx, answers).await?;
            return Err(BackendError::Invalid(problems));
        }
    };
    let mut row = write(ctx, &host, before.clone(), values);
    if before.is_none()
        && let Some(there) = there_already(&tx, &row).await?
    {
        return Ok(there);
    }
    let id = SeatId(row.id);
    match &before {
        // The same press once more, or nothing new: there is nothing to do.
        Some(before) if *before == row => return Ok(id),
        Some(before) if before.version != version => return Err(BackendError::Stale),
        Some(_) => update(&tx, ctx, &mut row).await?,
        None => {
            seat::Entity::insert(seat::ActiveModel::from(row.clone())).exec_without_returning(&tx).await?;
        }
    }
    let earlier = before.as_ref().map(answers_of).unwrap_or_default();
    happened(&tx, ctx, &host, &row, role, difference(&earlier, &answers_of(&row))).await?;
    kept.forget(ctx, &tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(id)
}

async fn find(db: &impl ConnectionTrait, host: &OwnHost<'_>, seat: SeatId) -> Answer<seat::Model> {
    let row = seat::Entity::find_by_id(seat.0)
        .filter(seat::Column::OrganisationId.eq(host.id.0))
        .filter(seat::Column::Kind.eq(OPERATING));
    row.lock_exclusive().one(db).await?.ok_or(BackendError::NotFound)
}

/// A seat that was added with the same words: the same press once more. Locks the host, so that two presses see each other.
async fn there_already(db: &impl ConnectionTrait, new: &seat::Model) -> Answer<Option<SeatId>> {
    organisation::Entity::find_by_id(new.organisation_id).lock_exclusive().one(db).await?;
    let open = links::open_seats(db, new.organisation_id).await?;
    let written = answers_of(new);
    Ok(open.into_iter().find(|row| answers_of(row) == written).map(|row| SeatId(row.id)))
}

/// The row with what was written; a new one has its first version.
fn write(ctx: &Ctx, host: &OwnHost<'_>, before: Option<seat::Model>, from: OperatingSeat) -> seat::Model {
    let now = ctx.now();
    let OperatingSeat { seat: address, employees, risk_level } = from;
    seat::Model {
        id: before.as_ref().map_or_else(Uuid::now_v7, |row| row.id),
        organisation_id: host.id.0,
        kind: OPERATING.to_owned(),
        name: address.name,
        country: address.country,
        street: address.street,
        civic_no: address.civic_no,
        postal_code: address.postal_code,
        city: address.city,
        belfiore: address.belfiore,
        province: address.province,
        region: address.region,
        place: address.place,
        phone: address.phone,
        email: address.email,
        employees_permanent_seat: employees,
        risk_level,
        active: true,
        created_at: before.as_ref().map_or(now, |row| row.created_at),
        updated_at: before.as_ref().map_or(now, |row| row.updated_at),
        version: before.as_ref().map_or(1, |row| row.version),
    }
}

async fn update(db: &impl ConnectionTrait, ctx: &Ctx, row: &mut seat::Model) -> Answer<()> {
    row.version += 1;
    row.updated_at = ctx.now();
    let written = seat::Entity::update_many()
        .set(seat::ActiveModel::from(row.clone()).reset_all())
        .filter(seat::Column::Id.eq(row.id))
        .filter(seat::Column::Version.eq(row.version - 1))
        .exec(db)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(BackendError::Stale) }
}

async fn happened(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    host: &OwnHost<'_>,
    row: &seat::Model,
    role: Role,
    diff: Option<String>,
) -> Answer<()> {
    let happening = Happening {
        case_kind: "seat",
        case_id: row.id,
        action: if row.version == 1 { "add" } else { "edit" },
        actor: Some(ctx.signed_in()?.account),
        role,
        from_state: None,
        to_state: None,
        version: row.version,
        note: None,
        diff,
        audience: Audience { organisation: Some(host.id), ..Audience::default() },
    };
    history::append(db, ctx.now(), happening).await?;
    Ok(())
}
