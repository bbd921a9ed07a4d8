//! The document that is signed: typeset from the facts as they are now, kept under its digest, never changed.

use chrono::{DateTime, Utc};
use documents::{Convention, Pdf, Promoter, Representative, SigningHost, SigningPerson, Template};
use domain::access::{Action, Role};
use domain::convention::stamp;
use domain::ids::ConventionId;
use domain::language::Language;
use domain::profile::{InstitutionKind, RuleValue, Severity};
use i18n::choice::choice;
use i18n::state;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::case::{Case, KIND};
use super::fire;
use crate::accreditation::load_host;
use crate::entity::{account, file, legal_representative, membership};
use crate::history::{self, Happening, hex};
use crate::{Answer, BackendError, Ctx, database};

/// The kind of the documents' files.
pub const DOCUMENT: &str = "convention_document";

/// Makes the document where the office does it by itself («Prepara il documento»). Errors: Refused, Stale, SignIn, Denied,
/// NotFound.
pub async fn issue_document(ctx: &Ctx, slug: &str, id: ConventionId, version: i64) -> Answer<()> {
    let tx = database::begin(&ctx.backend.db).await?;
    let (mut case, role) = Case::locked(&tx, ctx, slug, id, &[Action::DecideConvention]).await?;
    if case.row.version != version {
        return Err(BackendError::Stale);
    }
    domain::convention::request::may_issue(case.state()?, case.profile)?;
    issue(&tx, ctx, &mut case).await?;
    let now = ctx.now();
    case.store(&tx, now).await?;
    let state = case.state()?.code();
    let happening = Happening {
        case_kind: KIND,
        case_id: case.row.id,
        action: "issue_document",
        actor: Some(ctx.signed_in()?.account),
        role,
        from_state: Some(state),
        to_state: Some(state),
        version: case.row.version,
        note: None,
        diff: None,
        audience: case.audience(),
    };
    history::append(&tx, now, happening).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

/// Typesets the document into the case's row. Signatures that counted count on only if every byte is the same.
pub(super) async fn issue(db: &impl ConnectionTrait, ctx: &Ctx, case: &mut Case<'_>) -> Answer<()> {
    let now = ctx.now();
    let language = language_of(db, case).await?;
    let (facts, rep) = facts(db, case, language).await?;
    let before = match case.row.document_id {
        Some(id) => file::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let at = case.row.document_at.filter(|_| before.is_some()).unwrap_or(now);
    let key = format!("convention {} {}", case.row.id, case.row.round);
    let pdf = typeset(language, facts, key, at).await?;
    let digest = hex(&Sha256::digest(&pdf.bytes));
    if before.as_ref().is_some_and(|before| before.sha256 == digest) {
        return Ok(());
    }
    if before.is_some() {
        fire::clear_signatures(db, case).await?;
    }
    let size = i64::try_from(pdf.bytes.len()).unwrap_or(i64::MAX);
    let sha256 = ctx.backend.files.put(pdf.bytes).await?;
    let id = Uuid::now_v7();
    let row = file::ActiveModel {
        id: Set(id),
        kind: Set(DOCUMENT.to_owned()),
        institution_id: Set(Some(case.institution.0)),
        organisation_id: Set(Some(case.row.organisation_id)),
        case_id: Set(Some(case.row.id)),
        media_type: Set("application/pdf".to_owned()),
        size: Set(size),
        sha256: Set(sha256),
        created_by: Set(ctx.visitor.signed_in.as_ref().map(|person| person.account.0)),
        created_at: Set(now),
    };
    file::Entity::insert(row).exec_without_returning(db).await?;
    case.row.document_id = Some(id);
    case.row.document_pages = pdf.pages;
    case.row.document_at = Some(at);
    case.row.representative = Some(rep);
    Ok(())
}

/// Off the threads that answer: it takes tens of milliseconds of one core.
async fn typeset(language: Language, facts: Convention, key: String, at: DateTime<Utc>) -> Answer<Pdf> {
    let template = language.pick(Template::ConventionIt, Template::ConventionEn);
    let work = tokio::task::spawn_blocking(move || documents::typeset(template, &facts, &key, at));
    let done = work.await.map_err(|error| BackendError::Internal(error.to_string()))?;
    done.map_err(|failure| BackendError::Internal(failure.to_string()))
}

/// What the document says, and who signs for the host, frozen.
async fn facts(db: &impl ConnectionTrait, case: &Case<'_>, language: Language) -> Answer<(Convention, String)> {
    let request = case.request()?;
    let host = load_host(db, case.row.organisation_id).await?;
    let rep = case.rep.as_ref().ok_or_else(|| BackendError::Internal("nobody signs for the host".to_owned()))?;
    let identity = &case.profile.identity;
    let area = identity.areas.iter().find(|area| area.it == request.area);
    let mut signers = Vec::new();
    for step in &case.profile.convention.signatures {
        signers
            .push(SigningPerson { role: role_words(step.role, case, language), name: signer_name(db, case, step.role).await? });
    }
    let frozen = serde_json::to_string(&frozen(rep)).map_err(|error| BackendError::Internal(error.to_string()))?;
    let facts = Convention {
        number: case.number().map(|number| number.to_string()).unwrap_or_default(),
        promoter: Promoter {
            name: identity.name.get(language).to_owned(),
            is_school: identity.kind == InstitutionKind::SchoolNetwork,
            tax_code: identity.tax_code.clone(),
            address: identity.address.clone(),
            signatory_title: identity.signatory_title.get(language).to_owned(),
            tint: identity.tint.clone(),
        },
        host: SigningHost {
            name: host.organisation.legal_name.clone(),
            address: host.legal_seat().map(crate::organisation::address).unwrap_or_default(),
            tax_code: host.organisation.tax_code.clone(),
            vat_number: host.organisation.vat_number.clone().or(host.organisation.foreign_vat.clone()),
            pec: host.organisation.pec.clone(),
            ateco: host.organisation.ateco.clone(),
            representative: Representative {
                name: format!("{} {}", rep.first_name, rep.last_name),
                born_on: rep.birth_date,
                born_in: rep.birth_place.clone().unwrap_or_default(),
                tax_code: rep.tax_code.clone().unwrap_or_default(),
                office_held: choice("office_held", rep.office_held.as_deref().unwrap_or_default(), language).to_owned(),
            },
        },
        kind: request.kind.code().to_owned(),
        months: request.duration_months,
        area: area.map_or(request.area.as_str(), |area| area.get(language)).to_owned(),
        renewal_months: request.renewal.then_some(case.profile.convention.renewal_months),
        notice_days: case.profile.convention.notice_days,
        signers,
    };
    Ok((facts, frozen))
}

/// Who signs for the host, as they are when the document is made. Source: domain reference 2.6.
fn frozen(rep: &legal_representative::Model) -> serde_json::Value {
    serde_json::json!({
        "id": rep.id,
        "version": rep.version,
        "first_name": rep.first_name,
        "last_name": rep.last_name,
        "birth_date": rep.birth_date,
        "birth_place": rep.birth_place,
        "tax_code": rep.tax_code,
        "office_held": rep.office_held,
        "powers_from": rep.powers_from,
        "email": rep.email,
        "pec": rep.pec,
    })
}

/// The document is written in the language of whoever asked for it.
async fn language_of(db: &impl ConnectionTrait, case: &Case<'_>) -> Answer<Language> {
    let Some(id) = case.row.proposed_by else { return Ok(Language::It) };
    let row = account::Entity::find_by_id(id).one(db).await?;
    Ok(row.and_then(|row| Language::from_code(&row.language)).unwrap_or_default())
}

/// What a signer's role is called here.
pub(super) fn role_words(role: Role, case: &Case<'_>, language: Language) -> String {
    match role {
        Role::PromoterSignatory => case.profile.identity.signatory_title.get(language).to_owned(),
        other => state::role(other, language).to_owned(),
    }
}

/// Who signs in a role; empty where nobody in particular is known.
pub(super) async fn signer_name(db: &impl ConnectionTrait, case: &Case<'_>, role: Role) -> Answer<String> {
    if role == Role::LegalRep {
        return Ok(case.rep.as_ref().map(|rep| format!("{} {}", rep.first_name, rep.last_name)).unwrap_or_default());
    }
    let holders = holders(db, case, role).await?;
    // One of several could be anybody of them.
    let [only] = holders.as_slice() else { return Ok(String::new()) };
    Ok(format!("{} {}", only.first_name, only.last_name))
}

/// The accounts that hold a role where this convention is.
pub(super) async fn holders(db: &impl ConnectionTrait, case: &Case<'_>, role: Role) -> Answer<Vec<account::Model>> {
    let place = match role.is_of_host() {
        true => membership::Column::OrganisationId.eq(case.row.organisation_id),
        false => membership::Column::InstitutionId.eq(case.institution.0),
    };
    let roles = membership::Entity::find()
        .filter(place)
        .filter(membership::Column::Role.eq(role.code()))
        .filter(membership::Column::Active.eq(true))
        .all(db)
        .await?;
    let ids = roles.into_iter().map(|role| role.account_id);
    Ok(account::Entity::find().filter(account::Column::Id.is_in(ids)).order_by_asc(account::Column::Id).all(db).await?)
}

/// Euros of stamp duty for the document as it is; none without a document or where the rule is off.
pub(super) fn stamp_due(case: &Case<'_>) -> Option<i64> {
    let rule = case.profile.rule("R-22").filter(|rule| rule.severity != Severity::Off)?;
    let RuleValue::Number(per_stamp) = rule.value else { return None };
    case.row.document_id.map(|_| stamp::due(case.row.document_pages, per_stamp))
}
