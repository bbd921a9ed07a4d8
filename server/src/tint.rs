//! The institutions' colours as one style sheet, so that no page needs a style attribute.

use std::fmt::Write as _;

use domain::profile::Profiles;
use sha2::{Digest, Sha256};

/// One rule per institution, and one per department that has a colour of its own.
pub fn style_sheet(profiles: &Profiles) -> String {
    let mut css = String::new();
    for profile in profiles.all() {
        let identity = &profile.identity;
        let inherited = profile.department.is_some()
            && profiles.institution(&identity.slug).is_some_and(|institution| institution.identity.tint == identity.tint);
        if inherited {
            continue;
        }
        let selector = match &profile.department {
            None => format!("[data-inst=\"{}\"]", identity.slug),
            Some(department) => format!("[data-inst=\"{}\"][data-department=\"{}\"]", identity.slug, department.slug),
        };
        // The loader has checked that these are colours and words of letters; writing to a string cannot fail.
        let _ = writeln!(
            css,
            "{selector}{{--tint:{};--tint-dark:{};--tint-soft:{}}}",
            identity.tint, identity.tint_dark, identity.tint_soft
        );
    }
    css
}

/// The name under which it is served; changes with the content.
pub fn file_name(css: &str) -> String {
    let hash = backend::history::hex(&Sha256::digest(css)[..8]);
    format!("tint.{hash}.css")
}
