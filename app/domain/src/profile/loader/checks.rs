//! What the types cannot say: whether a profile can work.

mod policy;
mod steps;

use super::Problem;
use crate::profile::{Identity, InstitutionKind, Profile, contrast, hue_distance, tint};

/// The words of the address table (design 8) at the first and second place: none can be a slug.
const RESERVED: [&str; 38] = [
    "accedi",
    "accessibilita",
    "account",
    "accreditamenti",
    "accreditamento",
    "api",
    "area",
    "assets",
    "avvio",
    "azienda",
    "candidati",
    "candidature",
    "carica",
    "contatti",
    "convenzioni",
    "demo",
    "documenti",
    "esci",
    "healthz",
    "impostazioni",
    "lingua",
    "live",
    "metrics",
    "note-legali",
    "opportunita",
    "percorsi",
    "pkg",
    "privacy",
    "profili",
    "progetti",
    "readyz",
    "recupera-password",
    "recupera-utente",
    "richieste",
    "scrivania",
    "ufficio",
    "uso-del-portale",
    "verifica-email",
];

/// The colour of errors: a tint too near would be mistaken for it.
const BAD: &str = "#ad1530";
const TINT_CONTRAST: f64 = 7.0;
const TINT_DEGREES: f64 = 20.0;

/// Collects problems.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, key: impl Into<String>, reason: impl Into<String>) {
        self.0.push((key.into(), reason.into()));
    }

    fn require(&mut self, holds: bool, key: &str, reason: &str) {
        if !holds {
            self.add(key, reason);
        }
    }
}

/// Everything wrong with an effective profile.
pub(super) fn problems(profile: &Profile) -> Vec<Problem> {
    let mut problems = Problems::default();
    identity(&profile.identity, &mut problems);
    departments(&profile.identity, &mut problems);
    tints(&profile.identity, &mut problems);
    steps::check(&profile.accreditation, &mut problems);
    policy::check(profile, &mut problems);
    problems.0
}

/// The two colours that follow from the tint, unless they are given.
pub(super) fn fill_tints(identity: &mut Identity) {
    if identity.tint_dark.is_empty() {
        identity.tint_dark = tint::dark(&identity.tint).unwrap_or_default();
    }
    if identity.tint_soft.is_empty() {
        identity.tint_soft = tint::soft(&identity.tint).unwrap_or_default();
    }
}

fn identity(identity: &Identity, problems: &mut Problems) {
    slug(&identity.slug, "slug", problems);
    for (key, value) in [
        ("name", &identity.name.it),
        ("short_name", &identity.short_name.it),
        ("tax_code", &identity.tax_code),
        ("address", &identity.address),
        ("sender", &identity.sender),
        ("helpdesk.email", &identity.helpdesk.email),
        ("privacy_text", &identity.privacy_text.it),
        ("privacy_version", &identity.privacy_version),
        ("signatory_title", &identity.signatory_title.it),
    ] {
        problems.require(!value.trim().is_empty(), key, "is missing");
    }
    for (key, address) in [("sender", &identity.sender), ("helpdesk.email", &identity.helpdesk.email)] {
        problems.require(address.is_empty() || is_address(address), key, "is not an e-mail address");
    }
    problems.require(!identity.areas.is_empty(), "areas", "at least one is needed");
}

fn departments(identity: &Identity, problems: &mut Problems) {
    for (index, department) in identity.departments.iter().enumerate() {
        let key = format!("departments.{}", department.slug);
        slug(&department.slug, &key, problems);
        problems.require(!department.name.it.is_empty(), &key, "name is missing");
        problems.require(!department.short_name.it.is_empty(), &key, "short_name is missing");
        problems.require(is_address(&department.email), &key, "email is not an e-mail address");
        let twice = identity.departments[..index].iter().any(|other| other.slug == department.slug);
        problems.require(!twice, &key, "stands twice in the list");
    }
}

fn slug(slug: &str, key: &str, problems: &mut Problems) {
    let shaped = slug
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    problems.require(shaped, key, "a slug has lower-case letters, digits and single hyphens");
    problems.require(!RESERVED.contains(&slug), key, "the word is an address of the portal");
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', '\t', '\n', '\r', '<', '>', ',']);
    plain(local) && plain(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

fn tints(identity: &Identity, problems: &mut Problems) {
    let Some(on_white) = contrast(&identity.tint, "#ffffff") else {
        problems.add("tint", "is not a colour written #rrggbb");
        return;
    };
    let degrees = hue_distance(&identity.tint, BAD).unwrap_or_default();
    if on_white < TINT_CONTRAST {
        problems.add("tint", format!("contrast with white is {on_white:.1}, at least 7 is needed"));
    } else if degrees < TINT_DEGREES {
        problems.add("tint", format!("is {degrees:.0}° from the colour of errors, at least 20° are needed"));
    } else {
        let readable = contrast(&identity.tint_dark, &identity.tint_soft).map(|value| value >= TINT_CONTRAST);
        problems.require(readable.is_some(), "tint_dark", "tint_dark and tint_soft are colours written #rrggbb");
        problems.require(readable != Some(false), "tint_dark", "contrast with tint_soft is less than 7");
    }
}

/// Whether schools' parties exist here.
fn is_school(profile: &Profile) -> bool {
    profile.identity.kind == InstitutionKind::SchoolNetwork
}
