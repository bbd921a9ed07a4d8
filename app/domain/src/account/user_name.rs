//! V-USER: the name an account signs in with. Source: domain reference 8.

use crate::check::Problem;
use crate::codes::code;
use crate::text::fold;

/// Shortest and longest name, in characters, both inclusive.
pub const MIN: usize = 3;
pub const MAX: usize = 30;

/// Names that look official: nobody may have them.
pub const RESERVED: [&str; 6] = ["admin", "root", "ufficio", "test", "info", "noreply"];

/// Begins the names of accounts of people whose own has no Latin letter.
const NAMELESS: &str = "persona";

code! {
    /// A user name: lower-case letters, digits, and single `.`, `_`, `-` between them.
    UserName
}

impl UserName {
    /// Trims and lower-cases first; [`Self::was_folded`] says whether that changed anything.
    /// Errors: `UserNameForm`, `UserNameReserved`.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let name = typed.trim().to_ascii_lowercase();
        if !has_form(&name) {
            return Err(Problem::UserNameForm);
        }
        if RESERVED.contains(&name.as_str()) {
            return Err(Problem::UserNameReserved);
        }
        Ok(Self(name))
    }

    /// A name made of a person's names, for an account that somebody else asks for: `anna.rossi`, then `anna.rossi2`.
    pub fn of_person(first_name: &str, last_name: &str, place: u32) -> Self {
        let plain = |name: &str| fold(name).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let number = if place > 1 { place.to_string() } else { String::new() };
        let mut name = format!("{}.{}", plain(first_name), plain(last_name));
        name.truncate(MAX - number.len());
        let named = |name: &str| Self::parse(&format!("{}{number}", name.trim_matches('.')));
        named(&name).or_else(|_| named(NAMELESS)).unwrap_or_else(|_| Self(format!("{NAMELESS}{number}")))
    }

    /// Whether capitals were made small, which the person should confirm.
    pub fn was_folded(typed: &str) -> bool {
        typed.bytes().any(|c| c.is_ascii_uppercase())
    }
}

/// The name in what was typed at the log-in: trimmed, lower-cased, without the first of `suffixes` (`@esterni.uniupo.it`)
/// it ends with. Not checked any further.
pub fn without_suffix(login: &str, suffixes: &[&str]) -> String {
    let login = login.trim().to_lowercase();
    let name = suffixes.iter().filter(|suffix| !suffix.is_empty()).find_map(|suffix| login.strip_suffix(&suffix.to_lowercase()));
    name.map(str::to_owned).unwrap_or(login)
}

/// Never two special characters together, none at either end.
fn has_form(name: &str) -> bool {
    let is_plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let parts = name.split(['.', '_', '-']);
    (MIN..=MAX).contains(&name.len()) && parts.into_iter().all(|part| !part.is_empty() && part.bytes().all(is_plain))
}
