//! Every route: which capability it is, what it needs to be there, and how it is called with valid arguments.

use super::subject::{Needs, Subject};
use crate::client::{Client, Reply};
use crate::support::PASSWORD;

/// Whose the subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Host A, named by the arguments.
    HostA,
    /// The asker's own, found by the function.
    OwnHost,
}

pub type Pairs = Vec<(&'static str, String)>;

/// One server function or plain route.
pub struct Row {
    /// `noun/verb` of a server function.
    pub function: Option<&'static str>,
    /// Address of a plain route or page.
    pub path: Option<&'static str>,
    /// The matrix's words.
    pub capability: &'static str,
    pub reads: bool,
    pub whose: Whose,
    pub needs: Needs,
    /// Valid arguments of somebody without the secret or the draft lead to an answer about it, not to a refusal.
    pub may_be_corrected: bool,
    pub pairs: fn(&Subject) -> Pairs,
}

impl Row {
    /// Calls the route.
    pub async fn call(&self, client: &Client, subject: &Subject) -> Reply {
        let pairs = (self.pairs)(subject);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match (self.function, self.path) {
            (Some(function), _) if self.reads => client.read(function, &pairs).await,
            (Some(function), _) => client.post_form(function, &pairs).await,
            (None, Some(path)) if self.reads => client.get(path).await,
            (None, path) => client.post_plain(path.unwrap_or_default(), &pairs, "/upo").await,
        }
    }
}

const PUBLIC: &str = "public pages, demo pages, place search";
const IDENTITY: &str = "log in and out, recover, enter the code, choose a user name";
const WIZARD: &str = "register: the wizard before there is an account, whoever holds the draft";
const ACCOUNT: &str = "own session, profile choice, account";
const OWN_REQUEST: &str = "state of the own request before admission";
const REQUEST: &str = "register host / accreditation request";
const DECIDE: &str = "approve/reject/suspend accreditation";
const REVOKE: &str = "revoke an accreditation: admin only";
const OFFICE: &str = "office: lists, exports, review";
const ADMIT: &str = "add contacts/tutors, link tutor to seats";

const BASE: Row = Row {
    function: None,
    path: None,
    capability: PUBLIC,
    reads: false,
    whose: Whose::HostA,
    needs: Needs::Anything,
    may_be_corrected: false,
    pairs: |_| Vec::new(),
};

const fn read(function: &'static str, capability: &'static str, pairs: fn(&Subject) -> Pairs) -> Row {
    Row { function: Some(function), capability, reads: true, pairs, ..BASE }
}

const fn write(function: &'static str, capability: &'static str, pairs: fn(&Subject) -> Pairs) -> Row {
    Row { function: Some(function), capability, pairs, ..BASE }
}

const fn page(path: &'static str, capability: &'static str) -> Row {
    Row { path: Some(path), capability, reads: true, ..BASE }
}

const fn corrected(row: Row) -> Row {
    Row { may_be_corrected: true, ..row }
}

const fn own(row: Row, needs: Needs) -> Row {
    Row { whose: Whose::OwnHost, needs, ..row }
}

const fn with(needs: Needs, row: Row) -> Row {
    Row { needs, ..row }
}

fn at(_: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned())]
}

fn request(subject: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("id", subject.request.id.to_string())]
}

fn step(_: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("step", "nazione".to_owned()), ("intent", "save".to_owned())]
}

fn decision(subject: &Subject, event: &str) -> Pairs {
    let mut pairs = request(subject);
    pairs.push(("decision[event]", event.to_owned()));
    pairs.push(("decision[version]", subject.version.to_string()));
    pairs.push(("decision[note]", "Manca qualche cosa di importante".to_owned()));
    pairs.push(("decision[reason]", "Per un motivo scritto per esteso".to_owned()));
    pairs
}

fn newcomer(subject: &Subject) -> Pairs {
    vec![
        ("institution", "upo".to_owned()),
        ("contact", subject.newcomer.map(|id| id.to_string()).unwrap_or_default()),
        ("decision", "admit".to_owned()),
    ]
}

fn login(_: &Subject) -> Pairs {
    vec![("login", "nobody.at.all".to_owned()), ("password", PASSWORD.to_owned())]
}

pub const ROWS: &[Row] = &[
    read("frame/institution", PUBLIC, |_| vec![("slug", "upo".to_owned())]),
    read("places/municipalities", PUBLIC, |_| vec![("typed", "nov".to_owned())]),
    read("places/births", PUBLIC, |_| vec![("typed", "nov".to_owned())]),
    Row { path: Some("/lingua"), pairs: |_| vec![("lingua", "en".to_owned())], ..BASE },
    page("/demo", PUBLIC),
    page("/demo/posta", PUBLIC),
    page("/demo/orologio", PUBLIC),
    corrected(write("identity/log_in", IDENTITY, login)),
    write("identity/log_out", IDENTITY, |_| Vec::new()),
    read("identity/me", IDENTITY, |_| Vec::new()),
    corrected(write("identity/send_code", IDENTITY, |_| vec![("user_name", "nobody.at.all".to_owned())])),
    corrected(write("identity/recover_password", IDENTITY, |_| vec![("login", "nobody.at.all".to_owned())])),
    corrected(write("identity/recover_user_name", IDENTITY, |_| vec![("email", "nobody@example.org".to_owned())])),
    corrected(read("identity/password_link", IDENTITY, |_| vec![("link", "x".to_owned())])),
    corrected(write("identity/reset_password", IDENTITY, |_| vec![("link", "x".to_owned())])),
    corrected(write("accreditation/verify_code", IDENTITY, login)),
    read("accreditation/wizard", WIZARD, step),
    write("accreditation/save_step", WIZARD, step),
    write("accreditation/autosave", WIZARD, step),
    corrected(write("accreditation/resolve_conflict", WIZARD, step)),
    corrected(write("accreditation/confirm", WIZARD, at)),
    corrected(write("accreditation/reopen", WIZARD, at)),
    read("accreditation/pending_code", WIZARD, |_| Vec::new()),
    corrected(write("accreditation/send_resume_link", WIZARD, at)),
    corrected(write("accreditation/resume", WIZARD, at)),
    write("session/touch", ACCOUNT, |_| Vec::new()),
    corrected(write("identity/choose_profile", ACCOUNT, |subject| vec![("membership", subject.request.id.to_string())])),
    corrected(write("identity/change_password", ACCOUNT, |_| vec![("current", "x".to_owned())])),
    read("area/overview", OWN_REQUEST, at),
    own(write("accreditation/correct", REQUEST, at), Needs::Integration),
    own(write("accreditation/withdraw", REQUEST, at), Needs::Submitted),
    // A representative without a contact's entry has no data to ask with.
    own(
        corrected(write("accreditation/request_elsewhere", REQUEST, |_| {
            vec![("institution", "unimi".to_owned()), ("privacy_accepted", "true".to_owned())]
        })),
        Needs::Accredited,
    ),
    with(Needs::Newcomer, write("area/decide_newcomer", ADMIT, newcomer)),
    read("office/queue", OFFICE, at),
    read("office/review", OFFICE, request),
    write("office/save_notes", OFFICE, request),
    // The other host is no possible duplicate of this one.
    with(
        Needs::Submitted,
        corrected(write("office/dismiss_duplicate", OFFICE, |subject| {
            let mut pairs = request(subject);
            pairs.push(("organisation", subject.other_organisation.to_string()));
            pairs
        })),
    ),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "approve"))),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "request_integration"))),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "reject"))),
    with(Needs::Accredited, write("office/decide", DECIDE, |subject| decision(subject, "suspend"))),
    with(Needs::Accredited, write("office/decide", REVOKE, |subject| decision(subject, "revoke"))),
    // Where the profile says that contacts decide, there is nothing for the office.
    with(Needs::Newcomer, corrected(write("office/decide_newcomer", ADMIT, newcomer))),
    page("/upo/ufficio/accreditamenti/esporta/csv", OFFICE),
    page("/upo/ufficio/accreditamenti/esporta/xlsx", OFFICE),
    page("/upo/ufficio/accreditamenti", OFFICE),
    page("/upo/ufficio", OFFICE),
    page("/account", ACCOUNT),
    page("/profili", ACCOUNT),
    page("/upo/area", OWN_REQUEST),
];
