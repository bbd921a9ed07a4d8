//! «Attiva»: protocol number, stamp duty, and that somebody looked at every signature. Source: domain reference 3.3.

use domain::access::Action;
use domain::answers::Answers;
use domain::check::{FieldError, Problem};
use domain::convention::request::read_protocol;
use domain::convention::stamp::StampDuty;
use domain::convention::{Ctx as Machine, Event, State};
use domain::ids::ConventionId;
use domain::profile::Severity;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::case::Case;
use super::fire::{self, Done};
use crate::entity::signature;
use crate::{Answer, BackendError, Ctx, database};

/// The answer of the box beside one signature: `looked_{id}`.
pub const LOOKED: &str = "looked_";
/// The answer that accepts a missing stamp (R-22 as a warning).
pub const NO_STAMP: &str = "stamp_later";

/// Records what was entered (protocol, stamp, signatures looked at) and activates. Errors: Invalid, Refused, Stale, SignIn,
/// Denied, NotFound.
pub async fn activate(ctx: &Ctx, slug: &str, id: ConventionId, version: i64, answers: &Answers) -> Answer<State> {
    let tx = database::begin(&ctx.backend.db).await?;
    let (mut case, role) = Case::locked(&tx, ctx, slug, id, &[Action::ActivateConvention]).await?;
    if case.row.version != version {
        return fire::repeated(&tx, ctx, &case, Event::Activate, version).await;
    }
    let from = case.state()?;
    let acknowledged = answers.flag(NO_STAMP) && may_come_later(&case);
    enter(ctx, &mut case, answers, acknowledged)?;
    look(&tx, ctx, &mut case, answers).await?;
    let known = case.known(false);
    let machine = Machine { acknowledged, ..case.machine(ctx, role, &known) };
    let (to, effects) = from.apply(Event::Activate, &machine).map_err(fire::refused)?;
    let done = Done { event: Event::Activate, role, from, to, note: "" };
    fire::follow(&tx, ctx, &mut case, &done, &effects).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(to)
}

/// Whether a missing stamp is only warned about.
pub(super) fn may_come_later(case: &Case<'_>) -> bool {
    case.profile.rule("R-22").is_none_or(|rule| rule.severity != Severity::Block)
}

/// Protocol and stamp, every problem at once, with a box that was not ticked.
fn enter(ctx: &Ctx, case: &mut Case<'_>, answers: &Answers, without_stamp: bool) -> Answer<()> {
    let mut problems = Vec::new();
    match read_protocol(answers, ctx.backend.clock.today()) {
        Ok(protocol) => {
            case.row.protocol_number = Some(protocol.number().to_owned());
            case.row.protocol_date = Some(protocol.date());
        }
        Err(found) => problems.extend(found),
    }
    if !without_stamp {
        match StampDuty::read(answers) {
            Ok(stamp) => {
                let json = serde_json::to_string(&stamp).map_err(|error| BackendError::Internal(error.to_string()))?;
                case.row.stamp = Some(json);
            }
            Err(found) => problems.extend(found),
        }
    }
    for copy in case.counting().filter(|copy| copy.file_id.is_some() && copy.looked_at.is_none()) {
        let field = format!("{LOOKED}{}", copy.id);
        if !answers.flag(&field) {
            problems.push(FieldError { field, problem: Problem::NotAccepted });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(BackendError::Invalid(problems)) }
}

/// Somebody of the office has looked at each signature.
async fn look(db: &impl ConnectionTrait, ctx: &Ctx, case: &mut Case<'_>, answers: &Answers) -> Answer<()> {
    let (officer, now) = (ctx.signed_in()?.account.0, ctx.now());
    let ticked = |copy: &&signature::Model| answers.flag(&format!("{LOOKED}{}", copy.id)) && copy.looked_at.is_none();
    let ids: Vec<_> = case.counting().filter(ticked).map(|copy| copy.id).collect();
    signature::Entity::update_many()
        .col_expr(signature::Column::LookedBy, Expr::value(officer))
        .col_expr(signature::Column::LookedAt, Expr::value(now))
        .filter(signature::Column::Id.is_in(ids.clone()))
        .exec(db)
        .await?;
    for copy in case.copies.iter_mut().filter(|copy| ids.contains(&copy.id)) {
        copy.looked_by = Some(officer);
        copy.looked_at = Some(now);
    }
    Ok(())
}
