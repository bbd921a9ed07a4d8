//! V-MAIL and V-PEC. Source: domain reference 5.

use super::domain_name::domain_name;
use crate::check::Problem;

/// Longest address, in characters (all ASCII).
pub const MAX: usize = 254;
const MAX_LOCAL: usize = 64;

/// Providers of ordinary mail: an address there is no certified mail (the same providers sell that under other domains).
const ORDINARY: [&str; 25] = [
    "alice.it",
    "aol.com",
    "email.it",
    "fastwebnet.it",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.it",
    "icloud.com",
    "inwind.it",
    "iol.it",
    "libero.it",
    "live.it",
    "me.com",
    "msn.com",
    "outlook.com",
    "outlook.it",
    "proton.me",
    "protonmail.com",
    "tim.it",
    "tiscali.it",
    "virgilio.it",
    "yahoo.com",
    "yahoo.it",
];

code! {
    /// An e-mail address, its domain in lower case.
    Email
}

impl Email {
    /// An address of unquoted atoms at a domain. Blanks around it are taken away, line ends are not. Error: `Email`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim_matches(' ');
        let (local, domain) = text.rsplit_once('@').ok_or(Problem::Email)?;
        let domain = domain_name(domain).ok_or(Problem::Email)?;
        let local_fits = local.len() <= MAX_LOCAL && local.split('.').all(is_atom);
        if !local_fits || text.len() > MAX {
            return Err(Problem::Email);
        }
        Ok(Self(format!("{local}@{domain}")))
    }

    /// The address as it is compared: two that differ by capitals only are the same.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Whether the domain is that of a provider of ordinary mail, so that the address cannot be a certified one.
    pub fn is_ordinary_provider(&self) -> bool {
        self.0.rsplit_once('@').is_some_and(|(_, domain)| ORDINARY.contains(&domain))
    }
}

fn is_atom(atom: &str) -> bool {
    !atom.is_empty() && atom.bytes().all(|c| c.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&c))
}
