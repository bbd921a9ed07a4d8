//! *Proponi nuova convenzione*: what a host asks for, kept while it is written, saved as a draft, sent to the office.

use chrono::{DateTime, Utc};
use domain::access::Action;
use domain::accreditation::view::Saved;
use domain::answers::Answers;
use domain::check::FieldError;
use domain::convention::request::DURATION_DEFAULT;
use domain::convention::view::{Choices, ConventionForm};
use domain::convention::{ConventionKind, Ctx as Machine, Event, State};
use domain::ids::ConventionId;
use domain::language::Language;
use domain::profile::{Profile, TacitRenewal};
use domain::text::fold;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::case::{self, Case};
use super::fire::{self, Done};
use super::sign::signs_before_asking;
use super::{fields, issue};
use crate::draft::FormKind;
use crate::entity::convention;
use crate::organisation::{Kept, OwnHost, own_host};
use crate::{Answer, BackendError, Ctx, database};

/// The box that says that another open request of the same kind is known.
const ACKNOWLEDGED: &str = "acknowledged";
/// The fields of the form, and that box.
const FIELDS: [&str; 8] = [
    "convention_kind",
    "description",
    "duration_months",
    "area",
    "digital_signature",
    "tacit_renewal",
    "handling_department",
    ACKNOWLEDGED,
];

/// The form of a draft; without one, of a new convention, which begins like `like` (C16). Errors: SignIn, Denied, NotFound.
pub async fn form(ctx: &Ctx, slug: &str, id: Option<ConventionId>, like: Option<ConventionId>) -> Answer<ConventionForm> {
    let host = own_host(ctx, slug, Action::ProposeConvention).await?;
    host.may(ctx, Action::ProposeConvention)?;
    let case = match id {
        Some(id) => Some(draft_of(ctx, slug, id).await?),
        None => None,
    };
    let kept = kept(&host, id, case.as_ref().map_or(0, |case| case.row.version)).draft(ctx).await?;
    let saved_at = kept.as_ref().map(|kept| kept.row.updated_at);
    let stored = match (&case, like) {
        (Some(case), _) => fields::answers_of(&case.row),
        (None, Some(like)) => fields::answers_of(&Case::seen(ctx, slug, like).await?.row),
        (None, None) => fresh(ctx, &host).await?,
    };
    let rep = representative(ctx, host.id.0).await?;
    let language = ctx.visitor.language;
    let (profile, policy) = (host.profile, &host.profile.convention);
    Ok(ConventionForm {
        convention: id,
        version: case.as_ref().map_or(0, |case| case.row.version),
        host_name: host.name.clone(),
        answers: kept.map_or(stored, |kept| kept.answers),
        kinds: ConventionKind::offered(profile.identity.kind).iter().map(|code| (*code).to_owned()).collect(),
        areas: areas(profile, language),
        departments: departments(profile, language),
        asks_renewal: policy.tacit_renewal == TacitRenewal::HostChoice,
        renewal_months: policy.renewal_months,
        notice_days: policy.notice_days,
        legal_rep_complete: rep.as_ref().is_some_and(case::rep_is_complete),
        legal_rep: rep.map(|rep| format!("{} {}", rep.first_name, rep.last_name)).unwrap_or_default(),
        note: case.as_ref().and_then(|case| case.row.note.clone()).unwrap_or_default(),
        saved_at: saved_at.or(case.as_ref().map(|case| case.row.updated_at)),
        host_uploads: case.as_ref().is_some_and(signs_before_asking),
        document: case.as_ref().and_then(|case| case.row.document_id).map(Into::into),
        has_copy: case.as_ref().is_some_and(|case| case.counting().next().is_some()),
    })
}

/// Keeps what is being written. Answers when. Errors: SignIn, Denied, NotFound.
pub async fn keep(ctx: &Ctx, slug: &str, id: Option<ConventionId>, version: i64, answers: Answers) -> Answer<Saved> {
    let host = own_host(ctx, slug, Action::ProposeConvention).await?;
    host.may(ctx, Action::ProposeConvention)?;
    if let Some(id) = id {
        draft_of(ctx, slug, id).await?;
    }
    kept(&host, id, version).keep(ctx, own_fields(&answers)).await?;
    Ok(Saved { version, saved_at: ctx.now(), conflict: Vec::new(), merged: None })
}

/// What the two buttons do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// «Salva in bozza»: what is not right yet may come later.
    Save,
    /// «Chiedi approvazione all'ateneo ed esci».
    Submit,
}

/// Saves the request, a new one if none is named, and sends it to the office if asked. Errors: Invalid, Refused, Stale, SignIn,
/// Denied, NotFound.
pub async fn save(
    ctx: &Ctx,
    slug: &str,
    id: Option<ConventionId>,
    version: i64,
    intent: Intent,
    answers: Answers,
) -> Answer<ConventionId> {
    let host = own_host(ctx, slug, Action::ProposeConvention).await?;
    let role = host.may(ctx, Action::ProposeConvention)?;
    let answers = own_fields(&answers);
    let done = save_in(ctx, &host, role, id, version, intent, &answers).await;
    if let Err(BackendError::Invalid(_) | BackendError::Refused(_)) = &done {
        // What was written is there again, without scripts too.
        kept(&host, id, version).keep(ctx, answers).await?;
    }
    done
}

async fn save_in(
    ctx: &Ctx,
    host: &OwnHost<'_>,
    role: domain::access::Role,
    id: Option<ConventionId>,
    version: i64,
    intent: Intent,
    answers: &Answers,
) -> Answer<ConventionId> {
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let mut case = match id {
        Some(id) => Case::locked(&tx, ctx, host.slug, id, &[Action::ProposeConvention]).await?.0,
        None => Case::around(&tx, ctx, host.slug, new_row(ctx, host, now)?).await?,
    };
    if case.state()? != State::Draft {
        // The same press once more has sent it already.
        return fire::repeated(&tx, ctx, &case, Event::Submit, version).await.map(|_| ConventionId(case.row.id));
    }
    if id.is_some() && case.row.version != version {
        return Err(BackendError::Stale);
    }
    let before = case.row.clone();
    let problems = fields::write(&mut case.row, answers, host.profile);
    (_, case.profile) = ctx.backend.institution(host.slug, case.row.handling_department.as_deref())?;
    case::sorted(&mut case.row);
    if intent == Intent::Submit && !problems.is_empty() {
        return Err(BackendError::Invalid(problems));
    }
    let acknowledged = answers.flag(ACKNOWLEDGED);
    let known = case.known(case.other_open(&tx).await?);
    let machine = Machine { acknowledged, ..case.machine(ctx, role, &known) };
    State::propose(&machine)?;
    if id.is_none() {
        convention::Entity::insert(case.row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await?;
    }
    if intent == Intent::Submit {
        let (to, effects) = State::Draft.apply(Event::Submit, &machine).map_err(fire::refused)?;
        let done = Done { event: Event::Submit, role, from: State::Draft, to, note: "" };
        // A profile without approvals goes on at once, with its document.
        fire::follow(&tx, ctx, &mut case, &done, &effects).await?;
    } else if id.is_none() || case.row != before {
        draft_changed(&tx, ctx, &mut case, problems.as_slice()).await?;
        case.store(&tx, now).await?;
    }
    kept(host, id, version).forget(ctx, &tx).await?;
    if intent == Intent::Save && !problems.is_empty() {
        // What has no column yet stays as it was written.
        let own = ConventionId(case.row.id);
        tx.commit().await?;
        kept(host, Some(own), case.row.version).keep(ctx, answers.clone()).await?;
        return Ok(own);
    }
    tx.commit().await?;
    ctx.backend.announce();
    Ok(ConventionId(case.row.id))
}

/// Where the host signs before it asks, its document follows every change, and the copy of the text before is void.
async fn draft_changed(db: &impl ConnectionTrait, ctx: &Ctx, case: &mut Case<'_>, problems: &[FieldError]) -> Answer<()> {
    if signs_before_asking(case) && problems.is_empty() && case.rep_is_complete() {
        issue::issue(db, ctx, case).await?;
    }
    Ok(())
}

fn kept<'a>(host: &'a OwnHost<'a>, id: Option<ConventionId>, version: i64) -> Kept<'a> {
    Kept { host, form: FormKind::Convention, subject: id.map(|id| id.0), version }
}

/// The answers of this form and nothing else.
fn own_fields(answers: &Answers) -> Answers {
    let mut own = Answers::default();
    own.replace(&FIELDS, answers);
    own
}

/// A draft that the visitor may change. Errors: SignIn, Denied, NotFound (also once it was sent).
async fn draft_of<'a>(ctx: &'a Ctx, slug: &'a str, id: ConventionId) -> Answer<Case<'a>> {
    let case = Case::seen(ctx, slug, id).await?;
    case.may(ctx, Action::ProposeConvention)?;
    if case.state()? == State::Draft { Ok(case) } else { Err(BackendError::NotFound) }
}

async fn representative(ctx: &Ctx, host: Uuid) -> Answer<Option<crate::entity::legal_representative::Model>> {
    Ok(crate::accreditation::load_host(&ctx.backend.db, host).await?.legal_representative)
}

/// What a new request begins with: what is usual, and what the host said of itself.
async fn fresh(ctx: &Ctx, host: &OwnHost<'_>) -> Answer<Answers> {
    let organisation = crate::accreditation::load_host(&ctx.backend.db, host.id.0).await?.organisation;
    let mut answers = Answers::default().with("duration_months", DURATION_DEFAULT.to_string());
    if let Some(can_sign) = organisation.digital_signature_available {
        answers.set("digital_signature", if can_sign { "yes" } else { "no" });
    }
    if host.profile.convention.tacit_renewal == TacitRenewal::HostChoice {
        answers.set("tacit_renewal", "yes");
    }
    if let Some(department) = &host.profile.department {
        answers.set("handling_department", department.slug.as_str());
    }
    Ok(answers)
}

fn areas(profile: &Profile, language: Language) -> Choices {
    profile.identity.areas.iter().map(|area| (area.it.clone(), area.get(language).to_owned())).collect()
}

fn departments(profile: &Profile, language: Language) -> Choices {
    let choice = |department: &domain::profile::Department| (department.slug.clone(), department.name.get(language).to_owned());
    profile.identity.departments.iter().map(choice).collect()
}

fn new_row(ctx: &Ctx, host: &OwnHost<'_>, now: DateTime<Utc>) -> Answer<convention::Model> {
    Ok(convention::Model {
        id: Uuid::now_v7(),
        institution_id: host.institution.0,
        organisation_id: host.id.0,
        state: State::Draft.code().to_owned(),
        returned: false,
        expiring: false,
        handling_department: None,
        description: None,
        kind: None,
        duration_months: None,
        area: None,
        digital_signature: None,
        renewal: None,
        proposed_by: Some(ctx.signed_in()?.account.0),
        approved_by: String::new(),
        note: None,
        number_year: None,
        number_progressive: None,
        protocol_number: None,
        protocol_date: None,
        stamp: None,
        representative: None,
        document_id: None,
        document_pages: 0,
        document_at: None,
        round: 0,
        stipulated_on: None,
        expires_on: None,
        renewals: 0,
        submitted_at: None,
        approved_at: None,
        waiting_since: now,
        host_name: host.name.clone(),
        host_sort: fold(&host.name),
        stipulated_sort: String::new(),
        expires_sort: String::new(),
        kind_sort: String::new(),
        protocol_sort: String::new(),
        number_sort: 0,
        created_at: now,
        updated_at: now,
        version: 0,
    })
}
