use domain::access::{Action, Role, roles_of};
use domain::account::view::{Me, ProfileChoice};
use i18n::frame as words;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::frame::FrameData;
use super::icon::Icon;
use crate::api::frame::Institution;
use crate::language::language;
use crate::routes;

/// One entry of the menu.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    text: &'static str,
    href: String,
    /// Leads to a page that is not hydrated.
    plain: bool,
}

fn entry(text: i18n::Word, href: impl Into<String>) -> Entry {
    Entry { text: text.get(language()), href: href.into(), plain: false }
}

fn plain_entry(text: i18n::Word, href: impl Into<String>) -> Entry {
    Entry { plain: true, ..entry(text, href) }
}

/// The main menu: a row, and everything behind «Menu», which opens without scripts. Names are those of the manuals
/// (acceptance U04, U15, U16).
#[component]
pub fn Menu(data: FrameData) -> impl IntoView {
    let language = language();
    let path = use_location().pathname;
    let (primary, secondary) = (primary(&data), secondary(&data));
    let is_home = path.with_untracked(|path| path == routes::HOME) && data.me.is_none();
    (!is_home).then(|| {
        view! {
            <nav class="nav" aria-label=words::MAIN_MENU.get(language)>
                <div class="wrap">
                    <ul class="row">{entries(&primary, path)}</ul>
                    <Sheet>
                        <ul class="only-phone">{entries(&primary, path)}</ul>
                        <ul>{entries(&secondary, path)}</ul>
                    </Sheet>
                </div>
            </nav>
        }
    })
}

/// «Menu»: closes when another page comes, as the document stays the same then.
#[component]
fn Sheet(children: Children) -> impl IntoView {
    let path = use_location().pathname;
    let element = NodeRef::<leptos::html::Details>::new();
    Effect::new(move |_| {
        path.track();
        if let Some(details) = element.get() {
            details.set_open(false);
        }
    });
    view! {
        <details class="menu" node_ref=element>
            <summary>{Icon::Burger.view()}{words::MENU.get(language())}</summary>
            <div class="sheet">{children()}</div>
        </details>
    }
}

fn entries(entries: &[Entry], path: Memo<String>) -> impl IntoView + use<> {
    let targets: Vec<String> = entries.iter().map(|entry| entry.href.clone()).collect();
    let item = |entry: Entry| {
        let (target, others) = (entry.href.clone(), targets.clone());
        // what lies below an entry is marked too, but is another page, and only if no other entry is nearer
        let current = move || {
            path.with(|path| match (path == &target, is_nearest(&target, &others, path)) {
                (true, _) => Some("page"),
                (false, true) => Some("true"),
                (false, false) => None,
            })
        };
        view! { <li><a href=entry.href rel=entry.plain.then_some("external") aria-current=current>{entry.text}</a></li> }
    };
    entries.iter().cloned().map(item).collect_view()
}

/// Whether the page lies below this entry, and below none that is nearer to it.
fn is_nearest(target: &str, others: &[String], path: &str) -> bool {
    let is_above = |href: &str| {
        let rest = path.strip_prefix(href).unwrap_or_default();
        href != routes::HOME && (rest.starts_with('/') || href == path)
    };
    is_above(target) && !others.iter().any(|other| other.len() > target.len() && is_above(other))
}

fn primary(data: &FrameData) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Some(me) = &data.me {
        entries.extend(own_pages(me, data.institution.as_ref()));
    }
    if let (None, Some(institution)) = (&data.me, &data.institution) {
        entries.push(plain_entry(words::ACCREDITATION, routes::accreditation(&institution.slug)));
    }
    if let Some(institution) = &data.institution {
        entries.push(plain_entry(words::CONTACTS, routes::contacts(&institution.slug)));
    }
    entries.push(plain_entry(words::GUIDES, routes::USE));
    entries
}

fn secondary(data: &FrameData) -> Vec<Entry> {
    if data.me.is_some() {
        return vec![entry(words::PROFILES, routes::PROFILES), entry(words::ACCOUNT, routes::ACCOUNT)];
    }
    vec![
        entry(words::LOG_IN, routes::LOG_IN),
        entry(words::FORGOTTEN_PASSWORD, routes::RECOVER_PASSWORD),
        entry(words::FORGOTTEN_USER_NAME, routes::RECOVER_USER_NAME),
    ]
}

/// Where the active profile works: a contact in the area of the institution at hand, staff in their own.
fn own_pages(me: &Me, institution: Option<&Institution>) -> Vec<Entry> {
    let Some(profile) = me.active_profile() else { return Vec::new() };
    match (profile.role, institution) {
        (Role::Office | Role::Admin, _) => vec![
            entry(words::ACCREDITATIONS, routes::office_queue(&profile.institution)),
            entry(words::CONVENTIONS, routes::office_conventions(&profile.institution)),
        ],
        (role, Some(institution)) if role.is_of_host() => host_pages(profile, &institution.slug),
        _ => Vec::new(),
    }
}

/// Before the host is accredited there is the area alone (D04).
fn host_pages(profile: &ProfileChoice, slug: &str) -> Vec<Entry> {
    let mut entries = vec![entry(words::COMPANY_AREA, routes::area(slug))];
    if profile.accredited_at.iter().any(|there| there == slug) {
        if roles_of(Action::SeeContacts).any(|role| role == profile.role) {
            entries.push(entry(words::HOST_CONTACTS, routes::host_contacts(slug)));
        }
        entries.push(entry(words::HOST_SEATS, routes::seats(slug)));
        entries.push(entry(words::CONVENTIONS, routes::conventions(slug)));
        entries.push(entry(words::HOST_COMPANY, routes::company(slug)));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_nearest_entry_above_a_page_is_marked() {
        let all = ["/upo/area", "/upo/area/contatti", "/", "/upo/guide"].map(str::to_owned);
        let marked = |path| all.iter().filter(|one| is_nearest(one, &all, path)).cloned().collect::<Vec<_>>();
        assert_eq!(marked("/upo/area"), ["/upo/area"]);
        assert_eq!(marked("/upo/area/contatti"), ["/upo/area/contatti"]);
        assert_eq!(marked("/upo/area/contatti/nuovo"), ["/upo/area/contatti"]);
        assert_eq!(marked("/upo/area/azienda"), ["/upo/area"]);
        assert_eq!(marked("/upo/areale"), [""; 0]);
    }
}
