//! «Inviami il link per continuare»: a mailed link, and the identifier given in the draft before anything is shown.

use domain::accreditation::company::read_ids;
use domain::answers::Answers;
use domain::check::{Checker, FieldError, Problem};
use domain::codes::email::Email;
use domain::ids::InstitutionId;
use domain::language::Language;

use super::wizard::Wizard;
use crate::draft::{self, Draft, Owner};
use crate::identity::{self, Limit};
use crate::mail::facts::ResumeLink;
use crate::mail::{self, Letter};
use crate::{Answer, BackendError, Ctx, database};

/// What the links are for.
const PURPOSE: &str = "resume_link";

/// Sends the link to the address written in the contact step. Errors: Invalid (`contact_email`), TooMany.
pub async fn send_resume_link(ctx: &Ctx, slug: &str) -> Answer<()> {
    let wizard = Wizard::open(ctx, slug, None).await?;
    let draft = wizard.draft.as_ref().ok_or(BackendError::NotFound)?;
    let address = Email::parse(draft.answers.get("contact_email"))
        .map_err(|problem| BackendError::Invalid(vec![FieldError { field: "contact_email".to_owned(), problem }]))?;
    identity::limit_address(ctx, "resume_sent", Limit::per_minutes(20, 60)).await?;
    identity::limit_subject(&ctx.backend, "resume_sent", draft.row.id, Limit::per_minutes(5, 60)).await?;
    let now = ctx.now();
    let tx = database::begin(&ctx.backend.db).await?;
    let days = draft::DRAFT_DAYS;
    let ttl = chrono::Duration::days(days);
    let at = ctx.backend.clock.session_now();
    let token = identity::issue_link(&tx, at, PURPOSE, draft.row.id, ttl).await?;
    let facts = ResumeLink { days, link: format!("/{slug}/accreditamento/riprendi?chiave={token}") };
    let letter = Letter::new(&facts, address.as_str(), ctx.visitor.language, &token)
        .from_institution(wizard.institution, draft.row.department.as_deref());
    mail::queue(&tx, now, letter).await?;
    tx.commit().await?;
    ctx.backend.mail.wake();
    Ok(())
}

/// Opens the draft of a link in this browser, if the identifier is the one given in it. Opening the link changed nothing
/// so far. Errors: Invalid (`identifier`), NotFound, TooMany.
pub async fn resume(ctx: &Ctx, slug: &str, token: &str, identifier: &str) -> Answer<String> {
    let (institution, _) = ctx.backend.institution(slug, None)?;
    identity::limit_address(ctx, "resume_opened", Limit::per_minutes(30, 60)).await?;
    let at = ctx.backend.clock.session_now();
    let id = identity::find_link(&ctx.backend.db, at, PURPOSE, token).await?.ok_or(BackendError::NotFound)?;
    let draft = draft::load(&ctx.backend.db, id).await?;
    let is_here = draft.row.institution_id.map(InstitutionId) == Some(institution);
    if !is_here || draft.row.expires_at < ctx.now() {
        return Err(BackendError::NotFound);
    }
    identity::limit_subject(&ctx.backend, "resume_opened", id, Limit::per_minutes(10, 60)).await?;
    if !names_same_host(&draft, identifier) {
        let error = FieldError { field: "identifier".to_owned(), problem: Problem::CodeWrong };
        return Err(BackendError::Invalid(vec![error]));
    }
    let owner = Owner::of_browser_or_new(&ctx.visitor);
    draft.share_with(&ctx.backend.db, &owner).await?;
    if let Some(language) = Language::from_code(&draft.row.language) {
        ctx.visitor.set_cookie(crate::Cookie::Language(language));
    }
    let step = if draft.row.step.is_empty() { String::new() } else { format!("/{}", draft.row.step) };
    Ok(format!("/{slug}/accreditamento{step}"))
}

fn names_same_host(draft: &Draft, identifier: &str) -> bool {
    let Some(ids) = read_ids(&mut Checker::default(), &draft.answers) else { return false };
    let country = draft.answers.get("country");
    let as_given = ["company_tax_code", "vat_number", "foreign_vat"].into_iter().filter_map(|field| {
        let answers = Answers::default().with("country", country).with(field, identifier);
        read_ids(&mut Checker::default(), &answers)
    });
    let own = ids.all();
    as_given.into_iter().any(|given| given.all().iter().any(|code| own.contains(code)))
}
