//! Addresses: part of the contract, Italian, stable. Every link is made here.

use domain::ids::FileId;
use domain::list::ListQuery;
use domain::profile::Page;

mod convention;
mod host;

pub use convention::*;
pub use host::*;

pub const HOME: &str = "/";
pub const LOG_IN: &str = "/accedi";
pub const LOG_OUT: &str = "/esci";
/// Where the button «Esci» posts to.
pub const LOG_OUT_POST: &str = "/api/identity/log_out";
pub const VERIFY_EMAIL: &str = "/verifica-email";
pub const RECOVER_PASSWORD: &str = "/recupera-password";
pub const RECOVER_USER_NAME: &str = "/recupera-utente";
pub const PROFILES: &str = "/profili";
pub const ACCOUNT: &str = "/account";
pub const LANGUAGE: &str = "/lingua";
pub const USE: &str = "/uso-del-portale";
pub const PRIVACY: &str = "/privacy";
pub const LEGAL_NOTES: &str = "/note-legali";
pub const ACCESSIBILITY: &str = "/accessibilita";

/// First words of addresses that are no institution's. The loader of profiles refuses them as slugs.
pub const RESERVED: [&str; 20] = [
    "accedi",
    "esci",
    "verifica-email",
    "recupera-password",
    "recupera-utente",
    "profili",
    "account",
    "lingua",
    "uso-del-portale",
    "privacy",
    "note-legali",
    "accessibilita",
    "demo",
    "api",
    "assets",
    "healthz",
    "readyz",
    "metrics",
    "pkg",
    "favicon.ico",
];

fn join(parts: &[&str]) -> String {
    let mut path = String::with_capacity(40);
    for part in parts {
        path.push('/');
        path.push_str(part);
    }
    path
}

/// An institution's door.
pub fn door(institution: &str) -> String {
    join(&[institution])
}

/// The part of the door with the contacts.
pub fn contacts(institution: &str) -> String {
    join(&[institution]) + "#contatti"
}

/// A department's door.
pub fn department(institution: &str, department: &str) -> String {
    join(&[institution, department])
}

/// The introduction of the registration.
pub fn accreditation(institution: &str) -> String {
    join(&[institution, "accreditamento"])
}

/// The same, from a department's door: `?dipartimento=` is kept in the draft.
pub fn accreditation_at(institution: &str, department: Option<&str>) -> String {
    with_department(accreditation(institution), department)
}

/// One step of the registration.
pub fn accreditation_step(institution: &str, step: &str) -> String {
    join(&[institution, "accreditamento", step])
}

/// The first step of the registration, from a department's door if it was started there.
pub fn first_step(institution: &str, first: Option<&Page>, department: Option<&str>) -> String {
    with_department(accreditation_step(institution, first.map_or("nazione", Page::slug)), department)
}

/// A step of the registration, where it says that the link was sent.
pub fn resume_link_sent(institution: &str, step: &str) -> String {
    sent(&accreditation_step(&escaped(institution), &escaped(step))) + "#continua"
}

fn with_department(path: String, department: Option<&str>) -> String {
    match department {
        Some(department) => path + "?dipartimento=" + department,
        None => path,
    }
}

/// The host's reserved area.
pub fn area(institution: &str) -> String {
    join(&[institution, "area"])
}

/// The host's reserved area, where it says what became of a logo: a code of [`crate::pages::area::LogoNews`].
pub fn area_with_logo(institution: &str, outcome: &str) -> String {
    area(&escaped(institution)) + "?logo=" + outcome + "#logo"
}

/// Where a host's logo is sent to.
pub fn logo_upload(institution: &str) -> String {
    join(&[institution, "carica", "logo"])
}

/// A file somebody sent.
pub fn document(institution: &str, id: FileId) -> String {
    join(&[institution, "documenti", &id.to_string()])
}

/// The office's queue.
pub fn office_queue(institution: &str) -> String {
    join(&[institution, "ufficio", "accreditamenti"])
}

/// The office's queue as a list is asked for.
pub fn office_list(institution: &str, query: &ListQuery) -> String {
    office_queue(institution) + &asked(query)
}

/// The same as a file, every page of it. `format`: `csv`, `xlsx`.
pub fn office_export(institution: &str, format: &str, query: &ListQuery) -> String {
    let whole = ListQuery { page: String::new(), size: String::new(), ..query.clone() };
    join(&[institution, "ufficio", "accreditamenti", "esporta", format]) + &asked(&whole)
}

/// One request in the office's panel.
pub fn office_review(institution: &str, id: impl std::fmt::Display) -> String {
    join(&[institution, "ufficio", "accreditamenti", &id.to_string()])
}

/// The page after a decision: the result of request `number` stands above it.
pub fn office_decided(page: &str, event: &str, number: i64) -> String {
    String::from(page) + "?esito=" + &escaped(event) + "&n=" + &number.to_string()
}

/// The stream of what changes at an institution, from the last event known on.
pub fn live(institution: &str, last: &str) -> String {
    let path = join(&[institution, "live"]);
    if last.is_empty() { path } else { path + "?last=" + &escaped(last) }
}

/// A list's query as it stands in an address; what is not asked for is left out.
fn asked(query: &ListQuery) -> String {
    let parts = [("q", &query.q), ("state", &query.state), ("sort", &query.sort), ("size", &query.size), ("page", &query.page)];
    let mut text = String::new();
    for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.extend([name, "=", &escaped(value)]);
    }
    text
}

/// The log-in that comes back to `next` afterwards.
pub fn log_in_then(next: &str) -> String {
    String::from(LOG_IN) + "?poi=" + &escaped(next)
}

/// A recovery page that says what was sent, with a fixed word and nothing of the person.
pub fn sent(page: &str) -> String {
    String::from(page) + "?inviato=1"
}

/// The page of the code, saying that one was sent.
pub fn code_sent() -> String {
    sent(VERIFY_EMAIL)
}

/// The log-in after a new password was set.
pub fn log_in_after_reset() -> String {
    String::from(LOG_IN) + "?reimpostata=1"
}

/// The account's page after its password was changed.
pub fn password_changed() -> String {
    String::from(ACCOUNT) + "?cambiata=1"
}

/// The log-in from an institution's pages.
pub fn log_in_at(institution: &str) -> String {
    log_in_then(&door(institution))
}

/// The slug in a path, if its first word can be an institution's.
pub fn institution_of(path: &str) -> Option<&str> {
    let first = path.strip_prefix('/')?.split(['/', '?', '#']).next()?;
    (!first.is_empty() && !RESERVED.contains(&first)).then_some(first)
}

/// Whether a page is as wide as the staff's: queues and boards.
pub fn is_wide(path: &str) -> bool {
    matches!(path.split('/').nth(2), Some("ufficio" | "scrivania"))
}

/// An address of ours that may be gone to after the log-in: a path, not another site.
pub fn safe_next(next: &str) -> Option<&str> {
    let local = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n', '\t']);
    let clean = next.bytes().all(|byte| byte.is_ascii_graphic());
    (local && clean && !next.starts_with("/api")).then_some(next)
}

/// Where the log-in leads: to `next`, or from the portal's first page and an institution's door to the person's own first
/// page. A host's people are led to the area of that institution.
pub fn after_log_in(next: &str, landing: &str) -> String {
    let door = institution_of(next).filter(|slug| next.len() == slug.len() + 1);
    match door {
        Some(slug) if landing.ends_with("/area") => area(slug),
        None if next != HOME => next.to_owned(),
        Some(_) | None => landing.to_owned(),
    }
}

/// A value for a query: everything but letters, digits and a few signs is escaped.
pub fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => text.push(char::from(byte)),
            _ => {
                let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
                text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_contract() {
        assert_eq!(accreditation_step("upo", "sede-legale"), "/upo/accreditamento/sede-legale");
        assert_eq!(accreditation_at("upo", Some("digspes")), "/upo/accreditamento?dipartimento=digspes");
        assert_eq!(office_review("upo", 7), "/upo/ufficio/accreditamenti/7");
    }

    #[test]
    fn the_institution_is_the_first_word_unless_it_is_ours() {
        assert_eq!(institution_of("/upo/area"), Some("upo"));
        assert_eq!(institution_of("/upo?x=1"), Some("upo"));
        assert_eq!(["/accedi", "/", ""].map(institution_of), [None, None, None]);
    }

    #[test]
    fn the_log_in_leads_nowhere_else() {
        assert_eq!(safe_next("/upo/area?x=1"), Some("/upo/area?x=1"));
        let elsewhere = ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "", "/api/x"];
        assert_eq!(elsewhere.map(safe_next), [None; 6]);
    }

    #[test]
    fn a_list_keeps_its_state_in_the_address() {
        let query = ListQuery { q: "a b".into(), size: "10".into(), page: "x".into(), ..Default::default() };
        assert_eq!(office_list("upo", &query), "/upo/ufficio/accreditamenti?q=a%20b&size=10&page=x");
        assert_eq!(office_export("upo", "csv", &query), "/upo/ufficio/accreditamenti/esporta/csv?q=a%20b");
        assert_eq!(office_list("upo", &ListQuery::default()), "/upo/ufficio/accreditamenti");
    }

    #[test]
    fn a_door_stands_for_the_persons_own_first_page() {
        let (queue, own_area) = ("/upo/ufficio/accreditamenti", "/upo/area");
        assert_eq!(after_log_in("/", own_area), own_area);
        assert_eq!(after_log_in("/unimi", own_area), "/unimi/area");
        assert_eq!(after_log_in("/unimi", queue), queue);
        assert_eq!(after_log_in("/unimi/area?x=1", queue), "/unimi/area?x=1");
        assert_eq!(after_log_in("/account", queue), "/account");
    }

    #[test]
    fn values_of_a_query_are_escaped() {
        assert_eq!(log_in_then("/upo/area?a=è"), "/accedi?poi=/upo/area%3Fa%3D%C3%A8");
    }
}
