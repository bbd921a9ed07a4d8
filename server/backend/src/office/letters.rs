//! The letters that tell a host what the office decided.

use domain::accreditation::state::Event;
use domain::ids::{AccountId, InstitutionId};
use domain::language::Language;
use domain::notice::{Notice, Recipient};
use domain::profile::Profile;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::decide::Decision;
use super::words;
use crate::entity::{account, accreditation, contact, organisation};
use crate::mail::facts::{
    AccreditationApproved, AccreditationRejected, AccreditationSuspended, FieldNote, IntegrationRequested, SuspensionEvent,
};
use crate::mail::{self, Letter};
use crate::{Answer, BackendError, Ctx};

/// Where one copy goes, and in which language.
struct Address {
    to: String,
    account: Option<AccountId>,
    language: Language,
}

/// Queues the notice for each of its recipients.
pub(super) async fn send(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    (slug, profile): (&str, &Profile),
    request: &accreditation::Model,
    decision: &Decision,
    notice: Notice,
) -> Answer<()> {
    let mut told: Vec<String> = Vec::new();
    for recipient in notice.recipients() {
        let address = match recipient {
            Recipient::Contact => to_contact(db, request).await?,
            Recipient::HostPec => to_pec(db, request).await?,
            // These notices go to nobody else.
            Recipient::User
            | Recipient::HostContacts
            | Recipient::Office
            | Recipient::LegalRep
            | Recipient::Signer
            | Recipient::Uploader
            | Recipient::OpenGroup
            | Recipient::Parties
            | Recipient::HostTutor
            | Recipient::Trainee
            | Recipient::AcademicTutor => None,
        };
        // A host whose contact reads the certified address itself gets one copy.
        let Some(address) = address.filter(|address| !told.contains(&address.to)) else { continue };
        let letter = letter(slug, profile, request, decision, notice, &address)?;
        mail::queue(db, ctx.now(), letter).await?;
        told.push(address.to);
    }
    Ok(())
}

/// The person who made the request, at the address that was verified.
async fn to_contact(db: &impl ConnectionTrait, request: &accreditation::Model) -> Answer<Option<Address>> {
    if let Some(id) = request.requested_by
        && let Some(account) = account::Entity::find_by_id(id).one(db).await?
    {
        let language = Language::from_code(&account.language).unwrap_or_default();
        return Ok(Some(Address { to: account.email, account: Some(AccountId(id)), language }));
    }
    let Some(id) = request.contact_id else { return Ok(None) };
    let contact = contact::Entity::find_by_id(id).one(db).await?;
    Ok(contact.map(|contact| Address { to: contact.email, account: None, language: Language::It }))
}

/// The host's certified address: Italian's legal channel, so in Italian.
async fn to_pec(db: &impl ConnectionTrait, request: &accreditation::Model) -> Answer<Option<Address>> {
    let host = organisation::Entity::find_by_id(request.organisation_id).one(db).await?;
    let pec = host.and_then(|host| host.pec);
    Ok(pec.map(|to| Address { to, account: None, language: Language::It }))
}

fn letter(
    slug: &str,
    profile: &Profile,
    request: &accreditation::Model,
    decision: &Decision,
    notice: Notice,
    address: &Address,
) -> Answer<Letter> {
    let key = format!("{}:{}", request.id, request.version);
    let (host, number) = (request.host_name.clone(), request.number);
    let area = format!("/{slug}/area");
    let (to, language, text) = (&address.to, address.language, decision.text.clone());
    let letter = match notice {
        Notice::E04 => {
            let facts = AccreditationApproved { host, number, is_change: false, note: None, link: area };
            Letter::new(&facts, to, language, key)
        }
        Notice::E05 => {
            let facts = AccreditationRejected { host, number, reason: text, link: format!("/{slug}/accreditamento") };
            Letter::new(&facts, to, language, key)
        }
        Notice::E05s => {
            let event = suspension(decision.event)?;
            let facts = AccreditationSuspended { event, host, number, reason: text, link: area };
            Letter::new(&facts, to, language, key)
        }
        Notice::E06 => {
            let notes = decision
                .notes
                .iter()
                .map(|note| FieldNote { label: words::of_field(&note.field, profile, language), note: note.note.clone() });
            let facts = IntegrationRequested { host, number, note: text, notes: notes.collect(), link: area };
            Letter::new(&facts, to, language, key)
        }
        Notice::E01
        | Notice::E02
        | Notice::E03
        | Notice::E07
        | Notice::E08
        | Notice::E09
        | Notice::E10
        | Notice::E11
        | Notice::E12
        | Notice::E13
        | Notice::E14
        | Notice::E15
        | Notice::E16
        | Notice::E17
        | Notice::E18
        | Notice::E30
        | Notice::E30i
        | Notice::E31
        | Notice::E32
        | Notice::E32r
        | Notice::E33
        | Notice::E34
        | Notice::E35
        | Notice::E36
        | Notice::E37
        | Notice::E38
        | Notice::E41
        | Notice::E42
        | Notice::E43
        | Notice::E50
        | Notice::E54
        | Notice::E63
        | Notice::E63a => {
            return Err(BackendError::Internal(format!("{} is no letter of a decision", notice.code())));
        }
    };
    let letter = letter
        .from_institution(InstitutionId(request.institution_id), request.handling_department.as_deref())
        .about("accreditation", request.id);
    Ok(match address.account {
        Some(account) => letter.to_account(account),
        None => letter,
    })
}

fn suspension(event: Event) -> Answer<SuspensionEvent> {
    match event {
        Event::Suspend => Ok(SuspensionEvent::Suspended),
        Event::Reinstate => Ok(SuspensionEvent::Reinstated),
        Event::Revoke => Ok(SuspensionEvent::Revoked),
        other => Err(BackendError::Internal(format!("{} suspends nothing", other.code()))),
    }
}
