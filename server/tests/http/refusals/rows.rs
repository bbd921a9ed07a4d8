//! Every route: which capability it is, what it needs to be there, and how it is called with valid arguments.

use super::arguments::{
    activated, asked, at, copy, decided, decision, invited, new_password, newcomer, nobody, none, on_paper, one_convention,
    person, request, saved_person, saved_rep, saved_seat, seat, step,
};
use super::before::Before;
use super::subject::{Needs, Subject};
use crate::client::{Client, Reply};
use crate::files::PICTURE;

/// Whose the subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Host A, named by the arguments.
    HostA,
    /// The asker's own host, found by the function.
    OwnHost,
    /// Host A's, where the profile leaves it to the staff.
    Staff,
    /// Host A's convention at `upo`: its contacts', the whole institution's, and those who sign for it.
    Convention,
    /// One of the asker's own roles.
    OwnRole,
}

pub type Pairs = Vec<(&'static str, String)>;

/// One server function or plain route.
pub struct Row {
    /// `noun/verb` of a server function.
    pub function: Option<&'static str>,
    /// Address of a plain route or page; `{request}`, `{letter}` and `{style}` stand for the subject's and the site's.
    pub path: Option<&'static str>,
    /// The matrix's words.
    pub capability: &'static str,
    pub reads: bool,
    /// A form: looking at it is part of changing, and «R» does not open it.
    pub edits: bool,
    pub whose: Whose,
    pub needs: Needs,
    /// Arguments that are well formed, and name what is somebody else's.
    pub pairs: fn(&Subject) -> Pairs,
    /// What somebody who may has to have done before.
    pub before: Before,
}

impl Row {
    /// Calls the route with these arguments.
    pub async fn call(&self, client: &Client, subject: &Subject, pairs: &Pairs) -> Reply {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match (self.function, self.path) {
            (Some(function), _) if self.reads => client.read(function, &pairs).await,
            (Some(function), _) => client.post_form(function, &pairs).await,
            (None, Some(path)) if path.ends_with("/logo") => client.send_file(path, "logo", PICTURE).await,
            (None, Some(path)) if path.contains("/carica/") => client.send_form(path, &pairs, ("file", PICTURE)).await,
            (None, Some(path)) if path.ends_with("/live") => client.head_of(path).await,
            (None, Some(path)) if self.reads => client.get(&subject.address(path)).await,
            (None, path) => client.post_plain(path.unwrap_or_default(), &pairs, "/upo").await,
        }
    }

    /// The name of the function, or the address.
    pub fn name(&self) -> &'static str {
        self.function.or(self.path).unwrap_or_default()
    }

    /// Whether a route is this row's, and the only one that answers its address: `GET /{institution}/live`.
    pub fn is_of(&self, route: &str, all: &[String]) -> bool {
        let method = if self.reads { "GET" } else { "POST" };
        let fitting = |route: &&String| match (route.split_once(' '), self.path) {
            (Some((verb, template)), Some(path)) => verb == method && fits(template, path),
            _ => false,
        };
        // A word wins over what stands for any word.
        let best = all.iter().filter(fitting).min_by_key(|route| route.matches('{').count());
        best.is_some_and(|best| best == route)
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(&path).all(|(word, own)| word == own || word.starts_with('{'))
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
const EDIT: &str = "edit host, seats, legal rep";
const LIVE: &str = "event stream, narrowed by its scope";
const ADMIT: &str = "add contacts/tutors, link tutor to seats";
const SEE_CONVENTION: &str = "see a convention and its documents";
const ASK_CONVENTION: &str = "request convention / upload signed copy";
const DECIDE_CONVENTION: &str = "approve convention, activate, terminate";

const BASE: Row = Row {
    function: None,
    path: None,
    capability: PUBLIC,
    reads: false,
    edits: false,
    whose: Whose::HostA,
    needs: Needs::Anything,
    pairs: |_| Vec::new(),
    before: Before::Nothing,
};

const fn read(function: &'static str, capability: &'static str, pairs: fn(&Subject) -> Pairs) -> Row {
    Row { function: Some(function), capability, reads: true, pairs, ..BASE }
}

const fn write(function: &'static str, capability: &'static str, pairs: fn(&Subject) -> Pairs) -> Row {
    Row { function: Some(function), capability, pairs, ..BASE }
}

const fn post(path: &'static str, pairs: fn(&Subject) -> Pairs) -> Row {
    Row { path: Some(path), pairs, ..BASE }
}

const fn page(path: &'static str, capability: &'static str) -> Row {
    Row { path: Some(path), capability, reads: true, ..BASE }
}

const fn after(before: Before, row: Row) -> Row {
    Row { before, ..row }
}

const fn own(row: Row, needs: Needs) -> Row {
    Row { whose: Whose::OwnHost, needs, ..row }
}

/// Of people and seats of one's own host.
const fn people(row: Row) -> Row {
    own(row, Needs::People)
}

const fn form(row: Row) -> Row {
    Row { edits: true, ..people(row) }
}

/// Of a convention in the state it needs, seen from its host or its institution.
const fn convention(needs: Needs, row: Row) -> Row {
    Row { whose: Whose::Convention, needs, ..row }
}

const fn with(needs: Needs, row: Row) -> Row {
    Row { needs, ..row }
}

pub const ROWS: &[Row] = &[
    read("frame/institution", PUBLIC, |_| vec![("slug", "upo".to_owned())]),
    read("places/municipalities", PUBLIC, |_| vec![("typed", "nov".to_owned())]),
    read("places/births", PUBLIC, |_| vec![("typed", "nov".to_owned())]),
    post("/lingua", |_| vec![("lingua", "en".to_owned())]),
    page("/assets/{style}", PUBLIC),
    page("/favicon.ico", PUBLIC),
    page("/healthz", PUBLIC),
    page("/readyz", PUBLIC),
    page("/", PUBLIC),
    page("/uso-del-portale", PUBLIC),
    page("/privacy", PUBLIC),
    page("/note-legali", PUBLIC),
    page("/accessibilita", PUBLIC),
    page("/upo", PUBLIC),
    page("/upo/digspes", PUBLIC),
    page("/upo/accreditamento", PUBLIC),
    page("/upo/accreditamento/nazione", WIZARD),
    page("/demo", PUBLIC),
    page("/demo/posta", PUBLIC),
    page("/demo/posta/{letter}", PUBLIC),
    page("/demo/posta/{letter}/html", PUBLIC),
    page("/demo/orologio", PUBLIC),
    post("/demo/orologio", |_| vec![("number", "1".to_owned()), ("unit", "minutes".to_owned())]),
    page("/esci", IDENTITY),
    page("/accedi", IDENTITY),
    page("/verifica-email", IDENTITY),
    page("/recupera-password", IDENTITY),
    page("/recupera-utente", IDENTITY),
    after(Before::Account, write("identity/log_in", IDENTITY, nobody)),
    after(Before::NewBrowser, write("identity/log_out", IDENTITY, none)),
    read("identity/me", IDENTITY, none),
    after(Before::Account, write("identity/send_code", IDENTITY, none)),
    after(Before::Account, write("identity/recover_password", IDENTITY, none)),
    after(Before::Account, write("identity/recover_user_name", IDENTITY, none)),
    after(Before::PasswordLink, read("identity/password_link", IDENTITY, none)),
    after(Before::PasswordLink, write("identity/reset_password", IDENTITY, none)),
    after(Before::CodeSent, write("accreditation/verify_code", IDENTITY, none)),
    read("accreditation/wizard", WIZARD, step),
    write("accreditation/save_step", WIZARD, step),
    write("accreditation/autosave", WIZARD, step),
    after(Before::DraftFilled, write("accreditation/resolve_conflict", WIZARD, step)),
    after(Before::DraftFilled, write("accreditation/confirm", WIZARD, at)),
    after(Before::CodeSent, write("accreditation/reopen", WIZARD, at)),
    read("accreditation/pending_code", WIZARD, none),
    after(Before::DraftFilled, write("accreditation/send_resume_link", WIZARD, at)),
    after(Before::ResumeLink, write("accreditation/resume", WIZARD, at)),
    write("session/touch", ACCOUNT, none),
    Row {
        whose: Whose::OwnRole,
        ..after(
            Before::OwnRole,
            write("identity/choose_profile", ACCOUNT, |subject| vec![("membership", subject.membership.to_string())]),
        )
    },
    write("identity/change_password", ACCOUNT, new_password),
    read("area/overview", OWN_REQUEST, at),
    own(write("accreditation/correct", REQUEST, at), Needs::Integration),
    own(write("accreditation/withdraw", REQUEST, at), Needs::Submitted),
    own(
        write("accreditation/request_elsewhere", REQUEST, |_| {
            vec![("institution", "unimi".to_owned()), ("privacy_accepted", "true".to_owned())]
        }),
        Needs::Accredited,
    ),
    with(Needs::Newcomer, write("area/decide_newcomer", ADMIT, newcomer)),
    people(read("organisation/contacts", ADMIT, at)),
    people(read("organisation/contact", ADMIT, person)),
    people(write("organisation/invite_contact", ADMIT, invited)),
    people(write("organisation/save_contact", ADMIT, saved_person)),
    people(write("organisation/disable_contact", ADMIT, person)),
    people(read("organisation/seats", EDIT, at)),
    form(read("organisation/seat", EDIT, seat)),
    people(write("organisation/save_seat", EDIT, saved_seat)),
    people(page("/upo/area/contatti", ADMIT)),
    people(page("/upo/area/contatti/nuovo", ADMIT)),
    people(page("/upo/area/contatti/{colleague}", ADMIT)),
    people(page("/upo/area/sedi", EDIT)),
    form(page("/upo/area/sedi/nuova", EDIT)),
    form(page("/upo/area/sedi/{seat}", EDIT)),
    people(read("organisation/company", EDIT, at)),
    people(write("organisation/save_legal_rep", EDIT, saved_rep)),
    people(page("/upo/area/azienda", EDIT)),
    people(read("convention/list", SEE_CONVENTION, at)),
    people(page("/upo/area/convenzioni", SEE_CONVENTION)),
    people(page("/upo/area/convenzioni/esporta/csv", SEE_CONVENTION)),
    people(page("/upo/area/convenzioni/esporta/xlsx", SEE_CONVENTION)),
    form(read("convention/form", ASK_CONVENTION, at)),
    form(page("/upo/area/convenzioni/nuova", ASK_CONVENTION)),
    people(write("convention/keep", ASK_CONVENTION, asked)),
    people(write("convention/save", ASK_CONVENTION, asked)),
    Row { edits: true, ..own(page("/upo/area/convenzioni/{convention}/compila", ASK_CONVENTION), Needs::DraftConvention) },
    read("convention/queue", OFFICE, at),
    page("/upo/ufficio/convenzioni", OFFICE),
    page("/upo/ufficio/convenzioni/esporta/csv", OFFICE),
    page("/upo/ufficio/convenzioni/esporta/xlsx", OFFICE),
    with(Needs::SubmittedConvention, page("/upo/ufficio/convenzioni/{convention}", OFFICE)),
    convention(Needs::SubmittedConvention, read("convention/view", SEE_CONVENTION, one_convention)),
    convention(Needs::SubmittedConvention, page("/upo/area/convenzioni/{convention}", SEE_CONVENTION)),
    convention(Needs::SubmittedConvention, write("convention/decide", DECIDE_CONVENTION, |subject| decided(subject, "approve"))),
    convention(Needs::SubmittedConvention, write("convention/decide", DECIDE_CONVENTION, |subject| decided(subject, "return"))),
    convention(Needs::SubmittedConvention, write("convention/decide", DECIDE_CONVENTION, |subject| decided(subject, "reject"))),
    convention(Needs::ActiveConvention, write("convention/decide", DECIDE_CONVENTION, |subject| decided(subject, "terminate"))),
    convention(Needs::SubmittedConvention, write("convention/decide", ASK_CONVENTION, |subject| decided(subject, "withdraw"))),
    convention(Needs::RenewingConvention, write("convention/decide", ASK_CONVENTION, |subject| decided(subject, "give_notice"))),
    convention(Needs::DepartmentConvention, write("convention/issue", DECIDE_CONVENTION, one_convention)),
    convention(Needs::ApprovedConvention, write("convention/record_paper", DECIDE_CONVENTION, on_paper)),
    convention(Needs::SignedConvention, write("convention/activate", DECIDE_CONVENTION, activated)),
    convention(
        Needs::ApprovedConvention,
        Row { path: Some("/upo/carica/convenzione"), capability: ASK_CONVENTION, pairs: copy, ..BASE },
    ),
    convention(Needs::ApprovedConvention, page("/upo/documenti/{document}", SEE_CONVENTION)),
    read("office/queue", OFFICE, at),
    read("office/review", OFFICE, request),
    write("office/save_notes", OFFICE, request),
    with(
        Needs::Duplicate,
        write("office/dismiss_duplicate", OFFICE, |subject| {
            let mut pairs = request(subject);
            pairs.push(("organisation", subject.duplicate.unwrap_or_default().to_string()));
            pairs
        }),
    ),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "approve"))),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "request_integration"))),
    with(Needs::Submitted, write("office/decide", DECIDE, |subject| decision(subject, "reject"))),
    with(Needs::Accredited, write("office/decide", DECIDE, |subject| decision(subject, "suspend"))),
    with(Needs::Accredited, write("office/decide", REVOKE, |subject| decision(subject, "revoke"))),
    Row { whose: Whose::Staff, ..with(Needs::NewcomerOfOffice, write("office/decide_newcomer", ADMIT, newcomer)) },
    page("/upo/ufficio/accreditamenti/esporta/csv", OFFICE),
    page("/upo/ufficio/accreditamenti/esporta/xlsx", OFFICE),
    page("/upo/ufficio/accreditamenti", OFFICE),
    page("/upo/ufficio/accreditamenti/{request}", OFFICE),
    page("/upo/ufficio", OFFICE),
    page("/upo/live", LIVE),
    page("/account", ACCOUNT),
    page("/profili", ACCOUNT),
    page("/upo/area", OWN_REQUEST),
    own(Row { path: Some("/upo/carica/logo"), capability: EDIT, ..BASE }, Needs::Accredited),
    with(Needs::Logo, page("/upo/documenti/{file}", EDIT)),
];
