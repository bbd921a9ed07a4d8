//! What a host said of itself, and who signs for it. Source: domain reference 2.2, 2.6.

use domain::access::Action;
use domain::accreditation::Part;
use domain::accreditation::fields::{Form, Kind};
use domain::accreditation::person::read_legal_rep;
use domain::accreditation::registration::Basis;
use domain::answers::Answers;
use domain::check::Checker;
use domain::organisation::view::CompanyView;
use domain::profile::LegalRepDue;
use sea_orm::{EntityTrait, QuerySelect};

use super::kept::Kept;
use super::own::{OwnHost, own_host};
use crate::accreditation::{StoredHost, answers_of, countries, difference, load_host, write_legal_rep};
use crate::convention::rep_is_complete;
use crate::draft::FormKind;
use crate::entity::organisation;
use crate::history::{self, Audience, Happening};
use crate::{Answer, BackendError, Ctx, database};

/// The host's data with the form of its legal representative. Error: NotFound.
pub async fn company(ctx: &Ctx, slug: &str) -> Answer<CompanyView> {
    let host = own_host(ctx, slug, Action::SeeOrganisation).await?;
    host.may(ctx, Action::SeeOrganisation)?;
    let can_edit = host.may(ctx, Action::EditOrganisation).is_ok();
    let stored = load_host(&ctx.backend.db, host.id.0).await?;
    let answers = answers_of(&stored);
    let version = version_of(&stored);
    let kept = if can_edit { kept(&host, version).answers(ctx).await? } else { None };
    let own = of_rep(&answers);
    Ok(CompanyView {
        host_name: host.name.clone(),
        facts: facts(ctx, &answers),
        version,
        answers: kept.unwrap_or(own),
        is_complete: stored.legal_representative.as_ref().is_some_and(rep_is_complete),
        can_edit,
    })
}

/// Stores who signs for the host, whole. Errors: Invalid, Stale, NotFound.
pub async fn save_legal_rep(ctx: &Ctx, slug: &str, version: i64, answers: Answers) -> Answer<()> {
    let host = own_host(ctx, slug, Action::EditOrganisation).await?;
    let role = host.may(ctx, Action::EditOrganisation)?;
    let basis = Basis { legal_rep_due: LegalRepDue::Accreditation, ..host.basis(ctx) };
    let mut c = Checker::default();
    let rep = read_legal_rep(&mut c, &answers, &basis).flatten();
    let rep = match c.finish(|| rep) {
        Ok(rep) => rep,
        Err(problems) => {
            kept(&host, version).keep(ctx, of_rep(&answers)).await?;
            return Err(BackendError::Invalid(problems));
        }
    };
    let tx = database::begin(&ctx.backend.db).await?;
    let row = organisation::Entity::find_by_id(host.id.0).lock_exclusive().one(&tx).await?.ok_or(BackendError::NotFound)?;
    let before = load_host(&tx, host.id.0).await?;
    let earlier = of_rep(&answers_of(&before));
    write_legal_rep(&tx, host.id.0, Some(&rep), ctx.now()).await?;
    let after = load_host(&tx, host.id.0).await?;
    let diff = difference(&earlier, &of_rep(&answers_of(&after)));
    if diff.is_none() {
        // The same press once more, or nothing new.
        return Ok(());
    }
    if version_of(&before) != version {
        return Err(BackendError::Stale);
    }
    let happening = Happening {
        case_kind: "organisation",
        case_id: host.id.0,
        action: "legal_representative",
        actor: Some(ctx.signed_in()?.account),
        role,
        from_state: None,
        to_state: None,
        version: row.version,
        note: None,
        diff,
        audience: Audience { organisation: Some(host.id), ..Audience::default() },
    };
    history::append(&tx, ctx.now(), happening).await?;
    kept(&host, version).forget(ctx, &tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

fn kept<'a>(host: &'a OwnHost<'a>, version: i64) -> Kept<'a> {
    Kept { host, form: FormKind::LegalRepresentative, subject: None, version }
}

fn version_of(stored: &StoredHost) -> i64 {
    stored.legal_representative.as_ref().map_or(0, |rep| rep.version)
}

/// The answers about who signs.
fn of_rep(answers: &Answers) -> Answers {
    let form = Form { answers, legal_rep_due: LegalRepDue::Accreditation };
    let mut own = Answers::default();
    own.replace(&form.names(Part::LegalRep), answers);
    own
}

/// What the host said of itself, in the order of its registration; what is empty is left out.
fn facts(ctx: &Ctx, answers: &Answers) -> Vec<(String, String)> {
    let form = Form { answers, legal_rep_due: LegalRepDue::Convention };
    let fields = [Part::Country, Part::Ids, Part::Company].into_iter().flat_map(|part| form.fields(part));
    let known = countries(ctx);
    let fact = |field: domain::accreditation::fields::Field| {
        let text = answers.get(field.name);
        let is_tick = field.kind == Kind::Tick;
        (!text.is_empty() || is_tick).then(|| {
            let text = match field.kind {
                Kind::Tick if text.is_empty() => "false".to_owned(),
                Kind::Country => known.iter().find(|(code, _)| code == text).map_or(text, |(_, name)| name).to_owned(),
                _ => text.to_owned(),
            };
            (field.label.to_owned(), text)
        })
    };
    fields.filter_map(fact).collect()
}
