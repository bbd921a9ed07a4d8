//! A change of state: apply → write what must follow, event and letters, in the caller's transaction.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::access::Role;
use domain::check::{Checker, FieldError, Problem};
use domain::convention::{Ctx as Machine, Effect, Event, State};
use domain::ids::{AccountId, ConventionId};
use domain::refusal::Refusal;
use domain::text::clean_text;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::case::{Case, KIND, Known};
use super::issue;
use super::letters::{self, Telling};
use crate::entity::{convention, event, signature};
use crate::history::{self, Happening};
use crate::{Answer, BackendError, Ctx, database, institution, timer};

/// Longest note or reason, in characters.
const NOTE_MAX: usize = 2_000;
/// Before the code of an event: the kind of its timers.
const TIMER: &str = "convention:";

/// «Ritira», «Riporta in bozza», «Respingi», «Approva», «Disdetta», «Recesso»: what somebody decides with a button. Answers
/// the state afterwards. Errors: Invalid (`note`), Stale, Refused, SignIn, Denied, NotFound.
pub async fn decide(
    ctx: &Ctx,
    slug: &str,
    id: ConventionId,
    version: i64,
    event: Event,
    note: &str,
    acknowledged: bool,
) -> Answer<State> {
    let mut c = Checker::default();
    let note = c.take("note", clean_text(note, NOTE_MAX));
    let note = c.finish(|| note)?;
    let tx = database::begin(&ctx.backend.db).await?;
    let (mut case, role) = Case::locked(&tx, ctx, slug, id, event.actions()).await?;
    if case.row.version != version {
        return repeated(&tx, ctx, &case, event, version).await;
    }
    let known = case.known(case.other_open(&tx).await?);
    let machine = Machine { note: &note, acknowledged, ..case.machine(ctx, role, &known) };
    let from = case.state()?;
    let (to, effects) = from.apply(event, &machine).map_err(refused)?;
    let done = Done { event, role, from, to, note: &note };
    follow(&tx, ctx, &mut case, &done, &effects).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(to)
}

/// What was decided.
pub(super) struct Done<'a> {
    pub event: Event,
    pub role: Role,
    pub from: State,
    pub to: State,
    pub note: &'a str,
}

/// Writes everything that follows a transition: row, timers, document, event, letters.
pub(super) async fn follow(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    case: &mut Case<'_>,
    done: &Done<'_>,
    effects: &[Effect],
) -> Answer<()> {
    let now = ctx.now();
    case.row.state = done.to.code().to_owned();
    case.row.waiting_since = now;
    enter(&mut case.row, done, now);
    let had_signatures = case.counting().next().is_some();
    for effect in effects {
        take(db, ctx, case, *effect).await?;
    }
    case.store(db, now).await?;
    case.index(db).await?;
    let actor = ctx.visitor.signed_in.as_ref().map(|person| person.account);
    happened(db, case, done.event.code(), actor, done, now).await?;
    let cleared = had_signatures && case.counting().next().is_none();
    for effect in effects {
        if let Effect::Notify { notice } = effect {
            letters::send(db, ctx, case, *notice, &Telling { event: done.event, note: done.note, cleared }).await?;
        }
    }
    Ok(())
}

/// What the row notes of a state that it has just come into.
fn enter(row: &mut convention::Model, done: &Done<'_>, now: DateTime<Utc>) {
    let note = || Some(done.note.to_owned()).filter(|note| !note.is_empty());
    match done.event {
        Event::Submit => {
            row.submitted_at = Some(now);
            row.returned = false;
            row.note = None;
        }
        Event::Approve => row.approved_at = Some(now),
        Event::Return | Event::Reject | Event::Terminate => row.note = note(),
        Event::Withdraw
        | Event::RecordSignature
        | Event::FailCheck
        | Event::Lapse
        | Event::Activate
        | Event::WarnExpiry
        | Event::GiveNotice
        | Event::Renew
        | Event::Expire => {}
    }
    // Signing does not begin the wait anew: the term of the approval runs on.
    if done.event == Event::RecordSignature || done.event == Event::FailCheck {
        row.waiting_since = row.approved_at.unwrap_or(now);
    }
}

async fn take(db: &impl ConnectionTrait, ctx: &Ctx, case: &mut Case<'_>, effect: Effect) -> Answer<()> {
    let row = &mut case.row;
    match effect {
        // After the row is stored.
        Effect::Notify { .. } => {}
        Effect::Timer { event, on } => {
            stop_timers(db, row.id).await?;
            timer::set(db, &format!("{TIMER}{}", event.code()), row.id, at_night(on)).await?;
        }
        Effect::StopTimer => stop_timers(db, row.id).await?,
        Effect::Approved { party } => {
            let code = serde_json::to_value(party).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
            let before = std::mem::take(&mut row.approved_by);
            row.approved_by = [before, code].into_iter().filter(|code| !code.is_empty()).collect::<Vec<_>>().join(",");
        }
        Effect::AssignNumber => {
            let year = chrono::Datelike::year(&ctx.backend.clock.today());
            row.number_year = Some(year.into());
            row.number_progressive = Some(institution::next_case_number(db, case.institution, KIND, year).await?);
        }
        Effect::IssueDocument => issue::issue(db, ctx, case).await?,
        // It is inserted by whoever has it; here it only counts.
        Effect::KeepSignature { .. } => {}
        Effect::ClearSignatures => {
            row.approved_by = String::new();
            row.document_id = None;
            clear_signatures(db, case).await?;
        }
        Effect::ClearApprovals => row.approved_by = String::new(),
        Effect::MarkReturned => row.returned = true,
        Effect::MarkExpiring => row.expiring = true,
        Effect::SetTerm { term } => {
            row.stipulated_on = Some(term.stipulated_on);
            row.expires_on = term.expires_on;
        }
        Effect::StopRenewal => row.renewal = Some(false),
        Effect::Renewed { expires_on } => {
            row.expires_on = Some(expires_on);
            row.expiring = false;
            row.renewals += 1;
        }
    }
    Ok(())
}

/// No copy of the present text counts any more; the next ones are of another round.
pub(super) async fn clear_signatures(db: &impl ConnectionTrait, case: &mut Case<'_>) -> Answer<()> {
    signature::Entity::update_many()
        .col_expr(signature::Column::Counts, Expr::value(false))
        .filter(signature::Column::CaseId.eq(case.row.id))
        .exec(db)
        .await?;
    case.copies.iter_mut().for_each(|copy| copy.counts = false);
    case.row.round += 1;
    Ok(())
}

async fn stop_timers(db: &impl ConnectionTrait, id: Uuid) -> Answer<()> {
    for event in [Event::Lapse, Event::WarnExpiry, Event::Renew, Event::Expire] {
        timer::cancel(db, &format!("{TIMER}{}", event.code()), id).await?;
    }
    Ok(())
}

/// Ten past midnight in Rome.
fn at_night(on: NaiveDate) -> DateTime<Utc> {
    let local = on.and_hms_opt(0, 10, 0).unwrap_or_default();
    let rome = local.and_local_timezone(chrono_tz::Europe::Rome).earliest();
    rome.map_or_else(|| local.and_utc() - Duration::hours(1), |at| at.with_timezone(&Utc))
}

async fn happened(
    db: &impl ConnectionTrait,
    case: &Case<'_>,
    action: &str,
    actor: Option<AccountId>,
    done: &Done<'_>,
    now: DateTime<Utc>,
) -> Answer<()> {
    let happening = Happening {
        case_kind: KIND,
        case_id: case.row.id,
        action,
        actor,
        role: done.role,
        from_state: Some(done.from.code()),
        to_state: Some(done.to.code()),
        version: case.row.version,
        note: Some(done.note.to_owned()).filter(|note| !note.is_empty()),
        diff: None,
        audience: case.audience(),
    };
    history::append(db, now, happening).await?;
    Ok(())
}

/// A double click finds its decision made by itself and is answered as the first click was; anybody else was late.
pub(super) async fn repeated(db: &impl ConnectionTrait, ctx: &Ctx, case: &Case<'_>, event: Event, version: i64) -> Answer<State> {
    let last = event::Entity::find().filter(event::Column::CaseId.eq(case.row.id)).order_by_desc(event::Column::Sequence);
    let actor = ctx.signed_in()?.account.0;
    let is_mine =
        |last: &event::Model| last.action == event.code() && last.actor_id == Some(actor) && last.subject_version == version + 1;
    if last.one(db).await?.as_ref().is_some_and(is_mine) { case.state() } else { Err(BackendError::Stale) }
}

/// A note that is too short is shown at its field.
pub(super) fn refused(refusal: Refusal) -> BackendError {
    match refusal {
        Refusal::NoteShort { min } => {
            BackendError::Invalid(vec![FieldError { field: "note".to_owned(), problem: Problem::NoteShort { min } }])
        }
        Refusal::Illegal { .. } | Refusal::Rule { .. } | Refusal::AlreadyRegistered => refusal.into(),
    }
}

/// What is due at its time. Nothing if the case has moved on. Errors are tried again.
pub(crate) async fn on_timer(ctx: &Ctx, kind: &str, id: Uuid) -> Answer<()> {
    let Some(event) = kind.strip_prefix(TIMER).and_then(Event::from_code) else { return Ok(()) };
    let tx = database::begin(&ctx.backend.db).await?;
    let row = sea_orm::QuerySelect::lock_exclusive(convention::Entity::find_by_id(id)).one(&tx).await?;
    let Some(row) = row else { return Ok(()) };
    let slug = ctx.backend.institutions.slug(domain::ids::InstitutionId(row.institution_id)).to_owned();
    let mut case = Case::around(&tx, ctx, &slug, row).await?;
    let known: Known = case.known(false);
    let from = case.state()?;
    let Ok((to, effects)) = from.apply(event, &case.machine(ctx, Role::System, &known)) else { return Ok(()) };
    let done = Done { event, role: Role::System, from, to, note: "" };
    follow(&tx, ctx, &mut case, &done, &effects).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

/// Whether a timer is of conventions.
pub(crate) fn is_timer(kind: &str) -> bool {
    kind.starts_with(TIMER)
}
