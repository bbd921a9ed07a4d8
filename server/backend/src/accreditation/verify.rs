//! «Verifica codice e continua»: the code, the password, and with them the registration is submitted.

use domain::access::Role;
use domain::accreditation::registration::{Basis, Joining, Registration};
use domain::accreditation::state::{Ctx as MachineCtx, Event, State};
use domain::answers::Answers;
use domain::ids::{AccountId, OrganisationId};
use domain::language::Language;
use domain::organisation::roles::roles_of;
use domain::profile::JoinAdmits;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::known::KnownHost;
use super::letters::{self, Received};
use super::submit::{self, Submission};
use super::update::audience;
use super::wizard::known_host;
use crate::draft::{self, Draft};
use crate::entity::{account, accreditation};
use crate::history::{self, Audience, Happening};
use crate::identity;
use crate::mail::facts::{RequestEvent, WaitsFor};
use crate::{Answer, BackendError, Ctx, database, organisation};

/// Checks code and password, submits the registration the account was made for, signs the person in and says where to go.
/// Errors: Invalid (`code`, `password`, `password_again`), TooMany; the same for an unknown name as for a wrong code.
pub async fn verify_code(ctx: &Ctx, user_name: &str, code: &str, password: &str, password_again: &str) -> Answer<String> {
    let problems = identity::password_problems(password, password_again, false).await?;
    if !problems.is_empty() {
        return Err(BackendError::Invalid(problems));
    }
    let id = identity::try_code(ctx, user_name, code).await?.accepted()?;
    let account = account::Entity::find_by_id(id.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let proof = Proof { code: code.to_owned(), hash: ctx.backend.hasher.hash(password).await? };
    let draft = draft::find_by_account(&ctx.backend.db, id, ctx.now()).await?;
    let Some(draft) = draft else {
        let tx = database::begin(&ctx.backend.db).await?;
        proof.use_up(&tx, ctx, id).await?;
        let invited_at = organisation::accept_invitation(&tx, ctx, &account).await?;
        tx.commit().await?;
        ctx.backend.announce();
        return enter(ctx, id, invited_at.as_deref()).await;
    };
    finish(ctx, draft, account, &proof).await
}

/// What the person proved: the code they were sent, and the hash of the password they chose.
struct Proof {
    code: String,
    hash: String,
}

impl Proof {
    /// Uses the code up and verifies the account, in the transaction of what follows.
    async fn use_up(&self, db: &impl ConnectionTrait, ctx: &Ctx, account: AccountId) -> Answer<()> {
        identity::use_code(db, &ctx.backend, account, &self.code).await?;
        identity::verify_account(db, ctx.now(), account, &self.hash).await
    }
}

async fn enter(ctx: &Ctx, account: AccountId, slug: Option<&str>) -> Answer<String> {
    let landing = identity::open_session(ctx, account).await?;
    Ok(slug.map_or(landing, |slug| format!("/{slug}/area")))
}

async fn finish(ctx: &Ctx, draft: Draft, account: account::Model, proof: &Proof) -> Answer<String> {
    let id = AccountId(account.id);
    let institution = draft.row.institution_id.ok_or(BackendError::NotFound)?.into();
    let slug = ctx.backend.institutions.slug(institution).to_owned();
    if let Some(known) = known_host(ctx, &draft.answers).await? {
        if !draft.is_joining() {
            // Somebody else registered the host since the summary: whether to join it is for the person to say.
            return give_way(ctx, &slug, draft).await;
        }
        return match join(ctx, &slug, &draft, &account, proof, &known).await {
            Err(BackendError::Invalid(_)) => give_way(ctx, &slug, draft).await,
            Err(other) => Err(other),
            Ok(()) => enter(ctx, id, Some(&slug)).await,
        };
    }
    match submit(ctx, &slug, &draft, &account, proof).await {
        // The same at this very instant: an identifier is taken once.
        Err(BackendError::Database(error)) if database::is_taken(&error) => give_way(ctx, &slug, draft).await,
        Err(BackendError::Invalid(_)) => give_way(ctx, &slug, draft).await,
        Err(other) => Err(other),
        Ok(()) => enter(ctx, id, Some(&slug)).await,
    }
}

/// Back to the wizard with everything kept.
async fn give_way(ctx: &Ctx, slug: &str, mut draft: Draft) -> Answer<String> {
    let tx = database::begin(&ctx.backend.db).await?;
    if let Some(account) = draft.row.account_id {
        identity::void_codes(&tx, ctx.backend.clock.session_now(), AccountId(account)).await?;
    }
    draft.reopen();
    draft.save(&tx, ctx.now()).await?;
    tx.commit().await?;
    Ok(format!("/{slug}/accreditamento/riepilogo"))
}

async fn begin_with_code(ctx: &Ctx, account: AccountId, proof: &Proof) -> Answer<DatabaseTransaction> {
    let tx = database::begin(&ctx.backend.db).await?;
    proof.use_up(&tx, ctx, account).await?;
    Ok(tx)
}

async fn submit(ctx: &Ctx, slug: &str, draft: &Draft, account: &account::Model, proof: &Proof) -> Answer<()> {
    let tx = begin_with_code(ctx, AccountId(account.id), proof).await?;
    enter_request(&tx, ctx, slug, draft.row.department.clone(), &draft.answers, account).await?;
    draft.delete(&tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

/// Writes the request of a verified account with everything that follows from it: history and letters.
pub(super) async fn enter_request(
    tx: &impl ConnectionTrait,
    ctx: &Ctx,
    slug: &str,
    department: Option<String>,
    answers: &Answers,
    account: &account::Model,
) -> Answer<accreditation::Model> {
    let id = AccountId(account.id);
    let (institution, profile) = ctx.backend.institution(slug, department.as_deref())?;
    let now = ctx.now();
    let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), profile);
    let registration = Registration::read(answers, &basis)?;
    let (state, _) = State::Unconfirmed.apply(Event::VerifyCode, &MachineCtx::new(now, Role::Contact, profile))?;
    let submission = Submission { institution, profile, department, account: id, state, now };
    let row = submit::insert(tx, &submission, &registration).await?;
    let happening = Happening {
        case_kind: "accreditation",
        case_id: row.id,
        action: "submit",
        actor: Some(id),
        role: Role::Contact,
        from_state: Some(State::Unconfirmed.code()),
        to_state: Some(state.code()),
        version: row.version,
        note: None,
        diff: None,
        audience: audience(&row),
    };
    history::append(tx, now, happening).await?;
    let waits_for = if state == State::Accredited { WaitsFor::Nobody } else { WaitsFor::Office };
    let received = Received {
        account: id,
        email: &account.email,
        user_name: &account.user_name,
        language: Language::from_code(&account.language).unwrap_or_default(),
        host: &row.host_name,
        number: Some(row.number),
        waits_for,
    };
    letters::received(tx, ctx, slug, institution, profile, received).await?;
    letters::to_office(tx, ctx, slug, profile, &row, RequestEvent::Submitted).await?;
    Ok(row)
}

async fn join(ctx: &Ctx, slug: &str, draft: &Draft, account: &account::Model, proof: &Proof, known: &KnownHost) -> Answer<()> {
    let id = AccountId(account.id);
    let department = draft.row.department.clone();
    let (institution, profile) = ctx.backend.institution(slug, department.as_deref())?;
    let now = ctx.now();
    let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), profile);
    let joining = Joining::read(&draft.answers, &basis)?;
    let tx = begin_with_code(ctx, id, proof).await?;
    let submission = Submission { institution, profile, department, account: id, state: State::Submitted, now };
    let host = known.organisation.id;
    let contact = submit::insert_contact(&tx, &submission, host, &joining.contact, "submitted").await?;
    for role in roles_of(joining.contact.kinds.iter().map(String::as_str)) {
        submit::insert_membership(&tx, &submission, host, role, false).await?;
    }
    let happening = Happening {
        case_kind: "contact",
        case_id: contact,
        action: "ask",
        actor: Some(id),
        role: Role::Contact,
        from_state: None,
        to_state: Some("submitted"),
        version: 1,
        note: None,
        diff: None,
        audience: Audience {
            institution: Some(institution),
            organisation: Some(OrganisationId(host)),
            account: Some(id),
            ..Audience::default()
        },
    };
    history::append(&tx, now, happening).await?;
    let by_office = profile.accreditation.join_admits == JoinAdmits::Office;
    let received = Received {
        account: id,
        email: &account.email,
        user_name: &account.user_name,
        language: Language::from_code(&account.language).unwrap_or_default(),
        host: &known.organisation.legal_name,
        number: None,
        waits_for: if by_office { WaitsFor::Office } else { WaitsFor::HostContact },
    };
    letters::received(&tx, ctx, slug, institution, profile, received).await?;
    let name = format!("{} {}", joining.contact.first_name, joining.contact.last_name);
    letters::newcomer(&tx, ctx, slug, institution, profile, (contact, &name), known).await?;
    draft.delete(&tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}
