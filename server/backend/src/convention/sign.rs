//! Signed copies: put in place for a signer whose turn it is, checked before they count. Source: domain reference 3.3, 6.

use domain::access::{Action, Role};
use domain::attachment::{self, CopyProblem, FileKind, FileState};
use domain::convention::{Ctx as Machine, Event, State};
use domain::ids::ConventionId;
use domain::profile::{DocumentSource, SignatureMethod};
use domain::refusal::Refusal;
use domain::signing::{Means, Record, Sequence, may_record};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::case::{Case, KIND};
use super::fire::{self, Done};
use super::issue::signer_name;
use crate::entity::{file, signature};
use crate::{Answer, BackendError, Ctx, database};

/// The kind of the copies' files.
pub const SIGNED_COPY: &str = "signed_convention";
/// Who may put a copy in place: for the host, for oneself.
const ACTIONS: [Action; 2] = [Action::UploadSignedConvention, Action::SignConvention];

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It counts.
    Accepted,
    /// It does not; everybody concerned was told why.
    Refused(CopyProblem),
}

/// Takes a signed copy for `signer`. What does not pass its check is kept in the list with its reason, but not its bytes.
/// Errors: Refused (not their turn), SignIn, Denied, NotFound.
pub async fn upload_copy(ctx: &Ctx, slug: &str, id: ConventionId, signer: Role, name: &str, bytes: Vec<u8>) -> Answer<Received> {
    // Before the bytes are looked at: nobody else's file costs anything.
    let case = Case::seen(ctx, slug, id).await?;
    let role = case.may_one(ctx, &ACTIONS)?;
    if !may_record(role, signer) {
        return Err(BackendError::Denied);
    }
    in_turn(&case, signer)?;
    let copy = match checked(&case, signer, bytes).await {
        Ok((kind, method, bytes)) => {
            let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
            Ok((kind, method, size, ctx.backend.files.put(bytes).await?))
        }
        Err(problem) if matches!(problem, CopyProblem::Missing) => return Ok(Received::Refused(problem)),
        Err(problem) => Err(problem),
    };
    let tx = database::begin(&ctx.backend.db).await?;
    let (mut case, role) = Case::locked(&tx, ctx, slug, id, &ACTIONS).await?;
    in_turn(&case, signer)?;
    let row = copy_row(&tx, ctx, &case, signer, name, &copy).await?;
    let means = copy.as_ref().map_or(Means::File(SignatureMethod::Pades), |(_, method, ..)| Means::File(*method));
    let event = if copy.is_ok() { Event::RecordSignature } else { Event::FailCheck };
    record(&tx, ctx, &mut case, Recording { event, role, signer, means, note: "", row }).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(copy.map_or_else(Received::Refused, |_| Received::Accepted))
}

/// Records a signature that came on paper. Errors: Invalid (`note`), Refused, Stale, SignIn, Denied, NotFound.
pub async fn record_paper(ctx: &Ctx, slug: &str, id: ConventionId, version: i64, signer: Role, note: &str) -> Answer<State> {
    let tx = database::begin(&ctx.backend.db).await?;
    let (mut case, role) = Case::locked(&tx, ctx, slug, id, &[Action::ActivateConvention]).await?;
    if case.row.version != version {
        return fire::repeated(&tx, ctx, &case, Event::RecordSignature, version).await;
    }
    let record_of = Record { actor: role, signer, means: Means::Paper, file_ok: true, note };
    let signed = case.signed();
    let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
    steps.check(&record_of, case.profile).map_err(fire::refused)?;
    let row = signature::Model {
        means: means_code(Means::Paper)?,
        note: Some(note.trim().to_owned()),
        counts: true,
        ..empty_row(&tx, ctx, &case, signer).await?
    };
    let state =
        record(&tx, ctx, &mut case, Recording { event: Event::RecordSignature, role, signer, means: Means::Paper, note, row })
            .await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(state)
}

/// Somebody's turn it is, or the host's own who signs before it asks. Refusal: `3.3 next_signer`.
fn in_turn(case: &Case<'_>, signer: Role) -> Answer<()> {
    let signed = case.signed();
    let open = Sequence { steps: &case.profile.convention.signatures, signed: &signed }.open_step(signer).is_some();
    let waits = match case.state()? {
        State::AwaitingSignatures | State::Active => true,
        State::Draft => signs_before_asking(case) && signer.is_of_host(),
        State::Submitted | State::Withdrawn | State::Rejected | State::Lapsed => false,
        State::Expired | State::Terminated | State::Associated => false,
    };
    if open && waits && case.row.document_id.is_some() {
        return Ok(());
    }
    Err(Refusal::Rule { rule: "3.3 next_signer".to_owned() }.into())
}

/// The host downloads the document of its draft, signs it and uploads it.
pub(super) fn signs_before_asking(case: &Case<'_>) -> bool {
    case.profile.convention.document == DocumentSource::HostUpload
}

/// Kind, way of signing and bytes of a copy that can be taken. Off the threads that answer.
async fn checked(case: &Case<'_>, signer: Role, bytes: Vec<u8>) -> Result<(FileKind, SignatureMethod, Vec<u8>), CopyProblem> {
    let kind = attachment::check(&bytes, &case.profile.file).map_err(|problem| CopyProblem::of(&problem))?;
    let work = tokio::task::spawn_blocking(move || (signatures::inspect(&bytes, kind), bytes));
    let (found, bytes) = work.await.map_err(|_| CopyProblem::Unreadable)?;
    let method = found?;
    let step = case.profile.convention.signatures.iter().find(|step| step.role == signer);
    if step.is_some_and(|step| step.methods.contains(&method)) { Ok((kind, method, bytes)) } else { Err(CopyProblem::Method) }
}

type Copy = Result<(FileKind, SignatureMethod, i64, String), CopyProblem>;

/// The row of a copy, its file inserted if it passed.
async fn copy_row(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    case: &Case<'_>,
    signer: Role,
    name: &str,
    copy: &Copy,
) -> Answer<signature::Model> {
    let empty = empty_row(db, ctx, case, signer).await?;
    let file_name = attachment::clean_name(name);
    match copy {
        Ok((kind, method, size, sha256)) => {
            let id = Uuid::now_v7();
            let row = file::ActiveModel {
                id: Set(id),
                kind: Set(SIGNED_COPY.to_owned()),
                institution_id: Set(Some(case.institution.0)),
                organisation_id: Set(Some(case.row.organisation_id)),
                case_id: Set(Some(case.row.id)),
                media_type: Set(kind.mime().to_owned()),
                size: Set(*size),
                sha256: Set(sha256.clone()),
                created_by: Set(empty.created_by),
                created_at: Set(empty.created_at),
            };
            file::Entity::insert(row).exec_without_returning(db).await?;
            let means = means_code(Means::File(*method))?;
            Ok(signature::Model { means, file_id: Some(id), file_name, counts: true, ..empty })
        }
        Err(problem) => Ok(signature::Model {
            file_name,
            file_state: FileState::Rejected.code().to_owned(),
            problem: Some(problem.code().to_owned()),
            ..empty
        }),
    }
}

async fn empty_row(db: &impl ConnectionTrait, ctx: &Ctx, case: &Case<'_>, signer: Role) -> Answer<signature::Model> {
    Ok(signature::Model {
        id: Uuid::now_v7(),
        case_kind: KIND.to_owned(),
        case_id: case.row.id,
        round: case.row.round,
        role: signer.code().to_owned(),
        signer_name: signer_name(db, case, signer).await?,
        means: means_code(Means::File(SignatureMethod::Pades))?,
        file_id: None,
        file_name: String::new(),
        file_state: FileState::Clean.code().to_owned(),
        problem: None,
        note: None,
        counts: false,
        looked_by: None,
        looked_at: None,
        created_by: Some(ctx.signed_in()?.account.0),
        created_at: ctx.now(),
    })
}

fn means_code(means: Means) -> Answer<String> {
    serde_json::to_string(&means).map_err(|error| BackendError::Internal(error.to_string()))
}

struct Recording<'a> {
    event: Event,
    role: Role,
    signer: Role,
    means: Means,
    note: &'a str,
    row: signature::Model,
}

/// Fires the event, then stores the copy and what follows.
async fn record(db: &impl ConnectionTrait, ctx: &Ctx, case: &mut Case<'_>, recording: Recording<'_>) -> Answer<State> {
    let Recording { event, role, signer, means, note, row } = recording;
    let from = case.state()?;
    // The check is the system's; a copy of a draft moves nothing.
    let actor = if event == Event::FailCheck { Role::System } else { role };
    let known = case.known(false);
    let machine = Machine { signer, means, note, file_ok: event == Event::RecordSignature, ..case.machine(ctx, actor, &known) };
    let is_new = row.counts && matches!(means, Means::File(_));
    let unseen = Machine { signatures_confirmed: machine.signatures_confirmed && !is_new, ..machine };
    let outcome = match from {
        State::Draft => Ok((State::Draft, Vec::new())),
        _ => from.apply(event, &unseen),
    };
    let (to, effects) = outcome.map_err(fire::refused)?;
    signature::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(db).await?;
    case.copies.push(row);
    let done = Done { event, role, from, to, note };
    fire::follow(db, ctx, case, &done, &effects).await?;
    Ok(to)
}
