//! Storing a page: by its buttons, and by itself while one types.

use domain::accreditation::Part;
use domain::accreditation::fields::{copy_legal_seat, is_box};
use domain::accreditation::view::{ConflictField, Saved};
use domain::answers::Answers;
use domain::profile::Page;

use super::wizard::{Wizard, known_host};
use crate::draft::{Conflict, Draft, FormKind, Owner};
use crate::{Answer, BackendError, Ctx};

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    Next,
    Back,
    Save,
}

impl Intent {
    /// The intent of a button's value; anything unknown saves.
    pub fn from_code(code: &str) -> Self {
        match code {
            "next" => Self::Next,
            "back" => Self::Back,
            _ => Self::Save,
        }
    }
}

/// Posted with a whole page, where a box that is missing is not ticked.
const WHOLE_PAGE: &str = "_whole";

/// The longest text a draft keeps of one field; beyond every field's own limit, so that too long a text is shown and not cut.
const LONGEST: usize = 20_000;

/// A page's answers as they came.
struct Posted {
    version: i64,
    /// What the posted fields were when the page began to be written; a form without scripts does not know.
    base: Option<Answers>,
    answers: Answers,
    /// With «Avanti».
    sent: bool,
}

/// Stores the page and says where to go: the next or previous page, or the same one when something is to be mended.
pub async fn save_step(
    ctx: &Ctx,
    slug: &str,
    step: &str,
    version: i64,
    intent: Intent,
    answers: Answers,
    department: Option<&str>,
) -> Answer<String> {
    let mut wizard = Wizard::open(ctx, slug, department).await?;
    let page = wizard.page(step)?.clone();
    refuse_when_confirmed(&wizard)?;
    let posted = Posted { version, base: None, answers, sent: intent == Intent::Next };
    let stored = store(ctx, &mut wizard, &page, posted, department).await?;
    if ctx.visitor.signed_in.is_none() && ctx.visitor.expired.is_some() && wizard.corrected.is_some() {
        return Err(BackendError::SignIn);
    }
    let address = |step: &str| format!("/{slug}/accreditamento/{step}");
    if !stored.conflict.is_empty() {
        return Ok(address(page.slug()));
    }
    // The host may have turned out to be known, which changes the pages.
    let wizard = Wizard::open(ctx, slug, department).await?;
    let place = wizard.pages.iter().position(|other| other.slug() == page.slug()).unwrap_or(0);
    let goal = match intent {
        Intent::Save => return Ok(format!("{}?salvata=1", address(page.slug()))),
        Intent::Back => place.checked_sub(1),
        Intent::Next if wizard.page_problems(ctx, &page, &wizard.answers()).await?.is_empty() => Some(place + 1),
        Intent::Next => return Ok(format!("{}?controlla=1", address(page.slug()))),
    };
    let goal = goal.and_then(|place| wizard.pages.get(place)).map_or(page.slug(), Page::slug);
    Ok(address(goal))
}

/// Stores the page while one types. Answers its new version, or the fields that somebody else changed meanwhile.
pub async fn autosave(
    ctx: &Ctx,
    slug: &str,
    step: &str,
    version: i64,
    base: Option<Answers>,
    answers: Answers,
    department: Option<&str>,
) -> Answer<Saved> {
    let mut wizard = Wizard::open(ctx, slug, department).await?;
    let page = wizard.page(step)?.clone();
    refuse_when_confirmed(&wizard)?;
    let saved = store(ctx, &mut wizard, &page, Posted { version, base, answers, sent: false }, department).await?;
    if ctx.visitor.signed_in.is_none() && ctx.visitor.expired.is_some() && wizard.corrected.is_some() {
        return Err(BackendError::SignIn);
    }
    Ok(saved)
}

fn refuse_when_confirmed(wizard: &Wizard) -> Answer<()> {
    match &wizard.draft {
        Some(draft) if draft.is_unconfirmed() => Err(domain::refusal::Refusal::illegal("unconfirmed", "save").into()),
        _ => Ok(()),
    }
}

async fn store(ctx: &Ctx, wizard: &mut Wizard<'_>, page: &Page, posted: Posted, department: Option<&str>) -> Answer<Saved> {
    let now = ctx.now();
    let Posted { version, base, answers: posted, sent } = posted;
    let mut draft = match wizard.draft.take() {
        Some(draft) => draft,
        None => {
            let owner = Owner::of_browser_or_new(&ctx.visitor);
            let mut draft = Draft::new(&owner, wizard.institution, FormKind::Registration, ctx.visitor.language, now);
            let known = department.filter(|slug| wizard.profile.department.as_ref().is_some_and(|own| own.slug == **slug));
            draft.row.department = known.map(str::to_owned);
            wizard.owner = owner;
            draft
        }
    };
    let names = page_names(wizard, page, &posted);
    let posted = shortened(posted);
    let stored_version = draft.page_version(page.slug());
    // A page that says what it began with is compared always: it may have learned the version with other fields.
    let conflict = match version < stored_version || base.is_some() {
        true => differing(&names, &draft.answers, &posted, base.as_ref()),
        false => Vec::new(),
    };
    let agreed: Vec<&str> = names.into_iter().filter(|name| !conflict.iter().any(|field| field.field == **name)).collect();
    // Without knowing what the page began with, nothing of it is taken over until the choice is made.
    if conflict.is_empty() || base.is_some() {
        let before = draft.answers.clone();
        draft.answers.replace(&agreed, &posted);
        if page.has(Part::LegalSeat) {
            copy_legal_seat(&before, &mut draft.answers);
        }
        if draft.answers != before || draft.row.version == 0 {
            draft.raise_page_version(page.slug());
        }
    }
    let open = Conflict { step: page.slug().to_owned(), fields: conflict.clone() };
    draft.conflict = (!conflict.is_empty()).then_some(open);
    if sent {
        draft.sent_pages.insert(page.slug().to_owned());
    }
    draft.row.step = page.slug().to_owned();
    draft.row.language = ctx.visitor.language.code().to_owned();
    draft.save(&ctx.backend.db, now).await?;
    let merged = (version < stored_version).then(|| {
        let names = page.parts.iter().flat_map(|part| wizard.form(&draft.answers).names(*part));
        Answers(names.map(|name| (name.to_owned(), draft.answers.get(name).to_owned())).collect())
    });
    let saved = Saved { version: draft.page_version(page.slug()), saved_at: now, conflict, merged };
    if page.has(Part::Ids) {
        wizard.known = known_host(ctx, &draft.answers).await?;
    }
    wizard.draft = Some(draft);
    Ok(saved)
}

fn page_names(wizard: &Wizard, page: &Page, posted: &Answers) -> Vec<&'static str> {
    let form = wizard.form(posted);
    let mut names: Vec<&'static str> = page.parts.iter().flat_map(|part| form.names(*part)).collect();
    if page.has(Part::Summary) && wizard.privacy_on_summary() {
        names.push("privacy_accepted");
    }
    // A page posts only the fields it shows, and while one types only those that changed: the others stay as they were.
    let whole = posted.0.contains_key(WHOLE_PAGE);
    names.retain(|name| posted.0.contains_key(*name) || (whole && is_box(name)));
    names
}

/// The fields in which both changed: mine differs from what is stored, and what is stored is not what I began with.
fn differing(names: &[&'static str], theirs: &Answers, mine: &Answers, base: Option<&Answers>) -> Vec<ConflictField> {
    // Where nothing is stored nothing is overwritten: the page may have begun with a suggestion of ours.
    let moved = |name: &str| base.is_none_or(|base| !theirs.get(name).is_empty() && base.get(name) != theirs.get(name));
    let differs = |name: &&&str| theirs.get(name) != mine.get(name) && moved(name);
    let both = |name: &&str| ConflictField {
        field: (*name).to_owned(),
        mine: mine.get(name).to_owned(),
        theirs: theirs.get(name).to_owned(),
    };
    names.iter().filter(differs).map(both).collect()
}

fn shortened(answers: Answers) -> Answers {
    let cut = |(name, text): (String, String)| {
        let text = if text.len() > LONGEST { text.chars().take(LONGEST).collect() } else { text };
        (name, text)
    };
    Answers(answers.0.into_iter().map(cut).collect())
}

/// Stores the choices between two texts: for every field of the conflict the chosen text, `mine` or `theirs`.
pub async fn resolve_conflict(ctx: &Ctx, slug: &str, step: &str, choices: Answers) -> Answer<String> {
    let mut wizard = Wizard::open(ctx, slug, None).await?;
    let page = wizard.page(step)?.slug();
    let mut draft = wizard.draft.take().ok_or(BackendError::NotFound)?;
    if let Some(conflict) = draft.conflict.take() {
        for field in conflict.fields.iter().filter(|field| choices.get(&field.field) == "mine") {
            draft.answers.set(&field.field, field.mine.clone());
        }
        draft.raise_page_version(page);
        draft.save(&ctx.backend.db, ctx.now()).await?;
    }
    Ok(format!("/{slug}/accreditamento/{page}"))
}
