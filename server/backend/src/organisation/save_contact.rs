//! Changing what is known of a contact or tutor, and the seats a tutor works at. Source: acceptance U20, U21.

use domain::access::{Action, Role};
use domain::accreditation::contact_state::ContactState;
use domain::answers::Answers;
use domain::ids::{AccountId, ContactId, OrganisationId};
use domain::organisation::contact::{self as form, Contact};
use domain::organisation::roles::may_have_seats;
use domain::refusal::Refusal;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::contacts::{state_of, stored, ticked};
use super::kept::Kept;
use super::own::own_host;
use super::{links, roles};
use crate::accreditation::difference;
use crate::draft::FormKind;
use crate::entity::contact;
use crate::history::{self, Audience, Happening};
use crate::office::newcomers::CASE;
use crate::{Answer, BackendError, Ctx, database};

/// «Salva»: a person's data; for those who manage the contacts also kinds and seats. The address stays, as it is verified.
/// Errors: Invalid, Refused, Stale, NotFound.
pub async fn save_contact(ctx: &Ctx, slug: &str, contact: ContactId, version: i64, answers: Answers) -> Answer<()> {
    let host = own_host(ctx, slug, Action::EditOwnContact).await?;
    let tx = database::begin(&ctx.backend.db).await?;
    let row = contact::Entity::find_by_id(contact.0).lock_exclusive().one(&tx).await?;
    let row = row.filter(|row| row.organisation_id == host.id.0).ok_or(BackendError::NotFound)?;
    let role = host.may_about(ctx, Action::EditOwnContact, row.account_id)?;
    let manages = host.may(ctx, Action::LinkTutor).is_ok();
    let before = stored(&tx, &row).await?;
    let state = state_of(&row)?;
    if matches!(state, ContactState::Rejected | ContactState::Disabled) {
        return Err(Refusal::illegal(state.code(), EDIT).into());
    }
    let written = fixed(answers, &before, manages);
    let kept = Kept { host: &host, form: FormKind::Contact, subject: Some(row.id), version };
    let values = match form::read(&written, &host.basis(ctx)) {
        Ok(values) => values,
        Err(problems) => {
            tx.rollback().await?;
            kept.keep(ctx, written).await?;
            return Err(BackendError::Invalid(problems));
        }
    };
    let seats = ticked(&tx, &host, &written).await?;
    may_have_seats(&values.person.kinds, seats.len())?;
    let mut changed = row.clone();
    write(&mut changed, values);
    let linked = links::seats_of(&tx, vec![row.id]).await?.remove(&row.id).unwrap_or_default();
    let same_seats = linked.len() == seats.len() && linked.iter().all(|seat| seats.contains(seat));
    // The same press once more, or nothing new: there is nothing to do.
    if changed == row && same_seats {
        return Ok(());
    }
    if row.version != version {
        return Err(BackendError::Stale);
    }
    if changed.kinds != row.kinds && state == ContactState::Active {
        change_roles(&tx, ctx, &changed).await?;
    }
    links::set(&tx, row.id, &seats, Some((ctx.signed_in()?.account, ctx.now()))).await?;
    store(&tx, ctx, &mut changed).await?;
    let after = stored(&tx, &changed).await?;
    happened(&tx, ctx, &changed, role, EDIT, difference(&before, &after)).await?;
    kept.forget(ctx, &tx).await?;
    tx.commit().await?;
    ctx.backend.announce();
    Ok(())
}

const EDIT: &str = "edit";

/// What was written, with what is not this person's to change as it was.
fn fixed(mut answers: Answers, before: &Answers, manages: bool) -> Answers {
    answers.set("contact_email", before.get("contact_email"));
    if !manages {
        let is_managed = |name: &str| name.starts_with("contact_kinds_") || name.starts_with("seat_");
        answers.0.retain(|name, _| !is_managed(name));
        let managed = before.0.iter().filter(|(name, _)| is_managed(name));
        answers.0.extend(managed.map(|(name, text)| (name.clone(), text.clone())));
    }
    answers
}

/// The roles follow the kinds, as long as somebody is left who can admit others.
async fn change_roles(db: &impl ConnectionTrait, ctx: &Ctx, changed: &contact::Model) -> Answer<()> {
    let stays = domain::organisation::roles::roles_of(roles::kinds_of(changed)).contains(&Role::Contact);
    if !stays {
        roles::others_can_admit(db, changed).await?;
    }
    roles::set(db, changed, true, ctx.now()).await
}

/// Puts what was written into the row.
pub(super) fn write(row: &mut contact::Model, from: Contact) {
    let Contact { person, tutor } = from;
    row.title = person.title;
    row.first_name = person.first_name;
    row.last_name = person.last_name;
    row.role_title = person.role_title;
    row.kinds = person.kinds.join(",");
    row.email = person.email;
    row.phone = person.phone;
    row.mobile = person.mobile;
    row.tax_code = person.tax_code;
    row.education = tutor.education;
    row.contract_level = tutor.contract_level;
    row.years_experience = tutor.years_experience;
    row.skills = tutor.skills;
}

/// Stores the row as its next version. Error: Stale.
pub(super) async fn store(db: &impl ConnectionTrait, ctx: &Ctx, row: &mut contact::Model) -> Answer<()> {
    row.version += 1;
    row.updated_at = ctx.now();
    let written = contact::Entity::update_many()
        .set(contact::ActiveModel::from(row.clone()).reset_all())
        .filter(contact::Column::Id.eq(row.id))
        .filter(contact::Column::Version.eq(row.version - 1))
        .exec(db)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(BackendError::Stale) }
}

/// Appends to the person's history.
pub(super) async fn happened(
    db: &impl ConnectionTrait,
    ctx: &Ctx,
    row: &contact::Model,
    role: Role,
    action: &str,
    diff: Option<String>,
) -> Answer<()> {
    let happening = Happening {
        case_kind: CASE,
        case_id: row.id,
        action,
        actor: Some(ctx.signed_in()?.account),
        role,
        from_state: None,
        to_state: Some(row.state.as_str()),
        version: row.version,
        note: None,
        diff,
        audience: Audience {
            organisation: Some(OrganisationId(row.organisation_id)),
            account: row.account_id.map(AccountId),
            ..Audience::default()
        },
    };
    history::append(db, ctx.now(), happening).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_tutor_changes_neither_address_nor_kinds_nor_seats() {
        let seat = format!("seat_{}", Uuid::nil());
        let before = Answers::from([("contact_email", "a@b.example"), ("contact_kinds_tutor", "true"), (seat.as_str(), "true")]);
        let written = Answers::from([
            ("contact_email", "x@y.example"),
            ("contact_kinds_referente", "true"),
            ("contact_phone", "0321 555 0142"),
        ]);
        assert_eq!(fixed(written.clone(), &before, false), before.clone().with("contact_phone", "0321 555 0142"));
        assert_eq!(fixed(written.clone(), &before, true), written.with("contact_email", "a@b.example"));
    }
}
