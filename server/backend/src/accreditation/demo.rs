//! Records of the demo mode: hosts in every state, made by the real use cases with the clock moved back.

use std::sync::Arc;

use chrono::Duration;
use domain::access::{Actor, Membership, Role};
use domain::answers::Answers;
use domain::ids::{AccountId, AccreditationId, OrganisationId};
use domain::language::Language;
use domain::profile::DocumentSource;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::correction::withdraw;
use super::elsewhere::request_elsewhere;
use super::verify::enter_request;
use crate::context::SignedIn;
use crate::convention::demo::People;
use crate::demo::PASSWORD;
use crate::entity::{account, accreditation, contact, membership};
use crate::identity::{self, NewAccount};
use crate::{Answer, Backend, BackendError, Ctx, Visitor, convention, database, office};

/// What happens to a demo host's request, and how many days ago it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Waits,
    Integration,
    Accredited,
    Rejected,
    Withdrawn,
    Suspended,
    Revoked,
}

struct Host {
    name: &'static str,
    form: &'static str,
    kind: &'static str,
    /// First seven digits of its VAT number.
    number: u32,
    seat: (&'static str, &'static str, &'static str, &'static str),
    activity: (&'static str, &'static str),
    contact: (&'static str, &'static str, &'static str),
    institution: usize,
    days_ago: i64,
    fate: Fate,
}

/// The host of `referente.demo`: accredited everywhere.
const MAIN: Host = Host {
    name: "Lanterna Dati S.r.l.",
    form: "srl",
    kind: "private",
    number: 994_1001,
    seat: ("Via San Gaudenzio", "12", "28100", "Novara"),
    activity: ("62.01.00", "Analisi di dati e sviluppo di software per la produzione"),
    contact: ("Giulia", "Rossi", "referente.demo"),
    institution: 0,
    days_ago: 40,
    fate: Fate::Accredited,
};

const OTHERS: [Host; 13] = [
    host(
        "Filanda Nuova S.r.l.",
        "srl",
        "private",
        994_1002,
        ("Via dei Cattaneo", "14/B", "28100", "Novara"),
        ("13.20.00", "Tessuti tecnici per l’arredo"),
        ("Rosanna", "Tibaldi", "rosanna.tibaldi"),
        0,
        6,
        Fate::Waits,
    ),
    host(
        "Cooperativa sociale Passo Lento",
        "cooperative",
        "third_sector",
        994_1003,
        ("Via Milano", "31", "15121", "Alessandria"),
        ("88.10.00", "Assistenza domiciliare ad anziani"),
        ("Marta", "Ghione", "marta.ghione"),
        0,
        6,
        Fate::Waits,
    ),
    host(
        "Studio Corvetto Associati",
        "professional_firm",
        "private",
        994_1004,
        ("Corso Francia", "88", "10143", "Torino"),
        ("69.10.10", "Studio legale e tributario"),
        ("Piero", "Corvetto", "piero.corvetto"),
        0,
        4,
        Fate::Waits,
    ),
    host(
        "Officine Bregante S.p.A.",
        "spa",
        "private",
        994_1005,
        ("Via Trino", "120", "13100", "Vercelli"),
        ("25.62.00", "Lavorazioni meccaniche di precisione"),
        ("Luisa", "Bregante", "luisa.bregante"),
        0,
        1,
        Fate::Waits,
    ),
    host(
        "Fondazione Casa dei Mestieri",
        "foundation",
        "third_sector",
        994_1006,
        ("Via Italia", "7", "13900", "Biella"),
        ("85.32.09", "Formazione professionale"),
        ("Ivo", "Serralunga", "ivo.serralunga"),
        0,
        1,
        Fate::Waits,
    ),
    host(
        "Molino Sant’Orsola S.r.l.",
        "srl",
        "private",
        994_1007,
        ("Via Roma", "3", "28100", "Novara"),
        ("10.61.10", "Macinazione di cereali"),
        ("Carla", "Orsola", "carla.orsola"),
        0,
        0,
        Fate::Waits,
    ),
    host(
        "Vetreria Altare S.n.c.",
        "snc",
        "private",
        994_1008,
        ("Via Roma", "18", "17100", "Savona"),
        ("23.13.00", "Vetro soffiato"),
        ("Bruno", "Saroldi", "bruno.saroldi"),
        0,
        9,
        Fate::Integration,
    ),
    host(
        "Autotrasporti Valsesia S.a.s.",
        "sas",
        "private",
        994_1009,
        ("Via Vittorio Veneto", "55", "13100", "Vercelli"),
        ("49.41.00", "Trasporto di merci su strada"),
        ("Renzo", "Deblasi", "renzo.deblasi"),
        0,
        20,
        Fate::Rejected,
    ),
    host(
        "Libreria Il Portico S.r.l.",
        "srl",
        "private",
        994_1010,
        ("Via Pietro Micca", "9", "13900", "Biella"),
        ("47.61.00", "Libreria"),
        ("Anna", "Quaglia", "anna.quaglia"),
        0,
        15,
        Fate::Withdrawn,
    ),
    host(
        "Cantine del Monferrato S.p.A.",
        "spa",
        "private",
        994_1011,
        ("Corso Alfieri", "210", "14100", "Asti"),
        ("11.02.10", "Produzione di vini"),
        ("Sergio", "Accornero", "sergio.accornero"),
        0,
        60,
        Fate::Suspended,
    ),
    host(
        "Edil Ticino S.r.l.",
        "srl",
        "private",
        994_1012,
        ("Via Novara", "44", "28100", "Novara"),
        ("41.20.00", "Costruzione di edifici"),
        ("Fabio", "Zanetta", "fabio.zanetta"),
        0,
        90,
        Fate::Revoked,
    ),
    host(
        "Agenzia Orizzonte S.r.l.",
        "srl",
        "private",
        994_1013,
        ("Via Torino", "15", "20123", "Milano"),
        ("73.11.02", "Campagne pubblicitarie"),
        ("Ilaria", "Monti", "ilaria.monti"),
        1,
        2,
        Fate::Waits,
    ),
    host(
        "Biblioteca civica Aurora",
        "public_body",
        "public",
        994_1014,
        ("Piazza Garibaldi", "1", "27100", "Pavia"),
        ("91.01.00", "Biblioteca pubblica"),
        ("Nadia", "Ferri", "nadia.ferri"),
        2,
        3,
        Fate::Waits,
    ),
];

#[allow(clippy::too_many_arguments, reason = "a table of demo records reads best as rows")]
const fn host(
    name: &'static str,
    form: &'static str,
    kind: &'static str,
    number: u32,
    seat: (&'static str, &'static str, &'static str, &'static str),
    activity: (&'static str, &'static str),
    contact: (&'static str, &'static str, &'static str),
    institution: usize,
    days_ago: i64,
    fate: Fate,
) -> Host {
    Host { name, form, kind, number, seat, activity, contact, institution, days_ago, fate }
}

/// Makes the records once; a database that has accreditations is left as it is.
pub async fn seed(backend: &Arc<Backend>) -> Answer<()> {
    if accreditation::Entity::find().count(&backend.db).await? > 0 {
        return Ok(());
    }
    let made = records(backend).await;
    backend.clock.set_ahead(Duration::zero());
    made
}

async fn records(backend: &Arc<Backend>) -> Answer<()> {
    let slugs: Vec<String> = backend.profiles.institutions().iter().map(|profile| profile.slug().to_owned()).collect();
    let Some(home) = slugs.first() else { return Ok(()) };
    let contact = make(backend, home, &MAIN).await?;
    for slug in slugs.iter().skip(1) {
        backend.clock.set_ahead(Duration::days(-30));
        request_elsewhere(&contact, slug, true).await?;
        let row = newest(backend, slug).await?;
        backend.clock.set_ahead(Duration::days(-28));
        office::approve(&office_of(backend, slug).await?, slug, AccreditationId(row.id), row.version).await?;
    }
    add_tutor(backend, &contact).await?;
    add_conventions(backend, &slugs, &contact).await?;
    for other in &OTHERS {
        if let Some(slug) = slugs.get(other.institution) {
            make(backend, slug, other).await?;
        }
    }
    Ok(())
}

/// Registers a host and leads its request to its fate. Answers the context of its contact.
async fn make(backend: &Arc<Backend>, slug: &str, host: &Host) -> Answer<Ctx> {
    backend.clock.set_ahead(Duration::days(-host.days_ago) - Duration::hours(i64::from(host.number % 5)));
    let account = contact_account(backend, slug, host).await?;
    let ctx = context(backend, &account, Vec::new());
    let tx = database::begin(&backend.db).await?;
    let row = enter_request(&tx, &ctx, slug, None, &answers(host, backend), &account).await?;
    tx.commit().await?;
    let own = Membership::in_organisation(Role::Contact, OrganisationId(row.organisation_id));
    let contact = context(backend, &account, vec![own]);
    lead(backend, slug, host, &contact, &row).await?;
    Ok(contact)
}

async fn lead(backend: &Arc<Backend>, slug: &str, host: &Host, contact: &Ctx, row: &accreditation::Model) -> Answer<()> {
    let id = AccreditationId(row.id);
    let staff = office_of(backend, slug).await?;
    let later = Duration::days((host.days_ago - 2).max(0));
    backend.clock.set_ahead(-later);
    match host.fate {
        Fate::Waits => {}
        Fate::Withdrawn => withdraw(contact, slug).await?,
        Fate::Integration => {
            let notes = Answers::from([("employees_total", "Indica il numero dei dipendenti a oggi.")]);
            let note = "Manca un dato per calcolare quanti tirocini puoi ospitare.".to_owned();
            office::request_integration(&staff, slug, id, row.version, note, notes).await?;
        }
        Fate::Rejected => {
            let reason = "L’attività indicata non corrisponde a quella del registro imprese.".to_owned();
            office::reject(&staff, slug, id, row.version, reason).await?;
        }
        Fate::Accredited | Fate::Suspended | Fate::Revoked => {
            office::approve(&staff, slug, id, row.version).await?;
        }
    }
    let version = row.version + 1;
    if host.fate == Fate::Suspended {
        let reason = "In attesa del nuovo documento di valutazione dei rischi.".to_owned();
        office::suspend(&staff, slug, id, version, reason).await?;
    }
    if host.fate == Fate::Revoked {
        let admin = staff_of(backend, slug, Role::Admin).await?;
        office::revoke(&admin, slug, id, version, "La società è stata cancellata dal registro imprese.".to_owned()).await?;
    }
    Ok(())
}

async fn contact_account(backend: &Arc<Backend>, slug: &str, host: &Host) -> Answer<account::Model> {
    let (first_name, last_name, user_name) = host.contact;
    if let Some(present) = identity::find_by_name(&backend.db, user_name).await? {
        return Ok(present);
    }
    let email = format!("{user_name}@{}.example", host.number);
    let new = NewAccount {
        user_name: domain::account::user_name::UserName::parse(user_name).map_err(|_| wrong(user_name))?,
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        email_key: identity::email_key(&email),
        email,
        language: Language::It,
        institution: Some(backend.institutions.id(slug)?),
    };
    let hash = backend.hasher.hash(PASSWORD).await?;
    let now = backend.clock.now();
    let id = identity::create_account(&backend.db, now, new).await?;
    identity::verify_account(&backend.db, now, id, &hash).await?;
    let demo = account::ActiveModel { demo: Set(true), ..Default::default() };
    account::Entity::update_many().set(demo).filter(account::Column::Id.eq(id.0)).exec(&backend.db).await?;
    account::Entity::find_by_id(id.0).one(&backend.db).await?.ok_or_else(|| wrong(user_name))
}

fn wrong(what: &str) -> BackendError {
    BackendError::Internal(format!("demo record {what}"))
}

/// The main host's conventions: at home in every state, at other universities one that has to be signed.
async fn add_conventions(backend: &Arc<Backend>, slugs: &[String], contact: &Ctx) -> Answer<()> {
    for (place, slug) in slugs.iter().enumerate() {
        let (_, profile) = backend.institution(slug, None)?;
        let by_portal = profile.convention.document == DocumentSource::Portal && !profile.convention.approvals.is_empty();
        if by_portal {
            let (office, signatory) = (office_of(backend, slug).await?, staff_of(backend, slug, Role::PromoterSignatory).await?);
            let people = People { contact, office: &office, signatory: &signatory };
            convention::demo::seed(backend, slug, &people, place == 0).await?;
        }
    }
    Ok(())
}

/// `tutor.demo`, a tutor of the main host.
async fn add_tutor(backend: &Arc<Backend>, contact_ctx: &Ctx) -> Answer<()> {
    let Some(tutor) = identity::find_by_name(&backend.db, "tutor.demo").await? else { return Ok(()) };
    let host = contact_ctx.visitor.actor.active().find_map(|own| own.organisation).ok_or_else(|| wrong("tutor"))?;
    let first = contact::Entity::find().filter(contact::Column::OrganisationId.eq(host.0)).one(&backend.db).await?;
    let template = first.ok_or_else(|| wrong("tutor"))?;
    let now = backend.clock.now();
    let row = contact::Model {
        id: Uuid::now_v7(),
        account_id: Some(tutor.id),
        first_name: tutor.first_name.clone(),
        last_name: tutor.last_name.clone(),
        role_title: "Responsabile sviluppo".to_owned(),
        kinds: "tutor".to_owned(),
        email: tutor.email.clone(),
        tax_code: Some("BNCMRC80A01F952S".to_owned()),
        created_at: now,
        updated_at: now,
        ..template
    };
    contact::Entity::insert(contact::ActiveModel::from(row)).exec_without_returning(&backend.db).await?;
    let role = membership::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(tutor.id),
        role: Set(Role::HostTutor.code().to_owned()),
        institution_id: Set(None),
        organisation_id: Set(Some(host.0)),
        departments: Set(String::new()),
        active: Set(true),
        created_at: Set(now),
    };
    membership::Entity::insert(role).exec_without_returning(&backend.db).await?;
    Ok(())
}

async fn newest(backend: &Backend, slug: &str) -> Answer<accreditation::Model> {
    let institution = backend.institutions.id(slug)?;
    accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .one(&backend.db)
        .await?
        .ok_or_else(|| wrong(slug))
}

async fn office_of(backend: &Arc<Backend>, slug: &str) -> Answer<Ctx> {
    staff_of(backend, slug, Role::Office).await
}

async fn staff_of(backend: &Arc<Backend>, slug: &str, role: Role) -> Answer<Ctx> {
    let institution = backend.institutions.id(slug)?;
    let name = match role {
        Role::Admin => format!("admin.{slug}"),
        Role::PromoterSignatory => format!("rettore.{slug}"),
        _ => format!("ufficio.{slug}"),
    };
    let account = identity::find_by_name(&backend.db, &name).await?.ok_or_else(|| wrong(&name))?;
    Ok(context(backend, &account, vec![Membership::in_institution(role, institution)]))
}

fn context(backend: &Arc<Backend>, account: &account::Model, memberships: Vec<Membership>) -> Ctx {
    let id = AccountId(account.id);
    let signed_in = SignedIn {
        account: id,
        token_hash: String::new(),
        first_name: account.first_name.clone(),
        last_name: account.last_name.clone(),
        user_name: account.user_name.clone(),
        language: Language::It,
        membership: None,
        expires_at: backend.clock.now(),
        idle_minutes: 30,
    };
    let visitor = Visitor { signed_in: Some(signed_in), actor: Actor::person(id, memberships), ..Visitor::default() };
    Ctx { backend: Arc::clone(backend), visitor }
}

/// The registration as the contact would have typed it.
fn answers(host: &Host, backend: &Backend) -> Answers {
    let (street, civic_no, postal_code, city) = host.seat;
    let (ateco, activity) = host.activity;
    let (first_name, last_name, user_name) = host.contact;
    let province = backend.places.find_current(city, "").map(|place| place.province.to_string()).unwrap_or_default();
    let vat = vat_number(host.number);
    let as_of = (backend.clock.today() - Duration::days(40)).to_string();
    let email = format!("{user_name}@{}.example", host.number);
    let pec = format!("amministrazione@pec{}.example", host.number);
    let mut answers = Answers::from([
        ("country", "IT"),
        ("company_tax_code", vat.as_str()),
        ("vat_number", vat.as_str()),
        ("legal_name", host.name),
        ("legal_form", host.form),
        ("sector_kind", host.kind),
        ("ipa_code", if host.kind == "public" { "bca_27100" } else { "" }),
        ("ateco", ateco),
        ("activity", activity),
        ("employees_permanent", "16"),
        ("employees_total", "18"),
        ("employees_as_of", as_of.as_str()),
        ("email", email.as_str()),
        ("pec", pec.as_str()),
        ("phone", "0321 555014"),
        ("safety_dvr", "true"),
        ("digital_signature_available", "true"),
        ("legal_seat_name", "Sede legale"),
        ("legal_seat_street", street),
        ("legal_seat_civic_no", civic_no),
        ("legal_seat_postal_code", postal_code),
        ("legal_seat_city", city),
        ("legal_seat_province", province.as_str()),
        ("contact_first_name", first_name),
        ("contact_last_name", last_name),
        ("contact_role_title", "Responsabile del personale"),
        ("contact_kinds_referente", "true"),
        ("contact_email", email.as_str()),
        ("contact_phone", "0321 555015"),
        ("privacy_accepted", "true"),
        ("user_name", user_name),
    ]);
    for (field, text) in LEGAL_REP {
        answers.set(field, text);
    }
    answers.set("phone", format!("0321 55{:04}", host.number % 10_000));
    answers
}

/// Everybody's representative is invented; the tax code fits its data.
const LEGAL_REP: [(&str, &str); 8] = [
    ("rep_first_name", "Mario"),
    ("rep_last_name", "Rossi"),
    ("rep_sex", "M"),
    ("rep_birth_date", "1985-04-10"),
    ("rep_birth_place", "Roma"),
    ("rep_birth_province", "RM"),
    ("rep_tax_code", "RSSMRA85D10H501H"),
    ("rep_office_held", "sole_director"),
];

/// A VAT number of the office of Novara with its check digit (V-PIVA).
fn vat_number(progressive: u32) -> String {
    let digits = format!("{progressive:07}003");
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            if place % 2 == 0 { digit } else { digit * 2 - if digit > 4 { 9 } else { 0 } }
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
