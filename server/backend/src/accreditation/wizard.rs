//! One page of the registration, as the profile orders them.

use domain::account::user_name::UserName;
use domain::accreditation::Part;
use domain::accreditation::company::read_ids;
use domain::accreditation::fields::Form;
use domain::accreditation::registration::{Basis, Joining, problems};
use domain::accreditation::view::{FieldNote, StepState, StepView, WizardMode, WizardView, Wording};
use domain::answers::Answers;
use domain::check::{Checker, FieldError, Problem};
use domain::ids::{AccountId, InstitutionId};
use domain::profile::{Page, Profile};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::correction::open_correction;
use super::known::{KnownHost, find_known};
use crate::draft::{self, Draft, FormKind, Owner};
use crate::entity::{account, accreditation, field_note};
use crate::{Answer, BackendError, Ctx};

/// Everything about the wizard a visitor has open at an institution.
pub(super) struct Wizard<'a> {
    pub institution: InstitutionId,
    pub profile: &'a Profile,
    pub owner: Owner,
    pub draft: Option<Draft>,
    /// The accreditation that is corrected.
    pub corrected: Option<accreditation::Model>,
    pub known: Option<KnownHost>,
    pub pages: Vec<Page>,
}

impl<'a> Wizard<'a> {
    /// Finds the visitor's draft: the correction of the host they work for, or the registration of their browser.
    pub async fn open(ctx: &'a Ctx, slug: &str, department: Option<&str>) -> Answer<Self> {
        let (institution, _) = ctx.backend.institution(slug, None)?;
        let db = &ctx.backend.db;
        let now = ctx.now();
        if let Some(corrected) = open_correction(ctx, institution).await? {
            let owner = Owner::Case(corrected.id);
            if let Some(draft) = draft::find(db, &owner, institution, FormKind::Correction, now).await? {
                let (_, profile) = ctx.backend.institution(slug, corrected.handling_department.as_deref())?;
                let pages = pages_with(profile, |part| !matches!(part, Part::UserName | Part::Privacy));
                return Ok(Self {
                    institution,
                    profile,
                    owner,
                    draft: Some(draft),
                    corrected: Some(corrected),
                    known: None,
                    pages,
                });
            }
        }
        let owner = Owner::of_browser(&ctx.visitor);
        let draft = match &owner {
            Some(owner) => draft::find(db, owner, institution, FormKind::Registration, now).await?,
            None => None,
        };
        let kept = draft.as_ref().and_then(|draft| draft.row.department.clone());
        let department = kept.as_deref().or(department);
        let (_, profile) = ctx.backend.institution(slug, department)?;
        let known = match &draft {
            Some(draft) => known_host(ctx, &draft.answers).await?,
            None => None,
        };
        let joins = known.is_some();
        let pages = pages_with(profile, |part| !joins || Joining::PARTS.contains(&part));
        let owner = owner.unwrap_or_else(|| Owner::Visitor(String::new()));
        Ok(Self { institution, profile, owner, draft, corrected: None, known, pages })
    }

    /// The answers so far.
    pub fn answers(&self) -> Answers {
        self.draft.as_ref().map(|draft| draft.answers.clone()).unwrap_or_default()
    }

    /// The page at `step`; the word of a later part leads to its page.
    pub fn page(&self, step: &str) -> Answer<&Page> {
        let part = Part::from_slug(step).ok_or(BackendError::NotFound)?;
        self.pages.iter().find(|page| page.has(part)).ok_or(BackendError::NotFound)
    }

    /// The form whose fields these answers have.
    pub fn form<'b>(&self, answers: &'b Answers) -> Form<'b> {
        Form { answers, legal_rep_due: self.profile.accreditation.legal_rep_due }
    }

    /// Whether the privacy notice is acknowledged on the summary, for want of a page of its own.
    pub fn privacy_on_summary(&self) -> bool {
        self.corrected.is_none() && !self.profile.accreditation.has_part(Part::Privacy)
    }

    /// Problems of one page; the user name's is asked of the database.
    pub async fn page_problems(&self, ctx: &Ctx, page: &Page, answers: &Answers) -> Answer<Vec<FieldError>> {
        let basis = Basis::new(ctx.backend.clock.today(), Some(&ctx.backend.places), self.profile);
        let mut found: Vec<FieldError> = page.parts.iter().flat_map(|part| problems(*part, answers, &basis)).collect();
        if page.has(Part::UserName) && found.is_empty() && self.user_name_is_taken(ctx, answers).await? {
            found.push(FieldError { field: "user_name".to_owned(), problem: Problem::UserNameTaken });
        }
        Ok(found)
    }

    async fn user_name_is_taken(&self, ctx: &Ctx, answers: &Answers) -> Answer<bool> {
        let Ok(name) = UserName::parse(answers.get("user_name")) else { return Ok(false) };
        let own = self.draft.as_ref().and_then(|draft| draft.row.account_id);
        let taken = account::Entity::find().filter(account::Column::UserName.eq(name.as_str())).one(&ctx.backend.db).await?;
        Ok(taken.is_some_and(|account| Some(account.id) != own))
    }

    /// Problems of every page but the summary, in order; on the summary also the privacy notice's.
    pub async fn all_problems(&self, ctx: &Ctx, answers: &Answers) -> Answer<Vec<FieldError>> {
        let mut found = Vec::new();
        for page in &self.pages {
            found.extend(self.page_problems(ctx, page, answers).await?);
        }
        Ok(found)
    }

    /// The first page that is not done: nobody gets beyond it.
    pub async fn frontier(&self, ctx: &Ctx, answers: &Answers) -> Answer<usize> {
        let last = self.pages.len().saturating_sub(1);
        let Some(draft) = &self.draft else { return Ok(0) };
        for (position, page) in self.pages.iter().enumerate() {
            let sent = self.corrected.is_some() || draft.sent_pages.contains(page.slug());
            if position == last || !sent || !self.page_problems(ctx, page, answers).await?.is_empty() {
                return Ok(position);
            }
        }
        Ok(last)
    }

    fn title(&self, part: Part, ctx: &Ctx) -> Option<String> {
        self.profile.accreditation.title(part, ctx.visitor.language).map(str::to_owned)
    }

    fn wording(&self, ctx: &Ctx) -> Wording {
        let (identity, language) = (&self.profile.identity, ctx.visitor.language);
        Wording {
            privacy_text: identity.privacy_text.get(language).to_owned(),
            privacy_version: identity.privacy_version.clone(),
            login_suffix: self.profile.account.login_suffix.clone(),
            submit: self.profile.accreditation.submit_event_label.get(language).to_owned(),
            legal_rep_due: self.profile.accreditation.legal_rep_due,
            privacy_on_summary: self.privacy_on_summary(),
            office_approves: self.profile.accreditation.approval,
        }
    }

    fn mode(&self, notes: Vec<FieldNote>) -> WizardMode {
        if let Some(corrected) = &self.corrected {
            return WizardMode::Correction { note: corrected.note.clone().unwrap_or_default(), notes };
        }
        match &self.known {
            Some(known) => WizardMode::Join { legal_name: known.organisation.legal_name.clone(), town: known.town.clone() },
            None => WizardMode::New,
        }
    }
}

fn pages_with(profile: &Profile, wanted: impl Fn(Part) -> bool) -> Vec<Page> {
    let pages = profile.accreditation.steps.iter();
    let narrowed = pages.map(|page| Page { parts: page.parts.iter().copied().filter(|part| wanted(*part)).collect() });
    narrowed.filter(|page| !page.parts.is_empty()).collect()
}

/// The known host these answers name, once their identifiers are right.
pub(super) async fn known_host(ctx: &Ctx, answers: &Answers) -> Answer<Option<KnownHost>> {
    match read_ids(&mut Checker::default(), answers) {
        Some(ids) => find_known(&ctx.backend.db, &ids).await,
        None => Ok(None),
    }
}

fn asks_for_country(page: &Page) -> bool {
    let asking = [Part::Country, Part::LegalSeat, Part::OperatingSeat, Part::Summary];
    asking.into_iter().any(|part| page.has(part))
}

/// Codes and names of today's states in the visitor's language, Italy first.
pub(crate) fn countries(ctx: &Ctx) -> Vec<(String, String)> {
    let language = ctx.visitor.language;
    let named = ctx.backend.places.countries_today().filter_map(|country| {
        let code = country.iso2.as_ref()?.to_string();
        Some((code, language.pick(&country.name_it, &country.name_en).to_string()))
    });
    let mut all: Vec<(String, String)> = named.collect();
    all.sort_by_cached_key(|(_, name)| domain::text::fold(name));
    all.dedup_by(|one, other| one.0 == other.0);
    all.insert(0, ("IT".to_owned(), language.pick("Italia", "Italy").to_owned()));
    all
}

/// The page at `step` (the first open one if none is named). `step` of the answer differs from what was asked when the
/// address is a later part's, or lies beyond a page that is not done.
pub async fn wizard(ctx: &Ctx, slug: &str, step: &str, department: Option<&str>) -> Answer<WizardView> {
    let wizard = Wizard::open(ctx, slug, department).await?;
    let answers = wizard.answers();
    let frontier = wizard.frontier(ctx, &answers).await?;
    let asked = match step {
        "" => frontier,
        step => {
            let slug = wizard.page(step)?.slug();
            wizard.pages.iter().position(|page| page.slug() == slug).unwrap_or(0)
        }
    };
    let position = asked.min(frontier);
    let page = wizard.pages.get(position).cloned().ok_or(BackendError::NotFound)?;
    let shown = match (&wizard.draft, page.has(Part::Summary)) {
        (_, true) => wizard.all_problems(ctx, &answers).await?,
        (Some(draft), false) if draft.sent_pages.contains(page.slug()) => wizard.page_problems(ctx, &page, &answers).await?,
        _ => Vec::new(),
    };
    let notes = match &wizard.corrected {
        Some(corrected) => asked_notes(ctx, corrected).await?,
        None => Vec::new(),
    };
    let steps = wizard.pages.iter().enumerate().map(|(place, page)| StepView {
        slug: page.slug().to_owned(),
        title: page.parts.first().and_then(|part| wizard.title(*part, ctx)),
        parts: page.parts.clone(),
        state: match place {
            _ if place == position => StepState::Now,
            _ if place < frontier || (place == frontier && place < position) => StepState::Done,
            _ => StepState::ToDo,
        },
    });
    let steps = steps.collect();
    let answers = with_suggestions(ctx, answers, &page, wizard.draft.as_ref());
    let draft = wizard.draft.as_ref();
    let conflict = draft.and_then(|draft| draft.conflict.clone()).filter(|conflict| conflict.step == page.slug());
    Ok(WizardView {
        mode: wizard.mode(notes),
        steps,
        step: page.slug().to_owned(),
        version: draft.map_or(0, |draft| draft.page_version(page.slug())),
        wording: wizard.wording(ctx),
        countries: if asks_for_country(&page) { countries(ctx) } else { Vec::new() },
        parts: page.parts,
        saved_at: draft.map(|draft| draft.row.updated_at),
        problems: shown,
        waits_for_code: draft.is_some_and(Draft::is_unconfirmed),
        conflict: conflict.map(|conflict| conflict.fields).unwrap_or_default(),
        has_draft: draft.is_some(),
        answers,
    })
}

/// What most would write, in fields that nobody has answered yet.
fn with_suggestions(ctx: &Ctx, mut answers: Answers, page: &Page, draft: Option<&Draft>) -> Answers {
    if draft.is_some_and(|draft| draft.row.form != FormKind::Registration.code()) {
        return answers;
    }
    let today = ctx.backend.clock.today().format("%d/%m/%Y").to_string();
    let seat = ctx.visitor.language.pick("Sede legale", "Registered seat");
    let suggestions = [
        (Part::Company, "employees_as_of", today.as_str()),
        (Part::LegalSeat, "legal_seat_name", seat),
        (Part::Contact, "contact_kinds_referente", "true"),
    ];
    for (part, field, text) in suggestions {
        if page.has(part) && !answers.has(field) {
            answers.set(field, text);
        }
    }
    answers
}

/// What the office asked for in the last round.
pub(super) async fn asked_notes(ctx: &Ctx, accreditation: &accreditation::Model) -> Answer<Vec<FieldNote>> {
    let notes = field_note::Entity::find()
        .filter(field_note::Column::AccreditationId.eq(accreditation.id))
        .filter(field_note::Column::Round.eq(accreditation.round))
        .order_by_asc(field_note::Column::Id)
        .all(&ctx.backend.db)
        .await?;
    Ok(notes.into_iter().map(|note| FieldNote { field: note.field, note: note.note }).collect())
}

/// The account a draft reserved a user name with.
pub(super) fn reserved_account(draft: &Draft) -> Option<AccountId> {
    draft.row.account_id.map(AccountId)
}
