//! Conventions of the demo mode, made by the real use cases with the clock moved back.

use std::sync::Arc;

use chrono::Duration;
use domain::access::Role;
use domain::answers::Answers;
use domain::convention::Event;
use domain::ids::{ConventionId, FileId};
use sea_orm::EntityTrait;

use super::{Intent, activate, convention, decide, save, upload_copy};
use crate::entity::convention as rows;
use crate::{Answer, Backend, BackendError, Ctx, document};

/// The people a convention needs.
pub(crate) struct People<'a> {
    pub contact: &'a Ctx,
    pub office: &'a Ctx,
    pub signatory: &'a Ctx,
}

/// How far a convention of the demo has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Draft,
    Submitted,
    Returned,
    /// The host has to sign.
    Approved,
    /// The promoter has to sign.
    HalfSigned,
    Active,
}

/// Kind, months, description, days since it was asked for, how far it has come.
const AT_HOME: [(&str, &str, &str, i64, Fate); 7] = [
    ("curricular", "1", "Tirocini estivi nel laboratorio dati", 36, Fate::Active),
    ("both", "36", "Tirocini nello sviluppo e nell’analisi dei dati", 35, Fate::Active),
    ("extracurricular", "24", "Tirocini per chi si è appena laureato", 20, Fate::HalfSigned),
    ("curricular", "36", "Tirocini curriculari in azienda e a distanza", 12, Fate::Approved),
    ("both", "12", "Progetto con il dipartimento di economia", 8, Fate::Returned),
    ("curricular", "24", "Tirocini nell’assistenza ai clienti", 3, Fate::Submitted),
    ("extracurricular", "12", "Tirocini nella comunicazione", 1, Fate::Draft),
];
const ELSEWHERE: [(&str, &str, &str, i64, Fate); 1] =
    [("both", "36", "Tirocini nello sviluppo e nell’analisi dei dati", 20, Fate::Approved)];

/// Makes the main host's conventions at an institution, more of them at home.
pub(crate) async fn seed(backend: &Arc<Backend>, slug: &str, people: &People<'_>, at_home: bool) -> Answer<()> {
    let records: &[_] = if at_home { &AT_HOME } else { &ELSEWHERE };
    for record in records {
        make(backend, slug, people, *record).await?;
    }
    Ok(())
}

async fn make(
    backend: &Arc<Backend>,
    slug: &str,
    people: &People<'_>,
    (kind, months, description, days_ago, fate): (&str, &str, &str, i64, Fate),
) -> Answer<()> {
    let go_to = |days: i64| backend.clock.set_ahead(-Duration::days(days));
    go_to(days_ago);
    let (_, profile) = backend.institution(slug, None)?;
    let area = profile.identity.areas.iter().rev().nth(2).or(profile.identity.areas.first());
    let answers = Answers::from([
        ("convention_kind", kind),
        ("description", description),
        ("duration_months", months),
        ("area", area.map_or("", |area| area.it.as_str())),
        ("digital_signature", "yes"),
        ("tacit_renewal", "no"),
        ("acknowledged", "true"),
    ]);
    let intent = if fate == Fate::Draft { Intent::Save } else { Intent::Submit };
    let id = save(people.contact, slug, None, 0, intent, answers).await?;
    if matches!(fate, Fate::Draft | Fate::Submitted) {
        return Ok(());
    }
    go_to(days_ago - 2);
    if fate == Fate::Returned {
        let note = "Indica meglio quali dipartimenti sono coinvolti e riduci la durata a un anno.";
        return fire(people.office, slug, id, Event::Return, note).await;
    }
    fire(people.office, slug, id, Event::Approve, "").await?;
    if fate == Fate::Approved {
        return Ok(());
    }
    go_to(days_ago - 4);
    sign(people.contact, slug, id, Role::LegalRep).await?;
    if fate == Fate::HalfSigned {
        return Ok(());
    }
    go_to(days_ago - 5);
    sign(people.signatory, slug, id, Role::PromoterSignatory).await?;
    let view = convention(people.office, slug, id).await?;
    let mut answers = Answers::from([("stamp_mode", "virtual"), ("stamp_identifier", "aut. 4512/2026")]);
    answers.set("protocol_number", format!("{:07}", 152_340 + days_ago));
    answers.set("protocol_date", backend.clock.today().to_string());
    for copy in &view.copies {
        answers.set(&format!("{}{}", super::LOOKED, copy.id), "true");
    }
    activate(people.office, slug, id, view.version, &answers).await?;
    Ok(())
}

async fn fire(ctx: &Ctx, slug: &str, id: ConventionId, event: Event, note: &str) -> Answer<()> {
    let row = rows::Entity::find_by_id(id.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    decide(ctx, slug, id, row.version, event, note, false).await.map(drop)
}

/// The document as it comes back from paper: the same pages, scanned.
async fn sign(ctx: &Ctx, slug: &str, id: ConventionId, signer: Role) -> Answer<()> {
    let row = rows::Entity::find_by_id(id.0).one(&ctx.backend.db).await?.ok_or(BackendError::NotFound)?;
    let document = row.document_id.map(FileId).ok_or(BackendError::NotFound)?;
    let bytes = document::open(ctx, slug, document).await?.bytes;
    upload_copy(ctx, slug, id, signer, "convenzione_firmata.pdf", bytes).await.map(drop)
}
