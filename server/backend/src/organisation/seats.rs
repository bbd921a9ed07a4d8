//! *Sedi*: where a host works, and its tutors there. Source: domain reference 2.3.

use domain::access::Action;
use domain::accreditation::fields::OPERATING_SEAT;
use domain::answers::Answers;
use domain::ids::SeatId;
use domain::organisation::seat::{EMPLOYEES, RISK};
use domain::organisation::view::{SeatForm, SeatLine, SeatsView};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::kept::Kept;
use super::links;
use super::own::own_host;
use crate::accreditation::{countries, seat_answers};
use crate::draft::FormKind;
use crate::entity::seat;
use crate::{Answer, BackendError, Ctx};

/// The kind of the seats a host adds and changes by itself.
pub(super) const OPERATING: &str = "operating";

/// The seats of one's host with their tutors. Error: NotFound.
pub async fn seats(ctx: &Ctx, slug: &str) -> Answer<SeatsView> {
    let host = own_host(ctx, slug, Action::SeeOrganisation).await?;
    host.may(ctx, Action::SeeOrganisation)?;
    let db = &ctx.backend.db;
    let mut rows = seat::Entity::find()
        .filter(seat::Column::OrganisationId.eq(host.id.0))
        .filter(seat::Column::Active.eq(true))
        .order_by_asc(seat::Column::Id)
        .all(db)
        .await?;
    rows.sort_by_key(|row| row.kind == OPERATING);
    let mut tutors = links::tutors_of(db, rows.iter().map(|row| row.id).collect()).await?;
    let line = |row: seat::Model| SeatLine {
        seat: SeatId(row.id),
        is_legal: row.kind != OPERATING,
        address: address(&row),
        tutors: tutors.remove(&row.id).unwrap_or_default(),
        name: row.name,
    };
    let can_edit = host.may(ctx, Action::EditSeat).is_ok();
    Ok(SeatsView { host_name: host.name.clone(), seats: rows.into_iter().map(line).collect(), can_edit })
}

/// «Via Italia 7, 13900 Biella (BI)»; abroad with the country's letters.
pub(crate) fn address(row: &seat::Model) -> String {
    let number = row.civic_no.as_deref().map(|number| format!(" {number}")).unwrap_or_default();
    let region = row.province.as_deref().unwrap_or(&row.country);
    format!("{}{number}, {} {} ({region})", row.street, row.postal_code, row.city)
}

/// One operating seat to be filled in; without a seat, a new one. Error: NotFound.
pub async fn seat_form(ctx: &Ctx, slug: &str, seat: Option<SeatId>) -> Answer<SeatForm> {
    let host = own_host(ctx, slug, Action::EditSeat).await?;
    host.may(ctx, Action::EditSeat)?;
    let row = match seat {
        Some(seat) => {
            let row = seat::Entity::find_by_id(seat.0)
                .filter(seat::Column::OrganisationId.eq(host.id.0))
                .filter(seat::Column::Kind.eq(OPERATING));
            Some(row.one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?)
        }
        None => None,
    };
    let version = row.as_ref().map_or(0, |row| row.version);
    let kept = Kept { host: &host, form: FormKind::Seat, subject: seat.map(|seat| seat.0), version };
    let answers = kept.answers(ctx).await?.or_else(|| row.as_ref().map(answers_of)).unwrap_or_default();
    let name = row.map(|row| row.name).unwrap_or_default();
    Ok(SeatForm { seat, version, name, answers, countries: countries(ctx) })
}

/// A row as it would be typed again.
pub(super) fn answers_of(row: &seat::Model) -> Answers {
    let mut answers = seat_answers(&OPERATING_SEAT, row);
    if let Some(employees) = row.employees_permanent_seat {
        answers.set(EMPLOYEES, employees.to_string());
    }
    if let Some(risk) = &row.risk_level {
        answers.set(RISK, risk.as_str());
    }
    answers
}
