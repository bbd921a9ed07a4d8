//! Places as one types: municipalities of today for addresses, of any time for births.

use domain::access::{Action, Scope};
use domain::places::{BirthPlace, Town};

use crate::{Answer, Ctx};

/// The most suggestions given.
const SUGGESTIONS: usize = 20;
/// Fewer letters suggest nothing.
const LETTERS: usize = 2;

/// Municipalities of today whose name begins with, or has a word that begins with, what was typed.
pub fn municipalities(ctx: &Ctx, typed: &str) -> Answer<Vec<Town>> {
    ctx.may(Action::SearchPlaces, &Scope::none())?;
    if is_too_short(typed) {
        return Ok(Vec::new());
    }
    let found = ctx.backend.places.search_municipalities(typed, SUGGESTIONS);
    Ok(found.into_iter().map(Town::from).collect())
}

/// Municipalities of any time, and foreign states.
pub fn births(ctx: &Ctx, typed: &str) -> Answer<Vec<BirthPlace>> {
    ctx.may(Action::SearchPlaces, &Scope::none())?;
    if is_too_short(typed) {
        return Ok(Vec::new());
    }
    Ok(ctx.backend.places.search_birth_places(typed, SUGGESTIONS))
}

fn is_too_short(typed: &str) -> bool {
    typed.trim().chars().filter(|c| c.is_alphabetic()).nth(LETTERS - 1).is_none()
}
