//! One convention as its reader may see it: where it stands, whose turn it is, what they can do.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::access::{Action, Role};
use domain::attachment::FileState;
use domain::convention::view::{ConventionView, CopyView, Signer, Stop, StopKind, StopState, Turn};
use domain::convention::{Event, State, offered_events};
use domain::ids::{ConventionId, FileId, SignatureId};
use domain::profile::DocumentSource;
use domain::refusal::Refusal;
use domain::signing::{Means, Sequence, may_record};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::case::{Case, means_of};
use super::issue::{self, role_words, signer_name};
use super::list::{label, protocol};
use crate::entity::{account, signature};
use crate::history;
use crate::{Answer, Ctx};

/// One convention. Errors: SignIn, Denied, NotFound.
pub async fn convention(ctx: &Ctx, slug: &str, id: ConventionId) -> Answer<ConventionView> {
    let case = Case::seen(ctx, slug, id).await?;
    let state = case.state()?;
    // A draft is its host's alone.
    if state == State::Draft && !case.may(ctx, Action::SeeConvention)?.is_of_host() {
        return Err(crate::BackendError::NotFound);
    }
    let db = &ctx.backend.db;
    let language = ctx.visitor.language;
    let rights = Rights::of(ctx, &case, state)?;
    let row = &case.row;
    let area = row.area.as_deref().unwrap_or_default();
    let identity = &case.profile.identity;
    let department = row.handling_department.as_deref().and_then(|slug| identity.department(slug));
    let signers = signers(db, &case, &rights, state).await?;
    Ok(ConventionView {
        id,
        version: row.version,
        state,
        label: label(row, state, case.shown(), case.profile, language),
        number: case.number().map(|number| number.to_string()).unwrap_or_default(),
        host_name: row.host_name.clone(),
        promoter: identity.name.get(language).to_owned(),
        description: row.description.clone().unwrap_or_default(),
        kind: super::case::kind_of(row),
        duration_months: row.duration_months,
        area: identity.areas.iter().find(|one| one.it == area).map_or(area, |one| one.get(language)).to_owned(),
        digital_signature: row.digital_signature,
        renewal: row.renewal.unwrap_or_default(),
        renewal_months: case.profile.convention.renewal_months,
        notice_days: case.profile.convention.notice_days,
        department: department.map(|own| own.name.get(language).to_owned()).unwrap_or_default(),
        stipulated_on: row.stipulated_on,
        expires_on: row.expires_on,
        protocol: protocol(row),
        protocol_date: row.protocol_date,
        stamp: row.stamp.as_deref().and_then(|json| serde_json::from_str(json).ok()),
        stamp_due: issue::stamp_due(&case),
        note: row.note.clone().unwrap_or_default(),
        track: track(db, ctx, &case, state).await?,
        turn: turn(db, &case, state, &signers).await?,
        document: row.document_id.map(FileId),
        document_at: row.document_at,
        copies: copies(db, &case).await?,
        records_paper: rights.paper && waits_for_signature(state, &case),
        can_edit: rights.proposes && state == State::Draft,
        can_issue: rights.decides && state == State::Submitted && case.profile.convention.document == DocumentSource::Office,
        offered: rights.offered,
        missing: missing(ctx, &case, state, rights.activates),
        history: history::shown(db, history::told(db, row.id).await?).await?,
        max_mb: case.profile.file.max_mb,
        signers,
    })
}

/// What the reader may do.
struct Rights {
    proposes: bool,
    decides: bool,
    activates: bool,
    paper: bool,
    /// The roles by which they may put copies in place.
    uploads: Vec<Role>,
    offered: Vec<String>,
}

impl Rights {
    fn of(ctx: &Ctx, case: &Case<'_>, state: State) -> Answer<Self> {
        let role = |action| case.may(ctx, action).ok();
        let is_offered = |event: &Event| {
            let own = event.actions().iter().find_map(|action| role(*action));
            own.is_some_and(|own| offered_events(state, own).contains(event))
        };
        let events = state.events().iter().filter(|event| is_offered(event) && has_button(**event, case, state));
        let uploads = [Action::UploadSignedConvention, Action::SignConvention];
        let activates = role(Action::ActivateConvention);
        Ok(Self {
            proposes: role(Action::ProposeConvention).is_some(),
            decides: role(Action::DecideConvention).is_some(),
            activates: activates.is_some(),
            paper: activates.is_some() && case.profile.signature.paper_allowed,
            uploads: uploads.into_iter().filter_map(role).collect(),
            offered: events.map(|event| event.code().to_owned()).collect(),
        })
    }
}

/// Whether the page has a plain button for it now: signing and sending have forms of their own, and a button whose press
/// would be refused whatever is written is not there.
fn has_button(event: Event, case: &Case<'_>, state: State) -> bool {
    match event {
        Event::Withdraw | Event::Return | Event::Reject | Event::Terminate => true,
        Event::Approve => case.profile.convention.document == DocumentSource::Portal || case.row.document_id.is_some(),
        Event::Activate => state == State::AwaitingSignatures,
        Event::GiveNotice => case.row.renewal == Some(true),
        Event::Submit | Event::RecordSignature | Event::FailCheck | Event::Lapse => false,
        Event::WarnExpiry | Event::Renew | Event::Expire => false,
    }
}

/// Whether somebody's signature is awaited.
fn waits_for_signature(state: State, case: &Case<'_>) -> bool {
    let signed = case.signed();
    let turn = Sequence { steps: &case.profile.convention.signatures, signed: &signed }.turn().is_some();
    turn && matches!(state, State::AwaitingSignatures | State::Active)
}

/// Whose signed copy the reader can put in place now.
async fn signers(db: &impl ConnectionTrait, case: &Case<'_>, rights: &Rights, state: State) -> Answer<Vec<Signer>> {
    if !waits_for_signature(state, case) {
        return Ok(Vec::new());
    }
    let signed = case.signed();
    let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
    let mut found = Vec::new();
    for step in steps.open().filter(|step| rights.uploads.iter().any(|own| may_record(*own, step.role))) {
        let name = signer_name(db, case, step.role).await?;
        found.push(Signer { role: step.role, name, methods: step.methods.iter().copied().collect() });
    }
    Ok(found)
}

/// What an activation still needs, for those who activate.
fn missing(ctx: &Ctx, case: &Case<'_>, state: State, activates: bool) -> Vec<String> {
    if !activates || state != State::AwaitingSignatures {
        return Vec::new();
    }
    let known = case.known(false);
    let settled = domain::convention::Ctx {
        protocol_recorded: true,
        signatures_confirmed: true,
        stamp_duty_settled: true,
        ..case.machine(ctx, Role::Office, &known)
    };
    match state.apply(Event::Activate, &settled) {
        Err(Refusal::Rule { rule }) => vec![rule],
        Err(_) | Ok(_) => Vec::new(),
    }
}

fn day(at: chrono::DateTime<chrono::Utc>) -> NaiveDate {
    at.with_timezone(&chrono_tz::Europe::Rome).date_naive()
}

/// The last day for signatures.
fn deadline(case: &Case<'_>) -> Option<NaiveDate> {
    case.waiting_day().checked_add_days(Days::new(case.profile.convention.lapse_days.unsigned_abs()))
}

async fn track(db: &impl ConnectionTrait, ctx: &Ctx, case: &Case<'_>, state: State) -> Answer<Vec<Stop>> {
    let row = &case.row;
    let asked = state != State::Draft;
    let approved = row.approved_at.is_some() && !matches!(state, State::Draft | State::Submitted);
    let stop = |kind, done: bool, now: bool, who: String, on| Stop { kind, state: place(done, now), who, on };
    let mut stops = vec![stop(StopKind::Asked, asked, state == State::Draft, String::new(), row.submitted_at.map(day))];
    if !case.profile.convention.approvals.is_empty() {
        let on = row.approved_at.filter(|_| approved).map(day);
        stops.push(stop(StopKind::Approved, approved, state == State::Submitted, String::new(), on));
    }
    let turn = waits_for_signature(state, case);
    let signed = case.signed();
    let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
    let open = steps.turn().map(|step| step.role);
    for step in steps.steps {
        let copy = case.counting().find(|copy| copy.role == step.role.code());
        let now = turn && open == Some(step.role);
        let name = match copy {
            Some(copy) => copy.signer_name.clone(),
            None => signer_name(db, case, step.role).await?,
        };
        let who = if name.is_empty() { role_words(step.role, case, ctx.visitor.language) } else { name };
        let on = copy.map(|copy| day(copy.created_at)).or(deadline(case).filter(|_| now && state == State::AwaitingSignatures));
        stops.push(stop(StopKind::Signed { role: step.role }, copy.is_some(), now, who, on));
    }
    let active = matches!(state, State::Active | State::Expired | State::Terminated);
    let now = state == State::AwaitingSignatures && !turn;
    stops.push(stop(StopKind::Active, active, now, String::new(), row.stipulated_on));
    Ok(stops)
}

fn place(done: bool, now: bool) -> StopState {
    match (done, now) {
        (true, _) => StopState::Done,
        (false, true) => StopState::Now,
        (false, false) => StopState::ToDo,
    }
}

/// Whose turn it is; nobody's once it is over or active.
async fn turn(db: &impl ConnectionTrait, case: &Case<'_>, state: State, signers: &[Signer]) -> Answer<Option<Turn>> {
    let since = case.row.waiting_since;
    let of = |role, who, until, is_yours| Some(Turn { role, who, since, until, is_yours });
    Ok(match state {
        State::Draft => of(Role::Contact, String::new(), None, true),
        State::Submitted => of(Role::Office, String::new(), None, false),
        State::AwaitingSignatures => {
            let signed = case.signed();
            let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
            match steps.turn() {
                Some(step) => {
                    let yours = signers.iter().any(|signer| signer.role == step.role);
                    let since = case.counting().last().map_or(since, |copy| copy.created_at);
                    let who = signer_name(db, case, step.role).await?;
                    Some(Turn { role: step.role, who, since, until: deadline(case), is_yours: yours })
                }
                None => of(Role::Office, String::new(), None, false),
            }
        }
        State::Withdrawn | State::Rejected | State::Lapsed | State::Active => None,
        State::Expired | State::Terminated | State::Associated => None,
    })
}

/// Every copy, newest first.
async fn copies(db: &impl ConnectionTrait, case: &Case<'_>) -> Answer<Vec<CopyView>> {
    let ids = case.copies.iter().flat_map(|copy| [copy.created_by, copy.looked_by]).flatten();
    let people = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    let names: HashMap<Uuid, String> =
        people.into_iter().map(|row| (row.id, format!("{} {}", row.first_name, row.last_name))).collect();
    let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    let view = |copy: &signature::Model| CopyView {
        id: SignatureId(copy.id),
        signer: Role::from_code(&copy.role).unwrap_or(Role::LegalRep),
        signer_name: copy.signer_name.clone(),
        means: means_of(copy).unwrap_or(Means::Paper),
        file: copy.file_id.map(FileId),
        file_name: copy.file_name.clone(),
        state: FileState::from_code(&copy.file_state).unwrap_or(FileState::Quarantine),
        problem: copy.problem.clone().unwrap_or_default(),
        note: copy.note.clone().unwrap_or_default(),
        by: name(copy.created_by),
        at: copy.created_at,
        counts: copy.counts && copy.round == case.row.round,
        looked_by: name(copy.looked_by),
    };
    Ok(case.copies.iter().rev().map(view).collect())
}
