//! The summary's «Conferma»: for a new host the code is sent, for a correction the request goes back to the office.

use domain::access::Role;
use domain::account::user_name::UserName;
use domain::account::view::PendingCode;
use domain::accreditation::Part;
use domain::accreditation::registration::{Basis, Joining, Registration};
use domain::accreditation::state::{Ctx as MachineCtx, Event, State};
use domain::answers::Answers;
use domain::ids::AccountId;
use domain::language::Language;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::update::resubmit;
use super::wizard::{Wizard, reserved_account};
use crate::draft::{self, Draft, Owner};
use crate::entity::account;
use crate::identity::{self, NewAccount};
use crate::{Answer, BackendError, Ctx, database};

/// Confirms the summary. Answers where to go: to the code, to the area after a correction, or back to the summary when
/// something is to be mended. `answers` carries the privacy acknowledgement where the profile has no page for it.
pub async fn confirm(ctx: &Ctx, slug: &str, answers: Answers) -> Answer<String> {
    let mut wizard = Wizard::open(ctx, slug, None).await?;
    let mut draft = wizard.draft.take().ok_or(BackendError::NotFound)?;
    if draft.is_unconfirmed() {
        return Ok("/verifica-email".to_owned());
    }
    if wizard.privacy_on_summary() {
        draft.answers.replace(&["privacy_accepted"], &answers);
    }
    wizard.draft = Some(draft.clone());
    let problems = wizard.all_problems(ctx, &draft.answers).await?;
    let privacy_missing = wizard.corrected.is_none() && !draft.answers.flag("privacy_accepted");
    if !problems.is_empty() || privacy_missing {
        let summary = Part::Summary.slug();
        draft.sent_pages.insert(summary.to_owned());
        draft.save(&ctx.backend.db, ctx.now()).await?;
        return Ok(format!("/{slug}/accreditamento/{summary}?controlla=1"));
    }
    if wizard.corrected.is_some() {
        resubmit(ctx, slug, &wizard, draft).await?;
        return Ok(format!("/{slug}/area"));
    }
    send_to_confirmation(ctx, &wizard, draft).await?;
    Ok("/verifica-email".to_owned())
}

/// Reserves the user name with an account that is not verified yet, and sends the code.
async fn send_to_confirmation(ctx: &Ctx, wizard: &Wizard<'_>, mut draft: Draft) -> Answer<()> {
    let now = ctx.now();
    let machine = MachineCtx::new(now, Role::Contact, wizard.profile);
    State::Draft.apply(Event::Confirm, &machine)?;
    let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), wizard.profile);
    let (contact, user_name) = if wizard.known.is_some() {
        let joining = Joining::read(&draft.answers, &basis)?;
        (joining.contact, joining.user_name)
    } else {
        let registration = Registration::read(&draft.answers, &basis)?;
        (registration.contact, registration.user_name)
    };
    let language = Language::from_code(&draft.row.language).unwrap_or_default();
    let tx = database::begin(&ctx.backend.db).await?;
    if let Some(account) = reserved_account(&draft) {
        erase_unverified(&tx, account).await?;
    }
    let new = NewAccount {
        user_name,
        first_name: contact.first_name,
        last_name: contact.last_name,
        email_key: identity::email_key(&contact.email),
        email: contact.email,
        language,
        institution: Some(wizard.institution),
    };
    let account = identity::create_account(&tx, now, new).await?;
    draft.row.account_id = Some(account.0);
    draft.confirm(wizard.known.is_some());
    draft.save(&tx, now).await?;
    identity::issue_code(&tx, &ctx.backend, account).await?;
    tx.commit().await?;
    ctx.backend.mail.wake();
    Ok(())
}

/// Frees the user name of an earlier confirmation of the same draft.
pub(super) async fn erase_unverified(db: &impl ConnectionTrait, id: AccountId) -> Answer<()> {
    account::Entity::delete_many()
        .filter(account::Column::Id.eq(id.0))
        .filter(account::Column::State.is_in(["unverified", "code_locked"]))
        .exec(db)
        .await?;
    Ok(())
}

/// Back to the summary, with the same cookie: the code counts no more.
pub async fn reopen(ctx: &Ctx, slug: &str) -> Answer<String> {
    let wizard = Wizard::open(ctx, slug, None).await?;
    let mut draft = wizard.draft.clone().ok_or(BackendError::NotFound)?;
    if draft.is_unconfirmed() {
        let tx = database::begin(&ctx.backend.db).await?;
        back_to_summary(&tx, ctx, &wizard, &mut draft).await?;
        tx.commit().await?;
    }
    Ok(format!("/{slug}/accreditamento/{}", Part::Summary.slug()))
}

async fn back_to_summary(db: &impl ConnectionTrait, ctx: &Ctx, wizard: &Wizard<'_>, draft: &mut Draft) -> Answer<()> {
    let machine = MachineCtx::new(ctx.now(), Role::Contact, wizard.profile);
    State::Unconfirmed.apply(Event::BackToSummary, &machine)?;
    if let Some(account) = reserved_account(draft) {
        identity::void_codes(db, ctx.backend.clock.session_now(), account).await?;
    }
    draft.reopen();
    draft.save(db, ctx.now()).await
}

/// The user name that waits for a code in this browser, to fill the form of `/verifica-email`.
pub async fn pending_user_name(ctx: &Ctx) -> Answer<Option<PendingCode>> {
    let Some(owner) = Owner::of_browser(&ctx.visitor) else { return Ok(None) };
    let draft = draft::find_unconfirmed(&ctx.backend.db, &owner, ctx.now()).await?;
    Ok(draft.and_then(|draft| {
        let name = UserName::parse(draft.answers.get("user_name")).ok()?;
        let institution = draft.row.institution_id?;
        let slug = ctx.backend.institutions.slug(institution.into()).to_owned();
        let email = draft.answers.get("contact_email").trim().to_owned();
        Some(PendingCode { user_name: name.as_str().to_owned(), email, institution: slug })
    }))
}
