//! One convention in memory, with what its machine has to know.

use chrono::{DateTime, Utc};
use domain::access::{Action, Role, Scope};
use domain::accreditation::state::State as AccreditationState;
use domain::convention::request::ConventionRequest;
use domain::convention::{ConventionKind, Ctx as Machine, Number, Shown, State, Term};
use domain::ids::{AccountId, ConventionId, InstitutionId, OrganisationId};
use domain::profile::{Party, Profile};
use domain::signing::Means;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::fields;
use crate::entity::{accreditation, convention, legal_representative, signature};
use crate::history::Audience;
use crate::{Answer, BackendError, Ctx};

/// The kind of these cases, in events, files and letters.
pub const KIND: &str = "convention";

/// A convention with its surroundings.
pub(crate) struct Case<'a> {
    pub slug: &'a str,
    pub institution: InstitutionId,
    /// The profile it follows.
    pub profile: &'a Profile,
    pub row: convention::Model,
    /// Every copy of every round, oldest first.
    pub copies: Vec<signature::Model>,
    /// Who signs for the host now.
    pub rep: Option<legal_representative::Model>,
    /// The host is accredited here, and not suspended.
    pub host_accredited: bool,
}

impl<'a> Case<'a> {
    /// A convention of an institution that the visitor may see. Errors: SignIn, Denied, NotFound.
    pub async fn seen(ctx: &'a Ctx, slug: &'a str, id: ConventionId) -> Answer<Self> {
        domain::access::could(&ctx.visitor.actor, Action::SeeConvention)?;
        let case = Self::load(&ctx.backend.db, ctx, slug, id, false).await?;
        case.may(ctx, Action::SeeConvention)?;
        Ok(case)
    }

    /// The same, its row locked until the transaction ends, for somebody who may do one of these. Errors: SignIn, Denied,
    /// NotFound.
    pub async fn locked(
        db: &impl ConnectionTrait,
        ctx: &'a Ctx,
        slug: &'a str,
        id: ConventionId,
        actions: &[Action],
    ) -> Answer<(Self, Role)> {
        let allowed = actions.iter().map(|action| domain::access::could(&ctx.visitor.actor, *action));
        if let Some(denied) = allowed.reduce(Result::or).and_then(Result::err) {
            return Err(denied.into());
        }
        let case = Self::load(db, ctx, slug, id, true).await?;
        let role = case.may_one(ctx, actions)?;
        Ok((case, role))
    }

    async fn load(db: &impl ConnectionTrait, ctx: &'a Ctx, slug: &'a str, id: ConventionId, lock: bool) -> Answer<Self> {
        let (institution, _) = ctx.backend.institution(slug, None)?;
        let mut find = convention::Entity::find_by_id(id.0);
        if lock {
            find = find.lock_exclusive();
        }
        let row = find.one(db).await?.filter(|row| row.institution_id == institution.0).ok_or(BackendError::NotFound)?;
        Self::around(db, ctx, slug, row).await
    }

    /// What belongs to a row.
    pub async fn around(db: &impl ConnectionTrait, ctx: &'a Ctx, slug: &'a str, row: convention::Model) -> Answer<Self> {
        let (institution, profile) = ctx.backend.institution(slug, row.handling_department.as_deref())?;
        let copies = signature::Entity::find()
            .filter(signature::Column::CaseId.eq(row.id))
            .order_by_asc(signature::Column::Id)
            .all(db)
            .await?;
        let rep = legal_representative::Entity::find()
            .filter(legal_representative::Column::OrganisationId.eq(row.organisation_id))
            .filter(legal_representative::Column::ValidTo.is_null())
            .one(db)
            .await?;
        let host_accredited = is_accredited(db, institution, OrganisationId(row.organisation_id)).await?;
        Ok(Self { slug, institution, profile, row, copies, rep, host_accredited })
    }

    /// The role by which the visitor may do this here.
    pub fn may(&self, ctx: &Ctx, action: Action) -> Answer<Role> {
        ctx.may(action, &self.scope())?.ok_or(BackendError::Denied)
    }

    /// The same for the first of several that is allowed.
    pub fn may_one(&self, ctx: &Ctx, actions: &[Action]) -> Answer<Role> {
        let mut refused = BackendError::Denied;
        for action in actions {
            match self.may(ctx, *action) {
                Ok(role) => return Ok(role),
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }

    fn scope(&self) -> Scope {
        Scope::host(self.institution, OrganisationId(self.row.organisation_id))
    }

    /// Where it stands.
    pub fn state(&self) -> Answer<State> {
        state_of(&self.row)
    }

    /// The state with its flags, for its word.
    pub fn shown(&self) -> Shown {
        let signatures = i64::try_from(self.signed().len()).unwrap_or_default();
        Shown { returned: self.row.returned, signatures, expiring: self.row.expiring }
    }

    /// The copies of the present text that count, in order.
    pub fn counting(&self) -> impl Iterator<Item = &signature::Model> {
        self.copies.iter().filter(|copy| copy.counts && copy.round == self.row.round)
    }

    /// The roles that have signed the present text.
    pub fn signed(&self) -> Vec<Role> {
        self.counting().filter_map(|copy| Role::from_code(&copy.role)).collect()
    }

    /// The parties that approved, in order.
    pub fn approved_by(&self) -> Vec<Party> {
        let read = |code: &str| serde_json::from_value(serde_json::Value::from(code)).ok();
        self.row.approved_by.split(',').filter(|code| !code.is_empty()).filter_map(read).collect()
    }

    /// Its number; none before the approval.
    pub fn number(&self) -> Option<Number> {
        number_of(&self.row)
    }

    /// The request as it stands in the row, checked.
    pub fn request(&self) -> Answer<ConventionRequest> {
        Ok(ConventionRequest::read(&fields::answers_of(&self.row), self.profile)?)
    }

    /// Whether what is asked for is whole.
    pub fn is_complete(&self) -> bool {
        ConventionRequest::read(&fields::answers_of(&self.row), self.profile).is_ok()
    }

    ///
    pub fn rep_is_complete(&self) -> bool {
        self.rep.as_ref().is_some_and(rep_is_complete)
    }

    /// Each counting copy was looked at by somebody of the office, or was received by them on paper.
    pub fn signatures_confirmed(&self) -> bool {
        self.counting().all(|copy| copy.looked_at.is_some() || means_of(copy) == Some(Means::Paper))
    }

    /// nothing to pay, or settled.
    pub fn stamp_settled(&self) -> bool {
        self.row.stamp.is_some()
    }

    /// Since when signatures are awaited, as a day in Rome.
    pub fn waiting_day(&self) -> chrono::NaiveDate {
        self.row.waiting_since.with_timezone(&chrono_tz::Europe::Rome).date_naive()
    }

    /// From the stipulation to the expiry.
    pub fn term(&self) -> Option<Term> {
        self.row.stipulated_on.map(|stipulated_on| Term { stipulated_on, expires_on: self.row.expires_on })
    }

    /// What the machine has to know, for somebody who acts in that role; `signed` and `approved` live as long as it.
    pub fn machine<'m>(&'m self, ctx: &Ctx, role: Role, known: &'m Known) -> Machine<'m> {
        Machine {
            host_accredited: self.host_accredited,
            other_open_request: known.other_open,
            legal_rep_complete: self.rep_is_complete(),
            request_complete: self.is_complete(),
            host_copy_attached: known.signed.iter().any(|role| role.is_of_host()),
            approved_by: &known.approved,
            number_assigned: self.row.number_year.is_some(),
            document_ready: self.profile.convention.document == domain::profile::DocumentSource::Portal
                || self.row.document_id.is_some(),
            signed: &known.signed,
            protocol_recorded: self.row.protocol_number.is_some(),
            signatures_confirmed: self.signatures_confirmed(),
            stamp_duty_settled: self.stamp_settled(),
            waiting_since: self.waiting_day(),
            duration_months: self.row.duration_months.unwrap_or(1),
            term: self.term(),
            renewal: self.row.renewal.unwrap_or_default(),
            ..Machine::new(ctx.backend.clock.today(), role, self.profile)
        }
    }

    /// What [`Case::machine`] borrows.
    pub fn known(&self, other_open: bool) -> Known {
        Known { approved: self.approved_by(), signed: self.signed(), other_open }
    }

    /// Whether the host has another open request of the same kind here.
    pub async fn other_open(&self, db: &impl ConnectionTrait) -> Answer<bool> {
        let Some(kind) = &self.row.kind else { return Ok(false) };
        let open = State::ALL.iter().filter(|state| state.is_open()).map(|state| state.code());
        let others = convention::Entity::find()
            .filter(convention::Column::InstitutionId.eq(self.institution.0))
            .filter(convention::Column::OrganisationId.eq(self.row.organisation_id))
            .filter(convention::Column::Kind.eq(kind.as_str()))
            .filter(convention::Column::State.is_in(open))
            .filter(convention::Column::Id.ne(self.row.id));
        Ok(others.count(db).await? > 0)
    }

    /// Who may hear of what happens to it.
    pub fn audience(&self) -> Audience {
        Audience {
            institution: Some(self.institution),
            department: None,
            organisation: Some(OrganisationId(self.row.organisation_id)),
            account: self.row.proposed_by.map(AccountId),
        }
    }

    /// Stores the row as its next version, with what lists sort by.
    pub async fn store(&mut self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Answer<()> {
        let row = &mut self.row;
        row.version += 1;
        row.updated_at = now;
        sorted(row);
        let written = convention::Entity::update_many()
            .set(convention::ActiveModel::from(row.clone()).reset_all())
            .filter(convention::Column::Id.eq(row.id))
            .filter(convention::Column::Version.eq(row.version - 1))
            .exec(db)
            .await?;
        if written.rows_affected == 1 { Ok(()) } else { Err(BackendError::Stale) }
    }

    /// The words it is found by.
    pub async fn index(&self, db: &impl ConnectionTrait) -> Answer<()> {
        let row = &self.row;
        let number = self.number().map(|number| number.to_string()).unwrap_or_default();
        let parts = [Some(row.host_name.as_str()), Some(&number), row.protocol_number.as_deref(), row.description.as_deref()];
        let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        crate::search::index(db, KIND, self.institution, row.id, &words).await
    }
}

/// What a machine's context borrows from.
pub(crate) struct Known {
    approved: Vec<Party>,
    signed: Vec<Role>,
    other_open: bool,
}

/// Where a row stands.
pub(crate) fn state_of(row: &convention::Model) -> Answer<State> {
    let unknown = || BackendError::Internal(format!("convention {}: unknown state {}", row.id, row.state));
    State::from_code(&row.state).ok_or_else(unknown)
}

/// Its number; none before the approval.
pub(crate) fn number_of(row: &convention::Model) -> Option<Number> {
    let (year, progressive) = row.number_year.zip(row.number_progressive)?;
    Some(Number { year: i32::try_from(year).ok()?, progressive })
}

/// For which traineeships it is; none while the draft does not say.
pub(crate) fn kind_of(row: &convention::Model) -> Option<ConventionKind> {
    row.kind.as_deref().and_then(ConventionKind::from_code)
}

/// How a copy was signed.
pub(crate) fn means_of(copy: &signature::Model) -> Option<Means> {
    serde_json::from_str(&copy.means).ok()
}

/// Puts what lists sort by into a row.
pub(crate) fn sorted(row: &mut convention::Model) {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    row.stipulated_sort = day(row.stipulated_on);
    row.expires_sort = day(row.expires_on);
    row.kind_sort = row.kind.clone().unwrap_or_default();
    let protocol = row.protocol_number.as_deref().zip(row.protocol_date);
    row.protocol_sort = protocol.map(|(number, on)| format!("{on} {number}")).unwrap_or_default();
    row.number_sort = row.number_year.zip(row.number_progressive).map_or(0, |(year, number)| year * 10_000_000 + number);
}

/// birth data, tax code and office held are there.
pub(crate) fn rep_is_complete(rep: &legal_representative::Model) -> bool {
    let named = !rep.first_name.is_empty() && !rep.last_name.is_empty();
    let born = rep.birth_date.is_some() && rep.birth_belfiore.is_some() && rep.sex.is_some();
    named && born && rep.tax_code.is_some() && rep.office_held.is_some()
}

/// Whether a host is accredited here, and not suspended.
pub(crate) async fn is_accredited(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    organisation: OrganisationId,
) -> Answer<bool> {
    let accredited = accreditation::Entity::find()
        .filter(accreditation::Column::InstitutionId.eq(institution.0))
        .filter(accreditation::Column::OrganisationId.eq(organisation.0))
        .filter(accreditation::Column::State.eq(AccreditationState::Accredited.code()));
    Ok(accredited.count(db).await? > 0)
}
