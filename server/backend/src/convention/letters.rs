//! The letters of a convention, E10–E18.

use domain::access::Role;
use domain::convention::Event;
use domain::ids::AccountId;
use domain::language::Language;
use domain::notice::{Notice, Recipient};
use domain::signing::{Means, Sequence};
use i18n::convention as words;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::case::{Case, KIND, means_of};
use super::issue::{holders, stamp_due};
use crate::entity::{account, membership, organisation};
use crate::mail::facts::{
    ConventionAsked, ConventionSentBack, ConventionTerm, ConventionToSign, SentBack, SignedCopy, TermEvent,
};
use crate::mail::{self, Facts, Letter};
use crate::{Answer, BackendError, Ctx};

/// What a letter tells besides the case.
pub(super) struct Telling<'a> {
    pub event: Event,
    pub note: &'a str,
    /// Signatures that counted no longer do.
    pub cleared: bool,
}

/// Where one copy goes.
#[derive(Clone)]
struct Address {
    to: String,
    account: Option<Uuid>,
    language: Language,
    /// They read it in the office's panel.
    is_staff: bool,
}

/// Queues a notice for each of its recipients; an address that is named twice gets one.
pub(super) async fn send(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    case: &Case<'_>,
    notice: Notice,
    telling: &Telling<'_>,
) -> Answer<()> {
    let mut told: Vec<String> = Vec::new();
    for recipient in notice.recipients() {
        for address in addresses(db, ctx, case, *recipient).await? {
            if told.contains(&address.to) {
                continue;
            }
            told.push(address.to.clone());
            let letter = letter(case, notice, telling, &address)?;
            mail::queue(db, ctx.now(), letter).await?;
        }
    }
    Ok(())
}

async fn addresses(db: &impl ConnectionTrait, ctx: &Ctx, case: &Case<'_>, recipient: Recipient) -> Answer<Vec<Address>> {
    match recipient {
        Recipient::Contact => contacts(db, case).await,
        Recipient::Office => Ok(vec![office(case)]),
        Recipient::LegalRep => of_role(db, case, Role::LegalRep).await,
        Recipient::Signer => {
            let signed = case.signed();
            let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
            match steps.turn() {
                Some(step) => of_role(db, case, step.role).await,
                None => Ok(Vec::new()),
            }
        }
        Recipient::Uploader => match &ctx.visitor.signed_in {
            Some(person) => of_accounts(db, [person.account.0], false).await,
            None => Ok(Vec::new()),
        },
        // These notices go to nobody else.
        Recipient::User
        | Recipient::HostContacts
        | Recipient::HostPec
        | Recipient::OpenGroup
        | Recipient::Parties
        | Recipient::HostTutor
        | Recipient::Trainee
        | Recipient::AcademicTutor => Ok(Vec::new()),
    }
}

fn office(case: &Case<'_>) -> Address {
    Address { to: case.profile.office_email().to_owned(), account: None, language: Language::It, is_staff: true }
}

/// Whoever asked for it, as long as they work for the host; otherwise the host's contacts.
async fn contacts(db: &impl ConnectionTrait, case: &Case<'_>) -> Answer<Vec<Address>> {
    let roles = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(case.row.organisation_id))
        .filter(membership::Column::Role.is_in([Role::Contact.code(), Role::LegalRep.code()]))
        .filter(membership::Column::Active.eq(true))
        .all(db)
        .await?;
    let own: Vec<Uuid> = roles.iter().map(|role| role.account_id).collect();
    match case.row.proposed_by.filter(|account| own.contains(account)) {
        Some(account) => of_accounts(db, [account], false).await,
        None => of_accounts(db, own, false).await,
    }
}

/// Who signs in a role: those who hold it; for a legal representative without an account their own address and certified
/// one, and the contacts, who put the signed copy in place.
async fn of_role(db: &impl ConnectionTrait, case: &Case<'_>, role: Role) -> Answer<Vec<Address>> {
    let holders = holders(db, case, role).await?;
    let mut found = of_rows(holders, !role.is_of_host() && role != Role::PromoterSignatory);
    if role != Role::LegalRep {
        if found.is_empty() {
            found.push(office(case));
        }
        return Ok(found);
    }
    if found.is_empty() {
        found = contacts(db, case).await?;
    }
    let host = organisation::Entity::find_by_id(case.row.organisation_id).one(db).await?;
    let own = case.rep.iter().flat_map(|rep| [rep.email.clone(), rep.pec.clone()]);
    let certified = own.chain([host.and_then(|host| host.pec)]).flatten();
    found.extend(certified.map(|to| Address { to, account: None, language: Language::It, is_staff: false }));
    Ok(found)
}

async fn of_accounts(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>, is_staff: bool) -> Answer<Vec<Address>> {
    let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    Ok(of_rows(rows, is_staff))
}

fn of_rows(rows: Vec<account::Model>, is_staff: bool) -> Vec<Address> {
    let address = |row: account::Model| Address {
        language: Language::from_code(&row.language).unwrap_or_default(),
        to: row.email,
        account: Some(row.id),
        is_staff,
    };
    rows.into_iter().map(address).collect()
}

fn letter(case: &Case<'_>, notice: Notice, telling: &Telling<'_>, address: &Address) -> Answer<Letter> {
    let (host, language) = (case.row.host_name.clone(), address.language);
    let number = case.number().map(|number| number.to_string());
    let area = if address.is_staff { "ufficio" } else { "area" };
    let link = format!("/{}/{area}/convenzioni/{}", case.slug, case.row.id);
    match notice {
        Notice::E10 => {
            let request = case.request()?;
            let area = case.profile.identity.areas.iter().find(|area| area.it == request.area);
            let facts = ConventionAsked {
                host,
                kind: request.kind,
                months: request.duration_months,
                area: area.map_or(request.area.as_str(), |area| area.get(language)).to_owned(),
                digital_signature: request.digital_signature,
                link,
            };
            finish(case, &facts, address)
        }
        Notice::E11 => {
            let signed = case.signed();
            let steps = Sequence { steps: &case.profile.convention.signatures, signed: &signed };
            let methods = steps.turn().map(|step| step.methods.iter().copied().collect()).unwrap_or_default();
            let deadline = case.waiting_day() + chrono::Days::new(case.profile.convention.lapse_days.unsigned_abs());
            let document = case.row.document_id.map(|id| format!("/{}/documenti/{id}", case.slug)).unwrap_or_default();
            let facts = ConventionToSign {
                number: number.unwrap_or_default(),
                host,
                methods,
                deadline,
                stamp_duty: stamp_due(case).filter(|_| !case.stamp_settled()),
                pec: None,
                document,
                link,
            };
            finish(case, &facts, address)
        }
        Notice::E12 => {
            let event = match telling.event {
                Event::Reject => SentBack::Rejected,
                Event::Lapse => SentBack::Lapsed,
                _ => SentBack::Returned,
            };
            let reason = Some(telling.note.to_owned()).filter(|note| !note.is_empty());
            let facts = ConventionSentBack { event, number, host, reason, signatures_cleared: telling.cleared, link };
            finish(case, &facts, address)
        }
        Notice::E13 => {
            let copy = case.copies.last().ok_or_else(|| BackendError::Internal("a letter about no copy".to_owned()))?;
            let facts = SignedCopy {
                number: number.unwrap_or_default(),
                host,
                signer: Role::from_code(&copy.role).unwrap_or(Role::LegalRep),
                accepted: copy.problem.is_none(),
                on_paper: means_of(copy) == Some(Means::Paper),
                checks: checks(copy, language),
                link,
            };
            finish(case, &facts, address)
        }
        Notice::E14 | Notice::E15 | Notice::E16 | Notice::E17 | Notice::E18 => {
            let event = match (notice, telling.event) {
                (Notice::E14, _) => TermEvent::Activated,
                (Notice::E15, _) => TermEvent::Expiring,
                (Notice::E16, _) => TermEvent::Expired,
                (Notice::E17, _) => TermEvent::Renewed,
                (_, Event::Terminate) => TermEvent::Terminated,
                _ => TermEvent::NoticeGiven,
            };
            let facts = ConventionTerm {
                event,
                number: number.unwrap_or_default(),
                host,
                protocol: super::list::protocol(&case.row),
                expires_on: case.row.expires_on,
                reason: Some(telling.note.to_owned()).filter(|note| !note.is_empty() && event == TermEvent::Terminated),
                link,
            };
            finish(case, &facts, address)
        }
        other => Err(BackendError::Internal(format!("{} is no letter of a convention", other.code()))),
    }
}

/// What was checked, or what is wrong, in the letter's language.
fn checks(copy: &crate::entity::signature::Model, language: Language) -> Vec<String> {
    match &copy.problem {
        Some(problem) => words::copy_problem(problem).map(|word| word.get(language).to_owned()).into_iter().collect(),
        None if copy.file_id.is_none() => Vec::new(),
        None => vec![words::CHECKED_CONTENT.get(language).to_owned(), words::NOT_VERIFIED_LONG.get(language).to_owned()],
    }
}

fn finish(case: &Case<'_>, facts: &impl Facts, address: &Address) -> Answer<Letter> {
    let key = format!("{}:{}", case.row.id, case.row.version);
    let letter = Letter::new(facts, &address.to, address.language, key)
        .from_institution(case.institution, case.row.handling_department.as_deref())
        .about(KIND, case.row.id);
    Ok(match address.account {
        Some(account) => letter.to_account(AccountId(account)),
        None => letter,
    })
}
