//! Answering what the office asked for, and withdrawing.

use domain::access::{Action, Role, Scope};
use domain::accreditation::Part;
use domain::accreditation::fields::Form;
use domain::accreditation::state::{Ctx as MachineCtx, Event, State};
use domain::ids::{AccountId, InstitutionId, OrganisationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::letters;
use super::stored::{answers_of, load_host_of};
use super::update::{audience, load_for_update, store};
use super::wizard::asked_notes;
use crate::draft::{self, Draft, FormKind, Owner};
use crate::entity::{accreditation, membership};
use crate::history::{self, Happening};
use crate::mail::facts::RequestEvent;
use crate::{Answer, BackendError, Ctx, database};

/// The organisations an account works for as a contact. With an expired session these are read from the database, so that
/// its input can be kept as its draft.
pub(super) async fn organisations_of(ctx: &Ctx) -> Answer<Vec<OrganisationId>> {
    if ctx.visitor.signed_in.is_some() {
        let own = |membership: &domain::access::Membership| {
            let is_own = matches!(membership.role, Role::Contact | Role::LegalRep);
            membership.organisation.filter(|_| is_own)
        };
        return Ok(ctx.visitor.actor.active().filter_map(own).collect());
    }
    let Some(account) = ctx.visitor.expired else { return Ok(Vec::new()) };
    let rows = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account.0))
        .filter(membership::Column::Active.eq(true))
        .filter(membership::Column::Role.is_in(["contact", "legal_rep"]))
        .all(&ctx.backend.db)
        .await?;
    Ok(rows.into_iter().filter_map(|row| row.organisation_id).map(OrganisationId).collect())
}

/// The newest accreditation of the visitor's hosts at this institution.
pub(super) async fn own_accreditation(ctx: &Ctx, institution: InstitutionId) -> Answer<Option<accreditation::Model>> {
    let hosts: Vec<_> = organisations_of(ctx).await?.into_iter().map(|host| host.0).collect();
    if hosts.is_empty() {
        return Ok(None);
    }
    let row = accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .filter(accreditation::Column::OrganisationId.is_in(hosts))
        .order_by_desc(accreditation::Column::Number)
        .one(&ctx.backend.db)
        .await?;
    Ok(row)
}

/// The visitor's request that waits for corrections here.
pub(super) async fn open_correction(ctx: &Ctx, institution: InstitutionId) -> Answer<Option<accreditation::Model>> {
    let own = own_accreditation(ctx, institution).await?;
    Ok(own.filter(|row| row.state == State::Integration.code()))
}

/// «Correggi»: opens the wizard with what is stored, at the first page the office commented.
pub async fn start_correction(ctx: &Ctx, slug: &str) -> Answer<String> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    ctx.signed_in()?;
    let row = open_correction(ctx, institution).await?.ok_or(BackendError::NotFound)?;
    let scope = Scope::host(institution, OrganisationId(row.organisation_id));
    ctx.may(Action::CorrectAccreditation, &scope)?;
    let (_, profile) = ctx.backend.institution(slug, row.handling_department.as_deref())?;
    let db = &ctx.backend.db;
    let now = ctx.now();
    let owner = Owner::Case(row.id);
    let answers = match draft::find(db, &owner, institution, FormKind::Correction, now).await? {
        Some(present) => present.answers,
        None => {
            let mut new = Draft::new(&owner, institution, FormKind::Correction, ctx.visitor.language, now);
            new.row.subject_id = Some(row.id);
            new.answers = answers_of(&load_host_of(db, &row).await?).with("user_name", user_name(ctx)?);
            // A box that is not ticked has no answer.
            new.answers.0.retain(|_, text| text != "false");
            new.save(db, now).await?;
            new.answers
        }
    };
    let notes = asked_notes(ctx, &row).await?;
    let commented = |part: &Part| {
        let names = Form { answers: &answers, legal_rep_due: profile.accreditation.legal_rep_due }.names(*part);
        notes.iter().any(|note| names.contains(&note.field.as_str()))
    };
    let first = profile.accreditation.parts().find(commented).unwrap_or(Part::Company);
    let page = profile.accreditation.page_containing(first).map_or(Part::Summary.slug(), |page| page.slug());
    Ok(format!("/{slug}/accreditamento/{page}"))
}

fn user_name(ctx: &Ctx) -> Answer<String> {
    Ok(ctx.signed_in()?.user_name.clone())
}

/// The contact takes the request back.
pub async fn withdraw(ctx: &Ctx, slug: &str) -> Answer<()> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    let account = ctx.signed_in()?.account;
    let own = own_accreditation(ctx, institution).await?.ok_or(BackendError::NotFound)?;
    let scope = Scope::host(institution, OrganisationId(own.organisation_id));
    let role = ctx.may(Action::WithdrawAccreditation, &scope)?.ok_or(BackendError::Denied)?;
    let (_, profile) = ctx.backend.institution(slug, own.handling_department.as_deref())?;
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let mut row = load_for_update(&tx, own.id).await?;
    let from = State::from_code(&row.state).ok_or(BackendError::NotFound)?;
    let (to, _) = from.apply(Event::Withdraw, &MachineCtx::new(now, role, profile))?;
    row.state = to.code().to_owned();
    row.decided_at = Some(now);
    store(&tx, &mut row, now).await?;
    let happening = happening(&row, Event::Withdraw, account, role, from, to);
    history::append(&tx, now, happening).await?;
    letters::to_office(&tx, ctx, slug, profile, &row, RequestEvent::Withdrawn).await?;
    if let Some(open) = draft::find(&tx, &Owner::Case(row.id), institution, FormKind::Correction, now).await? {
        open.delete(&tx).await?;
    }
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

/// An event of the host's own on its accreditation.
pub(super) fn happening<'a>(
    row: &accreditation::Model,
    event: Event,
    account: AccountId,
    role: Role,
    from: State,
    to: State,
) -> Happening<'a> {
    Happening {
        case_kind: "accreditation",
        case_id: row.id,
        action: event.code(),
        actor: Some(account),
        role,
        from_state: Some(from.code()),
        to_state: Some(to.code()),
        version: row.version,
        note: None,
        diff: None,
        audience: audience(row),
    }
}
